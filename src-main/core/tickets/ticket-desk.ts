import { FailureError } from '#shared/base/result.ts'
import { errorMessages, fieldLabels } from '#shared/catalogue/errors.ts'
import type { TicketSubmission } from '#shared/contract/central-api.ts'
import { isEditableState, type TicketView } from '#shared/contract/views.ts'
import type { HeardFields, FieldName, TicketDraft } from '#shared/domain/ticket-fields.ts'
import { ticketFieldsSchema } from '#shared/domain/ticket-fields.ts'
import {
  acceptFields,
  applyHeard,
  changedFields,
  clearField,
  draftValues,
  fillEmpty,
  revert,
  setTyped,
} from '#shared/domain/ticket/draft.ts'
import { followUnit } from '#shared/domain/ticket/follow-unit.ts'
import { isLessUrgent } from '#shared/domain/ticket/urgency-order.ts'
import type { Clock } from '../clock.ts'
import type { AuditAction } from '../store/audit-trail.ts'
import type { Store } from '../store/open-store.ts'
import type { TicketRecord } from '../store/ticket-store.ts'
import { SimilarFinder } from './similar-finder.ts'
import { viewTicket, type TicketPack } from './view-ticket.ts'

export interface TicketDeskOptions {
  readonly store: Store
  readonly clock: Clock
  readonly newId: () => string
  readonly pack: () => TicketPack
  /** Every saved change, for the clients. */
  readonly onChange: (ticket: TicketView) => void
  /** Something waits in the outbox. */
  readonly onQueued: () => void
}

/** The ticket (工单) of a call: saved on every change, each change of a person on the audit trail, submitted once. */
export class TicketDesk {
  readonly #options: TicketDeskOptions
  readonly #similar: SimilarFinder

  constructor(options: TicketDeskOptions) {
    this.#options = options
    this.#similar = new SimilarFinder(options.store)
  }

  /** Tickets of an earlier client become known to the search for duplicates. */
  catchUp(): void {
    this.#similar.catchUp()
  }

  open(callId: string): TicketRecord {
    const { store, clock, newId } = this.#options
    const ticket: TicketRecord = {
      ticketId: newId(),
      callId,
      draft: {},
      answersRead: [],
      state: 'draft',
      number: undefined,
      trouble: undefined,
      savedAt: clock.iso(),
    }
    store.tickets.put(ticket)
    this.#similar.keep(ticket)
    return ticket
  }

  /**
   * Brings in what was understood; does nothing once the ticket was submitted. One that was sent back (退回) is the person's
   * to mend: new words fill only what is still empty in it.
   */
  heard(callId: string, heard: HeardFields): void {
    const { store, clock, pack } = this.#options
    const ticket = store.tickets.ofCall(callId)
    if (ticket === undefined || !isEditableState(ticket.state)) return
    const at = clock.iso()
    const apply = ticket.state === 'draft' ? applyHeard : fillEmpty
    const draft = followUnit(apply(ticket.draft, heard, at), pack().dispatch, at)
    if (JSON.stringify(draft) !== JSON.stringify(ticket.draft)) this.#save({ ...ticket, draft })
  }

