import { certaintyWeights, orderWeights } from './calibration.ts'
import type { Fit } from './rate-entry.ts'
import type { ReadQuery } from './read-query.ts'

/** Weights (sums of rarities) at which evidence counts half. */
const half = { concepts: 8, keyword: 6 } as const
/** So many atoms make a query half a story. */
const halfStory = 8

/** What orders the entries of one query, each about 0–1; `likeness` is Fuse's. */
export function signalsOf(fit: Fit, likeness: number) {
  const { question, title } = fit
  return {
    pairs: fit.pairs,
    characters: fit.characters,
    concepts: fit.concepts,
    relative: fit.relative,
    conceptEvidence: saturated(fit.conceptEvidence, half.concepts),
    questionConcept: question.concept,
    titleCharacter: title.character,
    titleConcept: title.concept,
    keyword: saturated(fit.keyword, half.keyword),
    keywordConcept: fit.keywordConcept,
    missingCharacter: fit.missingCharacter,
    missingConcept: fit.missingConcept,
    likeness,
    whole: fit.pairs * question.sound,
    wholeConcept: fit.concepts * title.concept,
  }
}

export type Signals = ReturnType<typeof signalsOf>

function saturated(value: number, middle: number): number {
  return value / (value + middle)
}

/** The higher, the likelier to answer the query; only for comparing entries of one query. */
export function orderOf(signals: Signals): number {
  return weighted(signals, orderWeights)
}

/** What tells whether the best entry answers the query at all. */
export function certaintySignalsOf(
  best: Signals,
  { length, spelled, unknownConcepts }: Pick<ReadQuery, 'length' | 'spelled' | 'unknownConcepts'>,
) {
  const short = 1 / (1 + length / halfStory)
  return {
    constant: 1,
    length: Math.log(1 + length) / 5,
    spelled: spelled ? 1 : 0,
    unknownConcepts,
    characters: best.characters,
    concepts: best.concepts,
    questionConcept: best.questionConcept,
    titleConcept: best.titleConcept,
    keywordConcept: best.keywordConcept,
    whole: best.whole,
    shortPairs: best.pairs * short,
    shortMissingConcept: best.missingConcept * short,
  }
}

export type CertaintySignals = ReturnType<typeof certaintySignalsOf>

/** The chance, 0–1, that the best entry answers the query. */
export function certaintyOf(signals: CertaintySignals): number {
  return 1 / (1 + Math.exp(-weighted(signals, certaintyWeights)))
}

function weighted<Name extends string>(
  signals: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let sum = 0
  for (const name in weights) sum += signals[name] * weights[name]
  return sum
}
