import { seatTurns, type CallText } from '../call-text.ts'
import { containsAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { matchesIn } from '../score-turn.ts'

/** How many turns back danger is still what the call is about. */
const emergencyTurns = 8

/**
 * 命令语气: bare orders. `except` holds courtesy and 必须 as a regulation's word. An entry with `remedies` holds orders that
 * an emergency justifies: they are clean where danger was spoken of in this turn or shortly before.
 */
export const detectCommanding: Detector = (norm, call) =>
  seatTurns(call).flatMap((turn) => {
    const [match] = matchesIn(norm, call, turn)
    if (match === undefined || isEmergency(call, turn.index, norm.remedies)) return []
    return [{ turn: turn.index, match, decidedAt: turn.index }]
  })

function isEmergency({ turns }: CallText, index: number, danger: readonly RegExp[]): boolean {
  return turns
    .slice(Math.max(0, index - emergencyTurns), index + 1)
    .some(({ repaired }) => containsAny(danger, repaired))
}
