import type { Line } from '../hearing/hearing.ts'
import { earlierToday, endOf, readInLightOf, settledToday } from './borrowed-date.ts'
import { hasJustBeen, isEvent, isOfToday } from './clock-of-today.ts'
import type { LocalTime } from './local-time.ts'
import { holidayEnd } from './named-days.ts'
import { type Candidate, isOpen } from './time-choice.ts'
import { durationIn } from './time-durations.ts'
import { formatMoment, type Moment, momentsIn } from './time-expression.ts'
import {
  endsMatter,
  goesOn,
  hasLasted,
  isCorrected,
  isFirstOfSeveral,
  isHabit,
  isNoticed,
  isOtherMatter,
  isOver,
  isStateAsked,
  isStillIn,
  isStopAsked,
  isStillOff,
  isToCome,
  type Surroundings,
} from './time-role.ts'
import { weightOf } from './time-weight.ts'
import type { TimedLine } from './timed-line.ts'

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
  for (const [index, moment] of moments.entries()) {
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
  return found
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
    score: passing ? score - 3 : score,
    confidence: asked ? 0.9 : vagueHour ? 0.7 : 0.85,
    moment: dated,
    assumed: moment.date === undefined && known === undefined,
    passing,
    over: isOver(line.question, words, around),
  }
}

/** Whether what began at the moment goes on, by the question, the words around it and all that is said. */
function goesOnSince(line: TimedLine, words: string, around: Surroundings, open: boolean): boolean {
  const { question, spoken } = line
  if (isOver(question, words, around)) return false
  return (
    (line.asked.has('since') && !line.once && !isNoticed(question, around) && !isFirstOfSeveral(around)) ||
    (line.exact && open) ||
    (isStateAsked(question, around) && !words.endsWith('前')) ||
    goesOn(around) ||
    isStillOff(around, spoken, question) ||
    isStillIn(around, spoken) ||
    hasLasted(question, spoken)
  )
}

/** 十三号 at the end of a line is a house as often as a date. */
function isBareNumber(line: Line, moment: Moment, before: string): boolean {
  if (line.asked.has('time') || !/^[^年月]{1,3}[号日]$/.test(line.text.slice(moment.start, moment.end)))
    return false
  if (line.asked.has('number') || /[路街巷楼门栋]号?(?:牌|是)/.test(before)) return true
  const street = /[路街道巷村里][^，]{0,20}$/.test(line.text.slice(0, moment.start))
  return moment.end === line.text.length && (street || !isCorrected(before))
}

/** 两点十分进的七点四十出的: the time in between is told. */
const entered = /^(?:多|左右)?(?:才|就)?(?:上的?车|进[的去场]|入场|进去的|去的?|出发的?)$/
const leaves = /^(?:多|左右)?(?:才|就)?(?:下的?车|出[的来场]|离场|离开|回|返程)/

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
  if (until.test(between) && next.clock === undefined && /^今[天日]/.test(line.text.slice(next.start)))
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
  return until.test(between) || left || together || ended ? endOf(next, dated) : holidayEnd(dated, after)
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
