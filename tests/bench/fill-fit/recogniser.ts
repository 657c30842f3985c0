import { toSyllables } from '#shared/text/pinyin.ts'
import type { Draw } from './names.ts'

/** Writes words as a recogniser does: some characters as others of their sound. */
export interface Recogniser {
  readonly mishear: (text: string, rate: number) => string
}

/** Numerals are kept: what they are taken for is another matter. */
const kept = /[零一二两三四五六七八九十百千万亿幺\d]/

/** Little words are misheard oftener: 交 for 叫, 四 for 是. */
const little = /[叫是在那的得这个说找]/

/** @param corpus texts whose characters are in use, the commoner a character the likelier it is written. */
export function createRecogniser(corpus: Iterable<string>, draw: Draw): Recogniser {
  const counts = new Map<string, number>()
  for (const text of corpus)
    for (const character of text)
      if (/\p{Script=Han}/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  const bySound = new Map<string, string[]>()
  for (const [character, count] of counts) {
    const sound = toSyllables(character)[0] ?? ''
    if (count >= 3 && !kept.test(character)) bySound.set(sound, [...(bySound.get(sound) ?? []), character])
  }
  return {
    mishear: (text, rate) =>
      Array.from(text, (character) => {
        if (kept.test(character) || !draw.chance(little.test(character) ? 2.5 * rate : rate)) return character
        const others = (bySound.get(toSyllables(character)[0] ?? '') ?? []).filter((one) => one !== character)
        return others.length === 0 ? character : draw.of(others)
      }).join(''),
  }
}
