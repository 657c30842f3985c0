import { type CallText, citizenBefore, seatTurnsFor, type TurnText } from '../call-text.ts'
import { containsAny, saysAny } from '../find-matches.ts'
import type { Detector } from '../finding.ts'
import { matchesIn } from '../score-turn.ts'

/** A seat that asks back for what it needs (您在哪个区, 交了多久) has not answered yet. */
const asksBack =
  /^[^\n]{0,16}(?:[吗呢]|哪[^\n]{0,6}|什么[^\n]{0,4}|几[^\n]{0,4}|多[少久大长][^\n]{0,3}|谁[^\n]{0,3}|没有|没|还是[^\n]{1,6})$/u

/**
 * 含糊回答: a hedge in answer to a definite question (`context`, looked for in what the citizen said just before, and before
 * the seat asked back). An uncertainty that comes with a dated commitment or a look-up in the same turn (`remedies`) is honest, not vague.
 */
export const detectVagueAnswer: Detector = (norm, call) =>
  seatTurnsFor(norm, call).flatMap((turn) => {
    const [match] = matchesIn(norm, call, turn)
    if (match === undefined || saysAny(norm.remedies, turn)) return []
    const asked = openQuestions(call, turn.index).some(({ heard }) => containsAny(norm.context, heard.text))
    return asked ? [{ turn: turn.index, match, decidedAt: turn.index }] : []
  })

/** What the citizen said just before a turn, and, where that answers a question of the seat, what he said before it. */
function openQuestions(call: CallText, index: number): readonly TurnText[] {
  const before = citizenBefore(call, index)
  const asked = call.turns.findLastIndex((turn, at) => at < index - 1 && turn.speaker === 'seat')
  const isAskedBack = before.length > 0 && asksBack.test(call.turns[asked]?.repaired ?? '')
  return isAskedBack ? [...citizenBefore(call, asked), ...before] : before
}
