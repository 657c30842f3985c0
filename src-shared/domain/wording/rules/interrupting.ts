import type { Detector } from '../finding.ts'
import { overlapsOf } from './overlap.ts'
import { wholeTurn } from './whole-turn.ts'

/** How often the seat may do so in a call, where the pack names no other number (`threshold`). */
const often = 3

/** Below this the two merely met; above the limit of talking over it is that rule's. Milliseconds. */
const shortest = 300

/** 打断: the seat begins before the citizen has ended, again and again. Flagged once, at the time that is once too often. */
export const detectInterrupting: Detector = (norm, call) => {
  const overlaps = overlapsOf(call)
    .filter(({ overlapMs }) => overlapMs > shortest)
    .toSorted((a, b) => a.knownAt - b.knownAt)
  const reached = overlaps[(norm.norm.threshold ?? often) - 1]
  return reached === undefined ? [] : [wholeTurn(reached.seat, reached.knownAt)]
}
