import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CallSource, CallView, Partial as PartialWords, TurnView } from '#shared/contract/views.ts'
import type { Speaker } from '#shared/domain/call.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'
import type { CaptureChoice } from '#shared/contract/capture-choice.ts'

/** A call that is about to be taken. */
export interface CallPlan {
  readonly source: CallSource
  readonly callerNumber?: string
  /** Which devices to open, where the client itself captures the audio. */
  readonly capture?: CaptureChoice
}

export type CallFlag = CallView['flags'][number]

/** What the desk shows: nothing, a ringing call, one being connected, or a call (running or not). */
export type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'ringing'; readonly plan: CallPlan; readonly since: number }
  | { readonly kind: 'connecting'; readonly plan: CallPlan }
  | { readonly kind: 'open'; readonly call: OpenCall }

/** The parts of a call that the transcript and the top bar show; ticket and answers have their own stores. */
export type OpenCall = Pick<
  CallView,
  | 'callId'
  | 'startedAt'
  | 'phase'
  | 'durationMs'
  | 'callerNumber'
  | 'turns'
  | 'partials'
  | 'flags'
  | 'playable'
  | 'source'
>

export interface CallState {
  readonly stage: Stage
  /** From ringing to answering, ms; null where this client did not see it ring. */
  readonly answeredAfterMs: number | null
}

export type CallStore = StoreApi<CallState>

export function createCallStore(): CallStore {
  return createStore<CallState>(() => ({ stage: { kind: 'idle' }, answeredAfterMs: null }))
}

/** The call shown, or null. */
export function openCall(state: CallState): OpenCall | null {
  return state.stage.kind === 'open' ? state.stage.call : null
}

/** A rehearsal (演练) that rings, or is shown. */
export type Rehearsed = (CallPlan | OpenCall) & {
  readonly source: Extract<CallSource, { kind: 'rehearsal' }>
}

/** The rehearsal on the desk, or null. */
export function rehearsedOf({ stage }: CallState): Rehearsed | null {
  if (stage.kind === 'idle') return null
  const shown = stage.kind === 'open' ? stage.call : stage.plan
  return isRehearsed(shown) ? shown : null
}

function isRehearsed(shown: CallPlan | OpenCall): shown is Rehearsed {
  return shown.source.kind === 'rehearsal'
}

/** Changes the call shown if it is the one named; anything about another call is not for this desk. */
export function changeCall(
  state: CallState,
  callId: string,
  change: (call: OpenCall) => OpenCall,
): Partial<CallState> {
  const call = openCall(state)
  return call?.callId === callId ? { stage: { kind: 'open', call: change(call) } } : {}
}

/** Newer words of a speaker replace the older ones. */
export function applyPartial(call: OpenCall, partial: PartialWords): OpenCall {
  const others = call.partials.filter((kept) => kept.speaker !== partial.speaker)
  return { ...call, partials: partial.text === '' ? others : [...others, partial] }
}

/** A finished turn takes its place by index; the partial words that it finishes go. */
export function applyTurn(call: OpenCall, turn: TurnView): OpenCall {
  const others = call.turns.filter((kept) => kept.index !== turn.index)
  const turns = [...others, turn].sort((left, right) => left.index - right.index)
  const partials = call.partials.filter(
    (partial) => partial.speaker !== turn.speaker || partial.startMs >= turn.endMs,
  )
  // Other words came for the turn: a caution on words that are gone goes with them.
  const flags = call.flags.filter(
    (flag) => flag.turn !== turn.index || flag.dismissed || turn.text.includes(flag.quote),
  )
  return { ...call, turns, partials, flags }
}

export function applyPhase(call: OpenCall, phase: OpenCall['phase']): OpenCall {
  return { ...call, phase, partials: phase === 'live' ? call.partials : [] }
}

export function applyFlag(call: OpenCall, flag: WordingFlag): OpenCall {
  const known = call.flags.find((kept) => sameFlag(kept, flag))
  const others = call.flags.filter((kept) => kept !== known)
  return { ...call, flags: [...others, { ...flag, dismissed: known?.dismissed ?? false }] }
}

export function dismissFlag(call: OpenCall, flag: Pick<WordingFlag, 'turn' | 'rule'>): OpenCall {
  return {
    ...call,
    flags: call.flags.map((kept) => (sameFlag(kept, flag) ? { ...kept, dismissed: true } : kept)),
  }
}

function sameFlag(
  left: Pick<WordingFlag, 'turn' | 'rule'>,
  right: Pick<WordingFlag, 'turn' | 'rule'>,
): boolean {
  return left.turn === right.turn && left.rule === right.rule
}

/** Whether somebody is in the middle of a sentence. */
export function isSpeaking(call: OpenCall, speaker: Speaker): boolean {
  return call.partials.some((partial) => partial.speaker === speaker)
}
