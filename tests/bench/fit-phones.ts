/**
 * Works out what speaks for a telephone's being the one to be called and writes `phone-weights.json`; the same calls give the same
 * file. With `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-phones.ts [--judge [--misses]]`
 */
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { asMeant } from '#shared/domain/understanding/hearing/little-words.ts'
import { readSignWeights, type SignTable } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { phoneByRules } from '#shared/domain/understanding/phone/phone.ts'
import { namedPhones } from '#shared/domain/understanding/phone/phone-signs.ts'
import { overrulingPhone } from '#shared/domain/understanding/phone/whose-phone.ts'
import { fitOrJudge } from './fill-fit/fit-or-judge.ts'
import { inventedExchanges } from './fill-fit/invented-exchanges.ts'
import { readCall } from './fill-fit/kind-rows.ts'
import { hardPhoneSets } from './fill-fit/labelled-sets.ts'
import { printOverruled } from './fill-fit/print-overruled.ts'
import { learnSigns, type SignedExample } from './fill-fit/sign-rows.ts'

interface PhoneCall {
  readonly call: string
  readonly hearing: Hearing
  readonly wanted: string | undefined
  readonly ruled: string | undefined
  readonly examples: readonly SignedExample[]
}

/** Some words stand in the exchange of one call by chance alone. */
const decay = 1e-2
const invented = inventedExchanges(3000, 5).flatMap(phoneCall)

fitOrJudge({
  file: 'phone/phone-weights.json',
  from: hardPhoneSets,
  read: phoneCall,
  learn: (calls: readonly PhoneCall[]) =>
    learnSigns(
      [...calls, ...invented].flatMap(({ examples }) => examples),
      decay,
    ),
  judge,
})

function phoneCall(line: string): PhoneCall[] {
  const { call, hearing: heard, expected, open } = readCall(line)
  if (open.includes('contactPhone')) return []
  const hearing = asMeant(heard)
  const phone = phoneByRules(hearing)
  const ruled = phone !== undefined && 'value' in phone ? phone.value : undefined
  const wanted = expected.contactPhone
  const examples = namedPhones(hearing, ruled).map(({ digits, signs, said }) => ({
    signs: [...new Set([...signs, ...said.flat(2)])],
    isSo: digits === wanted,
  }))
  return [{ call, hearing, wanted, ruled, examples }]
}

/** Prints in how many calls the telephone, or that there is none, is right by the rules alone and with the signs. */
function judge(name: string, held: readonly PhoneCall[], learned: SignTable, misses: boolean): void {
  const weights = readSignWeights(learned)
  const signed = held.map((call) => {
    const overruled = overrulingPhone(call.ruled, call.hearing, weights)
    return { ...call, told: overruled === undefined ? call.ruled : overruled.by }
  })
  printOverruled(name, signed, misses)
}
