/** How somebody says a number: 二百 or 两百, 一 or 幺, 三千五百 or 三千五. */
export interface Manner {
  readonly two: string
  readonly one: string
  readonly short: boolean
}

const words = '零一二三四五六七八九'
const units = ['', '十', '百', '千']

/** A number up to 999,999,999 as it is said, written for the tests alone so that they do not repeat the code's mistakes. */
export function spellNumber(number: number, manner?: Manner): string {
  const text = spellBig(number, manner?.two ?? '二')
  if (manner?.short !== true) return text
  // 三千五百 is said as 三千五, 一万二千 as 一万二: the last unit goes when it is the next below the one before it.
  return text.replace(
    /(百)([一二三四五六七八九])十$|(千)([一二三四五六七八九])百$|(万)([一二三四五六七八九])千$/,
    (match) => match.slice(0, -1),
  )
}

function spellBig(number: number, two: string): string {
  if (number >= 1e8) return spellHigh(number, 1e8, '亿', two)
  if (number >= 1e4) return spellHigh(number, 1e4, '万', two)
  return spellBelow(number, two)
}

function spellHigh(number: number, size: number, unit: string, two: string): string {
  const high = Math.floor(number / size)
  const low = number % size
  const gap = low > 0 && low < size / 10 ? '零' : ''
  const head = high === 2 ? two : spellBig(high, two)
  return `${head}${unit}${gap}${low > 0 ? spellBig(low, two).replace(/^十/, '一十') : ''}`
}

function spellBelow(number: number, two: string): string {
  if (number === 0) return '零'
  let text = ''
  let gap = false
  for (let power = 3; power >= 0; power--) {
    const value = Math.floor(number / 10 ** power) % 10
    if (value === 0) {
      gap ||= text !== ''
      continue
    }
    const word = value === 2 && power > 1 ? two : words.charAt(value)
    text += `${gap ? '零' : ''}${word}${units[power] ?? ''}`
    gap = false
  }
  return number < 20 ? text.replace(/^一十/, '十') : text
}

/** Digits one by one; grouped, where the same digit comes three times or more in a row: 三个八. */
export function spellDigits(
  digits: string,
  manner?: { readonly one?: string; readonly grouped?: boolean },
): string {
  const say = (digit: string): string => (digit === '1' ? (manner?.one ?? '一') : words.charAt(Number(digit)))
  const spelled = (run: string): string => run.split('').map(say).join('')
  return digits.replace(/(\d)\1*/g, (run, digit: string) =>
    manner?.grouped === true && run.length > 2 && run.length < 10
      ? `${words.charAt(run.length)}个${say(digit)}`
      : spelled(run),
  )
}
