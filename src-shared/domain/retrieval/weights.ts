import learned from './learned-weights.json' with { type: 'json' }
import type { CertaintySignals, Signals } from './signals.ts'

/** These only tell whether an entry answers at all. */
type OrderSignal = Exclude<keyof Signals, 'questionConcept' | 'agreement'>

/** Worked out by `tests/bench/fit-search.ts`, which says from what; each weight has the sign that makes sense. */
export const orderWeights: Readonly<Record<OrderSignal, number>> = learned.order
export const certaintyWeights: Readonly<Record<keyof CertaintySignals, number>> = learned.certainty

/** If even the best entry stays below this, nothing is shown: nothing is better than something beside the point. */
export const leastScore = 0.25

/**
 * How much the order tells between two entries. 1 would be as fitted; words that the lexicon was not written for tell less, so
 * that the second and the third entry are shown a little longer.
 */
export const besideSharpness = 0.5

/** Beside the best entry, others are worth a look from this share of its score on. */
export const leastBeside = 0.05
