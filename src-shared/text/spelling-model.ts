import { foldSyllable, toSyllables } from './pinyin.ts'
import learnt from './spelling-model.json' with { type: 'json' }

/** A character that may have been meant. */
export interface Candidate {
  readonly character: string
  /** Its sound, accents not folded. */
  readonly syllable: string
}

/** What is said on the hotline, character by character: how often, next to what, and what sounds alike. */
export interface SpellingModel {
  /** How often a run of one to three characters was said; `^` is the edge of a turn. */
  readonly count: (run: string) => number
  readonly total: number
  /** What sounds like a syllable, accents folded. */
  readonly candidates: (syllable: string) => readonly Candidate[]
}

/** The edge of a turn. */
export const edge = '^'
/** How much a character's likelihood is owed to the two before it, to the one before it, and to itself. */
const shares = { three: 0.6, two: 0.3, one: 0.1 }
/** Of a character that nobody has said yet. */
const leastLikely = 1e-7

/** A character said less often is no candidate. */
const leastSaid = 3

/** Reads what `tests/bench/fit-spelling.ts` has written: runs of characters by the logarithm (base 2) of their count. */
export function readSpellingModel(runsByMagnitude: Readonly<Record<string, string>>): SpellingModel {
  const counts = new Map<string, number>()
  for (const [magnitude, runs] of Object.entries(runsByMagnitude)) {
    const count = 2 ** Number(magnitude)
    for (const run of runs.split(' ')) counts.set(run, count)
  }
  const single = [...counts].filter(([run]) => run.length === 1)
  const bySound = Map.groupBy(
    single.flatMap(([character, count]) => (count < leastSaid ? [] : [candidateOf(character)])),
    ({ syllable }) => foldSyllable(syllable),
  )
  return {
    count: (run) => counts.get(run) ?? 0,
    total: single.reduce((sum, [, count]) => sum + count, 0),
    candidates: (syllable) => bySound.get(foldSyllable(syllable)) ?? [],
  }
}

function candidateOf(character: string): Candidate {
  return { character, syllable: toSyllables(character)[0] ?? '' }
}

let known: SpellingModel | undefined

/** The model of the program, read when it is first needed. */
export function spellingModel(): SpellingModel {
  known ??= readSpellingModel(learnt.runsByMagnitude)
  return known
}

/** How likely `third` is to be said after `first` and `second`, above 0 and up to 1. */
export function likelihoodOf(
  { count, total }: SpellingModel,
  first: string,
  second: string,
  third: string,
): number {
  const pair = count(first + second)
  const single = count(second)
  return (
    (pair === 0 ? 0 : shares.three * Math.min(1, count(first + second + third) / pair)) +
    (single === 0 ? 0 : shares.two * Math.min(1, count(second + third) / single)) +
    shares.one * (count(third) / total) +
    leastLikely
  )
}
