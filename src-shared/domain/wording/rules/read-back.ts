import { numbersIn } from '../spoken-digits.ts'
import { seatTurns, type CallText } from '../call-text.ts'
import type { Detector, Finding } from '../finding.ts'
import { wholeTurn } from './whole-turn.ts'

/** Digits of a mobile number (手机号). */
const phoneDigits = 11

/** How many of its digits are enough to read back, where the pack names no other number (`threshold`). */
const enoughDigits = 4

/** The seat may first answer or ask for something else: so many turns it has for reading back. */
const windowTurns = 4

/**
 * 核对电话: the citizen said a mobile number in one turn, and none of the seat's next turns says its last digits. It points at
 * the seat's first turn after the number, once its turns for reading back are used up or the call has ended.
 */
export const detectReadBack: Detector = (norm, call) =>
  call.turns.flatMap((turn, index): readonly Finding[] => {
    if (turn.speaker !== 'citizen') return []
    const phone = numbersIn(turn.heard).find(({ length }) => length === phoneDigits)
    if (phone === undefined) return []
    const ending = phone.slice(-(norm.norm.threshold ?? enoughDigits))
    return missingReadBack(call, index, ending)
  })

function missingReadBack(call: CallText, index: number, ending: string): readonly Finding[] {
  const answers = seatTurns(call)
    .filter((turn) => turn.index > index)
    .slice(0, windowTurns)
  const [first] = answers
  if (first === undefined) return []
  if (answers.some(({ heard }) => numbersIn(heard).some((number) => number.includes(ending)))) return []
  const complete = answers.length === windowTurns
  if (!complete && !call.ended) return []
  return [wholeTurn(first, complete ? (answers.at(-1)?.index ?? 0) : call.turns.length)]
}
