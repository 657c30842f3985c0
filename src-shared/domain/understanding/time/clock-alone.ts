import { earlierToday, readInLightOf } from './borrowed-date.ts'
import { hasJustBeen, isEvent, isOfLastHours, isOfToday } from './clock-of-today.ts'
import { until } from './end-of-matter.ts'
import { isBeforeAskedEvent, tellsAskedEvent } from './events-asked.ts'
import { isPresentStill } from './going-on.ts'
import type { LocalTime } from './local-time.ts'
import { type Candidate, isOpen } from './time-choice.ts'
import type { Moment } from './time-expression.ts'
import { isCorrected, isHabit } from './time-role.ts'
import type { TimedLine } from './timed-line.ts'

/** 今天早高峰八点十分: so many characters may stand between a day and its clock. */
const nearby = 3

/** 八点多 after 昨天晚上: the clock belongs to the date already heard. */
export function dateFor(
  moment: Moment,
  between: string,
  known: Candidate | undefined,
  line: TimedLine,
  now: LocalTime,
): Moment | undefined {
  if (line.habitual || isHabit(line.text, moment)) return undefined
  // 十二点以后关音响 tells no better when it was that the noise began.
  const base = known?.moment
  const begun = isOpen(known?.value) && base !== undefined && base.clock === undefined
  const later = /^(?:多|左右|钟)*[以之过]后/.test(line.text.slice(moment.end))
  if (begun && (later || isOfEachDay(line, moment, between, known) || !line.asked.has('time')))
    return undefined
  if (line.hours && (known === undefined || isOpen(known.value))) return undefined
  if (base === undefined)
    return isToday(moment, line, now) ? earlierToday(moment, now, /刚才|刚刚|刚/.test(line.text)) : undefined
  if (until.test(between) && isSameClock(moment, base))
    return { ...moment, date: base.date, clock: base.clock, period: base.period }
  const before = line.text.slice(Math.max(0, moment.start - 4), moment.start)
  // 昨天晚上从九点吵到十二点
  const gap = known?.line.index === line.index ? moment.start - known.end : Infinity
  const joined = gap <= nearby || ((before.endsWith('从') || until.test(between)) && gap < Infinity)
  const asked = line.asked.has('time') || line.reply !== 'none' || joined || isEvent(line.text, moment)
  const another = isCorrected(before) || line.chosen || isSecondEvent(line, moment, between, known)
  return readInLightOf(moment, base, asked, another, now)
}

/** 十一点到六点, in answer to 几点停 after 从五号开始: the hours of each day. */
const isOfEachDay = (
  line: TimedLine,
  { end }: Moment,
  between: string,
  known: Candidate | undefined,
): boolean =>
  known?.line.index !== line.index &&
  until.test(between) &&
  !/^(?:今|昨|现在|第二天|次日)/.test(line.text.slice(end + between.length))

/** Whether a clock of which no day is known is that of the day of the call. */
function isToday(moment: Moment, line: TimedLine, now: LocalTime): boolean {
  return (
    line.asked.has('time') ||
    /^.{0,10}(?:到(?:现在|目前|依家)|没停过)/.test(line.text.slice(moment.end)) ||
    (/^[^，点]{0,6}还(?:在|没)/.test(line.text.slice(moment.end)) &&
      isOfLastHours({ ...moment, date: now }, now)) ||
    isPresentStill(line.text.slice(0, moment.start)) ||
    hasJustBeen(line.text, moment, now) ||
    isOfToday(line.text, moment)
  )
}

/** 六点半雨大起来七点就灌进来, in answer to 几点进水的: the second clock is that of what was asked for. */
function isSecondEvent(
  line: TimedLine,
  moment: Moment,
  between: string,
  known: Candidate | undefined,
): boolean {
  if (known?.line.index !== line.index) return false
  const first = line.text.slice(known.end, moment.start)
  if (/^(?:多|左右)?就?开始/.test(first) || tellsAskedEvent(line.question, first)) return false
  return tellsAskedEvent(line.question, between) || isBeforeAskedEvent(line.question, first)
}

/** 十二点到一点半 after 昨晚十二点: the clock said again, with the end. */
const isSameClock = ({ clock, period }: Moment, base: Moment): boolean =>
  clock !== undefined &&
  base.clock !== undefined &&
  period === undefined &&
  clock.hour % 12 === base.clock.hour % 12 &&
  clock.minute === base.clock.minute
