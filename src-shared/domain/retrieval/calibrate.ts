import { inverseFrequency } from './postings.ts'
import type { Fit } from './rate-entry.ts'

/** What the score is made of: the fit, the fuzzy likeness and the first ranking relative to the best entry. */
interface Signals extends Omit<Fit, 'line'> {
  readonly likeness: number
  readonly ranking: number
}

/**
 * Fitted by logistic regression and rounded, on the development queries (`tests/fixtures/search-dev.jsonl`) and on the
 * sample pack's own similar questions, each searched for while it was taken out (with and without its entry). How much of
 * the question was heard decides; how much of the query an entry holds decides less, because people tell stories.
 */
const weights = {
  constant: -3,
  questionHeard: 2.9,
  queryKnown: 1.4,
  rareWords: 1,
  keyword: 2,
  evidence: 1.5,
  likeness: 0.8,
} as const

/** Common weight (sum of idf) at which the evidence counts half; about four specific pairs among 6,500 entries. */
const halfEvidence = 15
/** The same in pairs that only one entry has. */
const halfRarePairs = 2
/** An entry that ranks at half of the best one is a quarter as likely. */
const rankingPower = 2

/** If even the best entry stays below this, nothing is shown: nothing is better than something beside the point. */
export const leastScore = 0.45
/** Beside an entry that fits, others are worth a look from this score on. */
export const leastBeside = 0.15
/** An entry that ranks lower than this cannot reach that score, however well it fits. */
export const leastRanking = leastBeside ** (1 / rankingPower)

/** The chance, 0–1, that the entry answers the query; `entries` is the size of the index. */
export function calibratedScore(signals: Signals, entries: number): number {
  const rarest = inverseFrequency(1, entries)
  const rarePairs = signals.evidence / rarest
  const sum =
    weights.constant +
    weights.questionHeard * signals.questionHeard +
    weights.queryKnown * signals.queryKnown +
    weights.rareWords * (rarePairs / (rarePairs + halfRarePairs)) +
    weights.keyword * Math.min(1, signals.keyword / rarest) +
    weights.evidence * (signals.evidence / (signals.evidence + halfEvidence)) +
    weights.likeness * signals.likeness
  return signals.ranking ** rankingPower / (1 + Math.exp(-sum))
}
