import type { HeardValue, TicketFields } from '../../ticket-fields.ts'
import { hasToldEnough, type Hearing } from '../hearing/hearing.ts'
import { readSignWeights } from '../hearing/sign-weights.ts'
import { heardInstead } from './heard-instead.ts'
import learned from './people-weights.json' with { type: 'json' }
import { namedPersons } from './person-signs.ts'

/** The weights that `tests/bench/fit-people.ts` works out from labelled calls. */
const peopleWeights = readSignWeights(learned)

/** The log-odds that a number which the rules heard has beyond its signs, and what a number needs to be taken. */
const [rulesWorth, enough] = [3.5, 0]

/**
 * The number of persons involved: of all numbers that a call names the one for which its signs and the rules speak most
 * (asked for, together with the caller, confirmed, named last), or none. 三个男的在敲门 and 一个班四十八个 are numbers too.
 */
export function peopleAtIssue(
  ruled: HeardValue<number> | undefined,
  hearing: Hearing,
  requestType: TicketFields['requestType'],
  weights = peopleWeights,
): HeardValue<number> | undefined {
  if (!hasToldEnough(hearing)) return ruled
  const numbers = namedPersons(hearing, requestType)
  const logOdds = weights.logOddsIn(hearing)
  const [best] = numbers
    .map(({ value, mentions, signs }) => ({
      value,
      mentions,
      odds: logOdds(signs) + (value === ruled?.value ? rulesWorth : 0),
    }))
    .toSorted((one, other) => other.odds - one.odds)
  // 就我一个人: what the rules alone can read is no number among these.
  const isRead = numbers.some(({ value }) => value === ruled?.value)
  if (best === undefined || best.odds <= (ruled === undefined || isRead ? enough : rulesWorth))
    return isRead ? undefined : ruled
  return best.value === ruled?.value ? ruled : heardInstead(best.mentions, ruled)
}
