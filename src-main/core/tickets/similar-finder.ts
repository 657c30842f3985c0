import type { SimilarTicket } from '#shared/contract/views.ts'
import type { TicketDraft } from '#shared/domain/ticket-fields.ts'
import { callerKeys, matterKeys, matterOf, type Matter } from '#shared/domain/ticket/matter.ts'
import { nearbyHours, rateSimilarity, sameCallerDays } from '#shared/domain/ticket/similar-tickets.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { StoredMatter } from '../store/matter-store.ts'
import type { Store } from '../store/open-store.ts'
import type { TicketRecord } from '../store/ticket-store.ts'

const hourMs = 3_600_000
/** More than these would be a list to read and not a hint. */
const shown = 9
/** Tickets of an earlier client are read in so many at a time. */
const batch = 500

/** Finds tickets of all seats that are about the same matter (查重): looked up by keys, rated by the domain. */
export class SimilarFinder {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Keeps what a ticket is about; part of the transaction that saves the ticket. */
  keep(ticket: Pick<TicketRecord, 'ticketId' | 'callId' | 'draft'>): void {
    const call = this.#store.calls.get(ticket.callId)
    if (call === undefined) return
    const matter = matterOf(ticket.ticketId, call, ticket.draft)
    this.#store.matters.put(matter, [...callerKeys(matter), ...matterKeys(matter)])
  }

  /** Reads in tickets that an earlier client saved. */
  catchUp(): void {
    const store = this.#store
    for (let ids = store.matters.unread(batch); ids.length > 0; ids = store.matters.unread(batch)) {
      store.transaction(() => {
        for (const id of ids) {
          const ticket = store.tickets.get(id)
          if (ticket !== undefined) this.keep(ticket)
        }
      })
    }
  }

  /** Earlier tickets that are probably about the same matter, the surest first. */
  find(ticketId: string, call: CallRecord, draft: TicketDraft): SimilarTicket[] {
    const matter = matterOf(ticketId, call, draft)
    return this.#candidates(matter)
      .flatMap((stored) => {
        const similarity = rateSimilarity(matter, stored.matter)
        return similarity === undefined ? [] : [{ stored, similarity }]
      })
      .sort((left, right) => right.similarity.score - left.similarity.score)
      .slice(0, shown)
      .map(({ stored: { matter: other, number }, similarity: { relation, reasons } }) => ({
        ticketId: other.ticketId,
        at: new Date(other.at).toISOString(),
        relation,
        reasons: [...reasons],
        summary: summaryOf(other),
        ...(number === undefined ? {} : { number }),
      }))
  }

  #candidates(matter: Matter): readonly StoredMatter[] {
    const { matters } = this.#store
    const before = (hours: number) => ({ from: matter.at - hours * hourMs, to: matter.at })
    const ofCaller = matters.sharing(callerKeys(matter), before(sameCallerDays * 24), matter.ticketId)
    const nearby = matters.sharing(matterKeys(matter), before(nearbyHours), matter.ticketId)
    const known = new Set(ofCaller.map((stored) => stored.matter.ticketId))
    return [...ofCaller, ...nearby.filter((stored) => !known.has(stored.matter.ticketId))]
  }
}

/** What it was about, without a word on who called. */
function summaryOf({ category, subject, address, demand }: Matter): string {
  const place = [address.road, address.number, address.poi].filter((part) => part !== undefined).join('')
  const parts = [category?.path.at(-1), subject?.name ?? (place === '' ? address.community : place), demand]
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}
