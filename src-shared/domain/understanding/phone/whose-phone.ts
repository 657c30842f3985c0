import type { Evidence, HeardGap, HeardValue } from '../../ticket-fields.ts'
import { cite, hasToldEnough, type Hearing, heardValue } from '../hearing/hearing.ts'
import { overruled } from '../hearing/overruled.ts'
import { readSignWeights } from '../hearing/sign-weights.ts'
import { digitRuns } from './phone-digits.ts'
import { asksForPhone, phoneExchange, speaksOfPhone } from './phone-exchange.ts'
import { refusesNumber } from './phone-refusal.ts'
import { namedPhones } from './phone-signs.ts'
import learned from './phone-weights.json' with { type: 'json' }

/** The weights that `tests/bench/fit-phones.ts` works out from labelled calls. */
const phoneWeights = readSignWeights(learned)

/** The log-odds by which all signs together must outweigh what the rules heard. */
const rulesWorth = 6
const confidence = 0.85
/** A number of such confidence was read back and agreed to: it is left, whatever its words are like. */
const readBack = 0.97

type Heard = HeardValue<string> | HeardGap | undefined

/**
 * The telephone as the rules heard it, unless all of the exchange speaks for another that was told, for the one in the caller's hand,
 * or for none. Digits are the rules' to put together; whether they are of the contact, of 打不通再打 or of the one complained of, and
 * whether 就你看到那个 leaves the number in hand, is known by the words of the whole exchange.
 */
export function withOwner(ruled: Heard, hearing: Hearing, weights = phoneWeights): Heard {
  const told = ruled !== undefined && 'value' in ruled ? ruled.value : undefined
  const instead = overrulingPhone(told, hearing, weights)
  if (instead === undefined || (ruled === undefined && refuses(hearing))) return ruled
  if (instead.by === undefined)
    return told === undefined || (ruled?.confidence ?? 0) >= readBack ? ruled : undefined
  const evidence = whereTold(instead.by, hearing)
  if (evidence === undefined) return ruled
  return heardValue(instead.by, [evidence], {
    confidence,
    alternatives: told === undefined ? [] : [told],
  })
}

/** 也不要留电话: no number is taken from whom the rules heard refuse one in so many words. */
const refuses = (hearing: Hearing): boolean =>
  hearing.lines.some((line) => line.speaker === 'citizen' && refusesNumber(hearing, line, false))

/** What overrules the number that the rules heard: `by` the one in hand, or by none; undefined where theirs stands. */
export function overrulingPhone(
  ruled: string | undefined,
  hearing: Hearing,
  weights = phoneWeights,
): { readonly by: string | undefined } | undefined {
  if (!hasToldEnough(hearing) || !hearing.lines.some(asksForPhone)) return undefined
  const logOdds = weights.logOddsIn(hearing)
  const phones = namedPhones(hearing, ruled).map(({ digits, signs, said }) => ({
    digits,
    odds: logOdds(signs, ...said),
  }))
  const own = phones.find(({ digits }) => digits === ruled)?.odds ?? 0
  const instead = overruled(phones, own, rulesWorth)
  if (instead === undefined) return undefined
  return { by: instead.by?.digits }
}

/** Where a number was said last, or where the one in hand was settled on. */
function whereTold(digits: string, hearing: Hearing): Evidence | undefined {
  const exchange = phoneExchange(hearing)
  const [said] = exchange
    .toReversed()
    .flatMap((line) => digitRuns(line).map((run) => ({ line, run })))
    .filter(({ run }) => run.readings.includes(digits))
  if (said !== undefined) return cite(said.line, said.run.start, said.run.end, confidence)
  const line = exchange.findLast(speaksOfPhone)
  return line === undefined ? undefined : cite(line, 0, line.text.length, confidence)
}
