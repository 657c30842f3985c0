/**
 * Works out what the signals of the search weigh and writes `learned-weights.json`; the same data give the same file. Takes
 * several minutes, since the vectors of `fit-meanings.ts` are learnt anew without what they are asked. Run:
 * `node tests/bench/fit-search.ts [--cross-validate]`, which only prints how well queries are judged by weights that were
 * fitted without them.
 *
 * Data: the development queries, the odd half of the fresh ones, the phrasings whose matter is one of the fresh set's entries
 * or of none (`tests/fixtures/search-matters.tsv`), and a similar question of each of the pack's answers, searched for while
 * it was taken out of its entry. Since parts of the lexicon were written with these queries at hand, they are asked again
 * with most of its words unknown to the query, and of vectors that did not learn from it.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crossValidate } from './search-fit/cross-validate.ts'
import { fitCertainty, fitOrder, judgementsOf } from './search-fit/fit-weights.ts'
import { fittingData } from './search-fit/fitting-data.ts'
import { labelledCases } from './search-fit/labelled-cases.ts'

const file = join(import.meta.dirname, '../../src-shared/domain/retrieval/learned-weights.json')

const { values: options } = parseArgs({ options: { 'cross-validate': { type: 'boolean' } } })
const cases = labelledCases(await fittingData())
console.log(`${String(cases.length)} queries`)
if (options['cross-validate'] === true) crossValidate(cases)
else {
  const order = fitOrder(cases)
  const certainty = fitCertainty(cases.flatMap((asked) => judgementsOf(asked, order)))
  writeFileSync(file, `${JSON.stringify({ order, certainty }, undefined, 2)}\n`)
}
