import { citizenBefore, seatTurnsFor } from '../call-text.ts'
import { containsAny, saysAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { matchesIn } from '../score-turn.ts'

/**
 * 含糊回答: a hedge in answer to a definite question (`context`, looked for in what the citizen said just before). An
 * uncertainty that comes with a dated commitment or a look-up in the same turn (`remedies`) is honest, not vague.
 */
export const detectVagueAnswer: Detector = (norm, call) =>
  seatTurnsFor(norm, call).flatMap((turn) => {
    const [match] = matchesIn(norm, call, turn)
    if (match === undefined || saysAny(norm.remedies, turn)) return []
    const asked = citizenBefore(call, turn.index).some(({ heard }) => containsAny(norm.context, heard.text))
    return asked ? [{ turn: turn.index, match, decidedAt: turn.index }] : []
  })
