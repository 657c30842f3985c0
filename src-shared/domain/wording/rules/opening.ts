import type { CallText, TurnText } from '../call-text.ts'
import { containsAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { missingSlots, slotMatch } from './slots.ts'

/** A citizen who speaks first says no more than 喂, 你好 before a seat that opens the call. */
const longestHello = 4

/**
 * 首问语: what the seat says before the citizen states a matter has to hold the slots of the formula. A transcript may begin in
 * the middle of a call, so it is judged only where the seat speaks first (after a hello at most) and the citizen's first
 * words then begin a matter (`context`).
 */
export const detectOpening: Detector = (norm, call) => {
  const opening = openingTurns(call, norm.context)
  const first = opening?.[0]
  if (opening === undefined || first === undefined) return []
  const missing = missingSlots(norm, opening)
  if (missing.length === 0) return []
  return [{ turn: call.turns.indexOf(first), match: slotMatch(first, missing), decidedAt: call.turns.length }]
}

/** The seat's turns before the citizen begins; undefined while that is open or where the call's beginning is not there. */
function openingTurns({ turns }: CallText, begins: readonly RegExp[]): readonly TurnText[] | undefined {
  const seatBegins = turns.findIndex((turn) => turn.speaker === 'seat')
  const citizenBegins = turns.findIndex((turn, index) => turn.speaker === 'citizen' && index > seatBegins)
  if (seatBegins === -1 || citizenBegins === -1) return undefined
  if (turns.slice(0, seatBegins).some(({ heard }) => heard.text.length > longestHello)) return undefined
  const citizen = turns[citizenBegins]
  if (citizen === undefined || !containsAny(begins, citizen.repaired)) return undefined
  return turns.slice(seatBegins, citizenBegins)
}
