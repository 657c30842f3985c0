import type { TicketFields } from '../../ticket-fields.ts'
import { hasToldEnough, type Hearing } from '../hearing/hearing.ts'
import { readSignWeights } from '../hearing/sign-weights.ts'
import { lastingSigns } from './lasting-signs.ts'
import { beginOf, type Candidate, isOpen } from './time-choice.ts'
import learned from './lasting-weights.json' with { type: 'json' }

/** The weights that `tests/bench/fit-lasting.ts` works out from labelled calls. */
const lastingWeights = readSignWeights(learned)

/** The log-odds by which all signs together must outweigh what the rules heard. */
const rulesWorth = 1.5

/**
 * The time as the rules heard it, unless all of the call speaks for the other: 五月五号退的租到现在不退钱 is a point for all its
 * 到现在, 七点四十五停的 goes on. Rules know 开始 and 还没; what happens at one blow and what lasts is known by all words together.
 * What a caller asks help with (求助) and the rules heard go on is left: of seven that the signs overruled on unread calls six went on.
 */
export function lastingOrOver(
  ruled: Candidate,
  hearing: Hearing,
  requestType: TicketFields['requestType'],
  weights = lastingWeights,
): Candidate {
  if (!hasToldEnough(hearing) || !isPointOrBeginning(ruled)) return ruled
  const logOdds = weights.logOddsIn(hearing)(lastingSigns(ruled, hearing, requestType))
  const from = beginOf(ruled.value)
  if (isOpen(ruled.value))
    return requestType !== '求助' && logOdds < -rulesWorth ? { ...ruled, value: from } : ruled
  return logOdds > rulesWorth ? { ...ruled, value: { from } } : ruled
}

/** Whether nothing was told of an end. */
export const isPointOrBeginning = ({ value }: Candidate): boolean =>
  typeof value === 'string' || isOpen(value)
