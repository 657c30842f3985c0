import { formText } from '../text/ticket-form.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long before `now` (ms since 1970) an ISO time lies, in the widest whole unit: ` 3 天前`. */
export function formatAgo(iso: string, now: number): string {
  const ms = Math.max(0, now - Date.parse(iso))
  if (ms >= day) return formText.ago.days(Math.floor(ms / day))
  if (ms >= hour) return formText.ago.hours(Math.floor(ms / hour))
  return formText.ago.minutes(Math.max(1, Math.floor(ms / minute)))
}
