/**
 * Hits by kind of query, beside the bars. Without files: the development queries over the sample pack and among a city's
 * number of entries, then the fresh set, whose even half is held out, and two that are held out whole. `--kb FILE --queries FILE` judges a set of one's own,
 * `--half odd|even` one half of it; `--misses` lists what went wrong.
 */
import { parseArgs } from 'node:util'
import { createAnswerIndex, type AnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import {
  baseId,
  developmentFile,
  entriesOf,
  freshFiles,
  isOdd,
  labelledQueries,
  recombinedEntries,
  sampleEntries,
  unseenSets,
  type LabelledQuery,
} from './search-set.ts'

interface Tally {
  queries: number
  first: number
  amongThree: number
  empty: number
}

/** hit@1 and hit@3 wanted of each kind; of the unanswerable, left empty. */
const bars: Readonly<Record<string, readonly [number, number]>> = {
  typed: [0.92, 0.99],
  pinyin: [0.9, 0.98],
  initials: [0.9, 0.98],
  spoken: [0.8, 0.93],
  homophone: [0.8, 0.93],
  'recogniser-errors': [0.8, 0.93],
  dialect: [0.65, 0.82],
  paraphrase: [0.5, 0.7],
  call: [0.75, 0.9],
  'several-turns': [0.75, 0.9],
  unanswerable: [0.75, 0.75],
}

const { values: options } = parseArgs({
  options: {
    kb: { type: 'string' },
    queries: { type: 'string' },
    half: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
})

const { answers, lexicon } = await sampleEntries()
if (options.queries === undefined) {
  const development = labelledQueries(developmentFile)
  const fresh = labelledQueries(freshFiles.queries)
  const freshIndex = createAnswerIndex(entriesOf(freshFiles.kb), lexicon)
  for (const count of [answers.length, 6542]) {
    const index = createAnswerIndex(recombinedEntries(answers, count), lexicon)
    report(`development queries, ${String(count)} entries`, development, index)
  }
  report('fresh queries, odd half', fresh.filter(isOdd), freshIndex)
  report(
    'fresh queries, even half (held out)',
    fresh.filter((query) => !isOdd(query)),
    freshIndex,
  )
  for (const { name, kb, queries } of unseenSets)
    report(
      `fresh set ${name} (held out)`,
      labelledQueries(queries),
      createAnswerIndex(entriesOf(kb), lexicon),
    )
} else {
  const entries = options.kb === undefined ? answers : entriesOf(options.kb)
  const queries = labelledQueries(options.queries).filter(
    (query) => options.half === undefined || (options.half === 'odd') === isOdd(query),
  )
  report(options.queries, queries, createAnswerIndex(entries, lexicon))
}

function report(title: string, queries: readonly LabelledQuery[], index: AnswerIndex): void {
  const tallies = new Map<string, Tally>()
  for (const query of queries) judge(query, index, tallies)
  console.log(title)
  console.table(Object.fromEntries(Array.from(tallies, ([kind, tally]) => [kind, rowOf(kind, tally)])))
  const answerable = [...tallies].filter(([kind]) => kind !== 'unanswerable').map(([, tally]) => tally)
  const empty = answerable.reduce((sum, tally) => sum + tally.empty, 0)
  const all = answerable.reduce((sum, tally) => sum + tally.queries, 0)
  console.log(`answerable left empty: ${share(empty, all)} (bar: at most 0.05)\n`)
}

function judge(
  { kind, expected, ...query }: LabelledQuery,
  index: AnswerIndex,
  tallies: Map<string, Tally>,
): void {
  const ids = index.search(query, 3).map(({ id }) => baseId(id))
  const isRight = (found: readonly string[]): boolean =>
    expected.length === 0 ? ids.length === 0 : found.some((id) => expected.includes(id))
  const tally = tallies.get(kind) ?? { queries: 0, first: 0, amongThree: 0, empty: 0 }
  tallies.set(kind, tally)
  tally.queries += 1
  if (ids.length === 0) tally.empty += 1
  if (isRight(ids)) tally.amongThree += 1
  if (isRight(ids.slice(0, 1))) tally.first += 1
  else if (options.misses) {
    const said = [...(query.turns ?? []).map(({ text }) => text), query.text].filter((text) => text !== '')
    console.log(`${kind}  ${said.join(' | ')}  wanted ${list(expected)}, got ${list(ids)}`)
  }
}

function rowOf(
  kind: string,
  { queries, first, amongThree }: Tally,
): Readonly<Record<string, string | number>> {
  const [barFirst, barThree] = bars[kind] ?? [0, 0]
  return {
    queries,
    'hit@1': share(first, queries),
    'bar@1': barFirst,
    'hit@3': share(amongThree, queries),
    'bar@3': barThree,
    met: first >= barFirst * queries && amongThree >= barThree * queries ? 'yes' : 'NO',
  }
}

function share(part: number, whole: number): string {
  return (part / whole).toFixed(3)
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'nothing' : ids.join(' ')
}
