/**
 * Works out which words of a call belong into its demand and writes `telling-weights.json`; the same calls give the same
 * file. With `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-telling.ts [--judge [--misses]]`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { unwrap } from '#shared/base/result.ts'
import { readTellingWeights } from '#shared/domain/understanding/demand/telling-weights.ts'
import { tellingWords } from '#shared/domain/understanding/demand/telling-words.ts'
import { createWordUnits } from '#shared/domain/understanding/hearing/word-units.ts'
import { defaultPackDirectory } from '../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { holdsMost } from './fill-fit/demand-words.ts'
import { callLines, labelledSets } from './fill-fit/labelled-sets.ts'
import { type DemandCall, fitTelling, readDemandCall } from './fill-fit/telling-rows.ts'

const target = join(import.meta.dirname, '../../src-shared/domain/understanding/demand/telling-weights.json')

const { values } = parseArgs({
  options: { judge: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } },
})
const units = createWordUnits(unwrap(await loadSitePack(defaultPackDirectory())).categories)
const sets = labelledSets.map((name) => callLines(name).flatMap((line) => readDemandCall(line) ?? []))
if (values.judge)
  for (const [at, held] of sets.entries()) judge(labelledSets[at] ?? '', held, sets.toSpliced(at, 1).flat())
else {
  const learned = fitTelling(sets.flat(), units)
  writeFileSync(target, `${JSON.stringify(learned, undefined, 2)}\n`)
  console.log(`${String(learned.signs.join(' ').split(' ').length)} signs`)
}

/** Prints in how many calls the demand holds most of the words it should, without and with the words added. */
function judge(name: string, held: readonly DemandCall[], others: readonly DemandCall[]): void {
  const weights = readTellingWeights(fitTelling(others, units))
  const tally = { calls: 0, rules: 0, both: 0, added: 0 }
  for (const { call, words, demand, hearing, settled } of held) {
    if (words === undefined) continue
    const added =
      demand === undefined
        ? []
        : tellingWords(demand, hearing, units, settled, weights).map(({ word }) => word)
    const rules = demand?.value ?? ''
    tally.calls++
    tally.added += added.length
    if (holdsMost(rules, words)) tally.rules++
    if (holdsMost(rules + added.join('、'), words)) tally.both++
    else if (values.misses) console.log(call, words.join(' '), '|', rules, '|', added.join('、'))
  }
  if (tally.calls === 0) return
  const share = (part: number) => `${((100 * part) / tally.calls).toFixed(0)} %`
  console.log(
    `${name.padEnd(8)} rules ${share(tally.rules)}, with the words added ${share(tally.both)}`,
    `(${(tally.added / tally.calls).toFixed(1)} a call)`,
  )
}
