import { citizenAfter, seatTurns, type CallText, type SeatTurn } from '../call-text.ts'
import type { CompiledNorm } from '../compile-norms.ts'
import { containsAny, saysAny } from '../find-matches.ts'
import type { Detector, Finding } from '../finding.ts'
import { matchesIn } from '../score-turn.ts'

/**
 * How much a citizen's protest speaks for a reproach, in logits: in the development calls one follows a rhetorical question
 * 2.4 times as often as it follows another question.
 */
const protestWeight = 0.9

/**
 * 反问: a question that reproaches, challenges, mocks or refuses and seeks no information. A scored entry weighs the words
 * against what the conversation tells: whether anything is asked that a ticket needs, whether the citizen has just said it,
 * whether there is courtesy or help in the turn; a protest of the citizen (`context`) tips what was nearly enough. In a plain
 * entry with a `context`, words that may as well ask for a fact count only where the citizen protests. Either way such a
 * flag comes after that answer. `remedies` are courtesies that clear the turn.
 */
export const detectRhetoricalQuestion: Detector = (norm, call) =>
  seatTurns(call).flatMap((turn): readonly Finding[] => {
    if (saysAny(norm.remedies, turn)) return []
    const isSureAlone = norm.context.length === 0 || norm.evidence !== undefined
    const [sure] = isSureAlone ? matchesIn(norm, call, turn) : []
    return sure === undefined
      ? afterProtest(norm, call, turn)
      : [{ turn: turn.index, match: sure, decidedAt: turn.index }]
  })

function afterProtest(norm: CompiledNorm, call: CallText, turn: SeatTurn): readonly Finding[] {
  if (norm.context.length === 0) return []
  const [match] = matchesIn(norm, call, turn, protestWeight)
  if (match === undefined) return []
  const protest = citizenAfter(call, turn.index).find(({ repaired }) => containsAny(norm.context, repaired))
  return protest === undefined ? [] : [{ turn: turn.index, match, decidedAt: protest.index }]
}
