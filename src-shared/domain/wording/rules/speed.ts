import { seatTurns, type SeatTurn } from '../call-text.ts'
import type { Detector } from '../finding.ts'
import { wholeTurn } from './whole-turn.ts'

/** Characters a minute, where the pack names no other number (`threshold`); vendors flag what is faster than this. */
const fastest = 280

/** Speech is judged over this long, so that one quick sentence says nothing. */
const windowMs = 20_000

/** A shorter turn is a back-channel: its pace says nothing. */
const shortestTurn = 8

/** 语速: the seat's own pace over the last 20 s of its speech, at the turn that fills them; pauses between turns do not count. */
export const detectSpeed: Detector = (norm, call) => {
  const spoken = seatTurns(call).filter(({ heard }) => heard.text.length >= shortestTurn)
  return spoken.flatMap((turn, position) => {
    const pace = paceUpTo(spoken.slice(0, position + 1))
    return pace !== undefined && pace > (norm.norm.threshold ?? fastest) ? [wholeTurn(turn)] : []
  })
}

/** Characters a minute over the last turns that make up the window; undefined while there is not enough speech. */
function paceUpTo(turns: readonly SeatTurn[]): number | undefined {
  let characters = 0
  let spokenMs = 0
  for (const { heard, startMs, endMs } of turns.toReversed()) {
    characters += heard.text.length
    spokenMs += endMs - startMs
    if (spokenMs >= windowMs) return characters / (spokenMs / 60_000)
  }
  return undefined
}
