import type { Line } from '../hearing/hearing.ts'
import { earlierToday, endOf, readInLightOf, settledToday } from './borrowed-date.ts'
import { hasJustBeen, isEvent, isOfToday } from './clock-of-today.ts'
import type { LocalTime } from './local-time.ts'
import { holidayEnd } from './named-days.ts'
import { type Candidate, isOpen } from './time-choice.ts'
import { durationIn } from './time-durations.ts'
import { inMonth } from './resolve-date.ts'
import { formatMoment, type Moment, momentsIn } from './time-expression.ts'
import {
  goesOn,
  hasLasted,
  isFirstOfSeveral,
  isNoticed,
  isOver,
  isStateAsked,
  isStillIn,
  isStillOff,
  isStopAsked,
} from './going-on.ts'
import { endsMatter, isCorrected, isHabit, isOtherMatter, isToCome, type Surroundings } from './time-role.ts'
import { weightOf } from './time-weight.ts'
import type { TimedLine } from './timed-line.ts'
import { wholeWeekIn } from './whole-weeks.ts'

/** 凌晨一点还在放: it had begun before. */
const stillThen = /^(?:多|左右|钟|了|都|也|他们?)*[还环](?:在|没|不)/
const until = /^.{0,3}(?:到|至|直到)$/
/** 没发到二月, 开始填的到六月三号: a day to which it went on; 收到 and 看到 lead to none. */
const untilDay = /^.{0,8}(?<![收看听闻遇碰见接买拿找签赶回来达送搬想])[到至]$/

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
    const moment = inKnownMonth(line, told, known)
    // 去年十二月开始搭今年三月盖完的: the end is told with the beginning.
    if ((found.at(-1)?.end ?? 0) >= moment.end) continue
    const latest = found.at(-1) ?? known
    const candidate = candidateOf(line, moment, moments[index - 1], moments[index + 1], now, latest)
    if (candidate !== undefined) found.push(candidate)
  }
  const lasted = found.length === 0 && !line.usage ? durationIn(line.text, now, asked) : undefined
  if (lasted !== undefined) {
    const { from, ...span } = lasted
    found.push({ ...span, value: line.once ? from : { from }, line, score: asked ? 4 : 0, moment: undefined })
  }
  const week = found.length === 0 && asked && !line.habitual ? wholeWeekIn(line.text, now) : undefined
  if (week !== undefined) {
    const { from, to, ...span } = week
    found.push({ ...span, value: { from, to }, line, score: 4, confidence: 0.7, moment: undefined })
  }
  return found
}

/** 十二号, in answer to 具体哪天 after 上个月. */
function inKnownMonth(line: TimedLine, moment: Moment, known: Candidate | undefined): Moment {
  const month = known?.moment
  const day = /^(?<day>[一二三四五六七八九十]{1,3})[号日]/.exec(line.text.slice(moment.start, moment.end))
  if (month?.date === undefined || !month.monthOnly || day === null || !line.asked.has('time')) return moment
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
    (/[到至]$/.test(around.before) || (endsMatter(around.after) && !isStopAsked(line.question)))
  )
    return undefined
  // 八点以后静音, in answer to 您的诉求是: when it is to be so.
  if (moment.date === undefined && line.wished && !asked && !isOfToday(line.text, moment)) return undefined
  if (isOtherMatter(moment, around, asked, line.spoken) || isBareNumber(line, moment, around.before))
    return undefined
  const passing = moment.date === undefined && stillThen.test(around.after)
  const begun = known?.passing === true ? undefined : known
  const dated = moment.date === undefined ? dateFor(moment, begun, line, now) : settledToday(moment, now)
  const from = dated === undefined ? undefined : formatMoment(dated)
  if (dated === undefined || from === undefined || isToCome(from, now)) return undefined
  const last = lastOf(dated, next, around, line)
  const to = last !== undefined && last < from ? undefined : last
  const unfinished = to !== undefined && isToCome(to, now)
  // From early till midnight, said at noon, is a habit; a date up to which it is to go on is told.
  const holiday = unfinished && dated.named !== undefined
  if (unfinished && !holiday && (to.includes('T') || dated.monthOnly)) return undefined
  const words = line.text.slice(moment.start, moment.end)
  const ongoing = holiday || goesOnSince(line, words, around, isOpen(known?.value))
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
    over: isOver(line.question, words, around),
  }
}

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
    (isStateAsked(question, around) && !words.endsWith('前')) ||
    goesOn(around) ||
    isStillOff(around, spoken, question) ||
    isStillIn(around, spoken, question) ||
    hasLasted(question, spoken)
  )
}

