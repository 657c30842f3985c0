import { soundsOf, type HeardText } from './heard-text.ts'

/** Words that carry a rule alone although they are too short to be recognised by sound safely in general. */
const shortAnchors = ['难道', '凭啥', '活该', '闭嘴', '何必', '何苦']

/** From this length on, a word of the pack is looked for by sound as well. */
const minimumLength = 3

/** 宁 for 您, where it is part of no word or name of its own. */
const misheardYou = /(?<![安归丁南西辽江长海咸济遂康普永])宁(?![可愿静波夏肯死乡海德河国陵强化县市区])/gu

/** Words to look for by sound, under the syllables they share. */
export type SoundAnchors = ReadonlyMap<string, string>

/** Collects the Chinese words inside the pack's regular expressions. */
export function collectAnchors(expressions: readonly string[]): SoundAnchors {
  const words = expressions.flatMap((expression) => expression.match(/\p{Script=Han}{3,}/gu) ?? [])
  const anchors = [...shortAnchors, ...words.filter((word) => word.length >= minimumLength)]
  return new Map(anchors.map((word) => [keyOf(soundsOf(word)), word]))
}

/**
 * The text with misheard words put right (南道 → 难道), character by character, so that positions stay. Only words of
 * the pack are put in, and only where at least one character of a longer word was heard correctly.
 */
export function repairBySound({ text, syllables }: HeardText, anchors: SoundAnchors): string {
  const characters = Array.from(text.replaceAll(misheardYou, '您'))
  const longest = Math.max(0, ...[...anchors.values()].map((word) => word.length))
  for (let start = 0; start < text.length; start++) {
    for (let length = Math.min(longest, text.length - start); length >= 2; length--) {
      const word = anchors.get(keyOf(syllables.slice(start, start + length)))
      if (word === undefined || !plausible(word, text.slice(start, start + length))) continue
      characters.splice(start, length, ...Array.from(word))
      break
    }
  }
  return characters.join('')
}

/** A two-character word may be misheard as a whole; of a longer one at least one character stays. */
function plausible(word: string, heard: string): boolean {
  return (
    word.length < minimumLength || Array.from(word).some((character, index) => character === heard[index])
  )
}

function keyOf(syllables: readonly string[]): string {
  return syllables.join(' ')
}
