import type { Speaker, Turn } from '../call.ts'
import type { CompiledNorm } from './compile-norms.ts'
import { hearText, type HeardText, type Span } from './heard-text.ts'
import { findQuotations } from './quotation.ts'
import { repairBySound, type SoundAnchors } from './sound-repair.ts'

/** One turn as the detectors see it. */
export interface TurnText {
  readonly speaker: Speaker
  /** Milliseconds since the start of the call; both 0 where nobody measured. */
  readonly startMs: number
  readonly endMs: number
  readonly heard: HeardText
  /** `heard.text` with misheard words of the pack put right, the same length. */
  readonly repaired: string
  /** All characters of both. */
  readonly characters: ReadonlySet<string>
  /** Where the turn gives somebody else's words; positions in `heard.text`. */
  readonly quotations: readonly Span[]
}

/** A turn of the seat together with its index in the call. */
export interface SeatTurn extends TurnText {
  readonly index: number
}

/** The call so far. `ended` closes all windows. */
export interface CallText {
  readonly turns: readonly TurnText[]
  readonly ended: boolean
  /** The indices of the turns in which an entry's own words stand, where that has been looked up. */
  readonly found?: ReadonlyMap<CompiledNorm, readonly number[]>
}

/** So many turns of the citizen are looked back at for words that the seat repeats. */
const turnsRepeated = 3

/** A turn as the detectors see it; `before` are the turns before it. */
export function readTurn(turn: Turn, anchors: SoundAnchors, before: readonly TurnText[] = []): TurnText {
  const heard = hearText(turn.text)
  const repaired = repairBySound(heard, anchors)
  return {
    speaker: turn.speaker,
    startMs: turn.startMs,
    endMs: turn.endMs,
    heard,
    repaired,
    characters: new Set(Array.from(heard.text + repaired)),
    quotations: turn.speaker === 'seat' ? findQuotations(heard, lastSaid(before)) : [],
  }
}

const lastSaid = (before: readonly TurnText[]): readonly HeardText[] =>
  before
    .filter(({ speaker }) => speaker === 'citizen')
    .slice(-turnsRepeated)
    .map(({ heard }) => heard)

const knownSeatTurns = new WeakMap<CallText, readonly SeatTurn[]>()

/** The seat's turns that an entry may have found something in. */
export function seatTurnsFor(norm: CompiledNorm, call: CallText): readonly SeatTurn[] {
  const found = call.found?.get(norm)
  if (found === undefined) return seatTurns(call)
  return found.flatMap((index) => {
    const turn = call.turns[index]
    return turn === undefined ? [] : [{ ...turn, index }]
  })
}

/** Kept for as long as the call's text is: every entry of the norms asks for them. */
export function seatTurns(call: CallText): readonly SeatTurn[] {
  const known = knownSeatTurns.get(call)
  if (known !== undefined) return known
  const turns = call.turns.flatMap((turn, index) => (turn.speaker === 'seat' ? [{ ...turn, index }] : []))
  knownSeatTurns.set(call, turns)
  return turns
}

/** What the citizen says directly after a turn, before the seat speaks again; with the index of each turn. */
export function citizenAfter({ turns }: CallText, index: number): readonly SeatTurn[] {
  const next = turns.findIndex((turn, at) => at > index && turn.speaker === 'seat')
  const rest = turns.slice(index + 1, next === -1 ? undefined : next)
  return rest.map((turn, at) => ({ ...turn, index: index + 1 + at }))
}

/** 嗯, 好的: a sound that keeps the line open and says nothing. */
const backChannel = /^(?:[嗯哦啊喂噢唉哎诶]|好的?|对|是的?|行|可以|明白|您说|您讲|您好|在听)*$/u

export function isBackChannel({ heard }: TurnText): boolean {
  return backChannel.test(heard.text)
}

/** What the citizen said directly before a turn, across the seat's back-channels. */
export function citizenBefore({ turns }: CallText, index: number): readonly TurnText[] {
  const before: TurnText[] = []
  for (const turn of turns.slice(0, index).reverse()) {
    if (turn.speaker === 'citizen') before.unshift(turn)
    else if (!isBackChannel(turn)) break
  }
  return before
}
