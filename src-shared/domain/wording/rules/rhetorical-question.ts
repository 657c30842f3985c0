import { citizenAfter, seatTurnsFor, type CallText, type SeatTurn } from '../call-text.ts'
import type { CompiledNorm } from '../compile-norms.ts'
import { containsAny, saysAny } from '../find-matches.ts'
import type { Detector, Finding } from '../finding.ts'
import { matchesIn } from '../score-turn.ts'

/**
 * How much it speaks for a reproach, in logits, that the citizen protests or defends himself: where the words alone leave it
 * open, that follows a rhetorical question about four times as often as another question (fitted on labelled calls).
 */
const protestWeight = 1.3

/**
 * 反问: a question that reproaches, challenges, mocks or refuses and seeks no information. A scored entry weighs the words
 * against what the conversation tells: whether anything is asked that a ticket needs, whether the citizen has just said it,
 * whether there is courtesy or help in the turn; a citizen who protests or defends himself (`context`) tips what was nearly enough. In a plain
 * entry with a `context`, words that may as well ask for a fact count only where the citizen protests. Either way such a
 * flag comes after that answer. `remedies` are courtesies that clear the turn.
 */
export const detectRhetoricalQuestion: Detector = (norm, call) =>
  seatTurnsFor(norm, call).flatMap((turn): readonly Finding[] => {
    const isSureAlone = norm.context.length === 0 || norm.evidence !== undefined
    const [sure] = isSureAlone ? matchesIn(norm, call, turn) : []
    const found =
      sure === undefined
        ? afterProtest(norm, call, turn)
        : [{ turn: turn.index, match: sure, decidedAt: turn.index }]
    return found.length > 0 && saysAny(norm.remedies, turn) ? [] : found
  })

function afterProtest(norm: CompiledNorm, call: CallText, turn: SeatTurn): readonly Finding[] {
  if (norm.context.length === 0) return []
  const [match] = matchesIn(norm, call, turn, protestWeight)
  if (match === undefined) return []
  const protest = citizenAfter(call, turn.index).find(({ repaired }) => containsAny(norm.context, repaired))
  return protest === undefined ? [] : [{ turn: turn.index, match, decidedAt: protest.index }]
}
