import { toSyllables } from '../../../text/pinyin.ts'
import { numeralFor } from '../hearing/heard-numerals.ts'

const digit = '[零一二两三四五六七八九]'
/** 量点钟, 时点五十分, 武月份: one character, of the sound of a numeral, where only a numeral can stand. */
const hour = new RegExp(`(?<!${digit}|十)[^十\\d](?=点(?:钟|[一三]刻|[二三四五]?十${digit}?分))`, 'g')
const month = /(?<![一二两三四五六七八九十\d])[^是事时个一二两三四五六七八九十\d](?=月(?:份|头(?!条)))/g
/** 十八点林三分: all between 点 and 分. */
const minutes = new RegExp(
  `(?<=(?:${digit}|十|\\d)点)(?=[^，]{0,2}[^零一二两三四五六七八九十，])[^，差]{2,3}(?=分(?!钟))`,
  'g',
)
/** 十一点五时到的, 七点四是我起床闻到的 */
const tens = /(?<=点[二两三四五])[时石实是](?![间候刻机区])/g
/** 下午四点办从车站上的车 */
const half = new RegExp(
  `(?<=(?<![差有快慢早晚好多少大小])(?:${digit}|十|\\d)点)(?:[板班版搬拌伴](?![车次])|[办帮](?![的了理公事手业证卡好完法我你他她给]))`,
  'g',
)

/** Hours, minutes and months whose numerals were heard as other characters of their sound, put right. The length stays. */
export function mendClocks(text: string): string {
  return text
    .replace(hour, clockNumeralFor)
    .replace(month, clockNumeralFor)
    .replace(minutes, (words) => {
      const meant = Array.from(words, clockNumeralFor).join('')
      return /^[零一二两三四五六七八九十]+$/.test(meant) ? meant : words
    })
    .replace(tens, '十')
    .replace(half, '半')
}

const zero = /^ling?$/
const clockNumeralFor = (character: string): string =>
  zero.test(toSyllables(character)[0] ?? '') ? '零' : numeralFor(character)
