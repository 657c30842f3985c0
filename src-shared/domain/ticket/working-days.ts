import { localDay } from '../../base/local-time.ts'
import type { Calendar } from '../site-pack.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

/** What a calendar says of one day. */
interface WorkingDay {
  readonly working: boolean
  /** True where the year is not in the calendar, or only worked out: then the weekday decides, and may be wrong. */
  readonly assumed: boolean
}

/** Whether the bodies that tickets go to work on a day (`YYYY-MM-DD`, China's): holidays and make-up days (调休) count. */
export function isWorkingDay(day: string, calendar: Calendar): WorkingDay {
  const { years, workingHours } = calendar
  const year = years.find((entry) => String(entry.year) === day.slice(0, 4))
  const assumed = year?.assumed ?? true
  // A holiday may begin in the year before, whose entry then names it.
  if (years.some((entry) => entry.makeUpWorkdays.some(({ date }) => date === day)))
    return { working: true, assumed }
  const free = years.some((entry) => entry.holidays.some(({ from, to }) => from <= day && day <= to))
  return { working: !free && workingHours.days.includes(weekday(day)), assumed }
}

/** The `count`-th working day after `day`; with 0 the day itself. `assumed` where any day on the way is. */
export function addWorkingDays(
  day: string,
  count: number,
  calendar: Calendar,
): { readonly day: string; readonly assumed: boolean } {
  let current = day
  let assumed = false
  for (let left = count; left > 0;) {
    current = nextDay(current)
    const found = isWorkingDay(current, calendar)
    assumed ||= found.assumed
    if (found.working) left -= 1
  }
  return { day: current, assumed }
}

/** The instant (ms since 1970) at which `hours` of office hours have passed since `start`. */
export function addWorkingHours(
  start: number,
  hours: number,
  calendar: Calendar,
): { readonly at: number; readonly assumed: boolean } {
  let left = hours * hourMs
  let assumed = false
  for (let day = localDay(start); ; day = nextDay(day)) {
    const found = isWorkingDay(day, calendar)
    assumed ||= found.assumed
    if (!found.working) continue
    for (const { from, to } of calendar.workingHours.periods) {
      const begin = Math.max(start, instantOf(day, from))
      const open = instantOf(day, to) - begin
      if (open <= 0) continue
      if (left <= open) return { at: begin + left, assumed }
      left -= open
    }
  }
}

/** The end of office hours on a day, in ms since 1970. */
export function officeCloses(day: string, calendar: Calendar): number {
  return instantOf(day, calendar.workingHours.periods.at(-1)?.to ?? '24:00')
}

/** China's wall clock as an instant; `24:00` is the end of the day. */
function instantOf(day: string, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return Date.parse(`${day}T00:00:00+08:00`) + hour * hourMs + minute * 60_000
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
