import type { HeardValue, TicketFields } from '../../ticket-fields.ts'
import { hasToldEnough, type Hearing } from '../hearing/hearing.ts'
import { readSignWeights } from '../hearing/sign-weights.ts'
import { heardInstead } from './heard-instead.ts'
import { namedSums } from './sum-signs.ts'
import learned from './sum-weights.json' with { type: 'json' }

/** The weights that `tests/bench/fit-sums.ts` works out from labelled calls. */
const sumWeights = readSignWeights(learned)

/** The log-odds by which all signs together must outweigh what the rules heard. */
const rulesWorth = 1.5

/**
 * The sum that the rules heard, unless another sum of the call, or none, is likelier by far: rules know what was said in so many
 * words, and what money is told of in passing (票价, 定金, 别人出的) is known by the words around it and by all of the call.
 */
export function sumAtIssue(
  ruled: HeardValue<number> | undefined,
  hearing: Hearing,
  requestType: TicketFields['requestType'],
  weights = sumWeights,
): HeardValue<number> | undefined {
  if (!hasToldEnough(hearing)) return ruled
  const logOdds = weights.logOddsIn(hearing)
  const sums = namedSums(hearing, requestType).map((sum) => ({ ...sum, odds: logOdds(sum.signs) }))
  const best = sums.toSorted((one, other) => other.odds - one.odds)[0]
  const likely = best !== undefined && best.odds > 0 ? best : undefined
  const own = sums.find(({ value }) => value === ruled?.value)?.odds ?? 0
  if (likely?.value === ruled?.value || (likely?.odds ?? 0) - own <= rulesWorth) return ruled
  return likely === undefined ? undefined : heardInstead(likely.mentions, ruled)
}
