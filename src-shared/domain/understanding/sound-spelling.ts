import { foldSyllable, toSyllables } from '../../text/pinyin.ts'

/** From this length on a word is known by its sound with accents folded; shorter ones by the very same syllables. */
const leastFolded = 3

/** Several fields read the same turns, after every new one again. */
const rememberedTexts = 2_000

interface Word {
  readonly word: string
  readonly sounds: readonly string[]
}

/**
 * Puts words that a recogniser wrote by sound (头诉, 井该, 匿明) back into the spelling that patterns look for. A word is
 * put right only where at least one of its characters was heard as written, because two syllables alike are met
 * everywhere. The text keeps its length, so that positions in it still point to the words heard.
 */
export function createSpeller(words: readonly string[]): (text: string) => string {
  const byStart = new Map<string, Word[]>()
  const known = new Set(words)
  const remembered = new Map<string, string>()
  for (const word of words) {
    const sounds = toSyllables(word).map((sound) => spoken(sound, word))
    const key = foldSyllable(sounds[0] ?? '')
    byStart.set(key, [...(byStart.get(key) ?? []), { word, sounds }])
  }
  for (const entries of byStart.values()) entries.sort((a, b) => b.word.length - a.word.length)

  const spell = (text: string): string => {
    const syllables = toSyllables(text)
    // Surrogate pairs would put syllables and characters out of step.
    if (syllables.length !== text.length) return text
    let spelled = ''
    while (spelled.length < text.length) {
      const at = spelled.length
      const found = (byStart.get(foldSyllable(syllables[at] ?? '')) ?? []).find((entry) =>
        soundsAt(entry, text, syllables, at, known),
      )
      spelled += found === undefined ? text.charAt(at) : found.word
    }
    return spelled
  }

  return (text) => {
    const existing = remembered.get(text)
    if (existing !== undefined) return existing
    const spelled = spell(text)
    if (remembered.size >= rememberedTexts) remembered.clear()
    remembered.set(text, spelled)
    return spelled
  }
}

function soundsAt(
  { word, sounds }: Word,
  text: string,
  syllables: readonly string[],
  at: number,
  known: ReadonlySet<string>,
): boolean {
  const heard = text.slice(at, at + word.length)
  if (heard === word) return true
  // 起火 in 楼起火 is a word itself: its first character is no part of another.
  if (heard.length < word.length || known.has(text.slice(at + word.length - 1, at + word.length + 1)))
    return false
  if (!sounds.every((sound, index) => alike(sound, syllables[at + index] ?? '', word))) return false
  return Array.from(heard).some((character, index) => character === word[index])
}

function alike(sound: string, heard: string, word: string): boolean {
  return sound === heard || (word.length >= leastFolded && foldSyllable(sound) === foldSyllable(heard))
}

function spoken(sound: string, word: string): string {
  return sound === '' ? word : sound
}