  /** `reason` is needed where the urgency is lowered, and kept with the value and on the audit trail. */
  setField(ticketId: string, field: FieldName, value: unknown, by: string, reason?: string): TicketView {
    const parsed = ticketFieldsSchema.shape[field].safeParse(value)
    if (!parsed.success || parsed.data === undefined) {
      const reason = parsed.error?.issues[0]?.message ?? ''
      throw new FailureError('bad-field', errorMessages.badField(fieldLabels[field], reason))
    }
    return this.#change(ticketId, 'typed', by, (draft, change) => {
      const lowered = lowersUrgency(draft, field, parsed.data)
      if (lowered && reason === undefined)
        throw new FailureError('reason-needed', errorMessages.urgencyReason)
      return setTyped(draft, field, parsed.data, change, lowered ? reason : undefined)
    })
  }

  clear(ticketId: string, field: FieldName, by: string): TicketView {
    return this.#change(ticketId, 'cleared', by, (draft, change) => {
      if (lowersUrgency(draft, field, null))
        throw new FailureError('reason-needed', errorMessages.urgencyReason)
      return clearField(draft, field, change)
    })
  }

  accept(ticketId: string, fields: readonly FieldName[] | undefined, by: string): TicketView {
    return this.#change(ticketId, 'accepted', by, (draft, change) => acceptFields(draft, fields, change))
  }

  undo(ticketId: string, by: string): TicketView {
    const { store, clock } = this.#options
    const ticket = this.#editable(ticketId)
    const last = store.audit.lastUndoable(ticketId)
    if (last === undefined) throw new FailureError('nothing-to-undo', errorMessages.nothingToUndo)
    const draft = revert(ticket.draft, last.before, last.after)
    return this.#save({ ...ticket, draft }, () => {
      store.audit.markUndone(last.seq)
      store.audit.add({
        at: clock.iso(),
        actor: by,
        action: 'undone',
        ticketId,
        before: last.after,
        after: last.before,
      })
    })
  }

  markRead(ticketId: string, answerId: string, by: string): TicketView {
    const { store, clock } = this.#options
    const ticket = this.#editable(ticketId)
    const answersRead = [...new Set([...ticket.answersRead, answerId])]
    return this.#save({ ...ticket, answersRead }, () => {
      store.audit.add({ at: clock.iso(), actor: by, action: 'answer-read', ticketId })
    })
  }

  /** Ticket, audit row and outbox entry in one transaction. Without `despiteMissing`, nothing happens while elements are missing. */
  submit(ticketId: string, despiteMissing: boolean, by: string): { submitted: boolean; ticket: TicketView } {
    const { store, clock, newId, onQueued } = this.#options
    const ticket = this.#editable(ticketId)
    const view = this.view(ticket)
    if (view.missing.length > 0 && !despiteMissing) return { submitted: false, ticket: view }
    const submission = this.#submission(ticket)
    const queued = this.#save({ ...ticket, state: 'queued', trouble: undefined }, () => {
      store.audit.add({ at: clock.iso(), actor: by, action: 'submitted', ticketId, after: ticket.draft })
      store.outbox.withdraw(ticketId)
      store.outbox.add({ id: newId(), ticketId, body: submission }, clock.iso())
    })
    onQueued()
    return { submitted: true, ticket: queued }
  }

  /** Sends a ticket that was sent back once more as it was, under the same idempotency key. */
  retry(ticketId: string): TicketView {
    const { store, clock, onQueued } = this.#options
    const ticket = this.#get(ticketId)
    if (ticket.state !== 'parked') return this.view(ticket)
    const view = this.#save({ ...ticket, state: 'queued', trouble: undefined }, () => {
      store.outbox.release(ticketId, clock.iso())
    })
    onQueued()
    return view
  }

  view(ticket: TicketRecord): TicketView {
    const { store, pack } = this.#options
    return viewTicket(ticket, { store, pack: pack(), similar: this.#similar })
  }

  /** Tells the clients of a ticket that the sync loop changed. */
  changed(ticketId: string): void {
    this.#options.onChange(this.view(this.#get(ticketId)))
  }

  #change(
    ticketId: string,
    action: AuditAction,
    by: string,
    edit: (draft: TicketDraft, change: { by: string; at: string }) => TicketDraft,
  ): TicketView {
    const { store, clock, pack } = this.#options
    const ticket = this.#editable(ticketId)
    const at = clock.iso()
    const draft = followUnit(edit(ticket.draft, { by, at }), pack().dispatch, at)
    const after = changedFields(draft, ticket.draft)
    if (Object.keys(after).length === 0) return this.view(ticket)
    const before = Object.fromEntries(
      Object.entries(ticket.draft).filter(([field]) => field in after),
    ) as TicketDraft
    return this.#save({ ...ticket, draft }, () => {
      store.audit.add({ at, actor: by, action, ticketId, before, after })
    })
  }

  #save(ticket: TicketRecord, also: () => void = () => undefined): TicketView {
    const { store, clock, onChange } = this.#options
    const saved = { ...ticket, savedAt: clock.iso() }
    store.transaction(() => {
      store.tickets.put(saved)
      this.#similar.keep(saved)
      also()
    })
    const view = this.view(saved)
    onChange(view)
    return view
  }

  #submission(ticket: TicketRecord): TicketSubmission {
    const { store, clock } = this.#options
    const call = store.calls.get(ticket.callId)
    if (call === undefined) throw new FailureError('not-found', errorMessages.callNotFound)
    const fields = draftValues(ticket.draft)
    return {
      localId: ticket.ticketId,
      callId: ticket.callId,
      callStartedAt: call.startedAt,
      submittedAt: clock.localIso(),
      fields: {
        ...fields,
        ...(fields.linked === undefined ? {} : { linked: this.#numbered(fields.linked) }),
      },
      answersRead: [...ticket.answersRead],
      ...(call.callerNumber === undefined ? {} : { callerNumber: call.callerNumber }),
    }
  }

  /** Linked tickets by the number that the centre gave them since they were linked. */
  #numbered(linked: readonly string[]): string[] {
    return [...new Set(linked.map((known) => this.#options.store.tickets.get(known)?.number ?? known))]
  }

  #get(ticketId: string): TicketRecord {
    const ticket = this.#options.store.tickets.get(ticketId)
    if (ticket === undefined) throw new FailureError('not-found', errorMessages.ticketNotFound)
    return ticket
  }

  #editable(ticketId: string): TicketRecord {
    const ticket = this.#get(ticketId)
    if (!isEditableState(ticket.state)) throw new FailureError('submitted', errorMessages.ticketSubmitted)
    return ticket
  }
}

function lowersUrgency(draft: TicketDraft, field: FieldName, value: unknown): boolean {
  return field === 'urgency' && isLessUrgent(value, draft.urgency?.value)
}
