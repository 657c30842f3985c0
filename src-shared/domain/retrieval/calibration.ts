import type { CertaintySignals, Signals } from './calibrate.ts'

/**
 * Fitted and rounded, each weight with the sign that makes sense. Data: the development queries
 * (`tests/fixtures/search-dev.jsonl`), the odd half of the fresh ones (`search-fresh-queries.jsonl`), and similar questions of
 * both sets of entries, each searched for while it was taken out of its entry. The order by softmax over each query's forty
 * entries; the certainty by logistic regression on the same queries, once as they are and once, weighing less, with the
 * expected entries taken out of the index: near misses that nothing answers.
 */
export const orderWeights: Readonly<Record<keyof Signals, number>> = {
  pairs: 0.72,
  characters: 3.08,
  concepts: 1.67,
  relative: 2.2,
  conceptEvidence: 1.59,
  questionConcept: 0.33,
  titleCharacter: 0.73,
  titleConcept: 1.52,
  keyword: 0.77,
  keywordConcept: 0.59,
  missingCharacter: -1.21,
  missingConcept: -0.81,
  likeness: 0.3,
  whole: 0.33,
  wholeConcept: 1.58,
}

export const certaintyWeights: Readonly<Record<keyof CertaintySignals, number>> = {
  constant: -10.17,
  length: 9.68,
  spelled: 2.68,
  unknownConcepts: -4.81,
  characters: 1.67,
  concepts: 2.14,
  questionConcept: 0.48,
  titleConcept: 2.31,
  keywordConcept: 0.23,
  whole: 1.04,
  shortPairs: 1.31,
  shortMissingConcept: -0.68,
}

/** If even the best entry stays below this, nothing is shown: nothing is better than something beside the point. */
export const leastScore = 0.12

/** Beside the best entry, others are worth a look from this share of its score on. */
export const leastBeside = 0.05
