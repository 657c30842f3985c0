import { seatTurns } from '../call-text.ts'
import { containsAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { wholeTurn } from './whole-turn.ts'

/** How many of the seat's last turns may hold the question, where the pack names no other number (`threshold`). */
const lastTurns = 4

/** 询问其他需求: nothing further was asked (`patterns`) in a call that ended with the citizen's goodbye (`context`). */
export const detectFurtherNeeds: Detector = (norm, call) => {
  const turns = seatTurns(call)
  const last = turns.at(-1)
  const citizen = call.turns.findLast((turn) => turn.speaker === 'citizen')
  if (!call.ended || last === undefined || citizen === undefined) return []
  if (!containsAny(norm.context, citizen.repaired)) return []
  const asked = turns
    .slice(-(norm.norm.threshold ?? lastTurns))
    .some(({ repaired }) => containsAny(norm.expressions, repaired))
  return asked ? [] : [wholeTurn(last, call.turns.length)]
}
