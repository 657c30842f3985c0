import { pinyin } from 'pinyin-pro'
import { sayNumber } from './spoken-numbers.ts'

/** Numbers that are read digit by digit wherever they stand. */
const hotlines = /^(?:1[12]\d|12\d{3}|9\d{4})$/u

/** 30日 → 三十日, 110 → 一一零: how digits in a text are read out. */
export function sayWrittenDigits(text: string): string {
  return text.replaceAll(/\d+/gu, (digits) =>
    hotlines.test(digits) || digits.length > 5 || (digits.length > 1 && digits.startsWith('0'))
      ? Array.from(digits, (digit) => sayNumber(Number(digit))).join('')
      : sayNumber(Number(digits)),
  )
}

/** The characters that are spoken: no punctuation. */
export function spokenCharacters(text: string): string {
  return text.replaceAll(/[^\p{Script=Han}]/gu, '')
}

/**
 * What the synthesiser is given: syllables with tone numbers, ü as v, a comma where the text breathes. espeak-ng reads
 * many Chinese characters as English, syllables it reads well.
 */
export function toSyllables(text: string): string {
  const clauses = text.split(/[^\p{Script=Han}]+/u).filter((clause) => clause !== '')
  return clauses
    .map((clause) => pinyin(clause, { toneType: 'num', type: 'array' }).join(' ').replaceAll('ü', 'v'))
    .join(', ')
}
