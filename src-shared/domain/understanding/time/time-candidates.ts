import { settledToday } from './borrowed-date.ts'
import { dateFor } from './clock-alone.ts'
import { isOfLastHours, isOfToday } from './clock-of-today.ts'
import { tellsEndOnly } from './dialogue-of-time.ts'
import { hasOutlasted, lastOf, leadsToEnd, stillThen, until } from './end-of-matter.ts'
import { daysBetween, type LocalTime } from './local-time.ts'
import { type Candidate, isOpen } from './time-choice.ts'
import { durationIn } from './time-durations.ts'
import { inMonth } from './resolve-date.ts'
import { formatMoment, type Moment, momentsIn } from './time-expression.ts'
import {
  goesOn,
  hasLasted,
  isFirstOfSeveral,
  isMended,
  isNoticed,
  isOver,
  isPresentStill,
  isStateAsked,
  isStateOfToday,
  isStillIn,
  isStillOff,
  isStopAsked,
} from './going-on.ts'
import {
  endsMatter,
  isAgreedFor,
  isAnnounced,
  isCorrected,
  isOtherMatter,
  isToCome,
  type Surroundings,
} from './time-role.ts'
import { weightOf } from './time-weight.ts'
import type { TimedLine } from './timed-line.ts'
import { wholeWeekIn } from './whole-weeks.ts'

/** The times of a line that may be the incident's; `known` is the one that was heard before. */
export function candidatesIn(
  line: TimedLine,
  now: LocalTime,
  known: Candidate | undefined,
): readonly Candidate[] {
  const asked = line.asked.has('time')
  const moments = momentsIn(line.text, now, asked)
  const found: Candidate[] = []
  for (const [index, told] of moments.entries()) {
    const moment = inKnownMonth(line, told, known, now)
    // 去年十二月开始搭今年三月盖完的: the end is told with the beginning.
    if ((found.at(-1)?.end ?? 0) >= moment.end) continue
    const latest = found.at(-1) ?? known
    // 昨晚九点到今天一点十分, said before noon: the end is settled as the beginning is.
    const following = moments[index + 1]
    const next = following === undefined ? undefined : settledToday(following, now)
    const candidate = candidateOf(line, moment, moments[index - 1], next, now, latest)
    if (candidate !== undefined) found.push(candidate)
  }
  const lasted = found.length === 0 && !line.usage ? durationIn(line.text, now, asked) : undefined
  if (lasted !== undefined) {
    const { from, once = isOnceAsked(line, from), ...span } = lasted
    const value = once ? from : { from }
    found.push({ ...span, value, line, score: asked ? 4 : 0, moment: undefined })
  }
  const week = found.length === 0 && !line.habitual ? wholeWeekIn(line.text, now, asked) : undefined
  if (week !== undefined) {
    const { from, to, ...span } = week
    found.push({
      ...span,
      value: { from, to },
      line,
      score: asked ? 4 : -1,
      confidence: 0.7,
      moment: undefined,
    })
  }
  return found
}

/** 不到十分钟, in answer to 什么时候锁上的: the moment of what happened once. */
const isOnceAsked = ({ once, asked, question }: TimedLine, from: string): boolean =>
  once ||
  (from.includes('T') &&
    asked.has('time') &&
    !asked.has('since') &&
    !isStopAsked(question) &&
    !isStateAsked(question, { before: '', after: '', between: '' }))

/** 十二号, in answer to 具体哪天 after 上个月 or 国庆那几天; 二十九号, on the 24th, after 上个月二十八号. */
function inKnownMonth(line: TimedLine, moment: Moment, known: Candidate | undefined, now: LocalTime): Moment {
  const month = known?.moment
  const day = /^(?<day>[一二三四五六七八九十]{1,3})[号日]/.exec(line.text.slice(moment.start, moment.end))
  const toCome = moment.date !== undefined && daysBetween(now, moment.date) > 0
  const rough = month?.monthOnly === true || toCome || (line.exact && month?.named !== undefined)
  if (month?.date === undefined || !rough || day === null || !line.asked.has('time')) return moment
  const date = inMonth({ ...month.date, day: 1 }, day.groups?.['day'] ?? '')?.date
  return date === undefined ? moment : { ...moment, date }
}

