import type { CallSummary } from '#shared/contract/views.ts'

/** Whether a call belongs to the day of `now` (ms): it was then, or its ticket has not reached the centre yet. */
export function isOfToday(call: Pick<CallSummary, 'startedAt' | 'state'>, now: number): boolean {
  return (
    call.state !== 'acknowledged' || new Date(call.startedAt).toDateString() === new Date(now).toDateString()
  )
}
