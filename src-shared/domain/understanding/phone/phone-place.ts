import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { beginWith, centreOn, dictate, endWith, putRight, type Readings } from './phone-dictation.ts'
import type { DigitRun } from './phone-digits.ts'

const changed =
  '(?:(?:应该|就|还|又)?(?:是|有|漏了?|少了?|差了?|加|补|改成|换成|变成|改为|换|改|为)(?:个|一个)?)*'
const count = '(?:[一两二三四五六七八]?[个位码]|数字|号码)*'
const tail = new RegExp(`(?:最后|末尾|尾数|尾号|尾巴|最尾|后面?|末|尾)那?${count}(?:数字|数|号)?${changed}$`)
const head = new RegExp(`(?:开头|最?前面?|打头)那?${count}${changed}$`)
const centre = new RegExp(`中间那?${count}(?:应该)?是?$`)

/** What the seat asks to hear again: 您再确认一下后七位. */
const placeAsked = /(前|后|尾|最后|中间)(?:面)?(?:那)?([两二三四五六七八])位/
const lengths = '零一二三四五六七八'
/** 后面好像还差一位, 号码少了两位. */
const digitsMissing = /(?:差|少|缺|漏)了?[一两二三1-3]?[个位]|才?十位|不够/

export type Placing = (readings: Readings, pieces: readonly string[]) => Readings

const placings: readonly (readonly [RegExp, typeof endWith])[] = [
  [tail, endWith],
  [head, beginWith],
  [centre, centreOn],
]

/** Where a piece goes, by the words before it: 最后四位是, 前三位是, 中间是, 不对是, or simply next. */
export function placing(before: string, correcting: boolean): Placing {
  const named = placings.find(([words]) => words.test(before))?.[1] ?? (correcting ? putRight : undefined)
  return named === undefined ? dictate : single(named)
}

/** Where the seat's question puts a piece of that many digits: 您再确认一下后七位. */
export function placingAsked(hearing: Hearing, line: Line, run: DigitRun): Placing | undefined {
  const [, where, length = ''] = placeAsked.exec(previousSeatLine(hearing, line)?.text ?? '') ?? []
  const long = length === '两' ? 2 : lengths.indexOf(length)
  if (where === undefined || run.digits.length !== long) return undefined
  return single(where === '前' ? beginWith : where === '中间' ? centreOn : endWith)
}

/** The words before digits name the end of a number: 尾号, 最后两位. */
export function isTail(before: string): boolean {
  return tail.test(before)
}

/** The seat misses a digit or two: a digit by itself is an answer. */
export function asksMissing(hearing: Hearing, line: Line): boolean {
  return digitsMissing.test(previousSeatLine(hearing, line)?.text ?? '')
}

function single(place: typeof endWith): Placing {
  return (readings, [piece = '']) => place(readings, piece)
}
