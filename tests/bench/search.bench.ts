import { createAnswerIndex, loadAnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import type { Answer, Lexicon } from '#shared/domain/site-pack.ts'
import type { BenchRow } from './bench-row.ts'
import { quantile } from './quantile.ts'
import { searchPeers, type Peer } from './search-peers.ts'
import {
  baseId,
  entriesOf,
  freshFiles,
  labelledQueries,
  recombinedEntries,
  sampleEntries,
  type LabelledQuery,
} from './search-set.ts'

/** As many as Guangzhou's published question-and-answer base had in 2021, and as many as a province may have. */
const sizes = { city: 6542, province: 100_000 } as const
const kinds = ['spoken', 'paraphrase', 'recogniser-errors'] as const
/** Fuse alone takes the better part of a second a query: it is timed, and judged, on every fourth. */
const slowStep = 4
const warmUpQueries = 40

interface Measured {
  readonly times: readonly number[]
  /** Right first hits, and queries, by kind. */
  readonly hits: ReadonlyMap<string, { right: number; queries: number }>
}

/** Quality and time of the answer search beside other engines, on the same entries and queries in the same run. */
export async function run(): Promise<readonly BenchRow[]> {
  const { lexicon } = await sampleEntries()
  const base = entriesOf(freshFiles.kb)
  const queries = labelledQueries(freshFiles.queries).filter(({ kind }) =>
    kinds.some((wanted) => wanted === kind),
  )
  const rows: BenchRow[] = []
  const ours = measureOurs(recombinedEntries(base, sizes.city), lexicon, queries, rows)
  const oursAsSlow = measureSlow(queries, ours.firstHit)
  for (const peer of searchPeers) {
    const measured = await measurePeer(peer, recombinedEntries(base, sizes.city), queries)
    rows.push(...comparison(peer, peer.slow ? oursAsSlow : ours.measured, measured))
  }
  measureOurs(recombinedEntries(base, sizes.province), lexicon, queries, rows)
  return rows
}

type FirstHit = (query: LabelledQuery) => string | undefined

function measureOurs(
  entries: readonly Answer[],
  lexicon: Lexicon,
  queries: readonly LabelledQuery[],
  rows: BenchRow[],
): { readonly measured: Measured; readonly firstHit: FirstHit } {
  const title = `search, ${String(entries.length)} entries:`
  const before = heldMegabytes()
  const buildStart = performance.now()
  const built = createAnswerIndex(entries, lexicon)
  const buildMs = performance.now() - buildStart
  const memory = heldMegabytes() - before
  const saved = built.saved()
  if (saved === undefined) throw new Error('a new index can be saved')
  const loadStart = performance.now()
  const index = loadAnswerIndex(saved, entries, lexicon)
  const loadMs = performance.now() - loadStart
  if (index === undefined) throw new Error('a saved index can be loaded')
  const firstHit: FirstHit = ({ text }) => index.search({ text }, 3)[0]?.id
  const measured = measure(queries, firstHit)
  rows.push(
    { name: `${title} p50`, figure: milliseconds(quantile(measured.times, 0.5)) },
    { name: `${title} p95`, figure: milliseconds(quantile(measured.times, 0.95)) },
    { name: `${title} built`, figure: milliseconds(buildMs) },
    { name: `${title} ready from a saved index`, figure: milliseconds(loadMs) },
    { name: `${title} memory held`, figure: `${memory.toFixed(0)} MB` },
    { name: `${title} saved index`, figure: `${(saved.length / 1e6).toFixed(0)} MB` },
  )
  return { measured, firstHit }
}

async function measurePeer(
  peer: Peer,
  entries: readonly Answer[],
  queries: readonly LabelledQuery[],
): Promise<Measured> {
  const search = await peer.create(entries)
  const firstHit: FirstHit = ({ text }) => search(text)
  return peer.slow ? measureSlow(queries, firstHit) : measure(queries, firstHit)
}

function measureSlow(queries: readonly LabelledQuery[], firstHit: FirstHit): Measured {
  return measure(
    queries.filter((_query, at) => at % slowStep === 0),
    firstHit,
    1,
  )
}

/** Some queries first, so that nobody is timed while the engine still compiles; then one timed round. */
function measure(queries: readonly LabelledQuery[], firstHit: FirstHit, warmUp = warmUpQueries): Measured {
  for (const query of queries.slice(0, warmUp)) firstHit(query)
  const hits = new Map<string, { right: number; queries: number }>()
  const times = queries.map((query) => {
    const start = performance.now()
    const id = firstHit(query)
    const time = performance.now() - start
    const tally = hits.get(query.kind) ?? { right: 0, queries: 0 }
    hits.set(query.kind, tally)
    tally.queries += 1
    if (id !== undefined && query.expected.includes(baseId(id))) tally.right += 1
    return time
  })
  return { times, hits }
}

function comparison({ name }: Peer, ours: Measured, theirs: Measured): readonly BenchRow[] {
  const times = [0.5, 0.95].map((share) => {
    const [mine, other] = [quantile(ours.times, share), quantile(theirs.times, share)]
    return {
      name: `search p${String(share * 100)}, against ${name}`,
      figure: milliseconds(mine),
      peer: milliseconds(other),
      ratio: `${(other / mine).toFixed(1)}×`,
    }
  })
  const quality = kinds.map((kind) => ({
    name: `search hit@1 ${kind}, against ${name}`,
    figure: shareOf(ours.hits.get(kind)),
    peer: shareOf(theirs.hits.get(kind)),
  }))
  return [...times, ...quality]
}

function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`
}

function shareOf(tally: { readonly right: number; readonly queries: number } | undefined): string {
  if (tally === undefined) return 'none'
  return `${((100 * tally.right) / tally.queries).toFixed(0)} % of ${String(tally.queries)}`
}

/** Memory that is held by now, after a collection where the process allows one (`node --expose-gc`). */
function heldMegabytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
