/** Whether an ISO time lies on the local day of `now` (ms). */
export function isSameDay(iso: string, now: number): boolean {
  return new Date(iso).toDateString() === new Date(now).toDateString()
}
