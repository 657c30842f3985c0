import { cardinalOf, digitsOf } from '../numerals.ts'

/** Characters of a spoken number, as sources of character classes; 幺 is 1 where digits are read one by one. */
export const digitCharacters = '零〇一幺二三四五六七八九'
const unitCharacters = '十百千万亿'
export const numeralCharacters = `${digitCharacters}两${unitCharacters}`

/** One digit, a whole run of numerals (never a part of one), and a number with decimals, as sources of regular expressions. */
export const digit = `[${digitCharacters}]`
export const numeral = `[${numeralCharacters}]+(?![${numeralCharacters}])`
export const decimal = `${numeral}点${digit}+(?![${unitCharacters.slice(0, 3)}点])[万亿]?(?![${numeralCharacters}])`

/**
 * The Arabic writing of a spoken cardinal: 三千五 → 3500, 一万二 → 12000. Whole 万 and 亿 stay as units (两万 → 2万), as
 * people read them so. Undefined where the words are no one number: digit strings, 三四十, 千万, 三百零.
 */
export function arabicCardinal(words: string): string | undefined {
  if (words.includes('点')) return arabicDecimal(words)
  if (/[零〇]$|[零〇]{2}|^[零〇]./.test(words)) return words === '零' || words === '〇' ? '0' : undefined
  const unit = /[万亿]$/.exec(words)?.[0]
  if (unit !== undefined) {
    const head = arabicCardinal(words.slice(0, -1))
    return head === undefined ? undefined : head + unit
  }
  const parts = /^(.+亿)[零〇]?(.+万)$/.exec(words)
  if (parts !== null) return joined(arabicCardinal(parts[1] ?? ''), arabicCardinal(parts[2] ?? ''))
  // 一百十五 is how the south says 一百一十五.
  return cardinalOf(words.replace(/(?<=[百千万亿零])十/g, '一十'))?.toString()
}

function joined(high: string | undefined, low: string | undefined): string | undefined {
  return high === undefined || low === undefined ? undefined : high + low
}

function arabicDecimal(words: string): string | undefined {
  const [whole = '', fraction = ''] = words.split('点')
  const unit = /[万亿]$/.exec(fraction)?.[0] ?? ''
  const left = arabicCardinal(whole)
  const right = arabicDigits(fraction.slice(0, fraction.length - unit.length))
  return left === undefined || right === undefined ? undefined : `${left}.${right}${unit}`
}

/** 洞拐勾 for 0, 7 and 9: how soldiers, dispatchers and many elderly people read digits. */
const radioDigits: Readonly<Record<string, string>> = { 幺: '一', 洞: '零', 拐: '七', 勾: '九' }

/** Digits read one by one: 幺三零二 → 1302; undefined where another word is among them. */
export function arabicDigits(words: string): string | undefined {
  return digitsOf(words.replace(/[幺洞拐勾]/g, (word) => radioDigits[word] ?? word))
}

/** The number of a house, room or bus: a cardinal, or digits read one by one (四零二 → 402). */
export function arabicNumber(words: string): string | undefined {
  return arabicCardinal(words) ?? (isDigitString(words) ? arabicDigits(words) : undefined)
}

/** Whether the words can be nothing but digits: 二三楼, 三五天 and 三四五楼 may be several. */
function isDigitString(words: string): boolean {
  if (words === '幺') return true
  return words.length > 1 && !/两|^三五$/.test(words) && !'一二三四五六七八九'.includes(words)
}

/** 1 for 一 and so on; undefined for more than a digit. For rules that treat small numbers differently. */
export function smallValue(words: string): number | undefined {
  return words.length === 1 ? cardinalOf(words) : undefined
}
