/**
 * Works out what speaks for a call's being left without a name and writes `anonymity-weights.json`; the same calls give the
 * same file. With `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-anonymous.ts [--judge]`
 */
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { asLikelyMeant } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import { readSignWeights, type SignTable } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { signsOfAnonymity } from '#shared/domain/understanding/person/anonymity-signs.ts'
import { hearAnonymous } from '#shared/domain/understanding/person/anonymity.ts'
import { hearContactName } from '#shared/domain/understanding/person/contact-name.ts'
import { leftUnnamed } from '#shared/domain/understanding/person/left-unnamed.ts'
import { fitOrJudge } from './fill-fit/fit-or-judge.ts'
import { readCall } from './fill-fit/kind-rows.ts'
import { learnSigns, type SignedExample } from './fill-fit/sign-rows.ts'

interface AnonymityCall extends SignedExample {
  readonly call: Hearing
  readonly name: string | undefined
}

fitOrJudge({ file: 'person/anonymity-weights.json', read: anonymityCall, learn: learnSigns, judge })

/** Reads a call, unless its anonymity is a matter of convention. */
function anonymityCall(line: string): AnonymityCall[] {
  const { hearing: heard, expected, open } = readCall(line)
  if (open.includes('anonymous')) return []
  const call = asLikelyMeant(heard)
  const name = hearContactName(heard)?.value
  return [{ signs: signsOfAnonymity(call, name), isSo: expected.anonymous === true, call, name }]
}

/** Prints how many calls are rightly held anonymous by the rules alone and with the signs, and how many were expected. */
function judge(set: string, held: readonly AnonymityCall[], learned: SignTable): void {
  const weights = readSignWeights(learned)
  const expected = held.filter(({ isSo }) => isSo).length
  const shares = (isAnonymous: (of: AnonymityCall) => boolean): string => {
    const heard = held.filter(isAnonymous)
    const right = heard.filter(({ isSo }) => isSo).length
    return `${String(right)} of ${String(heard.length)}`
  }
  const byRules = ({ call }: AnonymityCall) => hearAnonymous(call)
  const byBoth = (of: AnonymityCall) => leftUnnamed(byRules(of), of.call, of.name, weights)
  console.log(
    set.padEnd(9),
    `rules ${shares((of) => byRules(of)?.value === true)}, with signs ${shares((of) => byBoth(of)?.value === true)};`,
    `${String(expected)} expected`,
  )
}
