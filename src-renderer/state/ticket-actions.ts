import type { TicketView } from '#shared/contract/views.ts'
import { FailureError } from '#shared/base/result.ts'
import { fieldNames, type FieldName, type TicketFields } from '#shared/domain/ticket-fields.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'
import { text } from '../text/zh-CN.ts'
import { explain, isConnectionFailure, isRefusal } from './explain.ts'
import { toggleLinks } from './similar-links.ts'
import {
  applyEdit,
  applyLine,
  applyRefused,
  applySaved,
  applyTicket,
  applyUnsaved,
  entryOf,
  linesOf,
  settleLines,
  shownValue,
  unfinishedFields,
  type TicketStore,
} from './ticket-store.ts'

/** Typed values are saved this long after the last key. */
const saveAfterMs = 300

export interface TicketActions {
  /** Shows a value at once and saves it after a pause; null clears the field. */
  readonly edit: (field: FieldName, value: unknown) => void
  /** Shows a line's words as typed and saves their value; words that are none (undefined) stay on screen, unsaved. */
  readonly type: (field: FieldName, words: string, value: unknown) => void
  /** The line was left: it shows its value again; words that are none stay. */
  readonly leave: (field: FieldName) => void
  /** Keeps a field from being saved while an input method composes in it; letters of pinyin are no value. */
  readonly hold: (field: FieldName) => void
  readonly release: (field: FieldName) => void
  /** Saves what was typed into a field, or into every field, now. */
  readonly flush: (field?: FieldName) => Promise<void>
  /** Accepts one field, or every sure one. */
  readonly accept: (field?: FieldName) => Promise<void>
  readonly clear: (field: FieldName) => Promise<void>
  /** Lowers the urgency (紧急程度) for a reason that is kept with it. */
  readonly lowerUrgency: (value: NonNullable<TicketFields['urgency']>, reason: string) => Promise<void>
  /** Links every similar ticket, or takes the links away where all are linked. */
  readonly linkSimilar: () => void
  /** Takes back the last change: words that never became a value first, then what is stored. */
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
  /** Takes away what was said of an earlier try. */
  dismiss: () => void,
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
      if (store.getState().ticket?.ticketId !== ticketId) {
        fail(error)
        return
      }
      const apply = isRefusal(error) ? applyRefused : applyUnsaved
      store.setState((state) => apply(state, field, explain(error)))
    }
  }

  async function flush(field?: FieldName): Promise<void> {
    const { edits } = store.getState()
    const fields = field === undefined ? fieldNames.filter((name) => name in edits) : [field]
    // All at once: the page may be going, and only what was asked by then arrives.
    await Promise.all(fields.map(save))
  }

  /** Saves what is typed, then asks the core for a change of the ticket shown. */
  async function change(ask: (ticketId: string) => Promise<TicketView>): Promise<void> {
    try {
      const typed = store.getState().edits
      await flush()
      const { ticket, edits } = store.getState()
      // Typed meanwhile is another matter: that has its own pause to be saved after.
      const unsaved = fieldNames.some(
        (field) => field in typed && field in edits && edits[field] === typed[field],
      )
      if (unsaved) throw new FailureError('unsaved', text.ticket.unsaved)
      if (ticket !== null) take(await ask(ticket.ticketId))
    } catch (error) {
      fail(error)
    }
  }

  function edit(field: FieldName, value: unknown): void {
    store.setState((state) => ({ ...applyEdit(state, field, value), ...applyLine(state, field, null) }))
    saveSoon(field)
  }

  function type(field: FieldName, words: string, value: unknown): void {
    const valid = value !== undefined
    if (valid) edit(field, value)
    store.setState((state) => applyLine(state, field, { words, valid }))
  }

  async function undo(): Promise<void> {
    const unfinished = unfinishedFields(store.getState()).at(-1)
    if (unfinished !== undefined) {
      store.setState((state) => applyLine(state, unfinished, null))
      return
    }
    store.setState(settleLines)
    await change((ticketId) => connection.call('tickets.undo', { ticketId }))
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
    type,
    leave: (field) => {
      if (linesOf(store.getState())[field]?.valid === true) {
        store.setState((state) => applyLine(state, field, null))
      }
    },
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
    lowerUrgency: (value, reason) =>
      change((ticketId) =>
        connection.call('tickets.setField', { ticketId, field: 'urgency', value, reason }),
      ),
    linkSimilar() {
      const state = store.getState()
      const linked = (shownValue(state, 'linked') ?? []) as readonly string[]
      if (state.ticket !== null) edit('linked', toggleLinks(state.ticket.similar, linked))
    },
    undo,
    async submit(despiteMissing) {
      if (store.getState().submitting) return
      const unfinished = unfinishedFields(store.getState())
      if (unfinished.length > 0) {
        const labels = unfinished.map((field) => text.fields[field])
        fail(new FailureError('unfinished', text.ticket.unfinished(labels)))
        return
      }
      dismiss()
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
