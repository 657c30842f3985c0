import type { EntryIndex } from './entry-index.ts'
import type { Ragged } from './postings.ts'
import type { QuerySegment, ReadQuery } from './read-query.ts'

/** How well a query and an entry fit, before calibration. All shares are 0–1. */
export interface Fit {
  /** The line of the entry's questions that fits best. */
  readonly line: number
  /** Share of that question that was heard. */
  readonly questionHeard: number
  /** Share of the query's best segment that the entry's questions and keywords hold. */
  readonly queryKnown: number
  /** Weight (sum of idf) of what the question and the query have in common. */
  readonly evidence: number
  /** Weight of the heaviest keyword that was heard in full. */
  readonly keyword: number
}

interface Heard {
  readonly share: number
  readonly evidence: number
}

/** Rates one entry against the query. Cost: the terms of its lines times the segments of the query. */
export function rateEntry(entry: number, query: ReadQuery, index: EntryIndex): Fit {
  const first = index.firstLine[entry] ?? 0
  const firstKeyword = index.firstKeyword[entry] ?? 0
  const known = query.segments.map(() => new Set<number>())
  let best: Fit = { line: first, questionHeard: 0, queryKnown: 0, evidence: 0, keyword: 0 }
  let bestFit = 0
  let keyword = 0
  for (let line = first; line < (index.firstLine[entry + 1] ?? 0); line += 1) {
    const { share, evidence } = heardOf(line, query, index)
    if (evidence === 0) continue
    const terms = termsOf(line, index)
    const held = query.segments.map((segment, at) => {
      const common = new Set(terms.filter((term) => segment.masses.has(term)))
      for (const term of common) known[at]?.add(term)
      return heldShare(common, segment)
    })
    // A keyword names the matter but asks nothing: it never is the question that fits.
    if (line >= firstKeyword) {
      if (share >= wholeKeyword) keyword = Math.max(keyword, evidence)
      continue
    }
    const fit = share + Math.max(0, ...held)
    if (fit <= bestFit) continue
    bestFit = fit
    best = { ...best, line, questionHeard: share, evidence }
  }
  const shares = query.segments.map((segment, at) => heldShare(known[at] ?? new Set(), segment))
  return { ...best, keyword, queryKnown: Math.max(0, ...shares) }
}

/** What only sounds alike may be a recogniser's error, or another word. */
const homophoneShare = 0.65
/** A keyword counts as said where all of it was, not too long ago. */
const wholeKeyword = 0.5

function termsOf(line: number, { sounds, initials }: EntryIndex): readonly number[] {
  return [sounds, initials].flatMap(({ start, values }) => [
    ...values.subarray(start[line] ?? 0, start[line + 1] ?? 0),
  ])
}

function heldShare(terms: ReadonlySet<number>, { masses, total, recency }: QuerySegment): number {
  let held = 0
  for (const term of terms) held += masses.get(term) ?? 0
  return Math.min(1, held / total) * recency
}

/** Over all segments, since a matter is often told across several turns; the newest mention of a term counts. */
function heardOf(line: number, query: ReadQuery, index: EntryIndex): Heard {
  const { sounds, soundWeights, written, initials, postings } = index
  const bySound = heardAmong(
    line,
    sounds,
    (slot) => soundWeights[slot] ?? 0,
    (slot, term) => clarity(query, term, written[slot] ?? -1),
  )
  const byInitials = heardAmong(
    line,
    initials,
    (slot) => postings.idf[initials.values[slot] ?? 0] ?? 0,
    (_, term) => clarity(query, term, -1),
  )
  return bySound.evidence >= byInitials.evidence ? bySound : byInitials
}

/** How clearly a term was heard, 0–1: lately or long ago, as written or only alike in sound. */
function clarity({ segments }: ReadQuery, term: number, written: number): number {
  let clearest = 0
  for (const { recency, masses, certain } of segments) {
    if (recency <= clearest || !masses.has(term)) continue
    const share = written < 0 || certain.has(term) || certain.has(written) ? 1 : homophoneShare
    clearest = Math.max(clearest, recency * share)
  }
  return clearest
}

function heardAmong(
  line: number,
  { start, values }: Ragged,
  weightAt: (slot: number) => number,
  clarityAt: (slot: number, term: number) => number,
): Heard {
  let evidence = 0
  let total = 0
  for (let slot = start[line] ?? 0; slot < (start[line + 1] ?? 0); slot += 1) {
    const weight = weightAt(slot)
    total += weight
    evidence += weight * clarityAt(slot, values[slot] ?? 0)
  }
  return { share: total === 0 ? 0 : evidence / total, evidence }
}
