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
  const sums = segments.map(({ segment, dead }) => {
    const shared = sumsOf(terms, segment)
    return { ...shared, ranks: ranksOf(shared, dead) }
  })
  const least = leastRank(
    sums.map(({ ranks }) => ranks),
    count,
  )
  const best: RankedEntry[] = []
  sums.forEach(({ pairs, characters, concepts, ranks }, segment) => {
    ranks.forEach((rank, entry) => {
      if (rank === 0 || rank < least) return
      const [pair = 0, character = 0, concept = 0] = [pairs[entry], characters[entry], concepts[entry]]
      best.push({ segment, entry, pairs: pair, characters: character, concepts: concept, rank })
    })
  })
  return best.toSorted((a, b) => b.rank - a.rank).slice(0, count)
}

/** How much of the query each entry holds; 0 of those that are no longer there. */
function ranksOf({ pairs, characters, concepts }: Sums, dead: Uint8Array): Float32Array {
  const ranks = new Float32Array(dead.length)
  for (let entry = 0; entry < dead.length; entry += 1) {
    if (dead[entry] === 1) continue
    ranks[entry] =
      (pairs[entry] ?? 0) + characterShare * (characters[entry] ?? 0) + conceptShare * (concepts[entry] ?? 0)
  }
  return ranks
}

/** Ranks are counted by steps of the highest one: that is much faster than to sort thousands of entries. */
const steps = 2_000

/** A rank that at least `count` entries reach, and few more do; 0 where there are no more than that. */
function leastRank(all: readonly Float32Array[], count: number): number {
  let highest = 0
  for (const ranks of all) for (const rank of ranks) if (rank > highest) highest = rank
  if (highest === 0) return 0
  const reached = new Uint32Array(steps + 1)
  const step = steps / highest
  for (const ranks of all)
    for (const rank of ranks) {
      const at = Math.floor(rank * step)
      reached[at] = (reached[at] ?? 0) + 1
    }
  let entries = 0
  let at = steps
  while (at > 0 && entries < count) {
    entries += reached[at] ?? 0
    at -= 1
  }
  // The step below, since a rank's own step is only as exact as its digits.
  return at / step
}

const kindShares = { pairs: 1, characters: characterShare, concepts: conceptShare } as const
type Kind = keyof typeof kindShares
const kinds = ['pairs', 'characters', 'concepts'] as const

/** What the entries of a segment hold of the query, by kind of term. */
type Sums = Readonly<Record<Kind, Float32Array>>

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

function sumsOf(terms: readonly QueryTerm[], { start, documents, impacts, firstKeyword }: Segment): Sums {
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
