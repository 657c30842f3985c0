import { seatTurns } from '../call-text.ts'
import { findMatches, saysAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { silenceBefore } from './silence.ts'
import { wholeTurn } from './whole-turn.ts'

/** Seconds after which the seat has to speak again, where the pack names no other number (`threshold`): the 12333 rules. */
const longestSeconds = 30

/**
 * 等待: the seat asks to wait (`patterns`), stays away for longer than the limit, and does not thank for waiting (`remedies`)
 * when it comes back. It points at the turn with which it comes back.
 */
export const detectHold: Detector = (norm, call) => {
  const turns = seatTurns(call)
  return turns.flatMap((turn, position) => {
    const before = turns[position - 1]
    if (before === undefined || findMatches(norm, before).length === 0) return []
    const waitedMs = silenceBefore(call, turn.index)
    const tooLong = waitedMs > 1000 * (norm.norm.threshold ?? longestSeconds)
    return tooLong && !saysAny(norm.remedies, turn) ? [wholeTurn(turn)] : []
  })
}
