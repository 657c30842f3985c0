import type { SimilarTicket } from '#shared/contract/views.ts'

/** How a similar ticket stands in the field 关联工单: by its number, or by its own id until it has one. */
export function linkOf({ number, ticketId }: SimilarTicket): string {
  return number ?? ticketId
}

/** Whether it is linked; it may have got its number since. */
export function isLinked(ticket: SimilarTicket, linked: readonly string[]): boolean {
  return linked.includes(ticket.ticketId) || (ticket.number !== undefined && linked.includes(ticket.number))
}

/** The field with one ticket linked, or no longer; null where nothing is left. */
export function toggleLink(ticket: SimilarTicket, linked: readonly string[]): readonly string[] | null {
  return toggleLinks([ticket], linked)
}

/** Links all of them; where all are linked already, takes their links away. */
export function toggleLinks(
  tickets: readonly SimilarTicket[],
  linked: readonly string[],
): readonly string[] | null {
  const open = tickets.filter((ticket) => !isLinked(ticket, linked))
  if (open.length > 0) return [...linked, ...open.map(linkOf)]
  const gone = new Set(tickets.flatMap(({ ticketId, number }) => [ticketId, number]))
  const kept = linked.filter((link) => !gone.has(link))
  return kept.length === 0 ? null : kept
}

export interface SimilarHeadline {
  /** When the same caller told it last, ISO; absent where only others did. */
  readonly sameCallerAt?: string
  /** Of other callers: how many, within the smallest of these hours that holds any. */
  readonly nearby?: { readonly hours: 2 | 24; readonly count: number }
}

/** What the line over the list says. `startedAt` is when this call began, ISO. */
export function headlineOf(similar: readonly SimilarTicket[], startedAt: string): SimilarHeadline {
  const own = similar.filter(({ relation }) => relation === 'same-caller').map(({ at }) => at)
  const others = similar.filter(({ relation }) => relation === 'other-caller')
  const recent = others.filter(({ at }) => Date.parse(startedAt) - Date.parse(at) <= 2 * 3_600_000)
  const sameCallerAt = own.toSorted().at(-1)
  return {
    ...(sameCallerAt === undefined ? {} : { sameCallerAt }),
    ...(others.length === 0
      ? {}
      : {
          nearby:
            recent.length > 0
              ? { hours: 2 as const, count: recent.length }
              : { hours: 24 as const, count: others.length },
        }),
  }
}
