import { seatTurns } from '../call-text.ts'
import type { Detector } from '../finding.ts'
import { spansOf } from '../heard-text.ts'
import { spokenDigits } from '../spoken-digits.ts'
import { pairsOf, ticketTurn } from './ticket-call.ts'
import { wholeTurn } from './whole-turn.ts'

/** The share of the address that is enough to read back, where the pack names no other number (`threshold`). */
const enough = 0.4

/**
 * 核对地址: the citizen gave an address (`patterns`), a ticket was raised, and what the seat said after it does not hold the
 * address, neither at once nor piece by piece. Pairs of characters are compared, so that one misheard does not matter.
 */
export const detectReadBackAddress: Detector = (norm, call) => {
  const ticket = ticketTurn(norm, call)
  if (ticket === undefined) return []
  const seat = seatTurns(call)
  const pairs = call.turns.flatMap((turn, index) => {
    if (turn.speaker !== 'citizen' || index > ticket.index) return []
    const said = spokenDigits(turn.heard.text)
    const later = seat.filter((one) => one.index > index).map(({ heard }) => spokenDigits(heard.text))
    return norm.expressions
      .flatMap((expression) => spansOf(expression, said))
      .flatMap(({ start, end }) => pairsOf(said.slice(start, end)))
      .map((pair) => later.some((text) => text.includes(pair)))
  })
  if (pairs.length === 0) return []
  const share = pairs.filter(Boolean).length / pairs.length
  return share < (norm.norm.threshold ?? enough) ? [wholeTurn(ticket, call.turns.length)] : []
}