function candidateOf(
  line: TimedLine,
  moment: Moment,
  previous: Moment | undefined,
  next: Moment | undefined,
  now: LocalTime,
  known: Candidate | undefined,
): Candidate | undefined {
  const around: Surroundings = {
    before: line.text.slice(previous?.end ?? 0, moment.start),
    after: line.text.slice(moment.end),
    between: line.text.slice(moment.end, next?.start),
    first: previous === undefined,
    beforeDate: next?.date !== undefined,
  }
  const asked = line.asked.has('time')
  const untilNow = /[到至]$/.test(around.before) && line.text.startsWith('今', moment.start)
  if (previous !== undefined && (untilNow || until.test(around.before))) return undefined
  // 唱到凌晨三点: when it ended that night, and perhaps every night.
  if (
    moment.date === undefined &&
    (leadsToEnd.test(around.before) ||
      (endsMatter(around.after) &&
        !isStopAsked(line.question) &&
        !/[有来][水电气网]/.test(line.question) &&
        !isPresentStill(around.before)))
  )
    return undefined
  // 八点以后静音, in answer to 您的诉求是: when it is to be so.
  if (moment.date === undefined && line.wished && !asked && !isOfToday(line.text, moment)) return undefined
  if (isOtherMatter(moment, around, asked, line.spoken) || isBareNumber(line, moment, around.before))
    return undefined
  const words = line.text.slice(moment.start, moment.end)
  // 四点半, in answer to 排到几点: it tells nothing of when the matter was.
  if (moment.date === undefined && tellsEndOnly(line, moment)) return undefined
  if (!asked && isAgreedFor(words, around)) return undefined
  const passing =
    (moment.clock !== undefined && stillThen.test(around.after)) || isStateOfToday(line.text, moment)
  const begun = known?.passing === true ? undefined : known
  const dated =
    moment.date === undefined ? dateFor(moment, around.between, begun, line, now) : settledToday(moment, now)
  const from = dated === undefined ? undefined : formatMoment(dated)
  if (dated === undefined || from === undefined || isToCome(from, now)) return undefined
  if (isAnnounced(words, from, around, now)) return undefined
  const last = lastOf(dated, next, around, line)
  const to = last !== undefined && last < from ? undefined : last
  const unfinished = to !== undefined && isToCome(to, now)
  // From early till midnight, said at noon, is a habit; a date up to which it is to go on is told.
  const holiday = unfinished && dated.named !== undefined
  if (unfinished && !holiday && (to.includes('T') || dated.monthOnly)) return undefined
  const ongoing =
    holiday ||
    (hasOutlasted(line, next, around) && !isOver(line.question, words, around)) ||
    (passing && isOfLastHours(dated, now)) ||
    (moment.date === undefined && isHourOf(known, line)) ||
    goesOnSince(line, words, around, isOpen(known?.value))
  const score = weightOf(moment, dated, around, {
    asked,
    ongoing,
    exact: line.exact,
    question: line.question,
  })
  const vagueHour = dated.clock !== undefined && dated.period === undefined
  return {
    value: to !== undefined && !holiday ? { from, to } : ongoing ? { from } : from,
    line,
    start: moment.start,
    end: to === undefined ? moment.end : (next?.end ?? moment.end),
    score: score - (passing ? 3 : 0) + (line.dayTold ? restatement(around) : 0),
    confidence: asked ? 0.9 : vagueHour ? 0.7 : 0.85,
    moment: dated,
    assumed: moment.date === undefined && known === undefined,
    passing,
    sinceAsked: line.asked.has('since') && /从|开始|起|多久|几[天年周个]|第一/.test(line.question),
    over: isOver(line.question, words, around),
  }
}

/** 一点多, in answer to 几点 after 昨晚开始: the hour at which it began, and it goes on. */
const isHourOf = (known: Candidate | undefined, line: TimedLine): boolean =>
  known !== undefined &&
  known.line.index < line.index &&
  isOpen(known.value) &&
  known.moment?.clock === undefined &&
  /^(?:是|大概|具体|那|您说的|昨晚|昨天|今天)*几点(?:钟|开始|左右)?的?$/.test(line.question)

/** 端午第二天就是六月一号, 不在是十二号, to the seat's 那就是五月底: the day as the caller puts it right. */
const restating =
  /^(?:[对是不嗯啊哦哎啦吧系]|应该|差不多|准确|严格|来讲|说|其实|大概|上个?|这个?)*$|(?:就|应该|其实|而|才)是$|[^不]是$|不对/
const corrected = /是$|不对/

const isRestated = ({ before, after, first }: Surroundings): boolean =>
  (first || before !== '') && restating.test(before) && !/^[^，]{0,2}[又再也还]/.test(after)

/** How much speaks for a time that puts right what the seat said. */
const restatement = (around: Surroundings): number =>
  isRestated(around) ? (corrected.test(around.before) ? 9 : 8) : 0

/** Whether what began at the moment goes on, by the question, the words around it and all that is said. */
function goesOnSince(line: TimedLine, words: string, around: Surroundings, open: boolean): boolean {
  const { question, spoken } = line
  if (isOver(question, words, around)) return false
  return (
    (line.asked.has('since') && !line.once && !isNoticed(question, around) && !isFirstOfSeveral(around)) ||
    ((line.exact || (line.dayTold && isRestated(around))) && open) ||
    (isStateAsked(question, around) && !words.endsWith('前') && !isMended(spoken)) ||
    goesOn(around) ||
    isStillOff(around, spoken, question) ||
    isStillIn(around, spoken, question) ||
    hasLasted(question, spoken)
  )
}

/** 十三号 at the end of a line is a house as often as a date. */
function isBareNumber(line: TimedLine, moment: Moment, before: string): boolean {
  const words = line.text.slice(moment.start, moment.end)
  // 多一位不是多一号: of what differs.
  if (moment.clock === undefined && (/[多差]$/.test(before) || line.text.includes(`号不是${words}`)))
    return true
  if (
    line.asked.has('time') ||
    line.dayTold ||
    /那?就是$/.test(before) ||
    !/^[^年月]{1,3}[号日]$/.test(words)
  )
    return false
  if (line.asked.has('number') || /[路街巷楼门栋]号?(?:牌|是)/.test(before)) return true
  const street = /[路街道巷村里][^，]{0,20}$/.test(line.text.slice(0, moment.start))
  return moment.end === line.text.length && (street || !isCorrected(before))
}
