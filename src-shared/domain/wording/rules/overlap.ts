import { isBackChannel, type CallText, type SeatTurn, type TurnText } from '../call-text.ts'

/** A seat's turn that begins while the citizen still speaks. */
export interface Overlap {
  readonly seat: SeatTurn
  readonly overlapMs: number
  /** Index of the later of the two turns: before it the overlap is not known. */
  readonly knownAt: number
}

/** Where the seat begins to speak into the citizen's words; 嗯, 好的 and other back-channels are courtesy. */
export function overlapsOf({ turns }: CallText): readonly Overlap[] {
  return turns.flatMap((seat, index): readonly Overlap[] => {
    if (seat.speaker !== 'seat' || isBackChannel(seat)) return []
    const cut = [index - 1, index + 1].flatMap((at) => {
      const citizen = turns[at]
      return citizen !== undefined && speaksInto(seat, citizen) ? [{ citizen, at }] : []
    })[0]
    if (cut === undefined) return []
    const overlapMs = Math.min(seat.endMs, cut.citizen.endMs) - seat.startMs
    return [{ seat: { ...seat, index }, overlapMs, knownAt: Math.max(index, cut.at) }]
  })
}

function speaksInto(seat: TurnText, citizen: TurnText): boolean {
  return citizen.speaker === 'citizen' && citizen.startMs < seat.startMs && seat.startMs < citizen.endMs
}
