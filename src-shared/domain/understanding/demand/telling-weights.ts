import { weightEntries } from '../../../base/weight-entries.ts'
import learned from './telling-weights.json' with { type: 'json' }

/** What tells which words of a call belong into its demand. */
export interface TellingWeights {
  /** Words of every call, which tell nothing of the matter. */
  readonly plain: ReadonlySet<string>
  /** What a sign adds to the log-odds that a word belongs into the demand. */
  readonly of: (sign: string) => number
}

/** The file: words apart by blanks, and lines of `sign=weight`, apart by blanks as well. */
export interface TellingTable {
  readonly plain: string
  readonly signs: readonly string[]
}

/** Weights are whole numbers; so many are a log-odds of 1. */
export const weightsPerLogit = 20

/** Reads a table of weights. */
export function readTellingWeights({ plain, signs }: TellingTable): TellingWeights {
  const weights = new Map(
    weightEntries(signs).map(([sign, weight]) => [sign, Number(weight) / weightsPerLogit] as const),
  )
  return { plain: new Set(plain.split(' ')), of: (sign) => weights.get(sign) ?? 0 }
}

/** The weights that `tests/bench/fit-telling.ts` works out from labelled calls. */
export const tellingWeights: TellingWeights = readTellingWeights(learned)
