import { seatTurnsFor } from '../call-text.ts'
import { saysAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { matchesIn } from '../score-turn.ts'

/**
 * 禁语: flat taboo phrases. `except` holds the polite formulas that contain one; an entry with `remedies` is clean where
 * the same turn says what can be done instead. Insults carry no remedies: nothing makes up for them.
 */
export const detectForbiddenExpression: Detector = (norm, call) =>
  seatTurnsFor(norm, call).flatMap((turn) => {
    const [match] = matchesIn(norm, call, turn)
    if (match === undefined || saysAny(norm.remedies, turn)) return []
    return [{ turn: turn.index, match, decidedAt: turn.index }]
  })
