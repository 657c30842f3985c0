import { seatTurnsFor, type CallText } from '../call-text.ts'
import { containsAny, exceptionsIn } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { overlaps } from '../heard-text.ts'
import { matchesIn } from '../score-turn.ts'

/** How many turns back danger is still what the call is about. */
const emergencyTurns = 5

/**
 * 命令语气: bare orders. `except` holds courtesy and 必须 as a regulation's word. Where danger was spoken of in this turn or
 * shortly before (`remedies`), an order is a safety instruction and clean, unless it is about something else (`context`):
 * to read a number out, to keep a receipt.
 */
export const detectCommanding: Detector = (norm, call) =>
  seatTurnsFor(norm, call).flatMap((turn) => {
    const [match] = matchesIn(norm, call, turn)
    // What weighs like an order may be asked for politely all the same: 请把电话念给我.
    if (match === undefined || exceptionsIn(norm, turn).some((span) => overlaps(match, span))) return []
    const isExcused =
      isEmergency(call, turn.index, norm.remedies) && !containsAny(norm.context, turn.repaired)
    if (isExcused) return []
    return [{ turn: turn.index, match, decidedAt: turn.index }]
  })

function isEmergency({ turns }: CallText, index: number, danger: readonly RegExp[]): boolean {
  return turns
    .slice(Math.max(0, index - emergencyTurns), index + 1)
    .some(({ repaired }) => containsAny(danger, repaired))
}
