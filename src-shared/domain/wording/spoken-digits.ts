import type { HeardText } from './heard-text.ts'

/** Numbers that are said digit by digit, as digits: 一三八零零 and 138OO are the same. */
const spoken: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  洞: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  拐: '7',
  八: '8',
  九: '9',
}

/** Text with each digit that is said as a digit, the same length: 三栋 and 3栋 are the same. */
export function spokenDigits(text: string): string {
  return Array.from(text, (character) => spoken[character] ?? character).join('')
}

const known = new WeakMap<HeardText, readonly string[]>()

/** The runs of digits in what was heard, in order; kept, since several rules ask after every turn. */
export function numbersIn(heard: HeardText): readonly string[] {
  const kept = known.get(heard)
  if (kept !== undefined) return kept
  const numbers = spokenDigits(heard.text).match(/\d+/gu) ?? []
  known.set(heard, numbers)
  return numbers
}
