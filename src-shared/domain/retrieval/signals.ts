import { certaintyWeights, orderWeights } from './weights.ts'
import type { Fit } from './rate-entry.ts'
import type { ReadQuery } from './read-query.ts'

/** Weights (sums of rarities) at which evidence counts half. */
const half = { concepts: 8, keyword: 6 } as const
/** So many atoms make a query half a story. */
const halfStory = 8

/** What orders the entries of one query, each about 0–1; `likeness` is Fuse's. */
export type Signals = Readonly<Record<SignalName, number>>
type SignalName =
  | 'pairs'
  | 'characters'
  | 'concepts'
  | 'relative'
  | 'conceptEvidence'
  | 'questionConcept'
  | 'titleCharacter'
  | 'titleConcept'
  | 'keyword'
  | 'keywordConcept'
  | 'missingCharacter'
  | 'missingConcept'
  | 'topics'
  | 'meaning'
  | 'agreement'
  | 'likeness'
  | 'whole'
  | 'wholeConcept'

export function signalsOf(fit: Fit, likeness: number): Signals {
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
    topics: fit.topics,
    meaning: fit.meaning,
    agreement: fit.agreement,
    likeness,
    whole: fit.pairs * question.sound,
    wholeConcept: fit.concepts * title.concept,
  }
}

function saturated(value: number, middle: number): number {
  return value / (value + middle)
}

/** The higher, the likelier to answer the query; only for comparing entries of one query. */
export function orderOf(signals: Signals, weights = orderWeights): number {
  return weighted(signals, weights)
}

/** Orders from which on a lead over the next entries says no more. */
const clear = { margin: 4, lead: 6 } as const
/** The entries that the lead is over: those after the second. */
const field = { from: 2, to: 8 } as const
const orderScale = 10

/**
 * What tells whether the best entry answers the query at all: how much of the query it holds, how far
 * it stands out among the rest, and what in the query nobody knows.
 */
export type CertaintySignals = Readonly<Record<CertaintyName, number>>
type CertaintyName =
  | 'constant'
  | 'length'
  | 'spelled'
  | 'short'
  | 'unknownConcepts'
  | 'concepts'
  | 'topics'
  | 'meaning'
  | 'meaningLead'
  | 'agreement'
  | 'elsewhere'
  | 'questionConcept'
  | 'titleConcept'
  | 'whole'
  | 'spelledPairs'
  | 'missingConcept'
  | 'shortMissingCharacter'
  | 'shortMissingConcept'
  | 'order'
  | 'margin'
  | 'lead'

/** `found` is best first. */
export function certaintySignalsOf(
  found: readonly Signals[],
  read: CertaintyQuery,
  weights = orderWeights,
): CertaintySignals {
  const [best, second] = found
  if (best === undefined) throw new Error('nothing was found')
  const order = orderOf(best, weights)
  const next = second === undefined ? 0 : orderOf(second, weights)
  const rest = found.slice(field.from, field.to)
  const short = 1 / (1 + read.length / halfStory)
  return {
    constant: 1,
    length: Math.log(1 + read.length) / 5,
    spelled: read.spelled ? 1 : 0,
    short,
    unknownConcepts: read.unknownConcepts,
    concepts: best.concepts,
    topics: best.topics,
    meaning: best.meaning,
    meaningLead: best.meaning - average(rest.map(({ meaning }) => meaning)),
    agreement: best.agreement,
    elsewhere: Math.max(0, read.matter.likeness - best.meaning),
    questionConcept: best.questionConcept,
    titleConcept: best.titleConcept,
    whole: best.whole,
    spelledPairs: read.spelled ? best.pairs : 0,
    missingConcept: best.missingConcept,
    shortMissingCharacter: best.missingCharacter * short,
    shortMissingConcept: best.missingConcept * short,
    order: order / orderScale,
    margin: Math.min(order - next, clear.margin) / clear.margin,
    lead:
      Math.min(order - average(rest.map((signals) => orderOf(signals, weights))), clear.lead) / clear.lead,
  }
}

type CertaintyQuery = Pick<ReadQuery, 'length' | 'spelled' | 'unknownConcepts' | 'matter'>

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The chance, 0–1, that the best entry answers the query. */
export function certaintyOf(signals: CertaintySignals, weights = certaintyWeights): number {
  return 1 / (1 + Math.exp(-weighted(signals, weights)))
}

function weighted<Name extends string>(
  signals: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let sum = 0
  for (const name in weights) sum += signals[name] * weights[name]
  return sum
}
