import { createStore, type StoreApi } from 'zustand/vanilla'
import type { TicketView } from '#shared/contract/views.ts'
import type { FieldEntry, FieldName } from '#shared/domain/ticket-fields.ts'
import { sureConfidence } from '#shared/domain/ticket-fields.ts'

/** Values typed here that the core has not confirmed yet; `null` clears a field. */
export type Edits = Readonly<Partial<Record<FieldName, unknown>>>

export interface TicketState {
  readonly ticket: TicketView | null
  readonly edits: Edits
  /** Why the core did not take a value, by field. */
  readonly refused: Readonly<Partial<Record<FieldName, string>>>
  readonly submitting: boolean
  /** True while the person is asked whether to submit with elements missing. */
  readonly blocked: boolean
}

export type TicketStore = StoreApi<TicketState>

const nothing: TicketState = { ticket: null, edits: {}, refused: {}, submitting: false, blocked: false }

export function createTicketStore(): TicketStore {
  return createStore<TicketState>(() => nothing)
}

/** Shows a ticket; what was typed into another one does not belong to it. */
export function applyTicket(state: TicketState, ticket: TicketView): TicketState {
  if (state.ticket?.ticketId !== ticket.ticketId) return { ...nothing, ticket }
  return { ...state, ticket }
}

export function clearTicket(): TicketState {
  return nothing
}

export function applyEdit(state: TicketState, field: FieldName, value: unknown): Partial<TicketState> {
  return { edits: { ...state.edits, [field]: value }, refused: without(state.refused, field) }
}

/** The core took this value: the edit is over unless something newer was typed meanwhile. */
export function applySaved(state: TicketState, field: FieldName, value: unknown): Partial<TicketState> {
  return state.edits[field] === value ? { edits: without(state.edits, field) } : {}
}

/** The core refused this value: what is stored stands, and the reason is shown at the field. */
export function applyRefused(state: TicketState, field: FieldName, reason: string): Partial<TicketState> {
  return { edits: without(state.edits, field), refused: { ...state.refused, [field]: reason } }
}

function without<Value extends object>(record: Value, field: FieldName): Value {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field)) as Value
}

/** What is known of a field: the entry as stored, if it holds anything. */
export function entryOf(ticket: TicketView | null, field: FieldName): FieldEntry | null {
  const entry = ticket?.draft[field]
  return entry === undefined || entry.value === null ? null : entry
}

/** The value to show: what was typed here, else what is stored; null where there is none. */
export function shownValue(state: TicketState, field: FieldName): unknown {
  if (field in state.edits) return state.edits[field]
  return entryOf(state.ticket, field)?.value ?? null
}

/** How far a value may be trusted, for the bar at its left. */
export type Trust = 'empty' | 'doubtful' | 'sure' | 'confirmed'

export function trustOf(entry: FieldEntry | null): Trust {
  if (entry === null) return 'empty'
  if (entry.confirmed || entry.source === 'typed') return 'confirmed'
  return entry.confidence >= sureConfidence ? 'sure' : 'doubtful'
}
