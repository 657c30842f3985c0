import { seatTurns, type CallText, type SeatTurn } from '../call-text.ts'
import type { CompiledNorm } from '../compile-norms.ts'
import { containsAny } from '../find-matches.ts'

/**
 * The seat's turn that raises the ticket (`phrases`: 登记, 派单), in a call that is over and that the citizen took leave of
 * (`context`): only there it is certain that the seat read nothing back. Undefined in every other call.
 */
export function ticketTurn(norm: CompiledNorm, call: CallText): SeatTurn | undefined {
  const citizen = call.turns.findLast((turn) => turn.speaker === 'citizen')
  if (!call.ended || citizen === undefined || !containsAny(norm.context, citizen.repaired)) return undefined
  return seatTurns(call).findLast(({ heard }) => norm.phrases.some(({ say }) => heard.text.includes(say)))
}

/** Each pair of neighbouring characters. */
export function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2))
}
