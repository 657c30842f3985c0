import type { TicketView } from '#shared/contract/views.ts'
import { fieldNames, type FieldName } from '#shared/domain/ticket-fields.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'
import { explain, isConnectionFailure } from './explain.ts'
import {
  applyEdit,
  applyRefused,
  applySaved,
  applyTicket,
  entryOf,
  type TicketStore,
} from './ticket-store.ts'

/** Typed values are saved this long after the last key. */
const saveAfterMs = 300

export interface TicketActions {
  /** Shows a value at once and saves it after a pause; null clears the field. */
  readonly edit: (field: FieldName, value: unknown) => void
  /** Keeps a field from being saved while an input method composes in it; letters of pinyin are no value. */
  readonly hold: (field: FieldName) => void
  readonly release: (field: FieldName) => void
  /** Saves what was typed into a field, or into every field, now. */
  readonly flush: (field?: FieldName) => Promise<void>
  /** Accepts one field, or every sure one. */
  readonly accept: (field?: FieldName) => Promise<void>
  readonly clear: (field: FieldName) => Promise<void>
  readonly undo: () => Promise<void>
  readonly submit: (despiteMissing: boolean) => Promise<void>
  /** Leaves the question whether to submit with elements missing. */
  readonly unblock: () => void
  readonly retry: () => Promise<void>
  readonly markRead: (answerId: string) => Promise<void>
}

export function createTicketActions(
  connection: SeatConnection,
  store: TicketStore,
  fail: (error: unknown) => void,
): TicketActions {
  const timers = new Map<FieldName, ReturnType<typeof setTimeout>>()
  const held = new Set<FieldName>()

  /** Takes an answer of the core unless another ticket is on screen by now. */
  function take(ticket: TicketView): void {
    store.setState((state) => (state.ticket?.ticketId === ticket.ticketId ? applyTicket(state, ticket) : {}))
  }

  function stopTimer(field: FieldName): void {
    clearTimeout(timers.get(field))
    timers.delete(field)
  }

  async function save(field: FieldName): Promise<void> {
    stopTimer(field)
    const { ticket, edits } = store.getState()
    if (ticket === null || !(field in edits)) return
    const value = edits[field]
    const { ticketId } = ticket
    try {
      const saved =
        value === null
          ? await connection.call('tickets.clearField', { ticketId, field })
          : await connection.call('tickets.setField', { ticketId, field, value })
      take(saved)
      store.setState((state) => applySaved(state, field, value))
    } catch (error) {
      // Kept as an edit and sent again once the core is back: nothing that was typed is lost.
      if (isConnectionFailure(error)) return
      store.setState((state) => applyRefused(state, field, explain(error)))
    }
  }

  async function flush(field?: FieldName): Promise<void> {
    const { edits } = store.getState()
    const fields = field === undefined ? fieldNames.filter((name) => name in edits) : [field]
    for (const name of fields) await save(name)
  }

  /** Saves what is typed, then asks the core for a change of the ticket shown. */
  async function change(ask: (ticketId: string) => Promise<TicketView>): Promise<void> {
    try {
      await flush()
      const { ticket } = store.getState()
      if (ticket !== null) take(await ask(ticket.ticketId))
    } catch (error) {
      fail(error)
    }
  }

  function edit(field: FieldName, value: unknown): void {
    store.setState((state) => applyEdit(state, field, value))
    saveSoon(field)
  }

  function saveSoon(field: FieldName): void {
    stopTimer(field)
    if (held.has(field)) return
    timers.set(
      field,
      setTimeout(() => void save(field), saveAfterMs),
    )
  }

  /** Whether there is a value that no person has confirmed yet. */
  function isOpen(field: FieldName): boolean {
    return entryOf(store.getState().ticket, field)?.confirmed === false
  }

  return {
    edit,
    hold(field) {
      held.add(field)
      stopTimer(field)
    },
    release(field) {
      held.delete(field)
      if (field in store.getState().edits) saveSoon(field)
    },
    flush,
    async accept(field) {
      if (field !== undefined && !isOpen(field)) return
      await change((ticketId) =>
        connection.call('tickets.accept', { ticketId, ...(field === undefined ? {} : { fields: [field] }) }),
      )
    },
    async clear(field) {
      edit(field, null)
      await flush(field)
    },
    undo: () => change((ticketId) => connection.call('tickets.undo', { ticketId })),
    async submit(despiteMissing) {
      if (store.getState().submitting) return
      store.setState({ submitting: true, blocked: false })
      await change(async (ticketId) => {
        const answer = await connection.call('tickets.submit', { ticketId, despiteMissing })
        store.setState({ blocked: !answer.submitted })
        return answer.ticket
      })
      store.setState({ submitting: false })
    },
    unblock: () => store.setState({ blocked: false }),
    retry: () => change((ticketId) => connection.call('tickets.retry', { ticketId })),
    markRead: (answerId) => change((ticketId) => connection.call('answers.markRead', { ticketId, answerId })),
  }
}
