/** A local wall-clock moment; no time zone is involved. */
export interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** A date without a clock. */
export type LocalDate = Pick<LocalTime, 'year' | 'month' | 'day'>

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/

/** Reads `YYYY-MM-DD[THH:MM…]` as written, whatever offset follows: the seat's own clock is what people speak of. */
export function parseLocalTime(text: string): LocalTime | undefined {
  const match = isoPattern.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map((part) => Number(part))
  return { year, month, day, hour: hour || 0, minute: minute || 0 }
}

const toUtc = (date: LocalDate): number => Date.UTC(date.year, date.month - 1, date.day)

/** The date `days` later (or earlier). */
export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = new Date(toUtc(date) + days * 86_400_000)
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** The moment `minutes` later (or earlier). */
export function addMinutes(time: LocalTime, minutes: number): LocalTime {
  const total = time.hour * 60 + time.minute + minutes
  const days = Math.floor(total / 1440)
  const rest = total - days * 1440
  return { ...addDays(time, days), hour: Math.floor(rest / 60), minute: rest % 60 }
}

/** The month `months` later (or earlier), as its first day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = date.year * 12 + date.month - 1 + months
  return { year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 }
}

/** How many days `b` is after `a`. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return (toUtc(b) - toUtc(a)) / 86_400_000
}

/** 1 for Monday to 7 for Sunday: weeks start on Monday. */
export function weekday(date: LocalDate): number {
  return new Date(toUtc(date)).getUTCDay() || 7
}

/** True for a date of the calendar, which 30 February is not. */
export function isRealDate(date: LocalDate): boolean {
  const same = addDays(date, 0)
  return same.year === date.year && same.month === date.month && same.day === date.day
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** `YYYY-MM`. */
export function formatMonth(date: LocalDate): string {
  return `${String(date.year)}-${pad(date.month)}`
}

/** `YYYY-MM-DD`, with `THH:MM` where a clock is given. */
export function formatDate(
  date: LocalDate,
  clock?: { readonly hour: number; readonly minute: number },
): string {
  const day = `${formatMonth(date)}-${pad(date.day)}`
  return clock === undefined ? day : `${day}T${pad(clock.hour)}:${pad(clock.minute)}`
}
