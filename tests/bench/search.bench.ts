import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { createAnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import type { Answer } from '#shared/domain/site-pack.ts'
import type { BenchRow } from './bench-row.ts'
import {
  baseId,
  developmentQueries,
  recombinedEntries,
  sampleEntries,
  type DevelopmentQuery,
} from './search-set.ts'

/** As many as Guangzhou's published question-and-answer base had in 2021. */
const entryCount = 6542
/** Fuse alone takes about a second a query at this size: every third query is enough to compare by. */
const sampleStep = 3
const warmUpMs = 1000

interface Measured {
  /** Milliseconds, ascending. */
  readonly times: readonly number[]
  readonly hits: number
}

/** Latency and hit@1 of the answer search at a city's size, beside Fuse.js alone and MiniSearch on character pairs. */
export async function run(): Promise<readonly BenchRow[]> {
  const { answers, lexicon } = await sampleEntries()
  const entries = recombinedEntries(answers, entryCount)
  const queries = developmentQueries().filter(
    ({ kind }, at) => (kind === 'spoken' || kind === 'homophone') && at % sampleStep === 0,
  )
  const buildStart = performance.now()
  const index = createAnswerIndex(entries, lexicon)
  const buildMs = performance.now() - buildStart
  const ours = measure(queries, ({ text }) => index.search({ text }, 1)[0]?.id)
  const peers = [
    { name: 'Fuse.js alone', ...measure(queries, fuseAlone(entries)) },
    { name: 'MiniSearch, character pairs', ...measure(queries, miniSearch(entries)) },
  ]
  return [
    { name: `search: index of ${String(entryCount)} entries built`, figure: `${buildMs.toFixed(0)} ms` },
    ...peers.flatMap((peer) => [
      latencyRow(`search p50, against ${peer.name}`, ours, peer, 0.5),
      latencyRow(`search p95, against ${peer.name}`, ours, peer, 0.95),
      {
        name: `search hit@1 spoken and homophone, against ${peer.name}`,
        figure: share(ours.hits, queries.length),
        peer: share(peer.hits, queries.length),
      },
    ]),
  ]
}

function fuseAlone(entries: readonly Answer[]): (query: DevelopmentQuery) => string | undefined {
  const fuse = new Fuse(entries, {
    keys: ['title', 'similar', 'keywords'],
    ignoreLocation: true,
    threshold: 0.6,
  })
  return ({ text }) => fuse.search(text, { limit: 1 })[0]?.item.id
}

function miniSearch(entries: readonly Answer[]): (query: DevelopmentQuery) => string | undefined {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
  const search = new MiniSearch<Answer>({
    fields: ['title', 'similar', 'keywords', 'answer'],
    extractField: (entry, field) => [entry[field as keyof Answer]].flat().join(' '),
    tokenize: pairs,
    searchOptions: { boost: { title: 3, similar: 2, keywords: 2 } },
  })
  search.addAll([...entries])
  return ({ text }) => search.search(text)[0]?.id as string | undefined
}

/** A second of queries first, so that nobody is timed while the engine still compiles; then one timed round. */
function measure(
  queries: readonly DevelopmentQuery[],
  firstHit: (query: DevelopmentQuery) => string | undefined,
): Measured {
  const warm = performance.now() + warmUpMs
  for (let at = 0; performance.now() < warm; at += 1) {
    const query = queries[at % queries.length]
    if (query !== undefined) firstHit(query)
  }
  let hits = 0
  const times = queries.map((query) => {
    const start = performance.now()
    const id = firstHit(query)
    const time = performance.now() - start
    if (id !== undefined && query.expected.includes(baseId(id))) hits += 1
    return time
  })
  return { times: times.toSorted((a, b) => a - b), hits }
}

function latencyRow(name: string, ours: Measured, peer: Measured, quantile: number): BenchRow {
  const [mine, theirs] = [ours, peer].map(({ times }) => times[Math.floor(times.length * quantile)] ?? 0)
  if (mine === undefined || theirs === undefined) throw new Error('nothing measured')
  return {
    name,
    figure: `${mine.toFixed(2)} ms`,
    peer: `${theirs.toFixed(2)} ms`,
    ratio: `${(theirs / mine).toFixed(1)}×`,
  }
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} % of ${String(whole)}`
}
