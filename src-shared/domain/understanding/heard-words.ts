import { toSyllables } from '../../text/pinyin.ts'

/** Words that the recogniser may have written with other characters of the same sounds. */
export interface Vocabulary {
  readonly bySound: ReadonlyMap<string, string>
  readonly lengths: readonly number[]
}

/** A vocabulary of words of two characters and more. */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const lengths = [...new Set(words.map((word) => word.length))].sort((a, b) => b - a)
  return { bySound: new Map(words.map((word) => [toSyllables(word).join(' '), word])), lengths }
}

/**
 * The text with every word of the vocabulary that was written as it sounds (没天 for 每天, 建身房 for 健身房) put right. At
 * least one character must agree; `itself` marks words that mean something of their own. The length stays.
 */
export function mendWords(text: string, vocabulary: Vocabulary, itself?: RegExp): string {
  const sounds = toSyllables(text)
  if (sounds.length !== text.length) return text
  let mended = text
  for (let at = 0; at < text.length - 1; at++) {
    if (itself?.test(mended.slice(at)) === true) continue
    const word = wordAt(mended, sounds, at, vocabulary)
    if (word !== undefined) mended = mended.slice(0, at) + word + mended.slice(at + word.length)
  }
  return mended
}

function wordAt(
  text: string,
  sounds: readonly string[],
  at: number,
  { bySound, lengths }: Vocabulary,
): string | undefined {
  for (const length of lengths) {
    const word = bySound.get(sounds.slice(at, at + length).join(' '))
    const heard = text.slice(at, at + length)
    if (word === undefined || word === heard || word.length !== length) continue
    if (Array.from(word).some((character, index) => character === heard[index])) return word
  }
  return undefined
}
