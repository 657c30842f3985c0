import type { HeardValue, TicketFields } from '#shared/domain/ticket-fields.ts'
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { asLikelyMeant } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import { withParticles } from '#shared/domain/understanding/hearing/particles.ts'
import {
  readSignWeights,
  type SignTable,
  type SignWeights,
} from '#shared/domain/understanding/hearing/sign-weights.ts'
import { hearRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { fitOrJudge } from './fit-or-judge.ts'
import { readCall } from './kind-rows.ts'
import { learnSigns, type SignedExample } from './sign-rows.ts'

type Type = TicketFields['requestType']
type Heard = HeardValue<number> | undefined

/** A field that is one of the numbers which a call names, or none of them. */
export interface CountField {
  readonly field: 'amountYuan' | 'people'
  /** The file of weights, in the folder of understanding. */
  readonly file: string
  /** Whether all words of the call count beside a number's signs. */
  readonly byWords: boolean
  readonly named: (
    hearing: Hearing,
    type: Type,
  ) => readonly { readonly value: number; readonly signs: ReadonlySet<string> }[]
  readonly ruled: (hearing: Hearing, type: Type) => Heard
  readonly chosen: (ruled: Heard, hearing: Hearing, type: Type, weights: SignWeights) => Heard
}

interface CountCall {
  readonly hearing: Hearing
  readonly type: Type
  readonly wanted: number | undefined
  readonly examples: readonly SignedExample[]
}

/** Works out what speaks for a number and writes the file; with `--judge` each set is judged without itself. */
export function fitCount(count: CountField): void {
  fitOrJudge({
    file: count.file,
    read: (line) => countCall(count, line),
    learn: (calls) => learnSigns(calls.flatMap(({ examples }) => examples)),
    judge: (set, held, learned) => judge(count, set, held, learned),
  })
}

/** Reads a call, unless its number is a matter of convention. */
function countCall({ field, named, byWords }: CountField, line: string): CountCall[] {
  const { hearing: heard, expected, open } = readCall(line)
  if (open.includes(field)) return []
  const hearing = withParticles(asLikelyMeant(heard))
  const type = hearRequestType(hearing)?.value
  const wanted = expected[field]
  const examples = named(hearing, type).map(({ value, signs }) => ({
    signs,
    isSo: value === wanted,
    ...(byWords ? { hearing } : {}),
  }))
  return [{ hearing, type, wanted, examples }]
}

/** Prints how many numbers are right by the rules alone and with the signs, and how many were expected. */
function judge(
  { ruled, chosen }: CountField,
  name: string,
  held: readonly CountCall[],
  learned: SignTable,
): void {
  const weights = readSignWeights(learned)
  const expected = held.filter(({ wanted }) => wanted !== undefined).length
  const shares = (of: (call: CountCall) => Heard): string => {
    const heard = held.flatMap((call) => {
      const value = of(call)?.value
      return value === undefined ? [] : [value === call.wanted]
    })
    const right = heard.filter(Boolean).length
    return `${percent(right, heard.length)}/${percent(right, expected)}`
  }
  const byRules = ({ hearing, type }: CountCall): Heard => ruled(hearing, type)
  const byBoth = (call: CountCall): Heard => chosen(byRules(call), call.hearing, call.type, weights)
  console.log(name.padEnd(9), `rules ${shares(byRules)}, with signs ${shares(byBoth)} of ${String(expected)}`)
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(0)
}
