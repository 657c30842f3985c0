import { seatTurnsFor } from '../call-text.ts'
import type { Detector } from '../finding.ts'
import { matchesIn } from '../score-turn.ts'

/**
 * 过度承诺: an outcome, or another body's deadline, given as certain. `except` holds what the hotline may promise:
 * truthful recording, its own next step, standard handling times.
 */
export const detectOverPromise: Detector = (norm, call) =>
  seatTurnsFor(norm, call).flatMap((turn) => {
    const [match] = matchesIn(norm, call, turn)
    return match === undefined ? [] : [{ turn: turn.index, match, decidedAt: turn.index }]
  })
