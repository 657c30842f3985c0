import { urgencies, type TicketFields } from '../ticket-fields.ts'

type Urgency = NonNullable<TicketFields['urgency']>

const isUrgency = (value: unknown): value is Urgency => urgencies.includes(value as Urgency)

/** Whether `value` is less urgent than `than`; an empty one is as urgent as 一般. */
export function isLessUrgent(value: unknown, than: unknown): boolean {
  if (!isUrgency(than)) return false
  return rank(value) > rank(than)
}

/** 0 is the most urgent; an open urgency stands beside 一般. */
function rank(value: unknown): number {
  return isUrgency(value) ? urgencies.indexOf(value) : urgencies.length - 1
}
