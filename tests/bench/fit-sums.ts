/**
 * Works out what speaks for a sum being at issue and writes `sum-weights.json`; the same calls give the same file. With
 * `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-sums.ts [--judge]`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearAmount } from '#shared/domain/understanding/count/amount.ts'
import { sumAtIssue } from '#shared/domain/understanding/count/sum-at-issue.ts'
import { namedSums } from '#shared/domain/understanding/count/sum-signs.ts'
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { asLikelyMeant } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import { withParticles } from '#shared/domain/understanding/hearing/particles.ts'
import { readSignWeights } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { hearRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { readCall } from './fill-fit/kind-rows.ts'
import { callLines, labelledSets } from './fill-fit/labelled-sets.ts'
import { learnSigns, type SignedExample } from './fill-fit/sign-rows.ts'

interface SumCall {
  readonly call: string
  readonly hearing: Hearing
  readonly type: TicketFields['requestType']
  readonly wanted: number | undefined
  readonly examples: readonly SignedExample[]
}

const target = join(import.meta.dirname, '../../src-shared/domain/understanding/count/sum-weights.json')
const { values } = parseArgs({ options: { judge: { type: 'boolean', default: false } } })

const sets = labelledSets.map((name) => callLines(name).flatMap(sumCall))
if (values.judge)
  for (const [at, held] of sets.entries()) judge(labelledSets[at] ?? '', held, sets.toSpliced(at, 1).flat())
else {
  const table = fitted(sets.flat())
  writeFileSync(target, `${JSON.stringify(table, undefined, 2)}\n`)
  console.log(`${String(table.signs.join(' ').split(' ').length)} signs`)
}

/** Reads a call, unless its sum is a matter of convention. */
function sumCall(line: string): SumCall[] {
  const { call, hearing: heard, expected, open } = readCall(line)
  if (open.includes('amountYuan')) return []
  const hearing = withParticles(asLikelyMeant(heard))
  const type = hearRequestType(hearing)?.value
  const wanted = expected.amountYuan
  const examples = namedSums(hearing, type).map(({ value, signs }) => ({
    signs,
    hearing,
    isSo: value === wanted,
  }))
  return [{ call, hearing, type, wanted, examples }]
}

function fitted(calls: readonly SumCall[]) {
  return learnSigns(calls.flatMap(({ examples }) => examples))
}

/** Prints how many sums are right by the rules alone and with the signs, and how many were expected. */
function judge(name: string, held: readonly SumCall[], others: readonly SumCall[]): void {
  const weights = readSignWeights(fitted(others))
  const tallies = { rules: { right: 0, heard: 0 }, both: { right: 0, heard: 0 } }
  for (const { hearing, type, wanted } of held) {
    const ruled = hearAmount(hearing, type)
    const both = sumAtIssue(ruled, hearing, type, weights)
    for (const [tally, heard] of [
      [tallies.rules, ruled],
      [tallies.both, both],
    ] as const) {
      if (heard === undefined) continue
      tally.heard++
      if (heard.value === wanted) tally.right++
    }
  }
  const expected = held.filter(({ wanted }) => wanted !== undefined).length
  const shares = ({ right, heard }: { right: number; heard: number }): string =>
    `${percent(right, heard)}/${percent(right, expected)}`
  console.log(
    name.padEnd(9),
    `rules ${shares(tallies.rules)}, with signs ${shares(tallies.both)} of ${String(expected)}`,
  )
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(0)
}
