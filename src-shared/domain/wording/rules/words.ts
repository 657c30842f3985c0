import { citizenBefore, seatTurnsFor, type TurnText } from '../call-text.ts'
import { containsAny, findMatches, saysAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'

/**
 * A rule of words and nothing else, such as those that trainers make (自建规则): flagged wherever the seat says them. What makes
 * up for them (`remedies`) counts in the same turn; with `context` the citizen has to have said one of it just before.
 */
export const detectWords: Detector = (norm, call) =>
  seatTurnsFor(norm, call).flatMap((turn) => {
    const [match] = findMatches(norm, turn)
    if (match === undefined || saysAny(norm.remedies, turn)) return []
    const fits = norm.context.length === 0 || saidBefore(norm.context, citizenBefore(call, turn.index))
    return fits ? [{ turn: turn.index, match, decidedAt: turn.index }] : []
  })

function saidBefore(context: readonly RegExp[], turns: readonly TurnText[]): boolean {
  return turns.some(({ heard }) => containsAny(context, heard.text))
}
