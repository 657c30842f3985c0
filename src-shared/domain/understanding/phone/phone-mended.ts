import { type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { finished, putRight, type Readings } from './phone-dictation.ts'
import { correct, type DigitRun, digitRuns, distance } from './phone-digits.ts'
import { agrees, isCorrection, objects } from './phone-words.ts'

const mostDiffering = 2
const fewestOfPiece = 3
const mostOfPiece = 7
/** A piece as long as this puts a number right though the seat did not read that piece out. */
const fewestUnasked = 4
/** What may stand beside a piece that answers a read-back: 应该是五八七一啊. */
const mostWordsBeside = 6
const overlap = 3
/** 最后两位反了, 尾两位调过来. */
const endReversed =
  /(?:最?后|尾|末)(?:面|数|号)?[两二]?[位个]?(?:数字?)?(?:你|您|我)?(?:[说写报念记]|是|给)*(?:搞|弄|说|写|念|记)?(?:反|颠倒|倒|调)(?:了|过来|转)/

/** 最后两位反了: the finished number with its last two digits in the other order. */
export function reversed(readings: Readings, words: string): Readings | undefined {
  const number = finished(readings)
  if (number === undefined || !endReversed.test(words)) return undefined
  return [number.slice(0, -2) + number.slice(-1) + number.slice(-2, -1)]
}

/** 五八七一, to a number that was read out as …五七八一: a piece that is not in it puts it right, though nobody says so. */
export function pieceForReadback(
  hearing: Hearing,
  line: Line,
  { digits, readings }: DigitRun,
  number: string,
): string | undefined {
  const seat = previousSeatLine(hearing, line)
  if (seat?.index !== line.index - 1 || number.includes(digits)) return undefined
  if (line.text.length > digits.length + mostWordsBeside) return undefined
  const read = digitRuns(seat).map((run) => run.digits)
  const turned = digits.slice(1) + digits.slice(0, 1)
  // 七一, to 一七.
  if (digits.length === 2 && number.endsWith(turned) && read.some((part) => part.endsWith(turned)))
    return number.slice(0, -2) + digits
  const piece = readings.find(
    (reading) => isPiece(reading) && !number.includes(reading) && isNear(number, reading),
  )
  if (piece === undefined) return undefined
  const isSure =
    digits.length >= fewestUnasked ? read.some((part) => readsOf(part, number)) : read.includes(piece)
  return isSure ? piece : undefined
}

/** 二二零四五, read back by the seat after the citizen mended a number: what it wrote down, where the citizen lets it stand. */
export function mendedBySeat(
  hearing: Hearing,
  seat: Line,
  run: DigitRun,
  readings: Readings,
): Readings | undefined {
  const { digits } = run
  const said = hearing.lines[seat.index - 1]
  if (said?.speaker !== 'citizen') return undefined
  const number = finished(readings)
  const isMended = isMending(said)
  if (number === undefined && isMended && readings.some((reading) => isAsFar(reading, digits)))
    return [digits]
  if (!isPiece(digits) || readings.some((reading) => reading.includes(digits))) return undefined
  if (number !== undefined) return isMended && isNear(number, digits) ? putRight([number], digits) : undefined
  const answer = nextCitizenLine(hearing, seat)
  if (answer === undefined || !agrees(answer)) return undefined
  const joined = readings.flatMap((reading) => joinedAt(reading, digits))
  return joined.length === 0 ? undefined : joined
}

/** 一三六二二零, after 一三六一一不对二二零: the whole as far as it was told. */
function isAsFar(reading: string, digits: string): boolean {
  if (!/^1[3-9]\d{2,}/.test(digits)) return false
  return reading.startsWith(digits.slice(0, 2)) && Math.abs(reading.length - digits.length) <= mostDiffering
}

const isPiece = ({ length }: string): boolean => length >= fewestOfPiece && length <= mostOfPiece

/** The citizen objected, or answered with the digits as they should be. */
function isMending(said: Line): boolean {
  return objects(said) || isCorrection(said.text) || endReversed.test(said.text)
}

/** The digits fit the number somewhere but for a digit or two. */
function isNear(number: string, digits: string): boolean {
  return distance(correct(number, digits), number) <= mostDiffering
}

/** The number, or a good part of it. */
const readsOf = (part: string, number: string): boolean => part.length > overlap && number.includes(part)

/** 一三六二二零五四 and 二二零四五: from where the two run alike, the echo goes on. */
function joinedAt(reading: string, echo: string): Readings {
  const at = reading.lastIndexOf(echo.slice(0, overlap))
  const rest = reading.slice(at)
  return at < 0 || echo.length <= overlap || rest.length < overlap ? [] : [reading.slice(0, at) + echo]
}
