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
