import type { CertaintySignals, Signals } from './signals.ts'

/** This one only tells whether an entry answers at all. */
type OrderSignal = Exclude<keyof Signals, 'questionConcept'>

/**
 * Fitted and rounded, each weight with the sign that makes sense. Data: the development queries
 * (`tests/fixtures/search-dev.jsonl`), the odd half of the fresh ones (`search-fresh-queries.jsonl`), and a similar question of
 * each entry, searched for while it was taken out of its entry. Since parts of the lexicon were written with these queries at
 * hand, each was asked three times: with the whole lexicon, and with 60 and 80 % of the words of each group unknown to the
 * query. The order by softmax over each query's entries. The certainty by logistic regression on the same queries as they are,
 * on the same with the expected entries taken out of the index (near misses that nothing answers), on the queries that nothing
 * answers, and on random letters.
 */
export const orderWeights: Readonly<Record<OrderSignal, number>> = {
  pairs: 0.84,
  characters: 3.37,
  concepts: 0.82,
  topics: 3.65,
  relative: 2.18,
  conceptEvidence: 0.95,
  titleCharacter: 0.48,
  titleConcept: 1.22,
  keyword: 0.66,
  keywordConcept: 0.29,
  missingCharacter: -0.24,
  missingConcept: -0.5,
  likeness: 0.17,
  whole: 1.82,
  wholeConcept: 1.06,
}

export const certaintyWeights: Readonly<Record<keyof CertaintySignals, number>> = {
  constant: -3.18,
  length: 2.81,
  spelled: 0.92,
  short: -2.98,
  unknownConcepts: -1.48,
  concepts: 0.33,
  topics: 1.22,
  questionConcept: 0.17,
  titleConcept: 0.64,
  whole: 2.24,
  spelledPairs: 0.77,
  missingConcept: -0.56,
  shortMissingCharacter: -1.59,
  shortMissingConcept: -0.7,
  order: 0.94,
  margin: 1.33,
  lead: 0.92,
}

/** If even the best entry stays below this, nothing is shown: nothing is better than something beside the point. */
export const leastScore = 0.17

/**
 * How much the order tells between two entries. 1 would be as fitted; words that the lexicon was not written for tell less, so
 * that the second and the third entry are shown a little longer.
 */
export const besideSharpness = 0.5

/** Beside the best entry, others are worth a look from this share of its score on. */
export const leastBeside = 0.05
