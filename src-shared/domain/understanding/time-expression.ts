import { numeralSource, cardinalOf } from '../../text/numerals.ts'
import {
  addDays,
  addMonths,
  formatDate,
  formatMonth,
  isRealDate,
  type LocalDate,
  type LocalTime,
  weekday,
} from './local-time.ts'

/** A moment read from words: a month, a date, or a date with a clock. */
export interface Moment {
  readonly start: number
  readonly end: number
  readonly date: LocalDate | undefined
  readonly monthOnly: boolean
  readonly clock: { readonly hour: number; readonly minute: number } | undefined
  /** 早上, 晚上 … of the date, where said: a clock heard later is read in its light. */
  readonly period: string | undefined
}

const number = numeralSource
const periods = '凌晨|清晨|早晨|早上|清早|大早上|上午|中午|下午|傍晚|晚上|夜里|夜晚|半夜|深夜|夜间|晚间|早|晚'
const days = '大前天|前天|昨天|今天|当天|昨日|今日|昨儿|今儿'
const dayPattern = new RegExp(
  [
    `(?<spoken>${days})`,
    '(?<nightly>[昨今前](?=[晚早夜]))',
    `(?<justNow>刚[才刚])(?=${number}点)`,
    `(?<week>上上个?|上个?|这个?|本)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末]|[1-7])(?![周期次])`,
    `(?:(?<year>${number}|今|去|前)年)?(?:(?<month>${number})月份?|(?<relativeMonth>上上个?月|上个?月|这个月|本月))(?:(?<day>${number})(?:号|日))?`,
    `(?<ago>${number})(?<agoUnit>天|个?星期|周|个礼拜|个月)(?:以)?前`,
    `(?<dayOnly>${number})(?:号|日)(?=${periods}|那天|开始|起|$)`,
  ].join('|'),
  'g',
)
const clockSource = `(?<period>${periods})?(?:的)?(?:大概|大约|差不多|快)?(?:(?<hour>${number})(?:点|时)(?:钟)?(?:(?<half>半)|(?<quarter>[一三])刻|(?<minute>[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九]|\\d{1,2}(?!\\d))分?)?|(?<digital>\\d{1,2})[:：](?<digitalMinute>\\d{2}))`
const clockPattern = new RegExp(clockSource)
const clockAfter = new RegExp(`^(?:的)?${clockSource}`)
const periodAfter = new RegExp(`^(?:的)?(${periods})`)

/**
 * Every date or clock in a text, resolved against the start of the call. 一点 alone is a clock only where a clock was
 * asked for (快一点 and 有一点 are none).
 */
export function momentsIn(text: string, now: LocalTime, clockAsked = false): readonly Moment[] {
  const moments: Moment[] = []
  for (const match of text.matchAll(dayPattern)) {
    const resolved = resolveDate(match.groups ?? {}, now)
    if (resolved === undefined) continue
    const end = match.index + match[0].length
    moments.push(withClock(text, match.index, end, resolved.date, resolved.monthOnly))
  }
  return [...moments, ...clocksAlone(text, moments, clockAsked)].sort((a, b) => a.start - b.start)
}

function withClock(text: string, start: number, end: number, date: LocalDate, monthOnly: boolean): Moment {
  const rest = text.slice(end)
  const clock = monthOnly ? null : clockAfter.exec(rest)
  const read = clock === null ? undefined : readClock(clock.groups ?? {}, date)
  if (clock !== null && read !== undefined)
    return {
      start,
      end: end + clock[0].length,
      date: read.date,
      monthOnly,
      clock: read.clock,
      period: read.period,
    }
  const period = monthOnly ? null : periodAfter.exec(rest)
  return {
    start,
    end: end + (period?.[0].length ?? 0),
    date,
    monthOnly,
    clock: undefined,
    period: period?.[1],
  }
}

function clocksAlone(text: string, dated: readonly Moment[], asked: boolean): readonly Moment[] {
  const found: Moment[] = []
  for (const match of text.matchAll(new RegExp(clockPattern, 'g'))) {
    const start = match.index
    const end = start + match[0].length
    if (dated.some((moment) => start < moment.end && end > moment.start)) continue
    const groups = match.groups ?? {}
    const read = readClock(groups, undefined)
    const plain = groups['period'] === undefined && groups['digital'] === undefined
    if (read === undefined || (plain && !asked && /^[一1]点/.test(match[0]))) continue
    found.push({ start, end, date: undefined, monthOnly: false, clock: read.clock, period: read.period })
  }
  return found
}

/** A clock on a date: 下午三点 is 15:00, and the small hours after 昨晚 belong to the later date. */
export function readClock(
  groups: Readonly<Record<string, string | undefined>>,
  date: LocalDate | undefined,
): Pick<Moment, 'date' | 'clock' | 'period'> | undefined {
  const spoken = groups['hour'] ?? groups['digital']
  const hour = spoken === undefined ? undefined : cardinalOf(spoken)
  const minute =
    groups['half'] !== undefined
      ? 30
      : groups['quarter'] !== undefined
        ? (cardinalOf(groups['quarter']) ?? 0) * 15
        : (cardinalOf(groups['minute'] ?? groups['digitalMinute'] ?? '0') ?? 0)
  if (hour === undefined || hour > 24 || minute > 59 || !Number.isInteger(hour)) return undefined
  const period = groups['period']
  const { hour: resolved, nextDay } = onTheDay(hour, period)
  return {
    date: date === undefined ? undefined : nextDay ? addDays(date, 1) : date,
    clock: { hour: resolved, minute },
    period,
  }
}

/** The hour of the day that was meant, and whether it already belongs to the next date. */
export function onTheDay(hour: number, period: string | undefined): { hour: number; nextDay: boolean } {
  if (hour === 24) return { hour: 0, nextDay: true }
  if (hour > 12) return { hour, nextDay: false }
  const night = period !== undefined && /晚|夜/.test(period)
  if (night && (hour === 12 || hour <= 5)) return { hour: hour % 12, nextDay: true }
  if (night || period === '傍晚' || period === '下午')
    return { hour: hour === 12 ? 12 : hour + 12, nextDay: false }
  if (period === '中午') return { hour: hour <= 3 ? hour + 12 : hour, nextDay: false }
  if (period === '凌晨') return { hour: hour % 12, nextDay: false }
  // Nobody says which half of the day: shops, offices and building sites are awake.
  if (period === undefined && hour >= 1 && hour <= 6) return { hour: hour + 12, nextDay: false }
  return { hour, nextDay: false }
}

function resolveDate(
  groups: Readonly<Record<string, string | undefined>>,
  now: LocalTime,
): { readonly date: LocalDate; readonly monthOnly: boolean } | undefined {
  const { spoken, nightly, ago, agoUnit, dayOnly } = groups
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
  if (ago !== undefined && agoUnit !== undefined) return before(cardinalOf(ago), agoUnit, now)
  if (dayOnly !== undefined) return inMonth({ ...now, day: 1 }, dayOnly)
  return monthDate(groups, now)
}

function before(
  count: number | undefined,
  unit: string,
  now: LocalTime,
): { date: LocalDate; monthOnly: boolean } | undefined {
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
): { date: LocalDate; monthOnly: boolean } | undefined {
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

function inMonth(first: LocalDate, day: string): { date: LocalDate; monthOnly: boolean } | undefined {
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

/** The moment at the granularity spoken; undefined for a clock without a date. */
export function formatMoment(moment: Moment): string | undefined {
  if (moment.date === undefined) return undefined
  return moment.monthOnly ? formatMonth(moment.date) : formatDate(moment.date, moment.clock)
}
