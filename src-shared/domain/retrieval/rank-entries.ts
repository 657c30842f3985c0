import type { Postings } from './postings.ts'

interface RankedEntry {
  readonly entry: number
  readonly rank: number
}

/**
 * The entries that share most with the query by BM25, best first: those within `share` (0–1) of the best one, at most
 * `count`. The rank is relative to the best one, 0–1.
 */
export function rankEntries(
  terms: ReadonlyMap<number, number>,
  { start, documents, impacts }: Postings,
  entries: number,
  { share, count }: { readonly share: number; readonly count: number },
): readonly RankedEntry[] {
  const ranks = new Float32Array(entries)
  for (const [term, weight] of terms) {
    const end = start[term + 1] ?? 0
    for (let slot = start[term] ?? 0; slot < end; slot += 1) {
      const entry = documents[slot] ?? 0
      ranks[entry] = (ranks[entry] ?? 0) + weight * (impacts[slot] ?? 0)
    }
  }
  const best = ranks.reduce((most, rank) => Math.max(most, rank), 0)
  if (best === 0) return []
  const near: RankedEntry[] = []
  ranks.forEach((rank, entry) => {
    if (rank >= best * share) near.push({ entry, rank: rank / best })
  })
  return near.toSorted((a, b) => b.rank - a.rank || a.entry - b.entry).slice(0, count)
}
