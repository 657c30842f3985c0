import { seatTurns } from '../call-text.ts'
import { containsAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { pairsOf, ticketTurn } from './ticket-call.ts'
import { wholeTurn } from './whole-turn.ts'

/** Pairs of characters of the citizen's that make a restatement, where the pack names no other number (`threshold`). */
const enough = 2

/**
 * 复述诉求: a ticket was raised, and the seat never said in the citizen's words what is to be put into it: no turn of the seat
 * that restates (`patterns`: 您反映的是, 对吗) holds some of what the citizen said before.
 */
export const detectReadBackDemand: Detector = (norm, call) => {
  const ticket = ticketTurn(norm, call)
  if (ticket === undefined) return []
  const isRestated = seatTurns(call).some((turn) => {
    if (!containsAny(norm.expressions, turn.repaired)) return false
    const said = call.turns
      .slice(0, turn.index)
      .flatMap(({ speaker, heard }) => (speaker === 'citizen' ? [heard.text] : []))
    const shared = pairsOf(turn.heard.text).filter((pair) => said.some((text) => text.includes(pair)))
    return shared.length >= (norm.norm.threshold ?? enough)
  })
  return isRestated ? [] : [wholeTurn(ticket, call.turns.length)]
}
