import { createStore, type StoreApi } from 'zustand/vanilla'
import { saidPhase } from '#shared/domain/scripts/said-phase.ts'
import type { WholeAnswer } from '#shared/contract/knowledge-views.ts'
import type { AnswerHitView, ScriptView, TicketView } from '#shared/contract/views.ts'
import type { AnswerMark } from './answers-actions.ts'
import type { OpenCall } from './call-store.ts'

export const mostAnswers = 3

export interface AnswersState {
  /** What the core suggests from the words of the call. */
  readonly suggested: readonly AnswerHitView[]
  readonly query: string
  /** Null while nothing is searched for. */
  readonly found: readonly AnswerHitView[] | null
  readonly searching: boolean
  readonly expandedId: string | null
  /** The answer that has the focus. */
  readonly focusedId: string | null
  /** What this seat said of answers, by `citationOf`. */
  readonly marks: Readonly<Record<string, AnswerMark>>
  /** The answer that is open in full; null until it is read. */
  readonly whole: WholeAnswer | null
  readonly scripts: readonly ScriptView[]
  /** Chosen with F4 or from the list for this moment of the call; once the call goes on, the script follows it again. */
  readonly chosenScript: { readonly id: string; readonly moment: string } | null
}

export type AnswersStore = StoreApi<AnswersState>

export const noAnswers: AnswersState = {
  suggested: [],
  query: '',
  found: null,
  searching: false,
  expandedId: null,
  focusedId: null,
  marks: {},
  whole: null,
  scripts: [],
  chosenScript: null,
}

export function createAnswersStore(): AnswersStore {
  return createStore<AnswersState>(() => noAnswers)
}

/** The answers on screen: what was searched for, else what is suggested; never more than three. */
export function shownAnswers(state: Pick<AnswersState, 'found' | 'suggested'>): readonly AnswerHitView[] {
  return (state.found ?? state.suggested).slice(0, mostAnswers)
}

/** The answer that a key is meant for: the focused one, else the one that is open, else the first. */
export function pointedAnswer(state: AnswersState): AnswerHitView | null {
  const shown = shownAnswers(state)
  const byId = (id: string | null): AnswerHitView | undefined => shown.find((hit) => hit.id === id)
  return byId(state.focusedId) ?? byId(state.expandedId) ?? shown[0] ?? null
}

/** How an answer is cited: `id@version`. */
export function citationOf({ id, version }: Pick<AnswerHitView, 'id' | 'version'>): string {
  return version === undefined ? id : `${id}@${version}`
}

/** The script that belongs to this moment of the call. */
export function phaseOf(call: OpenCall | null, ticket: TicketView | null): ScriptView['phase'] {
  if (call === null || call.turns.length === 0) return 'greeting'
  if (call.phase !== 'live') return 'closing'
  if (ticket === null) return 'ask'
  const said = saidPhase(call.turns)
  if (said !== undefined) return said
  if (ticket.draft.urgency?.value === '突发') return 'urgent'
  if (ticket.missing.length > 0) return 'ask'
  const phone = ticket.draft.contactPhone
  return phone !== undefined && phone.value !== null && !phone.confirmed ? 'readback' : 'closing'
}

/** Names what a chosen script was chosen for: the phase, and what is to be asked next. */
export function momentOf(call: OpenCall | null, ticket: TicketView | null): string {
  return `${phaseOf(call, ticket)}/${ticket?.missing[0]?.element ?? ''}`
}

/** The scripts that F4 goes through, in the order of a call. */
const cycle: readonly ScriptView['phase'][] = ['greeting', 'hold', 'closing']

/** The question for the first element that is missing, as a script. */
function questionOf(ticket: TicketView | null): ScriptView | null {
  const first = ticket?.missing[0]
  if (first === undefined) return null
  return { id: `missing/${first.element}`, phase: 'ask', title: first.label, text: first.question }
}

/** The script to show: the chosen one, else the question to ask next, else the first of the phase; a pack without one falls back. */
export function currentScript(
  state: AnswersState,
  call: OpenCall | null,
  ticket: TicketView | null,
): ScriptView | null {
  const { chosenScript } = state
  if (chosenScript?.moment === momentOf(call, ticket)) {
    const chosen = state.scripts.find((script) => script.id === chosenScript.id)
    if (chosen !== undefined) return chosen
  }
  const phase = phaseOf(call, ticket)
  const question = questionOf(ticket)
  if (phase === 'ask' && question !== null) return question
  return state.scripts.find((script) => script.phase === phase) ?? question ?? state.scripts[0] ?? null
}

/** What F4 shows after the script that is on screen now. */
export function nextScript(
  state: AnswersState,
  call: OpenCall | null,
  ticket: TicketView | null,
): ScriptView | null {
  const stops = cycle.flatMap((name) => state.scripts.filter((script) => script.phase === name))
  const now = stops.findIndex((script) => script.id === currentScript(state, call, ticket)?.id)
  return stops[(now + 1) % stops.length] ?? null
}
