import type { ReadQuery } from './read-query.ts'
import { impactSteps, type Segment } from './segment.ts'

/** An entry that shares words with the query, and how much of the query's meaning it holds, by kind of term. */
export interface RankedEntry {
  readonly segment: number
  /** Index within its segment. */
  readonly entry: number
  readonly pairs: number
  readonly characters: number
  readonly concepts: number
  /** All three together; only for comparing entries of one query. */
  readonly rank: number
}

/** Some entries of a segment may have been removed or replaced. */
export interface LiveSegment {
  readonly segment: Segment
  /** 1 for each entry that is no longer there. */
  readonly dead: Uint8Array
}

const characterShare = 0.45
const conceptShare = 1.1

/** The `count` entries that share most with the query by BM25, best first. */
export function rankEntries(
  query: ReadQuery,
  segments: readonly LiveSegment[],
  count: number,
): readonly RankedEntry[] {
  const terms = termsOf(query)
  const best: RankedEntry[] = []
  let least = 0
  segments.forEach(({ segment, dead }, at) => {
    const { pairs, characters, concepts } = sumsOf(terms, segment)
    for (let entry = 0; entry < dead.length; entry += 1) {
      const pair = pairs[entry] ?? 0
      const character = characters[entry] ?? 0
      const concept = concepts[entry] ?? 0
      const rank = pair + characterShare * character + conceptShare * concept
      if (rank <= least || dead[entry] === 1) continue
      const found = { segment: at, entry, pairs: pair, characters: character, concepts: concept, rank }
      best.push(found)
      // Sorted only now and then: most entries are below the least by then.
      if (best.length >= count * 2) least = keepBest(best, count)
    }
  })
  keepBest(best, count)
  return best
}

function keepBest(entries: RankedEntry[], count: number): number {
  entries.sort((a, b) => b.rank - a.rank)
  entries.length = Math.min(entries.length, count)
  return entries.length < count ? 0 : (entries.at(-1)?.rank ?? 0)
}

const kindShares = { pairs: 1, characters: characterShare, concepts: conceptShare } as const
type Kind = keyof typeof kindShares
const kinds = ['pairs', 'characters', 'concepts'] as const

interface QueryTerm {
  readonly kind: Kind
  readonly term: number
  readonly mass: number
}

/** What says most comes first. */
function termsOf(query: ReadQuery): readonly QueryTerm[] {
  return kinds
    .flatMap((kind) => Array.from(query[kind].masses, ([term, mass]) => ({ kind, term, mass })))
    .toSorted((a, b) => b.mass * kindShares[b.kind] - a.mass * kindShares[a.kind])
}

/**
 * Places of terms in entries that a search looks at. Among a hundred thousand entries a long story's common words stand in
 * millions of places and hardly tell the entries apart: they are left out, so that no search takes much longer than others.
 */
const mostPlaces = 1_000_000

function sumsOf(
  terms: readonly QueryTerm[],
  { start, documents, impacts, firstKeyword }: Segment,
): Readonly<Record<Kind, Float32Array>> {
  const entries = firstKeyword.length
  const all = {
    pairs: new Float32Array(entries),
    characters: new Float32Array(entries),
    concepts: new Float32Array(entries),
  }
  let places = 0
  for (const { kind, term, mass } of terms) {
    const sums = all[kind]
    const weight = mass / impactSteps
    const first = start[term] ?? 0
    const end = start[term + 1] ?? 0
    places += end - first
    if (places > mostPlaces) break
    for (let slot = first; slot < end; slot += 1) {
      const entry = documents[slot] ?? 0
      sums[entry] = (sums[entry] ?? 0) + weight * (impacts[slot] ?? 0)
    }
  }
  return all
}
