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
  isCorrected,
  isFirstOfSeveral,
  isHabit,
  isNoticed,
  isOtherMatter,
  isStateAsked,
  isStillIn,
  isStillOff,
  isToCome,
  type Surroundings,
} from './time-role.ts'
import { weightOf } from './time-weight.ts'
import type { TimedLine } from './timed-line.ts'

const until = /^.{0,3}(?:到|至|直到)$/

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
  if (moment.date === undefined && (/[到至]$/.test(around.before) || endsMatter(around.after)))
    return undefined
  if (isOtherMatter(moment, around, asked) || isBareNumber(line, moment, around.before)) return undefined
  const dated = moment.date === undefined ? dateFor(moment, known, line, now) : settledToday(moment, now)
  const from = dated === undefined ? undefined : formatMoment(dated)
  if (dated === undefined || from === undefined || isToCome(from, now)) return undefined
  const last = lastOf(dated, next, around, line)
  const to = last !== undefined && last < from ? undefined : last
  // From early till midnight, said at noon, is a habit.
  if (to !== undefined && isToCome(to, now)) return undefined
  const ongoing =
    (line.asked.has('since') &&
      !line.once &&
      !isNoticed(line.question, around) &&
      !isFirstOfSeveral(around)) ||
    (line.exact && isOpen(known?.value)) ||
    (isStateAsked(line.question, around) && !line.text.slice(0, moment.end).endsWith('前')) ||
    goesOn(around) ||
    isStillOff(around, line.spoken, line.question) ||
    isStillIn(around, line.spoken)
  const score = weightOf(moment, dated, around, {
    asked,
    ongoing,
    exact: line.exact,
    question: line.question,
  })
  const vagueHour = dated.clock !== undefined && dated.period === undefined
  return {
    value: to !== undefined ? { from, to } : ongoing ? { from } : from,
    line,
    start: moment.start,
    end: to === undefined ? moment.end : (next?.end ?? moment.end),
    score,
    confidence: asked ? 0.9 : vagueHour ? 0.7 : 0.85,
    moment: dated,
    assumed: moment.date === undefined && known === undefined,
  }
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
  // 上周五开始到今天都没好: it has not ended.
  if (until.test(between) && next.clock === undefined && /^今[天日]/.test(line.text.slice(next.start)))
    return undefined
  const rest = line.text.slice(next.end)
  const joined = dated.monthOnly ? /^(?:和|跟|、|还有|以及)?$/ : /^(?:和|跟|、|还有|以及)$/
  const left = entered.test(between) && leaves.test(rest)
  const together =
    (joined.test(between) && /^(?:这|那)?(?:两|[三四五]|几)?(?:天|晚|个月)/.test(rest)) ||
    (between === '' && /^[两三][天晚]/.test(rest))
  const ended = between.length <= 14 && endsMatter(rest) && next.date !== undefined
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
  if (begun && !line.asked.has('time')) return undefined
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
  return readInLightOf(moment, known.moment, asked, isCorrected(before))
}
