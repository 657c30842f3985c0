import { signalsOf, type Signals } from './signals.ts'
import { linesOf } from './entry-terms.ts'
import { fuzzyLikeness } from './fuzzy.ts'
import type { IndexedAnswers } from './indexed-answers.ts'
import { rankEntries } from './rank-entries.ts'
import { rateEntry, type Fit } from './rate-entry.ts'
import type { QueryReader, ReadQuery } from './read-query.ts'
import type { Answer } from '../site-pack.ts'

/** An entry that may answer the query. */
export interface Candidate {
  readonly answer: Answer
  readonly fit: Fit
  readonly signals: Signals
}

/** Entries of the first ranking that are rated in full. */
const ratedEntries = 40
/** What Fuse usually finds; stands in until it has looked. */
const usualLikeness = 0.5

/** The entries that share most with the query, rated, but for the fuzzy likeness. */
export function findCandidates(
  read: ReadQuery,
  { segments }: IndexedAnswers,
  { rarity }: QueryReader,
): readonly Candidate[] {
  const ranked = rankEntries(read, segments, ratedEntries)
  const bestRank = ranked[0]?.rank ?? 0
  return ranked.flatMap((entry) => {
    const holder = segments[entry.segment]
    const answer = holder?.answers[entry.entry]
    if (holder === undefined || answer === undefined) return []
    const fit = rateEntry(entry, bestRank, holder.segment, read, rarity)
    return [{ answer, fit, signals: signalsOf(fit, usualLikeness) }]
  })
}

/** Fuse forgives what pairs cannot (a syllable too many or too few), but cannot retrieve Chinese: it only looks at a few. */
export function withLikeness(candidate: Candidate, said: string, line: string): Candidate {
  return { ...candidate, signals: signalsOf(candidate.fit, fuzzyLikeness(said, line)) }
}

/** The entry's question that fits best. */
export function bestLineOf({ answer, fit }: Candidate): string {
  return linesOf(answer)[fit.line] ?? answer.title
}
