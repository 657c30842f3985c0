const minute = 60_000

const two = (value: number): string => String(value).padStart(2, '0')

/** Milliseconds into a call as `MM:SS`, from an hour on as `H:MM:SS`. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}

/** An ISO time as `11月19日 09:12`, local; an unreadable one as it came. */
export function formatDateTime(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return `${date.getMonth() + 1}月${date.getDate()}日 ${formatTimeOfDay(iso)}`
}

/** An ISO time as `09:12`, local. */
export function formatTimeOfDay(iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** What is left of a limit as `23小时57分`; null once it has passed. Minutes are rounded up, so that 0 means passed. */
export function formatRemaining(ms: number): string | null {
  if (ms <= 0) return null
  const minutes = Math.ceil(ms / minute)
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes}分` : `${hours}小时${two(minutes % 60)}分`
}

/** Whole days from now to a `YYYY-MM-DD`; negative once it has passed. */
export function daysUntil(day: string, now: number): number {
  const end = new Date(`${day}T23:59:59`)
  return Math.floor((end.getTime() - now) / (24 * 60 * minute))
}
