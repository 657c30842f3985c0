import { oncePer } from '../../../base/remember.ts'
import { weightEntries } from '../../../base/weight-entries.ts'
import type { Hearing, Line } from './hearing.ts'
import { namesOfWords } from './line-words.ts'

/** What speaks for or against something that a call may tell: signs of its own, and the words of the whole call. */
export interface SignWeights {
  /** The log-odds, in a call, that what has some signs is so; those that it shares with others are weighed once for all. */
  readonly logOddsIn: (hearing: Hearing) => (signs: Iterable<string>, shared?: ReadonlySet<string>) => number
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
  const ofLine = oncePer((line: Line) => sumOf(namesOfWords(line), wordWeights))
  const ofShared = oncePer((signs: ReadonlySet<string>) => sumOf(signs, signWeights))
  return {
    logOddsIn: ({ lines: told }) => {
      const ofCall = told.reduce((sum, line) => sum + ofLine(line), prior)
      return (own, shared) =>
        (ofCall + sumOf(own, signWeights) + (shared === undefined ? 0 : ofShared(shared))) / signsPerLogit
    },
  }
}

function sumOf(names: Iterable<string>, weights: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const name of names) sum += weights.get(name) ?? 0
  return sum
}

const weightsOf = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(weightEntries(lines).map(([name, weight]) => [name, Number(weight)]))
