const digitValues: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 俩: 2 },
  ...{ 0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9 },
}
const unitValues: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** A numeral as spoken or typed, as the source of a regular expression. */
export const numeralSource = '(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千万亿])+'

/**
 * The number that a spoken numeral means: 一百二十 → 120, 两万八 → 28000, 三千五 → 3500, 一百零五 → 105, 3.5万 → 35000,
 * 三点五 → 3.5. Undefined where the words are no cardinal, such as the digit string 一三八.
 */
export function cardinalOf(words: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(words)) return Number(words)
  const [whole = '', fraction] = words.split('点')
  if (fraction !== undefined) {
    const left = cardinalOf(whole)
    const unit = { 万: 10_000, 亿: 100_000_000 }[fraction.slice(-1)]
    const digits = digitsOf(unit === undefined ? fraction : fraction.slice(0, -1))
    return left === undefined || digits === undefined
      ? undefined
      : round(Number(`${String(left)}.${digits}`) * (unit ?? 1))
  }
  return bigCardinal(words)
}

function bigCardinal(words: string): number | undefined {
  for (const [mark, size] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = words.lastIndexOf(mark)
    if (at < 0) continue
    const high = cardinalOf(words.slice(0, at))
    const rest = words.slice(at + 1)
    const low = rest === '' ? 0 : trailing(rest, size)
    return high === undefined || low === undefined ? undefined : round(high * size) + low
  }
  return smallCardinal(words)
}

/** 两万八 means 28000, 两万零八 means 20008. */
function trailing(rest: string, size: number): number | undefined {
  const only = rest.length === 1 ? digitValues[rest] : undefined
  return only === undefined ? cardinalOf(rest.replace(/^[零〇]/, '')) : (only * size) / 10
}

function smallCardinal(words: string): number | undefined {
  if (words === '') return undefined
  let total = 0
  let digit: number | undefined
  let lastUnit = 0
  let afterZero = false
  for (const character of words) {
    const value = digitValues[character]
    const unit = unitValues[character]
    if (unit !== undefined) {
      if (lastUnit !== 0 && unit >= lastUnit) return undefined
      if (digit === undefined && !(unit === 10 && total === 0)) return undefined
      total += (digit ?? 1) * unit
      digit = undefined
      lastUnit = unit
      afterZero = false
    } else if (value === 0 && lastUnit !== 0 && digit === undefined) afterZero = true
    else if (value === undefined || digit !== undefined) return undefined
    else digit = value
  }
  if (digit === undefined) return total
  // 三千五 means 3500, 三千零五 means 3005.
  return total + (lastUnit > 10 && !afterZero ? (digit * lastUnit) / 10 : digit)
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6

/** A digit string read digit by digit: 一三零二 → 1302; undefined where another word is among them. */
export function digitsOf(words: string): string | undefined {
  let digits = ''
  for (const character of words) {
    const value = digitValues[character]
    if (value === undefined) return undefined
    digits += String(value)
  }
  return digits === '' ? undefined : digits
}

/** Arabic digits for a house or room number: 一百二十 → 120, 三零二 → 302, 十二 → 12; other words are unchanged. */
export function arabicOf(words: string): string {
  return digitsOf(words) ?? cardinalOf(words)?.toString() ?? words
}
