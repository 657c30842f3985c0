import { oncePerText } from '../../../base/remember.ts'
import { foldSyllables, toSyllables } from '../../../text/pinyin.ts'

/**
 * How what was heard is spelt. A recogniser writes what it hears with any characters of the sound (头诉, 鸭金, 没天);
 * a spelling writes it as it was meant. The text keeps its length, so that positions in it still point to the words heard.
 */
export type Spelling = (text: string) => string

/** The words that may be meant where certain syllables were heard. */
export interface Dictionary {
  /** Words that sound like the syllables from `at` on, longest first. */
  readonly at: (syllables: readonly string[], at: number) => readonly string[]
}

/** What to write for `heard` at `at` of `text`, of the same length; undefined where it is meant as heard. */
export type Choice = (heard: string, meant: string, text: string, at: number) => string | undefined

/**
 * A spelling by a dictionary: from left to right the longest word that was heard as written is kept, one that only sounds
 * so is put to `choose`.
 * Several fields read the same turns, after every new one again.
 */
export function createSpelling(dictionary: Dictionary, choose: Choice): Spelling {
  return oncePerText((text) => spell(text, dictionary, choose))
}

/** As {@link createSpelling}, for a dictionary that lives no longer than a call. */
export function spell(text: string, dictionary: Dictionary, choose: Choice): string {
  const syllables = toSyllables(text)
  // Surrogate pairs would put syllables and characters out of step.
  if (syllables.length !== text.length) return text
  let spelled = ''
  while (spelled.length < text.length) {
    const at = spelled.length
    const words = dictionary.at(syllables, at)
    spelled += words.length === 0 ? text.charAt(at) : (chosen(text, at, words, choose) ?? text.charAt(at))
  }
  return spelled
}

function chosen(text: string, at: number, words: readonly string[], choose: Choice): string | undefined {
  const literal = words.find((word) => text.startsWith(word, at))
  for (const word of words) {
    if (word.length === literal?.length) return literal
    const written = choose(text.slice(at, at + word.length), word, text, at)
    if (written !== undefined) return written
  }
  return undefined
}

/** Words known by their very syllables; from `leastFolded` syllables on by their sound with accents folded. */
export function dictionaryOf(words: Iterable<string>, leastFolded = Infinity): Dictionary {
  const byStart = new Map<string, { readonly word: string; readonly sounds: readonly string[] }[]>()
  for (const word of new Set(words)) {
    const sounds = toSyllables(word)
    const key = startOf(foldSyllables(sounds), 0)
    const entries = byStart.get(key)
    if (entries === undefined) byStart.set(key, [{ word, sounds }])
    else entries.push({ word, sounds })
  }
  for (const entries of byStart.values()) entries.sort((a, b) => b.word.length - a.word.length)
  return {
    at: (syllables, at) => {
      const folded = foldSyllables(syllables)
      const entries = byStart.get(startOf(folded, at))
      if (entries === undefined) return none
      return entries
        .filter(({ sounds }) => {
          const [heard, meant] =
            sounds.length >= leastFolded ? [folded, foldSyllables(sounds)] : [syllables, sounds]
          return meant.every((sound, index) => sound === heard[at + index])
        })
        .map(({ word }) => word)
    },
  }
}

const none: readonly string[] = []

/** Words are of two syllables and more, so the first two find them. */
const startOf = (folded: readonly string[], at: number): string =>
  `${folded[at] ?? ''} ${folded[at + 1] ?? ''}`

/** Two syllables alike are met everywhere: at least one character must have been heard as written. */
export const sharesCharacter = (heard: string, meant: string): boolean =>
  Array.from(heard).some((character, index) => character === meant[index])

/** The spelling of a list of words, each of which is put right where at least one of its characters was heard as written. */
export function createSpeller(words: readonly string[]): Spelling {
  const known = new Set(words)
  // 起火 in 楼起火 is a word itself: its first character is no part of another.
  const reachesOver = (text: string, end: number) => known.has(text.slice(end - 1, end + 1))
  return createSpelling(dictionaryOf(words, 3), (heard, meant, text, at) =>
    sharesCharacter(heard, meant) && !reachesOver(text, at + meant.length) ? meant : undefined,
  )
}
