import { onTheDay } from './clock-expression.ts'
import { addDays, formatDate, type LocalTime } from './local-time.ts'
import { formatMoment, type Moment } from './time-expression.ts'

/** 八点多 after 昨天晚上: a clock said alone, on the date and in the part of the day that were heard before. */
export function readInLightOf(
  moment: Moment,
  base: Moment | undefined,
  asked: boolean,
  corrects: boolean,
  now?: LocalTime,
): Moment | undefined {
  const read = onDateOf(moment, base, asked, corrects)
  if (read === undefined || now === undefined) return read
  return settledToday(moment.period === undefined ? lately(read, now) : read, now)
}

function onDateOf(
  moment: Moment,
  base: Moment | undefined,
  asked: boolean,
  corrects: boolean,
): Moment | undefined {
  if (base?.date === undefined || base.monthOnly || moment.clock === undefined) return undefined
  if (base.clock !== undefined && !corrects) return finer(moment, base)
  if (!asked && !corrects && moment.period === undefined) return undefined
  const period = moment.period ?? base.period
  const spoken =
    moment.period === undefined && moment.clock.hour > 12 ? moment.clock.hour - 12 : moment.clock.hour
  const resolved =
    moment.period === undefined
      ? onTheDay(spoken, period)
      : {
          hour: moment.clock.hour,
          nextDay: onTheDay(moment.clock.hour % 12 || 12, period).nextDay && moment.clock.hour < 6,
        }
  const date = resolved.nextDay ? addDays(base.date, 1) : base.date
  return { ...moment, date, clock: { hour: resolved.hour, minute: moment.clock.minute }, period }
}

/** 四点零五, said at 16:22 of a day whose morning was spoken of: the half of the day in which it has only just been. */
function lately(moment: Moment, now: LocalTime): Moment {
  const { clock, date } = moment
  if (clock === undefined || date === undefined || formatDate(date) !== formatDate(now)) return moment
  const other = { ...clock, hour: (clock.hour + 12) % 24 }
  const passed = minutesOf(now) - minutesOf(other)
  return passed >= 0 && passed <= justBeen ? { ...moment, clock: other, period: undefined } : moment
}

/** Minutes. */
const justBeen = 30
const nearly = 10

/** 六点多, 六点十分: the same hour with its minutes. */
function finer(moment: Moment, base: Moment): Moment | undefined {
  const [known, said] = [base.clock, moment.clock]
  if (known === undefined || said === undefined || base.date === undefined) return undefined
  if (known.hour % 12 !== said.hour % 12) return undefined
  if (tellsHalfOfDay({ ...moment, date: base.date }, base)) return { ...moment, date: base.date }
  if (said.minute === 0) return undefined
  // 四十多吧四十五: but a little off.
  if (known.minute !== 0 && Math.abs(known.minute - said.minute) > nearly) return undefined
  return { ...moment, date: base.date, clock: { hour: known.hour, minute: said.minute }, period: base.period }
}

/** A clock in answer to 几点, with no date said: today, where it has already been; `just` now, the latest such. */
export function earlierToday(moment: Moment, now: LocalTime, just: boolean): Moment | undefined {
  const dated = settledToday({ ...moment, date: now, ...(just ? { named: '刚' } : {}) }, now)
  const { clock, period = '' } = dated
  if (clock === undefined || !isLater(clock, now)) return clock === undefined ? undefined : dated
  // 十一点, said half an hour past midnight.
  if (now.hour < smallHours && period === '' && clock.hour > smallHours && clock.hour < 12)
    return { ...dated, date: addDays(now, -1), clock: { ...clock, hour: clock.hour + 12 } }
  // 夜里十一点五十, said in the afternoon, was last night.
  return /(?<!傍)晚|夜/.test(period) ? { ...dated, date: addDays(now, -1) } : undefined
}

/** Until this hour people speak of the evening before as of the same night. */
const smallHours = 5

/** 今天六点 said at seven in the morning is this morning's. */
export function settledToday(moment: Moment, now: LocalTime): Moment {
  const { clock, date, period, named } = moment
  if (clock === undefined || date === undefined || period !== undefined) return moment
  const later = { ...clock, hour: clock.hour + 12 }
  // 刚刚七点 said at half past seven in the evening.
  if (named?.startsWith('刚') === true && clock.hour < 12 && !isLater(later, now))
    return { ...moment, clock: later }
  if (formatDate(date) !== formatDate(now)) return moment
  // 八点半 said at a quarter to nine in the evening.
  if (clock.hour < 12 && !isLater(later, now) && minutesOf(now) - minutesOf(later) <= thisHalf)
    return { ...moment, clock: later }
  if (clock.hour < 12 || !isLater(clock, now)) return moment
  return { ...moment, clock: { ...clock, hour: clock.hour - 12 } }
}

/** 今晚八点四十 after 八点四十: the same clock and day, with the half of the day that had not been said. */
export function tellsHalfOfDay({ date, clock, period }: Moment, known: Moment | undefined): boolean {
  if (known?.clock === undefined || known.date === undefined || known.period !== undefined) return false
  if (clock === undefined || date === undefined || period === undefined) return false
  const sameClock = clock.hour % 12 === known.clock.hour % 12 && clock.minute === known.clock.minute
  return sameClock && clock.hour !== known.clock.hour && formatDate(date) === formatDate(known.date)
}

type Clock = Pick<LocalTime, 'hour' | 'minute'>

/** Of two halves of the day the one is meant that has only just been, in minutes. */
const thisHalf = 180
const minutesOf = ({ hour, minute }: Clock): number => hour * 60 + minute
const isLater = (clock: Clock, now: Clock): boolean => minutesOf(clock) > minutesOf(now)

const beforeNoon = /早|上午|晨$/

/** The end of what began at `from`: 十一点 after 昨晚八点 is that night's. */
export function endOf(next: Moment, from: Moment, tomorrow = false): string | undefined {
  if (next.date !== undefined) return formatMoment(next)
  if (next.clock === undefined || from.date === undefined || from.clock === undefined) return undefined
  if (next.period === undefined && from.period === undefined && !tomorrow)
    return formatDate(from.date, nextSuch(next.clock, from.clock))
  const inherited =
    next.period === undefined
      ? onTheDay(next.clock.hour > 12 ? next.clock.hour - 12 : next.clock.hour, from.period)
      : { hour: next.clock.hour }
  // 上午九点到三点
  const noon = !tomorrow && next.period === undefined && beforeNoon.test(from.period ?? '')
  const hour = noon && inherited.hour <= from.clock.hour ? inherited.hour + 12 : inherited.hour
  const clock = { hour, minute: next.clock.minute }
  const wraps = tomorrow || clock.hour < from.clock.hour
  return formatDate(wraps ? addDays(from.date, 1) : from.date, clock)
}

/** 一点 to 六点 are read as those of the afternoon where nobody says which; later hours were said in so many words. */
const latestUnsaid = 18

/** 六点半进去的九点出来, 五点十分倒到五点半: nobody says which half of the day, and the next such hour is meant. */
function nextSuch({ hour, minute }: Clock, from: Clock): Clock {
  const halves = [hour % 12, (hour % 12) + 12].map((each) => ({ hour: each, minute }))
  return (hour > latestUnsaid ? undefined : halves.find((half) => isLater(half, from))) ?? { hour, minute }
}
