import { localDay } from '../../base/local-time.ts'
import { deadlineText } from '../../catalogue/deadlines.ts'
import type { DeadlineRule, SitePack } from '../site-pack.ts'
import type { TicketFields } from '../ticket-fields.ts'
import { addWorkingDays, addWorkingHours, officeCloses } from './working-days.ts'

/** One legal clock (办理时限) of a ticket. */
export interface Deadline {
  readonly what: DeadlineRule['what']
  /** In ms since 1970. */
  readonly by: number
  /** One Chinese phrase: the rule and where it comes from. */
  readonly basis: string
  /** True where it was counted over days whose holidays are not published yet. */
  readonly assumed: boolean
}

type DeadlinePack = Pick<SitePack, 'deadlines' | 'calendar'>

/**
 * When a ticket must be dispatched (派发) and answered (反馈), by the pack's rules for its urgency and type; nothing while
 * the urgency is open. Hours and days run from the call's start; a limit in days ends with the last day, one in working
 * days with its office hours.
 */
export function deadlines(
  callStartedAt: number,
  { urgency, requestType }: Pick<TicketFields, 'urgency' | 'requestType'>,
  { deadlines: { source, rules }, calendar }: DeadlinePack,
): readonly Deadline[] {
  if (urgency === undefined) return []
  const fitting = rules.filter((rule) => rule.urgency === urgency)
  return (['dispatch', 'feedback'] as const).flatMap((what) => {
    const candidates = fitting.filter((rule) => rule.what === what)
    const rule =
      candidates.find(
        ({ requestTypes }) => requestType !== undefined && requestTypes?.includes(requestType),
      ) ?? candidates.find(({ requestTypes }) => requestTypes === undefined)
    if (rule === undefined) return []
    const { by, assumed } = due(callStartedAt, rule, calendar)
    const basis = deadlineText.basis(
      urgency,
      rule.limit,
      deadlineText.unit[rule.unit],
      deadlineText.what[what],
      source,
    )
    return [{ what, by, basis: assumed ? basis + deadlineText.assumed : basis, assumed }]
  })
}

function due(
  start: number,
  { limit, unit }: DeadlineRule,
  calendar: SitePack['calendar'],
): { readonly by: number; readonly assumed: boolean } {
  if (unit === 'hour') return { by: start + limit * 3_600_000, assumed: false }
  if (unit === 'day') {
    const lastDay = Date.parse(`${localDay(start)}T00:00:00+08:00`) + (limit + 1) * 86_400_000
    return { by: lastDay, assumed: false }
  }
  if (unit === 'workingHour') {
    const { at, assumed } = addWorkingHours(start, limit, calendar)
    return { by: at, assumed }
  }
  const { day, assumed } = addWorkingDays(localDay(start), limit, calendar)
  return { by: officeCloses(day, calendar), assumed }
}
