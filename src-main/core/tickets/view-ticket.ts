import { localIso } from '#shared/base/local-time.ts'
import { isEditableState, type TicketView } from '#shared/contract/views.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { deadlines } from '#shared/domain/ticket/deadlines.ts'
import { draftValues } from '#shared/domain/ticket/draft.ts'
import { missingElements } from '#shared/domain/ticket/missing-elements.ts'
import type { Store } from '../store/open-store.ts'
import type { TicketRecord } from '../store/ticket-store.ts'
import type { SimilarFinder } from './similar-finder.ts'

/** What of the site pack a ticket is worked on with. */
export type TicketPack = Pick<SitePack, 'checklists' | 'deadlines' | 'calendar' | 'dispatch'>

/** A ticket as a client shows it. Duplicates are looked for while it can still be linked. */
export function viewTicket(
  ticket: TicketRecord,
  {
    store,
    pack,
    similar,
  }: { readonly store: Store; readonly pack: TicketPack; readonly similar: SimilarFinder },
): TicketView {
  const call = store.calls.get(ticket.callId)
  const editable = isEditableState(ticket.state)
  const clocks =
    call === undefined ? [] : deadlines(Date.parse(call.startedAt), draftValues(ticket.draft), pack)
  return {
    ticketId: ticket.ticketId,
    callId: ticket.callId,
    draft: ticket.draft,
    state: ticket.state,
    savedAt: ticket.savedAt,
    missing: [...missingElements(ticket.draft, pack.checklists)],
    deadlines: clocks.map((clock) => ({ ...clock, by: localIso(clock.by) })),
    similar: call === undefined || !editable ? [] : similar.find(ticket.ticketId, call, ticket.draft),
    canUndo: editable && store.audit.lastUndoable(ticket.ticketId) !== undefined,
    answersRead: [...ticket.answersRead],
    ...(ticket.number === undefined ? {} : { number: ticket.number }),
    ...(ticket.trouble === undefined ? {} : { trouble: ticket.trouble }),
  }
}
