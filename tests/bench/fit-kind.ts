/**
 * Works out what the words of a call say of its type and urgency and writes `kind-weights.json`; the same calls give the
 * same file. With `--judge` each set is judged by weights that were fitted without it (words alone, rules alone, both),
 * and nothing is written.
 * Run: `node tests/bench/fit-kind.ts [--judge [--misses]]`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { HeardValue, TicketFields } from '#shared/domain/ticket-fields.ts'
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { leaningsOf } from '#shared/domain/understanding/kind/leaning.ts'
import { type KindWeights, readKindWeights } from '#shared/domain/understanding/kind/kind-weights.ts'
import { hearRequestType, ruledRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { hearUrgency, ruledUrgency } from '#shared/domain/understanding/kind/urgency.ts'
import { isWrongNumber } from '#shared/domain/understanding/kind/wrong-number.ts'
import { fitKind, type KindField, type LabelledCall, readCall } from './fill-fit/kind-rows.ts'
import { callLines, labelledSets } from './fill-fit/labelled-sets.ts'

type RequestType = NonNullable<TicketFields['requestType']>
type Urgency = NonNullable<TicketFields['urgency']>
type Heard = Pick<HeardValue<string>, 'value'>

class Tally {
  readonly #right = { words: 0, rules: 0, both: 0 }
  #all = 0

  add(call: LabelledCall, field: KindField, words: string, rules?: Heard, both?: Heard): void {
    if (call.open.includes(field)) return
    const wanted = call.expected[field] ?? '无'
    this.#all++
    if (words === wanted) this.#right.words++
    if ((rules?.value ?? '无') === wanted) this.#right.rules++
    if ((both?.value ?? '无') === wanted) this.#right.both++
    else if (values.misses)
      console.log(call.call, wanted, 'by both', both?.value, 'rules', rules?.value, 'words', words)
  }

  shares(): string {
    return Object.entries(this.#right)
      .map(([by, right]) => `${by} ${((100 * right) / this.#all).toFixed(1)} %`)
      .join(', ')
  }
}

const target = join(import.meta.dirname, '../../src-shared/domain/understanding/kind/kind-weights.json')

const { values } = parseArgs({
  options: { judge: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } },
})
const sets = labelledSets.map((name) => callLines(name).map(readCall))
if (values.judge)
  for (const [at, held] of sets.entries()) judge(labelledSets[at] ?? '', held, sets.toSpliced(at, 1).flat())
else {
  const learned = {
    type: fitKind(sets.flat(), 'requestType'),
    urgency: fitKind(sets.flat(), 'urgency'),
  }
  writeFileSync(target, `${JSON.stringify(learned, undefined, 2)}\n`)
  console.log(`${String(learned.type.words.join(' ').split(' ').length)} words`)
}

/** Prints how many calls come to the right kind by the words alone, by the rules alone and by both. */
function judge(name: string, held: readonly LabelledCall[], others: readonly LabelledCall[]): void {
  const typeWeights = readKindWeights<RequestType>(fitKind(others, 'requestType'))
  const urgencyWeights = readKindWeights<Urgency>(fitKind(others, 'urgency'))
  const tallies = { requestType: new Tally(), urgency: new Tally() }
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
