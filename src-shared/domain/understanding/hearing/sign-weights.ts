import { oncePer } from '../../../base/remember.ts'
import { weightEntries } from '../../../base/weight-entries.ts'
import type { Hearing, Line } from './hearing.ts'
import { namesOfWords } from './line-words.ts'

/** What speaks for or against something that a call may tell: signs of its own, and the words of the whole call. */
export interface SignWeights {
  /** The log-odds, in a call, that what has some signs, and was said in such lines, is so. */
  readonly logOddsIn: (hearing: Hearing) => (signs: Iterable<string>, ...said: readonly SaidSigns[]) => number
}

/** The signs of some lines, line by line. A line's keep their identity from turn to turn; a sign counts once. */
export type SaidSigns = readonly (readonly string[])[]

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
  const weighed = oncePer((signs: readonly string[]) => signs.flatMap((sign) => signWeights.get(sign) ?? []))
  const ofSaid = oncePer((said: SaidSigns) => total(new Set(said.flatMap(weighed))))
  return {
    logOddsIn: ({ lines: told }) => {
      const ofCall = told.reduce((sum, line) => sum + ofLine(line), prior)
      return (own, ...said) =>
        said.reduce((sum, lines) => sum + ofSaid(lines), ofCall + sumOf(own, signWeights)) / signsPerLogit
    },
  }
}

/** One object a sign: two of them are told apart by identity, which costs less than by name. */
interface Weighed {
  readonly weight: number
}

function sumOf(names: Iterable<string>, weights: ReadonlyMap<string, Weighed>): number {
  let sum = 0
  for (const name of names) sum += weights.get(name)?.weight ?? 0
  return sum
}

function total(signs: ReadonlySet<Weighed>): number {
  let sum = 0
  for (const { weight } of signs) sum += weight
  return sum
}

const weightsOf = (lines: readonly string[]): ReadonlyMap<string, Weighed> =>
  new Map(weightEntries(lines).map(([name, weight]) => [name, { weight: Number(weight) }]))