/** 十三号 at the end of a line is a house as often as a date. */
function isBareNumber(line: TimedLine, moment: Moment, before: string): boolean {
  const words = line.text.slice(moment.start, moment.end)
  if (line.text.includes(`号不是${words}`)) return true
  if (line.asked.has('time') || line.dayTold || !/^[^年月]{1,3}[号日]$/.test(words)) return false
  if (line.asked.has('number') || /[路街巷楼门栋]号?(?:牌|是)/.test(before)) return true
  const street = /[路街道巷村里][^，]{0,20}$/.test(line.text.slice(0, moment.start))
  return moment.end === line.text.length && (street || !isCorrected(before))
}

/** 两点十分进的七点四十出的: the time in between is told. */
const entered =
  /^(?:多|左右|钟)?(?:才|就)?(?:上的?车|进[的去场来]|入场|进去的|去的?|出发的?|来的?|停|存|放|寄|租|借)(?:的|去|进去|进来|车)*(?:第二天|次日|隔天)?$/
const leaves =
  /^(?:多|左右|钟)?(?:才|就)?(?:下的?车|出[的来场]|离场|离开|回|返程|走|取|开走|提|拿|还|散|停|结束|收)/

const nextDay = /第二天|次日|隔天/

/** The end of the matter: a second moment after 到 or with what ended it, the last of several days, a holiday's end. */
function lastOf(
  dated: Moment,
  next: Moment | undefined,
  { after, between }: Surroundings,
  line: Line,
): string | undefined {
  if (next === undefined) return holidayEnd(dated, after)
  const rest = line.text.slice(next.end)
  // 上周五开始到今天都没好: it has not ended.
  if (
    until.test(between) &&
    next.clock === undefined &&
    /^今[天日]|^今[早晚][^，]{0,2}[都也还没]/.test(line.text.slice(next.start))
  )
    return undefined
  // 四月六号开始一直到昨天晚上还在做: going on, as far as the caller has seen.
  if (until.test(between) && next.date !== undefined && dated.clock === undefined && stillThen.test(rest))
    return undefined
  if (next.closes === true) return endOf(next, dated)
  if (untilDay.test(between) && next.clock === undefined && !line.text.startsWith('今', next.start))
    return endOf(next, dated)
  const joined = dated.monthOnly ? /^(?:和|跟|、|还有|以及)?$/ : /^(?:和|跟|、|还有|以及)$/
  const left = entered.test(between) && leaves.test(rest)
  // 上个月和这个月的工资
  const months = dated.monthOnly && next.monthOnly && /^(?:份|的)*(?:和|跟|、|还有)$/.test(between)
  const together =
    months ||
    (joined.test(between) && /^(?:这|那)?(?:两|[三四五]|几)?(?:天|晚|个月)/.test(rest)) ||
    (between === '' && /^[这那]?(?:[两三四五]|几)(?:天|晚|万)/.test(rest))
  const ended =
    between.length <= 14 && endsMatter(rest) && next.date !== undefined && !/说|讲|答应|承诺|约/.test(between)
  return until.test(between) || left || together || ended
    ? endOf(next, dated, nextDay.test(between))
    : holidayEnd(dated, after)
}

/** 今天早高峰八点十分: so many characters may stand between a day and its clock. */
const nearby = 3

/** 八点多 after 昨天晚上: the clock belongs to the date already heard. */
function dateFor(
  moment: Moment,
  known: Candidate | undefined,
  line: TimedLine,
  now: LocalTime,
): Moment | undefined {
  if (line.habitual || isHabit(line.text, moment)) return undefined
  // 十二点以后关音响 tells no better when it was that the noise began.
  const begun = isOpen(known?.value) && known?.moment?.clock === undefined
  const later = /^(?:多|左右|钟)*[以之过]后/.test(line.text.slice(moment.end))
  if (begun && (later || !line.asked.has('time'))) return undefined
  const before = line.text.slice(Math.max(0, moment.start - 4), moment.start)
  // 昨天晚上从九点吵到十二点
  const gap = known?.line.index === line.index ? moment.start - known.end : Infinity
  const joined = gap <= nearby || (before.endsWith('从') && gap < Infinity)
  const asked = line.asked.has('time') || line.reply !== 'none' || joined || isEvent(line.text, moment)
  const lasts = /^.{0,10}(?:到(?:现在|目前|依家)|没停过)/.test(line.text.slice(moment.end))
  if (line.hours && (known === undefined || isOpen(known.value))) return undefined
  if (known === undefined)
    return line.asked.has('time') ||
      lasts ||
      hasJustBeen(line.text, moment, now) ||
      isOfToday(line.text, moment)
      ? earlierToday(moment, now, /刚才|刚刚|刚/.test(line.text))
      : undefined
  return readInLightOf(moment, known.moment, asked, isCorrected(before) || line.chosen, now)
}
