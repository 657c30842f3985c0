import { onTheDay } from './clock-expression.ts'
import { addDays, formatDate } from './local-time.ts'
import type { Moment } from './time-expression.ts'

/** The moments told so far and the next one, which may be one moment with the last of them. */
export function joined(text: string, told: readonly Moment[], next: Moment): readonly Moment[] {
  const finer = inItsLight(text, told.at(-1), next) ?? inItsPart(text, told.at(-1), next)
  return finer === undefined ? withDayBehind(text, told, next) : [...told.slice(0, -1), finer]
}

const thatIs = /^(?:左右|多|钟|那会儿?|的样子|的事情?|的时候|发生的)*(?:也?就是|应该是|好像是|大概是|是)$/

/** 晚上八点左右就是前天: a clock, and behind it the day that it was. */
function withDayBehind(text: string, told: readonly Moment[], next: Moment): readonly Moment[] {
  const clock = told.at(-1)
  const joined =
    clock?.clock !== undefined &&
    clock.date === undefined &&
    next.date !== undefined &&
    !next.monthOnly &&
    next.clock === undefined &&
    thatIs.test(text.slice(clock.end, next.start))
  return joined ? [...told.slice(0, -1), { ...clock, end: next.end, date: next.date }] : [...told, next]
}

/** 昨天晚上就是二十六号十一点二十: the day again with its clock, in the part of the day that was told before it. */
function inItsPart(text: string, rough: Moment | undefined, next: Moment): Moment | undefined {
  if (rough?.date === undefined || rough.period === undefined || rough.clock !== undefined) return undefined
  if (next.date === undefined || next.clock === undefined || next.period !== undefined) return undefined
  if (formatDate(rough.date) !== formatDate(next.date)) return undefined
  if (!thatIs.test(text.slice(rough.end, next.start))) return undefined
  const { hour, nextDay } = onTheDay(next.clock.hour % 12 || 12, rough.period)
  const date = nextDay ? addDays(next.date, 1) : next.date
  return { ...next, start: rough.start, date, period: rough.period, clock: { ...next.clock, hour } }
}

const notYet = /^(?:多|钟)?(?:[之以]?前|不到|还没到|差一点)(?:吧|大概|应该是?|就是)?$/

/** 昨天傍晚七点前六点五十: the clock that is meant, of the day and in the half of it that were told before it. */
function inItsLight(text: string, rough: Moment | undefined, next: Moment): Moment | undefined {
  if (rough?.date === undefined || rough.clock === undefined || next.clock === undefined) return undefined
  if (next.date !== undefined || !notYet.test(text.slice(rough.end, next.start))) return undefined
  const { hour } = onTheDay(next.clock.hour % 12, next.period ?? rough.period)
  return { ...rough, end: next.end, clock: { ...next.clock, hour } }
}
