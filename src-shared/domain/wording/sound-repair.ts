import { soundsOf, type HeardText } from './heard-text.ts'

/** Words that carry a rule alone although they are too short to be recognised by sound safely in general. */
const shortAnchors = ['难道', '凭啥', '活该', '闭嘴', '何必', '何苦']

/** From this length on, a word of the pack is looked for by sound as well. */
const minimumLength = 3

/** A short word is not what was meant where a place's name goes on (南道口). */
const endsPlaceName = /[口路街巷村桥镇乡庄]/u

/** 宁 for 您, where it is part of no word or name of its own. */
const misheardYou = /(?<![安归丁南西辽江长海咸济遂康普永])宁(?![可愿静波夏肯死乡海德河国陵强化县市区])/gu

/** Words to look for by sound. */
export interface SoundAnchors {
  /** Under the syllables that they share with what was misheard. */
  readonly words: ReadonlyMap<string, string>
  /** The first two syllables of each. */
  readonly beginnings: ReadonlySet<string>
  readonly longest: number
}

/** Collects the Chinese words inside the pack's regular expressions. */
export function collectAnchors(expressions: readonly string[]): SoundAnchors {
  const words = expressions.flatMap((expression) => expression.match(/\p{Script=Han}{3,}/gu) ?? [])
  const anchors = [...shortAnchors, ...words.filter((word) => word.length >= minimumLength)]
  return {
    words: new Map(anchors.map((word) => [keyOf(soundsOf(word)), word])),
    beginnings: new Set(anchors.map((word) => keyOf(soundsOf(word).slice(0, 2)))),
    longest: Math.max(...anchors.map((word) => word.length)),
  }
}

/**
 * The text with misheard words put right (南道 → 难道), character by character, so that positions stay. Only words of
 * the pack are put in, and only where at least one character of a longer word was heard correctly.
 */
export function repairBySound({ text, syllables }: HeardText, anchors: SoundAnchors): string {
  const characters = Array.from(text.replaceAll(misheardYou, '您'))
  for (let start = 0; start < text.length; start++) {
    if (!anchors.beginnings.has(keyOf(syllables.slice(start, start + 2)))) continue
    for (let length = Math.min(anchors.longest, text.length - start); length >= 2; length--) {
      const word = anchors.words.get(keyOf(syllables.slice(start, start + length)))
      if (word === undefined || !plausible(word, text.slice(start, start + length))) continue
      if (word.length < minimumLength && endsPlaceName.test(text.charAt(start + length))) continue
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
