import { seatTurnsFor } from '../call-text.ts'
import { findMatches } from '../find-matches.ts'
import type { Detector } from '../finding.ts'

/** How often 你 may be said before it is flagged, where the pack names no other number (`threshold`). */
const defaultThreshold = 3

/** 您/你: flagged once in a call, at the occurrence that reaches the threshold. */
export const detectInformalAddress: Detector = (norm, call) => {
  const occurrences = seatTurnsFor(norm, call).flatMap((turn) =>
    findMatches(norm, turn).map((match) => ({ turn: turn.index, match, decidedAt: turn.index })),
  )
  const reached = occurrences[(norm.norm.threshold ?? defaultThreshold) - 1]
  return reached === undefined ? [] : [reached]
}
