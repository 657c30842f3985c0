import { cardinalOf } from '../../../text/numerals.ts'
import {
  addDays,
  addMinutes,
  addMonths,
  isRealDate,
  type LocalDate,
  type LocalTime,
  weekday,
} from './local-time.ts'
import { namedDate } from './named-days.ts'

/** The date, and perhaps the clock, that words mean. */
export interface Resolved {
  readonly date: LocalDate
  readonly monthOnly: boolean
  readonly clock?: { readonly hour: number; readonly minute: number }
}

/** The date that the groups of a pattern of `time-expression.ts` mean on the day of the call. */
export function resolveDate(
  groups: Readonly<Record<string, string | undefined>>,
  now: LocalTime,
): Resolved | undefined {
  const { spoken, nightly, ago, agoUnit, elapsed, elapsedUnit, named } = groups
  if (named !== undefined) {
    const date = namedDate(named, groups['namedYear'], now)
    const nth = cardinalOf(groups['nth'] ?? (groups['morrow'] === undefined ? '一' : '二')) ?? 1
    const eve = groups['eve']
    const back = eve === undefined ? 0 : (cardinalOf(/[一两三]/.exec(eve)?.[0] ?? '一') ?? 1)
    return date === undefined ? undefined : { date: addDays(date, nth - 1 - back), monthOnly: false }
  }
  if (elapsed !== undefined && elapsedUnit !== undefined) return earlier(elapsed, elapsedUnit, now)
  const dayOnly = groups['dayOnly'] ?? groups['lastDay'] ?? groups['fromDay'] ?? groups['bareDay']
  const justNow = groups['justNow'] === undefined ? undefined : '今'
  const day = spoken?.slice(0, spoken.startsWith('大') ? 2 : 1) ?? nightly ?? justNow
  if (day !== undefined) {
    const back = { 今: 0, 当: 0, 昨: 1, 前: 2, 大前: 3 }[day]
    return spoken === '当天' || back === undefined
      ? undefined
      : { date: addDays(now, -back), monthOnly: false }
  }
  if (groups['weekday'] !== undefined)
    return { date: weekdayDate(groups['week'], groups['weekday'], now), monthOnly: false }
  if (groups['halfMonth'] !== undefined) return { date: addDays(now, -15), monthOnly: false }
  if (groups['halfYear'] !== undefined) return { date: addMonths(now, -6), monthOnly: true }
  if (ago !== undefined && agoUnit !== undefined) return before(cardinalOf(ago), agoUnit, now)
  if (dayOnly !== undefined) return lately(dayOnly, now)
  return monthDate(groups, now)
}

/** 半个小时前 and 二十分钟前, counted back from the call's start. */
function earlier(words: string, unit: string, now: LocalTime): Resolved | undefined {
  const minutes = minutesOf(words, unit)
  if (minutes === undefined) return undefined
  const moment = addMinutes(now, -minutes)
  return { date: moment, monthOnly: false, clock: { hour: moment.hour, minute: moment.minute } }
}

/** 一个半小时 is 90, 二十分钟 is 20, 一刻钟 is 15. */
export function minutesOf(words: string, unit: string): number | undefined {
  const half = words.includes('半') ? 0.5 : 0
  const whole = words.replace(/[个半]/g, '')
  const count = whole === '' ? 0 : cardinalOf(whole)
  const each = unit.endsWith('分钟') ? 1 : unit.endsWith('刻钟') ? 15 : 60
  return count === undefined ? undefined : Math.round((count + half) * each)
}

function before(count: number | undefined, unit: string, now: LocalTime): Resolved | undefined {
  if (count === undefined || !Number.isInteger(count)) return undefined
  if (unit.endsWith('月')) return { date: addMonths(now, -count), monthOnly: true }
  return { date: addDays(now, unit === '天' ? -count : -7 * count), monthOnly: false }
}

function weekdayDate(week: string | undefined, name: string, now: LocalTime): LocalDate {
  const wanted = /[日天末7]/.test(name) ? (name === '末' ? 6 : 7) : (cardinalOf(name) ?? 1)
  const monday = addDays(now, 1 - weekday(now))
  const weeks = week === undefined || /这|本/.test(week) ? 0 : week.startsWith('上上') ? -2 : -1
  const date = addDays(monday, weeks * 7 + wanted - 1)
  // A bare 周五 said on a Wednesday is the last one.
  return week === undefined && wanted > weekday(now) ? addDays(date, -7) : date
}

function monthDate(
  groups: Readonly<Record<string, string | undefined>>,
  now: LocalTime,
): Resolved | undefined {
  const { year, month, relativeMonth, day } = groups
  if (relativeMonth !== undefined) {
    const back = relativeMonth.startsWith('上上') ? 2 : relativeMonth.startsWith('上') ? 1 : 0
    const first = addMonths(now, -back)
    return day === undefined ? { date: first, monthOnly: true } : inMonth(first, day)
  }
  const number = month === undefined ? undefined : cardinalOf(month)
  if (number === undefined || number < 1 || number > 12) return undefined
  const spokenYear = yearOf(year, now)
  const guessed = number > now.month ? now.year - 1 : now.year
  const first = { year: spokenYear ?? guessed, month: number, day: 1 }
  return day === undefined ? { date: first, monthOnly: true } : inMonth(first, day)
}

/** 二十八号 said on the third is last month's. */
function lately(day: string, now: LocalTime): Resolved | undefined {
  const turned = now.day <= 10 && (cardinalOf(day) ?? 0) >= 20
  return inMonth(addMonths(now, turned ? -1 : 0), day)
}

/** The day of a month, where it has such a day. */
export function inMonth(first: LocalDate, day: string): Resolved | undefined {
  const date = { year: first.year, month: first.month, day: cardinalOf(day) ?? 0 }
  return date.day > 0 && isRealDate(date) ? { date, monthOnly: false } : undefined
}

function yearOf(words: string | undefined, now: LocalTime): number | undefined {
  if (words === undefined) return undefined
  const relative = { 今: 0, 去: 1, 前: 2 }[words]
  if (relative !== undefined) return now.year - relative
  const digits = Number(Array.from(words, (word) => cardinalOf(word) ?? '').join(''))
  return digits >= 2000 && digits < 2100 ? digits : digits > 0 && digits < 100 ? 2000 + digits : undefined
}
