/**
 * Works out what the words of a call say of its type and urgency and writes `kind-weights.json`; the same calls give the
 * same file. With `--judge` each set is judged by weights that were fitted without it (words alone, rules alone, both),
 * and nothing is written.
 * Run: `node tests/bench/fit-kind.ts [--judge [--misses]]`
 */
import type { HeardValue, TicketFields } from '#shared/domain/ticket-fields.ts'
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { leaningsOf } from '#shared/domain/understanding/kind/leaning.ts'
import {
  type KindTable,
  type KindWeights,
  readKindWeights,
} from '#shared/domain/understanding/kind/kind-weights.ts'
import { hearRequestType, ruledRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { hearUrgency, ruledUrgency } from '#shared/domain/understanding/kind/urgency.ts'
import { isWrongNumber } from '#shared/domain/understanding/kind/wrong-number.ts'
import { fitOrJudge } from './fill-fit/fit-or-judge.ts'
import { fitKind, type KindField, type LabelledCall, readCall } from './fill-fit/kind-rows.ts'

type RequestType = NonNullable<TicketFields['requestType']>
type Urgency = NonNullable<TicketFields['urgency']>
type Heard = Pick<HeardValue<string>, 'value'>

class Tally {
  readonly #right = { words: 0, rules: 0, both: 0 }
  readonly #misses: boolean
  #all = 0

  constructor(misses: boolean) {
    this.#misses = misses
  }

  add(call: LabelledCall, field: KindField, words: string, rules?: Heard, both?: Heard): void {
    if (call.open.includes(field)) return
    const wanted = call.expected[field] ?? '无'
    this.#all++
    if (words === wanted) this.#right.words++
    if ((rules?.value ?? '无') === wanted) this.#right.rules++
    if ((both?.value ?? '无') === wanted) this.#right.both++
    else if (this.#misses)
      console.log(call.call, wanted, 'by both', both?.value, 'rules', rules?.value, 'words', words)
  }

  shares(): string {
    return Object.entries(this.#right)
      .map(([by, right]) => `${by} ${((100 * right) / this.#all).toFixed(1)} %`)
      .join(', ')
  }
}

fitOrJudge({
  file: 'kind/kind-weights.json',
  read: readCall,
  learn: (calls: readonly LabelledCall[]) => ({
    type: fitKind(calls, 'requestType'),
    urgency: fitKind(calls, 'urgency'),
  }),
  judge,
})

/** Prints how many calls come to the right kind by the words alone, by the rules alone and by both. */
function judge(
  name: string,
  held: readonly LabelledCall[],
  learned: Readonly<Record<'type' | 'urgency', KindTable>>,
  misses: boolean,
): void {
  const typeWeights = readKindWeights<RequestType>(learned.type)
  const urgencyWeights = readKindWeights<Urgency>(learned.urgency)
  const tallies = { requestType: new Tally(misses), urgency: new Tally(misses) }
  for (const call of held) {
    const { hearing } = call
    const wrong = isWrongNumber(hearing)
    const ruledType = wrong ? undefined : ruledRequestType(hearing)
    const type = wrong ? undefined : hearRequestType(hearing, typeWeights)
    const ruled = type && ruledUrgency(hearing, type)
    const urgency = hearUrgency(hearing, type, urgencyWeights)
    tallies.requestType.add(call, 'requestType', likeliest(hearing, typeWeights), ruledType, type)
    tallies.urgency.add(call, 'urgency', likeliest(hearing, urgencyWeights), ruled, urgency)
  }
  console.log(name.padEnd(8), tallies.requestType.shares(), '  urgency', tallies.urgency.shares())
}

function likeliest(hearing: Hearing, weights: KindWeights<string>): string {
  const sums = leaningsOf(hearing, weights)
  return weights.kinds[sums.indexOf(Math.max(...sums))] ?? '无'
}
