import type { SeatTurn } from '../call-text.ts'
import type { Finding } from '../finding.ts'

/** A finding that is about a turn as a whole, not about some of its words. */
export function wholeTurn(turn: SeatTurn, decidedAt = turn.index): Finding {
  return { turn: turn.index, match: { start: 0, end: turn.heard.text.length }, decidedAt }
}
