/**
 * Works out which words of a call belong into its demand and writes `telling-weights.json`; the same calls give the same
 * file. With `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-telling.ts [--judge [--misses]]`
 */
import { unwrap } from '#shared/base/result.ts'
import { readTellingWeights, type TellingTable } from '#shared/domain/understanding/demand/telling-weights.ts'
import { tellingWords } from '#shared/domain/understanding/demand/telling-words.ts'
import { createWordUnits } from '#shared/domain/understanding/hearing/word-units.ts'
import { defaultPackDirectory } from '../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { holdsMost } from './fill-fit/demand-words.ts'
import { fitOrJudge } from './fill-fit/fit-or-judge.ts'
import { type DemandCall, fitTelling, readDemandCall } from './fill-fit/telling-rows.ts'

const units = createWordUnits(unwrap(await loadSitePack(defaultPackDirectory())).categories)
fitOrJudge({
  file: 'demand/telling-weights.json',
  read: (line) => readDemandCall(line) ?? [],
  learn: (calls: readonly DemandCall[]) => fitTelling(calls, units),
  judge,
})

/** Prints in how many calls the demand holds most of the words it should, without and with the words added. */
function judge(name: string, held: readonly DemandCall[], learned: TellingTable, misses: boolean): void {
  const weights = readTellingWeights(learned)
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
    else if (misses) console.log(call, words.join(' '), '|', rules, '|', added.join('、'))
  }
  if (tally.calls === 0) return
  const share = (part: number) => `${((100 * part) / tally.calls).toFixed(0)} %`
  console.log(
    `${name.padEnd(8)} rules ${share(tally.rules)}, with the words added ${share(tally.both)}`,
    `(${(tally.added / tally.calls).toFixed(1)} a call)`,
  )
}
