import { weightEntries } from '../../../base/weight-entries.ts'
import type { Hearing, Line } from './hearing.ts'
import { namesOfWords } from './line-words.ts'

/** What speaks for or against something that a call may tell: signs of its own, and the words of the whole call. */
export interface SignWeights {
  /** The log-odds that it is so. */
  readonly logOdds: (signs: Iterable<string>, hearing: Hearing) => number
}

/** The file: whole numbers, `signsPerLogit` a log-odds of 1, as `name=weight` apart by blanks. */
export interface SignTable {
  readonly prior: number
  readonly signs: readonly string[]
  /** As of `namesOfWords`; one counts in each line that holds it. */
  readonly words: readonly string[]
}

export const signsPerLogit = 200

/** Reads a table of weights. */
export function readSignWeights({ prior, signs, words }: SignTable): SignWeights {
  const [signWeights, wordWeights] = [weightsOf(signs), weightsOf(words)]
  const lines = new WeakMap<Line, number>()
  const ofLine = (line: Line): number => {
    const known = lines.get(line)
    if (known !== undefined) return known
    const sum = namesOfWords(line).reduce((all, word) => all + (wordWeights.get(word) ?? 0), 0)
    lines.set(line, sum)
    return sum
  }
  return {
    logOdds: (own, hearing) => {
      let sum = prior
      for (const sign of own) sum += signWeights.get(sign) ?? 0
      for (const line of hearing.lines) sum += ofLine(line)
      return sum / signsPerLogit
    },
  }
}

const weightsOf = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(weightEntries(lines).map(([name, weight]) => [name, Number(weight)]))
