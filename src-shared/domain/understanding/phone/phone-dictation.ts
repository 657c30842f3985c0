import { correct, distance, isFullNumber } from './phone-digits.ts'

const mostReadings = 12
const mostDigits = 13
const mobileDigits = 11
const mostPutRight = 2
const beginning = /^1[3-9]\d{1,2}$/

/**
 * The numbers that a dictation may have meant so far, the likeliest first. Whether a piece goes on from the one before,
 * repeats it or starts afresh shows only once eleven digits are together, so all of these are carried along.
 */
export type Readings = readonly string[]

/** The readings once another piece was dictated; `pieces` are the ways to read that piece. */
export function dictate(readings: Readings, pieces: readonly string[]): Readings {
  const from = readings.length === 0 ? [''] : readings
  const found = from.flatMap((reading) => pieces.flatMap((piece) => continued(reading, piece)))
  // A number that these pieces complete takes the place of one that was complete before.
  const next = ranked([...found.filter((reading) => !readings.includes(reading)), ...found])
  // A piece that leads nowhere puts one right: 六零四三, after a zero too many.
  return next.length === 0 ? putRight(readings, pieces[0] ?? '') : next
}

/** The readings once a piece was put right (不对，是…). */
export function putRight(readings: Readings, piece: string): Readings {
  const corrected = readings.flatMap((reading) => [correct(reading, piece), ...completedBy(reading, piece)])
  // 一幺三七打错一三七: the number may begin anew; 一五六七六 is no part of 一三四三零九五八六二二.
  const isFar = readings.every((reading) => distance(correct(reading, piece), reading) > mostPutRight)
  const anew = readings.length === 0 || beginning.test(piece) || (isFar && /^1[3-9]\d{3}/.test(piece))
  return ranked(anew ? [...(isFar ? [] : corrected), piece] : corrected)
}

/** 二零六四四不是六六一四, after 一八三七八: from its first digit on the end is said anew, and completes the number. */
function completedBy(reading: string, piece: string): Readings {
  const from = mobileDigits - piece.length
  if (from < 1 || reading.length >= mobileDigits || reading[from] !== piece[0]) return []
  const number = reading.slice(0, from) + piece
  return isFullNumber(number) ? [number] : []
}

/** 最后四位是…: the end of a finished number, the rest of an unfinished one. */
export function endWith(readings: Readings, piece: string): Readings {
  return ranked(
    readings.flatMap((reading) => {
      const replaced = reading.slice(0, -piece.length) + piece
      if (isFullNumber(reading) || reading.endsWith(piece)) return [replaced]
      return [...overlapping(reading, piece), reading + piece, replaced]
    }),
  )
}

/** 中间四位是…: between the first three and the last four of a mobile number. */
export function centreOn(readings: Readings, piece: string): Readings {
  return ranked(
    readings.map((reading) => {
      if (reading.length <= 3) return reading + piece
      const nearest = correct(reading, piece)
      const middle = reading.slice(0, 3) + piece + reading.slice(7)
      if (piece.length === 4 && distance(middle, reading) <= 2) return middle
      // 一二八八 for the 一三八八 that was read out: a digit off is meant where it stands.
      if (piece.length !== 4 || distance(nearest, reading) <= 1) return nearest
      return middle
    }),
  )
}

/** 前三位是…: the beginning of a number. */
export function beginWith(readings: Readings, piece: string): Readings {
  return ranked(
    readings.length === 0 ? [piece] : readings.map((reading) => piece + reading.slice(piece.length)),
  )
}

const digitNamed =
  /(倒数)?第([一二两三四五六七八九]|十一?|\d)[个位](?:数字?|号码)?(?:应该|不是[^是]{1,2})?是([零一幺二两三四五六七八九\d])/
const numerals = '零一二三四五六七八九'

/** 倒数第二个是三: the finished number with one digit put right; undefined where the words name none. */
export function putAt(readings: Readings, words: string): Readings | undefined {
  const [, fromEnd, place = '', spoken = ''] = digitNamed.exec(words) ?? []
  const number = finished(readings)
  if (number === undefined || place === '') return undefined
  const nth = place.startsWith('十') ? 9 + place.length : digitOf(place)
  const at = fromEnd === undefined ? nth - 1 : number.length - nth
  return at < 0 || at >= number.length
    ? undefined
    : [number.slice(0, at) + String(digitOf(spoken)) + number.slice(at + 1)]
}

function digitOf(word: string): number {
  const plain = word === '幺' ? '一' : word === '两' ? '二' : word
  const at = numerals.indexOf(plain)
  return at < 0 ? Number(word) : at
}

/** True where `echo` is what the seat may have heard in `piece`: as long, mostly equal, or with one digit more. */
export function echoes(piece: string, echo: string): boolean {
  if (piece.length === echo.length) return distance(piece, echo) * 2 <= piece.length
  if (piece.length + 1 === echo.length || piece.length + 2 === echo.length) return isWithin(piece, echo)
  return false
}

/** The full number among the readings. */
export function finished(readings: Readings): string | undefined {
  return readings.find((reading) => isFullNumber(reading))
}

function continued(reading: string, piece: string): Readings {
  if (reading === '' || isFullNumber(piece)) return [piece]
  if (isFullNumber(reading))
    return /^(?:1[3-9]\d|0(?:10|2\d))/.test(piece) && !reading.startsWith(piece)
      ? [piece, reading]
      : [reading]
  const restarts = /^(1|0\d)/.test(piece)
  if (piece.startsWith(reading)) return [piece, ...fitting(reading + piece)]
  const repeated = reading.endsWith(piece) && piece.length > 1
  return [
    ...(repeated ? [reading] : []),
    ...fitting(reading + piece),
    ...overlapping(reading, piece),
    ...(restarts ? [piece] : []),
    // An address said while a number was awaited gives way once it cannot begin one.
    ...(piece.length > 11 ? [reading] : []),
  ]
}

/** 一三八零零 and then 零零一二三: the piece begins with the end of what was there. */
function overlapping(reading: string, piece: string): Readings {
  for (let length = Math.min(reading.length, piece.length - 1); length >= 2; length--)
    if (reading.endsWith(piece.slice(0, length))) return fitting(reading + piece.slice(length))
  // A single digit said twice shows only where the number is complete without it.
  const joined = reading + piece.slice(1)
  return reading.endsWith(piece.slice(0, 1)) && isFullNumber(joined) ? [joined] : []
}

/** A digit too many is kept: only the citizen can tell which one it is. */
function fitting(digits: string): Readings {
  return digits.length <= mostDigits ? [digits] : []
}

function ranked(readings: Readings): Readings {
  const unique = [...new Set(readings)]
  const [full, open] = [unique.filter(isFullNumber), unique.filter((reading) => !isFullNumber(reading))]
  return [...full, ...open].slice(0, mostReadings)
}

function isWithin(piece: string, echo: string): boolean {
  let at = 0
  for (const digit of echo) if (digit === piece[at]) at++
  return at === piece.length
}
