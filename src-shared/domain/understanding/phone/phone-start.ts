import type { Hearing, Line } from '../hearing/hearing.ts'
import { type DigitRun, digitRuns, isFullNumber } from './phone-digits.ts'

const mobileStart = /^1[3-9]\d/
/** Over how many lines a number may be told in pieces. */
const longestDictation = 10
/** What may stand beside the digits of a piece: 七一啊. */
const mostBeside = 2
const longestBackChannel = 7
const mobileDigits = 11

/** Nobody asked, yet the seat writes the digits down. */
export function isEchoedStart(hearing: Hearing, line: Line, run: DigitRun): boolean {
  const next = hearing.lines[line.index + 1]
  if (!mobileStart.test(run.digits) || next?.speaker !== 'seat') return false
  return digitRuns(next).some((echo) => echo.digits.startsWith(run.digits))
}

/** 我姓王一三六二二零四五, 嗯, 八七一: nobody asked, yet with nothing but digits said after them they make a whole number. */
export function isDictatedStart({ lines }: Hearing, { index, text }: Line, run: DigitRun): boolean {
  if (!mobileStart.test(run.digits) || run.end < text.length - 1) return false
  let digits = run.digits
  for (const line of lines.slice(index + 1, index + longestDictation)) {
    if (line.speaker === 'seat') {
      if (line.text.length > longestBackChannel) return false
      continue
    }
    const [piece, ...others] = digitRuns(line)
    if (piece === undefined || others.length > 0 || line.text.length > piece.digits.length + mostBeside)
      return false
    digits += piece.digits
    if (digits.length >= mobileDigits) break
  }
  return isFullNumber(digits)
}
