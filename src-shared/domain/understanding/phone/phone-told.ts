import type { Assembly } from './phone-assembly.ts'
import { type DigitRun, digitRuns, isCallerNumber, isFullNumber } from './phone-digits.ts'
import { resembles } from './phone-readback.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import { announcesNumber, numberAsked } from './phone-words.ts'

/** The caller asks for somebody's number: 总机是多少来着, 那招生办电话多少, 号码给我一个. */
const asksSeat =
  /(电话|号码|总机|热线|座机|联系方式|客服)(号码?)?(是|又|有)?(多少|什么|几号|几多)|(多少|什么)(电话|号码)|(电话|号码|联系方式)[你您]?(有没有|有吗|有冇|呢$|吗$)|(有没有|有冇|要|给我|告诉我|报一?下?|发给?我|查一?下?).{0,8}(电话|号码|联系方式)|(电话|号码|联系方式).{0,3}(给|告诉|报|发|讲|说)(我|一下)|^(那|有|它的?|那[里边]的?)*(电话|号码|座机)(呢|呀|啊|嘞)?$|打(哪个|哪里|什么)(电话|号)?|怎么联系(他|她|它|那|你们)|^(好的?|行|嗯|可以|有|要)*你(讲|说|念|报)|我(用手机|拿笔)?[记录](着|一下|下来)?$/
/** 你念一下上次的: the number that the caller left before. */
const ofBefore = /上次|上回|之前|以前|登记|我留|留过|我的/
const fewestDigits = 3
const wholeNumber = 7
/** In how many turns the seat finds the number that the caller asked for. */
const longestSearch = 4

/**
 * Remembers the numbers that the seat tells the caller to ring: they answer a question for one, or are announced. The caller's
 * reading them back gives no number of their own.
 */
export function hearTold(hearing: Hearing, line: Line, assembly: Assembly): boolean {
  const told = digitRuns(line).filter(({ digits }) => digits.length >= fewestDigits)
  if (told.length === 0 || told.some(({ digits }) => isCallers(hearing, digits, assembly))) return false
  if (goesOnTelling(line, told, assembly)) {
    assembly.told.push(`${assembly.told.at(-1) ?? ''}${told[0]?.digits ?? ''}`)
    return true
  }
  if (isOwnAsked(line)) return false
  if (!isAskedFor(hearing, line) && !announcesNumber(line.text) && !isUnasked(hearing, line, told, assembly))
    return false
  assembly.told.push(...told.map(({ digits }) => digits))
  Object.assign(assembly, { expecting: false, foreign: true })
  return true
}

/** A whole number that the seat states before any was spoken of: whom to ring. */
function isUnasked(
  hearing: Hearing,
  { text, index }: Line,
  told: readonly DigitRun[],
  { expecting, askedAt, readings }: Assembly,
): boolean {
  if (expecting || askedAt !== undefined || readings.length > 0 || /[吗吧呢]$|您/.test(text)) return false
  const said = hearing.lines.slice(Math.max(0, index - longestSearch), index).flatMap(digitRuns)
  return told.some(
    ({ digits }) =>
      digits.length >= wholeNumber &&
      !said.some((piece) => piece.digits.length >= fewestDigits && digits.includes(piece.digits)),
  )
}

/** 街道电话有没有, a question or two before: the seat may ask which one, but has not asked for the caller's since. */
function isAskedFor({ lines }: Hearing, { index }: Line): boolean {
  for (const { speaker, text } of lines.slice(Math.max(0, index - longestSearch), index).toReversed()) {
    if (speaker === 'citizen' && asksSeat.test(text)) return !ofBefore.test(text)
    if (speaker === 'seat' && numberAsked(text) === 'phone') return false
  }
  return false
}

/** Digits that the seat reads back: of the number being given, or of the one that calls. */
function isCallers(hearing: Hearing, digits: string, { readings }: Assembly): boolean {
  return (
    isCallerNumber(hearing, digits) ||
    readings.some((reading) => reading.includes(digits) || resembles(reading, digits))
  )
}

/** 九零四四, after the first half of a number to call. */
function goesOnTelling({ text }: Line, [run]: readonly DigitRun[], { told, foreign }: Assembly): boolean {
  const last = told.at(-1)
  if (run === undefined || last === undefined || !foreign || isFullNumber(last)) return false
  return text.length <= run.digits.length + 2
}

/** True for digits of a number that the seat told, its area code left out or added. */
export function isTold({ told }: Assembly, { readings }: DigitRun): boolean {
  return told.some((number) =>
    readings.some(
      (digits) => digits.length >= fewestDigits && (number.includes(digits) || digits.includes(number)),
    ),
  )
}

function isOwnAsked({ text }: Line): boolean {
  return numberAsked(text) === 'phone' && /您的?(这个|联系|来电|手机|电话|号码|本人)|[吗吧]$|对吗/.test(text)
}
