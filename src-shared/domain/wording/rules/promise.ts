import { seatTurnsFor } from '../call-text.ts'
import { findMatches } from '../find-matches.ts'
import type { Detector } from '../finding.ts'

/** 承诺: the seat promises something of its own by a time. No fault: it is noted so that it can be kept. */
export const detectPromise: Detector = (norm, call) =>
  seatTurnsFor(norm, call).flatMap((turn) => {
    const [match] = findMatches(norm, turn)
    return match === undefined ? [] : [{ turn: turn.index, match, decidedAt: turn.index }]
  })
