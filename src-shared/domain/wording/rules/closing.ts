import { seatTurns } from '../call-text.ts'
import { containsAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { missingSlots, slotMatch } from './slots.ts'

/** The formula may be spread over this many of the seat's last turns. */
const closingTurns = 3

/**
 * 结束语: judged when the call has ended and the citizen's last words say goodbye or thanks (`context`): a line that broke off
 * has no closing to judge.
 */
export const detectClosing: Detector = (norm, call) => {
  const turns = seatTurns(call)
  const last = turns.at(-1)
  const citizen = call.turns.findLast((turn) => turn.speaker === 'citizen')
  if (!call.ended || last === undefined || citizen === undefined) return []
  if (!containsAny(norm.context, citizen.repaired)) return []
  const missing = missingSlots(norm, turns.slice(-closingTurns))
  if (missing.length === 0) return []
  return [{ turn: last.index, match: slotMatch(last, missing), decidedAt: call.turns.length }]
}
