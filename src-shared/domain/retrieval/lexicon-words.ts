import type { Lexicon } from '../site-pack.ts'
import type { TextAnalyser, WordAtom } from './atoms.ts'

/** A word of the lexicon, read; between two of its stretches a few other characters may stand (`不给…票`). */
export interface LexiconWord {
  readonly stretches: readonly (readonly WordAtom[])[]
  /** The groups of `synonyms`, then of `meanings`, that it stands in, by their number. */
  readonly groups: readonly number[]
}

export interface LexiconWords {
  readonly groupCount: number
  /** Each once, but for those without a character that can be read. */
  readonly words: readonly LexiconWord[]
}

/** Stands in a word for a few characters. */
const gap = '…'

export function readLexiconWords(lexicon: Lexicon, analyser: TextAnalyser): LexiconWords {
  const groups = [...lexicon.synonyms, ...(lexicon.meanings ?? [])]
  const groupsOf = new Map<string, number[]>()
  groups.forEach((words, group) => {
    for (const word of words) {
      const known = groupsOf.get(word)
      if (known === undefined) groupsOf.set(word, [group])
      else if (known.at(-1) !== group) known.push(group)
    }
  })
  const parts = Array.from(groupsOf.keys(), (word) => word.split(gap))
  const read = analyser.words(parts.flat())
  let first = 0
  const words = Array.from(groupsOf.values(), (ofWord, index) => {
    const last = first + (parts[index]?.length ?? 0)
    const stretches = read.slice(first, last)
    first = last
    return { stretches, groups: ofWord }
  })
  return {
    groupCount: groups.length,
    words: words.filter(({ stretches }) => stretches.every(({ length }) => length > 0)),
  }
}
