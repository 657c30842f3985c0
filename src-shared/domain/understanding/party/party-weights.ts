import { weightEntries } from '../../../base/weight-entries.ts'
import shipped from './party-weights.json' with { type: 'json' }
import type { TaggerWeights } from './party-tagger.ts'

/** What was learned, as `party-weights.json` holds it: entries of the form `feature=begins,goesOn`, many in a line. */
export interface LearnedWeights {
  readonly after: string
  readonly weights: readonly string[]
}

/** What a feature weighs for the first and for a further character of a name; for no name it weighs nothing. */
interface Weights {
  readonly begins: number
  readonly goesOn: number
}

/** Weights ready for use. */
export function readWeights(learned: LearnedWeights): TaggerWeights {
  const weights = new Map<string, Weights>(
    weightEntries(learned.weights).map(([feature, both]) => {
      const [begins = 0, goesOn = 0] = both.split(',').map(Number)
      return [feature, { begins, goesOn }]
    }),
  )
  const after = learned.after.split(' ').map(Number)
  return {
    add: (feature, sums) => {
      const known = weights.get(feature)
      if (known === undefined) return
      sums[0] = (sums[0] ?? 0) + known.begins
      sums[1] = (sums[1] ?? 0) + known.goesOn
    },
    after: (previous, next) => after[previous * 3 + next] ?? 0,
  }
}

/** The weights that `tests/bench/fit-party.ts` works out from labelled calls. */
export const partyWeights: TaggerWeights = readWeights(shipped)
