import { FailureError } from '#shared/base/result.ts'
import { localIso } from '#shared/base/local-time.ts'
import { errorMessages, fieldLabels } from '#shared/catalogue/errors.ts'
import type { TicketSubmission } from '#shared/contract/central-api.ts'
import { isEditableState, type TicketView } from '#shared/contract/views.ts'
import type { HeardFields, FieldName, TicketDraft } from '#shared/domain/ticket-fields.ts'
import { ticketFieldsSchema } from '#shared/domain/ticket-fields.ts'
import { dispatchDeadline } from '#shared/domain/ticket/dispatch-deadline.ts'
import {
  acceptFields,
  applyHeard,
  changedFields,
  clearField,
  draftValues,
  revert,
  setTyped,
} from '#shared/domain/ticket/draft.ts'
import { missingElements } from '#shared/domain/ticket/missing-elements.ts'
import type { Checklist } from '#shared/domain/site-pack.ts'
import type { Clock } from '../clock.ts'
import type { AuditAction } from '../store/audit-trail.ts'
import type { Store } from '../store/open-store.ts'
import type { TicketRecord } from '../store/ticket-store.ts'

export interface TicketDeskOptions {
  readonly store: Store
  readonly clock: Clock
  readonly newId: () => string
  readonly checklists: () => readonly Checklist[]
  /** Every saved change, for the clients. */
  readonly onChange: (ticket: TicketView) => void
  /** Something waits in the outbox. */
  readonly onQueued: () => void
}

/** The ticket (工单) of a call: saved on every change, each change of a person on the audit trail, submitted once. */
export class TicketDesk {
  readonly #options: TicketDeskOptions

  constructor(options: TicketDeskOptions) {
    this.#options = options
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
    return ticket
  }

  /** Brings in what was understood; does nothing once the ticket was submitted. */
  heard(callId: string, heard: HeardFields): void {
    const ticket = this.#options.store.tickets.ofCall(callId)
    if (ticket?.state !== 'draft') return
    const draft = applyHeard(ticket.draft, heard, this.#options.clock.iso())
    if (JSON.stringify(draft) !== JSON.stringify(ticket.draft)) this.#save({ ...ticket, draft })
  }

  setField(ticketId: string, field: FieldName, value: unknown, by: string): TicketView {
    const parsed = ticketFieldsSchema.shape[field].safeParse(value)
    if (!parsed.success || parsed.data === undefined) {
      const reason = parsed.error?.issues[0]?.message ?? ''
      throw new FailureError('bad-field', errorMessages.badField(fieldLabels[field], reason))
    }
    return this.#change(ticketId, 'typed', by, (draft, change) => setTyped(draft, field, parsed.data, change))
  }

  clear(ticketId: string, field: FieldName, by: string): TicketView {
    return this.#change(ticketId, 'cleared', by, (draft, change) => clearField(draft, field, change))
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
    const { store, checklists } = this.#options
    const call = store.calls.get(ticket.callId)
    const urgency = ticket.draft.urgency?.value as Parameters<typeof dispatchDeadline>[1] | null
    const dispatchBy =
      call === undefined ? undefined : dispatchDeadline(Date.parse(call.startedAt), urgency ?? undefined)
    return {
      ticketId: ticket.ticketId,
      callId: ticket.callId,
      draft: ticket.draft,
      state: ticket.state,
      savedAt: ticket.savedAt,
      missing: [...missingElements(ticket.draft, checklists())],
      canUndo: isEditableState(ticket.state) && store.audit.lastUndoable(ticket.ticketId) !== undefined,
      answersRead: [...ticket.answersRead],
      ...(ticket.number === undefined ? {} : { number: ticket.number }),
      ...(ticket.trouble === undefined ? {} : { trouble: ticket.trouble }),
      ...(dispatchBy === undefined ? {} : { dispatchBy: localIso(dispatchBy) }),
    }
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
    const { store, clock } = this.#options
    const ticket = this.#editable(ticketId)
    const at = clock.iso()
    const draft = edit(ticket.draft, { by, at })
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
    return {
      localId: ticket.ticketId,
      callId: ticket.callId,
      callStartedAt: call.startedAt,
      submittedAt: clock.localIso(),
      fields: draftValues(ticket.draft),
      answersRead: [...ticket.answersRead],
      ...(call.callerNumber === undefined ? {} : { callerNumber: call.callerNumber }),
    }
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
