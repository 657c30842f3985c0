import { createStore, type StoreApi } from 'zustand/vanilla'
import { isEditableState, type TicketView } from '#shared/contract/views.ts'
import type { FieldEntry, FieldName } from '#shared/domain/ticket-fields.ts'
import { sureConfidence } from '#shared/domain/ticket-fields.ts'

/** Values typed here that the core has not confirmed yet; `null` clears a field. */
export type Edits = Readonly<Partial<Record<FieldName, unknown>>>

/** A line as it stands typed: its words, and whether they are a value. Words that are none yet are saved nowhere. */
export interface TypedLine {
  readonly words: string
  readonly valid: boolean
}
export type TypedLines = Readonly<Partial<Record<FieldName, TypedLine>>>

export interface TicketState {
  readonly ticket: TicketView | null
  readonly edits: Edits
  /** Typed lines by ticket: looking at another ticket must neither show them there nor lose them. */
  readonly lines: Readonly<Partial<Record<string, TypedLines>>>
  /** Why the core did not take a value, by field. */
  readonly refused: Readonly<Partial<Record<FieldName, string>>>
  readonly submitting: boolean
  /** True while the person is asked whether to submit with elements missing. */
  readonly blocked: boolean
}

export type TicketStore = StoreApi<TicketState>

const nothing: TicketState = {
  ticket: null,
  edits: {},
  lines: {},
  refused: {},
  submitting: false,
  blocked: false,
}

export function createTicketStore(): TicketStore {
  return createStore<TicketState>(() => nothing)
}

/** Shows a ticket; what was typed into another one does not belong to it. */
export function applyTicket(state: TicketState, ticket: TicketView): TicketState {
  // What went out is as the core has it; words that never became a value are not part of it.
  const lines = isEditableState(ticket.state) ? state.lines : { ...state.lines, [ticket.ticketId]: {} }
  if (state.ticket?.ticketId !== ticket.ticketId) return { ...nothing, lines, ticket }
  return { ...state, lines, ticket }
}

/** No ticket on screen; lines that are no value yet wait for theirs. */
export function clearTicket({ lines }: TicketState): TicketState {
  return { ...nothing, lines }
}

/** The typed lines of the ticket on screen. */
export function linesOf(state: TicketState): TypedLines {
  return state.lines[state.ticket?.ticketId ?? ''] ?? {}
}

/** The fields whose words are no value, in the order they were typed. */
export function unfinishedFields(state: TicketState): readonly FieldName[] {
  const lines = linesOf(state)
  return (Object.keys(lines) as FieldName[]).filter((field) => lines[field]?.valid === false)
}

/** Whether there is anything to take back. */
export function canUndo(state: TicketState): boolean {
  return state.ticket !== null && (state.ticket.canUndo || unfinishedFields(state).length > 0)
}

/** Puts a line's words on screen; null takes them away, and what is stored shows again. */
export function applyLine(
  state: TicketState,
  field: FieldName,
  line: TypedLine | null,
): Partial<TicketState> {
  if (state.ticket === null) return {}
  const others = without(linesOf(state), field)
  const lines = line === null ? others : { ...others, [field]: line }
  return { lines: { ...state.lines, [state.ticket.ticketId]: lines } }
}

/** Takes away the words of lines that are values: what is stored shows in their place. */
export function settleLines(state: TicketState): Partial<TicketState> {
  if (state.ticket === null) return {}
  const kept = unfinishedFields(state).map((field) => [field, linesOf(state)[field]] as const)
  return { lines: { ...state.lines, [state.ticket.ticketId]: Object.fromEntries(kept) } }
}

export function applyEdit(state: TicketState, field: FieldName, value: unknown): Partial<TicketState> {
  return { edits: { ...state.edits, [field]: value }, refused: without(state.refused, field) }
}

/** The core took this value: the edit is over unless something newer was typed meanwhile. */
export function applySaved(state: TicketState, field: FieldName, value: unknown): Partial<TicketState> {
  return state.edits[field] === value
    ? { edits: without(state.edits, field), refused: without(state.refused, field) }
    : {}
}

/** The core could not save this value: it stays on screen with the reason, and is sent again with the next save. */
export function applyUnsaved(state: TicketState, field: FieldName, reason: string): Partial<TicketState> {
  return { refused: { ...state.refused, [field]: reason } }
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

/** What has a source to show: an entry with a value, or with the part of one that was heard. */
export function sourcedEntry(ticket: TicketView | null, field: FieldName): FieldEntry | null {
  const entry = ticket?.draft[field]
  return entry?.partial === undefined ? entryOf(ticket, field) : entry
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
