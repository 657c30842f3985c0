import { seatTurns, type CallText } from '../call-text.ts'
import { saysAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { wholeTurn } from './whole-turn.ts'

/** Seconds, where the pack names no other number (`threshold`); vendors' practice. */
const longestSeconds = 5

/**
 * 冷场: nobody speaks for longer than the limit before the seat does, and the seat had not asked to wait (`remedies`). It
 * points at the seat's turn that ends the silence. Waiting that was announced is the rule hold's business.
 */
export const detectSilence: Detector = (norm, call) =>
  seatTurns(call).flatMap((turn) => {
    const silentMs = silenceBefore(call, turn.index)
    const announced = call.turns
      .slice(Math.max(0, turn.index - 3), turn.index)
      .some((earlier) => earlier.speaker === 'seat' && saysAny(norm.remedies, earlier))
    return silentMs > 1000 * (norm.norm.threshold ?? longestSeconds) && !announced ? [wholeTurn(turn)] : []
  })

/** Milliseconds between the last word before a turn and the turn. */
export function silenceBefore({ turns }: CallText, index: number): number {
  const before = turns.slice(0, index)
  const turn = turns[index]
  if (turn === undefined || before.length === 0) return 0
  return turn.startMs - Math.max(...before.map(({ endMs }) => endMs))
}
