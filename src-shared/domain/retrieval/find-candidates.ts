import { signalsOf, type Signals } from './signals.ts'
import { linesOf } from './entry-terms.ts'
import { fuzzyLikeness } from './fuzzy.ts'
import type { IndexedAnswers } from './indexed-answers.ts'
import { matterLikeness, meaningLikeness } from './meaning-vectors.ts'
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

/** Entries of the first ranking whose meaning is looked at; in a small collection all that share a character with the query. */
const likelyEntries = 400
/** Entries that are rated in full. */
const ratedEntries = 40
/** What Fuse usually finds; stands in until it has looked. */
const usualLikeness = 0.5

/** The entries that share most with the query, rated, but for the fuzzy likeness. */
export function findCandidates(
  read: ReadQuery,
  { segments }: IndexedAnswers,
  { rarity }: QueryReader,
): readonly Candidate[] {
  const ranked = rankEntries(read, segments, likelyEntries)
  const bestRank = ranked[0]?.rank ?? 1
  const likeliest = ranked
    .flatMap((entry) => {
      const holder = segments[entry.segment]
      if (holder === undefined) return []
      const meaning = meaningLikeness(read.meaning, holder.segment.meanings, entry.entry)
      return [{ holder, entry: { ...entry, meaning }, likely: entry.rank / bestRank + meaning }]
    })
    .toSorted((a, b) => b.likely - a.likely)
    .slice(0, ratedEntries)
  return likeliest.flatMap(({ holder, entry }) => {
    const answer = holder.answers[entry.entry]
    if (answer === undefined) return []
    const agreement = matterLikeness(read.matter, holder.segment.meanings, entry.entry)
    const fit = rateEntry({ ...entry, agreement }, bestRank, holder.segment, read, rarity)
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
