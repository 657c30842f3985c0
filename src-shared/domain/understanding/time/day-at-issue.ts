import type { TicketFields } from '../../ticket-fields.ts'
import { hasToldEnough, type Hearing } from '../hearing/hearing.ts'
import { overruled } from '../hearing/overruled.ts'
import { readSignWeights } from '../hearing/sign-weights.ts'
import { type NamedDay, namedDays } from './day-signs.ts'
import { wholeDay } from './time-choice.ts'
import learned from './day-weights.json' with { type: 'json' }

/** The weights that `tests/bench/fit-days.ts` works out from labelled calls. */
const dayWeights = readSignWeights(learned)

/** The log-odds by which all signs together must outweigh what the rules heard. */
const rulesWorth = 3.5

/**
 * What overrules the day (`YYYY-MM-DD` or `YYYY-MM`) that the rules heard: `by` another that the call names, or by none of them;
 * undefined where theirs stands. Rules know what is told in so many words (上次, 合同到); which day of a purchase, a meal and a
 * discovery was the incident's is known by the words around each, by what was asked, and by how they follow on each other.
 */
export function overrulingDay(
  ruled: string,
  hearing: Hearing,
  requestType: TicketFields['requestType'],
  weights = dayWeights,
): { readonly by: NamedDay | undefined } | undefined {
  if (!hasToldEnough(hearing)) return undefined
  const logOdds = weights.logOddsIn(hearing)
  const days = namedDays(hearing, requestType).map((named) => ({ ...named, odds: logOdds(named.signs) }))
  const own = days.find(({ day }) => day === ruled)?.odds ?? 0
  const instead = overruled(days, own, rulesWorth)
  return instead?.by === undefined || isAnother(instead.by, ruled) ? instead : undefined
}

/** Whether a day was named, and is another than the rules heard: not its month, nor the other side of its night. */
const isAnother = ({ day, mentions }: NamedDay, ruled: string): boolean =>
  mentions.some(({ implied }) => !implied) && !ruled.startsWith(day) && !isNextTo(day, ruled)

function isNextTo(day: string, other: string): boolean {
  if (day.length < wholeDay || other.length < wholeDay) return false
  return Math.abs(Date.parse(day) - Date.parse(other)) <= 24 * 3_600_000
}
