import { seatTurns, seatTurnsFor } from '../call-text.ts'
import { saysAny } from '../find-matches.ts'
import type { Detector, Finding } from '../finding.ts'
import { matchesIn } from '../score-turn.ts'

/** How many further seat turns may make up for it, where the pack names no other number (`threshold`). */
const defaultWindow = 2

/**
 * 推诿: disclaims or sends away, and neither this turn nor the next seat turns transfer or open a ticket (`remedies`).
 * Decided when the window closes or the call ends; each such turn counts.
 */
export const detectShirking: Detector = (norm, call) => {
  const window = norm.norm.threshold ?? defaultWindow
  const turns = seatTurns(call)
  return seatTurnsFor(norm, call).flatMap((turn): readonly Finding[] => {
    const [match] = matchesIn(norm, call, turn)
    if (match === undefined) return []
    const position = turns.findIndex(({ index }) => index === turn.index)
    const judged = turns.slice(position, position + 1 + window)
    if (judged.some((later) => saysAny(norm.remedies, later))) return []
    const complete = judged.length === window + 1
    if (!complete && !call.ended) return []
    return [
      { turn: turn.index, match, decidedAt: complete ? (judged.at(-1)?.index ?? 0) : call.turns.length },
    ]
  })
}
