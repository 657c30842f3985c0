/**
 * Hits of the development queries by kind, over the sample pack and among a city's number of entries; then the pack's own
 * similar questions, each searched for while it is taken out of its entry: words that the search was not made for.
 * `--misses` lists what went wrong.
 */
import { createAnswerIndex, type AnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import type { Answer, Lexicon } from '#shared/domain/site-pack.ts'
import {
  baseId,
  developmentQueries,
  recombinedEntries,
  sampleEntries,
  type DevelopmentQuery,
} from './search-set.ts'

interface Tally {
  queries: number
  first: number
  amongThree: number
}

const { answers, lexicon } = await sampleEntries()
for (const count of [answers.length, 6542]) {
  const index = createAnswerIndex(recombinedEntries(answers, count), lexicon)
  const tallies = new Map<string, Tally>()
  for (const query of developmentQueries()) judge(query, index, tallies)
  print(`${String(count)} entries`, tallies)
}
print('similar questions, each left out', leaveOneOut(answers, lexicon))

function leaveOneOut(entries: readonly Answer[], words: Lexicon): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>()
  const most = Math.max(...entries.map(({ similar }) => similar.length))
  for (let left = 0; left < most; left += 1) {
    const without = entries.map((entry) => ({
      ...entry,
      similar: entry.similar.filter((_question, at) => at !== left),
    }))
    const index = createAnswerIndex(without, words)
    for (const { id, similar } of entries) {
      const text = similar[left]
      if (text !== undefined) judge({ q: id, kind: 'left out', text, expected: [id] }, index, tallies)
    }
  }
  return tallies
}

function judge(
  { kind, expected, ...query }: DevelopmentQuery,
  index: AnswerIndex,
  tallies: Map<string, Tally>,
): void {
  const ids = index.search(query, 3).map(({ id }) => baseId(id))
  const isRight = (found: readonly string[]): boolean =>
    expected.length === 0 ? ids.length === 0 : found.some((id) => expected.includes(id))
  const tally = tallies.get(kind) ?? { queries: 0, first: 0, amongThree: 0 }
  tallies.set(kind, tally)
  tally.queries += 1
  if (isRight(ids)) tally.amongThree += 1
  if (isRight(ids.slice(0, 1))) tally.first += 1
  else if (process.argv.includes('--misses')) {
    const words = query.text === '' ? (query.turns?.at(-1)?.text ?? '') : query.text
    console.log(`${kind}  ${words}  wanted ${list(expected)}, got ${list(ids)}`)
  }
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'nothing' : ids.join(' ')
}

function print(title: string, tallies: ReadonlyMap<string, Tally>): void {
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`
  const rows = Array.from(tallies, ([kind, { queries, first, amongThree }]) => [
    kind,
    { queries, 'hit@1': percent(first, queries), 'hit@3': percent(amongThree, queries) },
  ])
  console.log(title)
  console.table(Object.fromEntries(rows))
}
