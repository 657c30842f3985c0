import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { finished, type Readings } from './phone-dictation.ts'
import { isFullNumber } from './phone-digits.ts'
import { asksMissing } from './phone-place.ts'

/** 后面多了一位吧, 十二位了. */
const tooMany = /多(?:出|说|报|念)?了?(?:[一两]?[位个]|数)|十[二三]位|位数(?:多|不对)/
/** 最后那个零不要, 多了一个零. */
const leftOut = /不要|去掉|多[了说报念]|删|只有一?个/
const fewestTold = 3

/**
 * 二三四四二三八 and, to 多了一位吧, 二三四二三八; a digit short, and 一三五零零少了个零 to 才十位: the number with a digit less or more that
 * holds the piece as it is told now. Undefined where the seat found nothing amiss, or not one number alone fits.
 */
export function recounted(
  hearing: Hearing,
  line: Line,
  readings: Readings,
  piece: string,
): Readings | undefined {
  if (finished(readings) !== undefined) return undefined
  const seat = previousSeatLine(hearing, line)?.text ?? ''
  if (tooMany.test(seat)) return only(readings.flatMap((digits) => lessOne(digits, line, piece)))
  if (piece.length < fewestTold || !asksMissing(hearing, line)) return undefined
  const apart = readings.filter((digits) => !digits.includes(piece))
  return only(apart.flatMap((digits) => oneMore(digits, piece)).filter((digits) => digits.includes(piece)))
}

function only(numbers: readonly string[]): Readings | undefined {
  const full = new Set(numbers.filter(isFullNumber))
  return full.size === 1 ? [...full] : undefined
}

function lessOne(digits: string, { text }: Line, piece: string): readonly string[] {
  const shorter = Array.from(digits, (_, at) => digits.slice(0, at) + digits.slice(at + 1))
  if (piece.length >= fewestTold) return shorter.filter((number) => number.includes(piece))
  if (piece.length > 1 || !leftOut.test(text)) return []
  if (/最后|末尾|尾/.test(text)) return digits.endsWith(piece) ? [digits.slice(0, -1)] : []
  return shorter.filter((_, at) => digits[at] === piece)
}

const oneMore = (digits: string, piece: string): readonly string[] =>
  Array.from(digits).flatMap((_, at) =>
    Array.from(piece, (added) => digits.slice(0, at) + added + digits.slice(at)),
  )
