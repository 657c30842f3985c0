import type { ReadQuery, TermMasses } from './read-query.ts'
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
  const best: RankedEntry[] = []
  let least = 0
  segments.forEach(({ segment, dead }, at) => {
    const pairs = sumsOf(query.pairs, segment)
    const characters = sumsOf(query.characters, segment)
    const concepts = sumsOf(query.concepts, segment)
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

function sumsOf({ masses }: TermMasses, { start, documents, impacts, firstKeyword }: Segment): Float32Array {
  const sums = new Float32Array(firstKeyword.length)
  for (const [term, mass] of masses) {
    const weight = mass / impactSteps
    const end = start[term + 1] ?? 0
    for (let slot = start[term] ?? 0; slot < end; slot += 1) {
      const entry = documents[slot] ?? 0
      sums[entry] = (sums[entry] ?? 0) + weight * (impacts[slot] ?? 0)
    }
  }
  return sums
}
