import type { TicketFields } from '../ticket-fields.ts'

/** Hours from the call to dispatch (派发) by urgency: DB11/T 2021—2022 and its 2021 draft. */
export const dispatchHours = { 突发: 1, 及时: 2, 一般: 24 } as const

/** When a ticket must be dispatched, in ms since 1970; undefined while the urgency is open. */
export function dispatchDeadline(
  callStartedAt: number,
  urgency: TicketFields['urgency'],
): number | undefined {
  return urgency === undefined ? undefined : callStartedAt + dispatchHours[urgency] * 3_600_000
}
