import { citizenAfter, isBackChannel, seatTurns, type SeatTurn } from '../call-text.ts'
import { saysAny } from '../find-matches.ts'
import type { HeardText } from '../heard-text.ts'
import type { Detector } from '../finding.ts'
import { wholeTurn } from './whole-turn.ts'

/** How alike two questions are to be the same (0–1), where the pack names no other number (`threshold`). */
const alike = 0.75

/** A shorter question (对吗, 然后呢) may be asked again and again. */
const shortestQuestion = 5

/**
 * 重复询问: the seat asks again what it has asked (`patterns` tell a question) and the citizen has answered. `remedies` are the
 * courtesies of asking again on purpose: it was not heard, or is to be confirmed.
 */
export const detectRepeatedQuestion: Detector = (norm, call) => {
  const questions = seatTurns(call).filter(
    (turn) => turn.heard.text.length >= shortestQuestion && saysAny(norm.expressions, turn),
  )
  return questions.flatMap((turn, position) => {
    if (saysAny(norm.remedies, turn)) return []
    const again = questions
      .slice(0, position)
      .some(
        (earlier) =>
          likeness(earlier, turn) >= (norm.norm.threshold ?? alike) &&
          citizenAfter(call, earlier.index).some((answer) => !isBackChannel(answer)),
      )
    return again ? [wholeTurn(turn)] : []
  })
}

/** The share of pairs of characters that both have, of those that either has. */
function likeness(left: SeatTurn, right: SeatTurn): number {
  const [first, second] = [pairsOf(left), pairsOf(right)]
  let shared = 0
  for (const pair of first) if (second.has(pair)) shared += 1
  return shared / Math.max(1, first.size + second.size - shared)
}

const known = new WeakMap<HeardText, ReadonlySet<string>>()

/** Kept: every question is compared with all later ones, after every turn. */
function pairsOf({ heard, repaired }: SeatTurn): ReadonlySet<string> {
  const kept = known.get(heard)
  if (kept !== undefined) return kept
  const starts = Array.from({ length: Math.max(0, repaired.length - 1) }, (_, at) => at)
  const pairs = new Set(starts.map((at) => repaired.slice(at, at + 2)))
  known.set(heard, pairs)
  return pairs
}
