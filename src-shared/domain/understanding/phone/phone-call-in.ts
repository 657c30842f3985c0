import { cite, type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import {
  agreesToOwnPhone,
  callInAccepted,
  callInDenied,
  callInSettled,
  isContactsOwn,
  settledBySeat,
  type Span,
} from './call-in-number.ts'
import { isAnothers, isSetAside } from './number-owner.ts'
import { type Assembly, nothingYet } from './phone-assembly.ts'
import { finished } from './phone-dictation.ts'
import { callerDigits, type DigitRun, digitRuns, isCallerNumber } from './phone-digits.ts'
import { resembles } from './phone-readback.ts'
import { isQuestion, objects, phoneLabel } from './phone-words.ts'

/** A number read back and agreed to: 赶紧来电 after it points at nothing. */
const sureReadback = 0.9

/** 就打这个: takes the call-in number, or drops it where it is denied. True where the line settled on it. */
export function hearCallIn(hearing: Hearing, line: Line, assembly: Assembly): boolean {
  const isOpen =
    assembly.expecting && assembly.confidence <= sureReadback && !keepsNumber(hearing, line, assembly)
  const span = dictatesAnother(hearing, line)
    ? undefined
    : (callInAccepted(hearing, line, isOpen) ?? ownPhoneAccepted(hearing, line, assembly))
  if (span !== undefined && assembly.refused && answersStatement(hearing, line)) return false
  if (span === undefined) {
    if (
      concernsNumber(hearing, line) &&
      callInDenied(hearing, line) &&
      isCallerNumber(hearing, finished(assembly.readings))
    )
      Object.assign(assembly, nothingYet())
    return false
  }
  const digits = callerDigits(hearing)
  const other = ownRuns(hearing, line).findLast((run) => run.digits.length >= 7)
  if (other !== undefined && !goesWith(digits ?? '', other) && !settledAfter(hearing, line, other))
    return false
  if (digits === undefined) return other === undefined
  takeCallIn(assembly, digits, cite(line, span.start, span.end, 0.95))
  return true
}

/** 好, to 到时候打您手机吧, while no digit of another was told. */
function ownPhoneAccepted(hearing: Hearing, line: Line, { readings }: Assembly): Span | undefined {
  if (readings.length > 0 || !agreesToOwnPhone(hearing, line)) return undefined
  return { start: 0, end: line.text.length }
}

/** 这个手机一直开着, to 请保持电话畅通, and 就这一个, to 还有别的吗: the number that was given stays. */
function keepsNumber(hearing: Hearing, line: Line, { readings }: Assembly): boolean {
  const seat = previousSeatLine(hearing, line)?.text ?? ''
  return (
    finished(readings) !== undefined &&
    /畅通|别的|其他|另外|备用/.test(seat) &&
    !callInSettled.test(line.text)
  )
}

/** 好的记来电号码: what the seat writes down stands unless the caller objects. */
export function hearSeatSettle(hearing: Hearing, line: Line, assembly: Assembly): void {
  const digits = callerDigits(hearing)
  const match = settledBySeat.exec(line.text)
  if (digits === undefined || match === null || isQuestion(line) || assembly.refused) return
  const answer = nextCitizenLine(hearing, line)
  if (answer !== undefined && (objects(answer) || answer.reply === 'no')) return
  if (answer !== undefined && (callInDenied(hearing, answer) || dictatesAnother(hearing, answer))) return
  takeCallIn(assembly, digits, cite(line, match.index, match.index + match[0].length, 0.95))
}

/** 嗯, to the seat's words that the system keeps the call-in number: no number is left by that. */
function answersStatement(hearing: Hearing, line: Line): boolean {
  const seat = previousSeatLine(hearing, line)
  if (seat === undefined || isQuestion(seat) || callInSettled.test(line.text)) return false
  return settledBySeat.test(seat.text)
}

export function takeCallIn(assembly: Assembly, digits: string, evidence: ReturnType<typeof cite>): void {
  Object.assign(assembly, {
    ...nothingYet(),
    readings: [digits],
    evidence: [evidence],
    confidence: 0.95,
    expecting: false,
  })
}

/** The digits that come with 就这个 are of the call-in number. */
function goesWith(caller: string, { digits }: DigitRun): boolean {
  return caller.includes(digits) || resembles(caller, digits)
}

/** …那个反了你记来电的: the call-in number is settled on after another was told. …你留这个 points at the one just told. */
function settledAfter(hearing: Hearing, line: Line, run: DigitRun): boolean {
  const after = line.text.slice(run.end)
  if (pointsBack.test(after)) return false
  return callInSettled.test(after) || isContactsOwn(hearing, line)
}

const ownRuns = (hearing: Hearing, line: Line): readonly DigitRun[] =>
  digitRuns(line).filter((run) => !isAnothers(hearing, run) && !isSetAside(line, run))

const pointsBack =
  /^(?:(?:这个?|它)(?:就|才)?是我[^，来打现]{0,6}号?码?|[你您就还可以请吧啊嗯]|麻烦|直接)*[打留记用写存拨](?:给|回)?我?这[个部](?:电话|号码?|手机|座机)?(?!.{0,3}(?:打|来电|现))/
const toAnother = /(?:打|留|记|用|写|换)(?:到|去|给|回)?(?:我们?|他|她)?(?!来电|这|现在)[一-龥]{0,6}$/

/** 你记我的一三五, 打家里零二零: the beginning of a number that is not the call-in one. */
function dictatesAnother(hearing: Hearing, line: Line): boolean {
  const caller = callerDigits(hearing) ?? ''
  return ownRuns(hearing, line).some(
    (run) =>
      !caller.includes(run.digits) &&
      !callInSettled.test(line.text.slice(run.end)) &&
      (/^1[3-9]\d/.test(run.digits) || (run.digits.length >= 3 && toAnother.test(run.before))),
  )
}

/** The line names a telephone, or answers words about one. */
function concernsNumber(hearing: Hearing, line: Line): boolean {
  const seat = previousSeatLine(hearing, line)?.text ?? ''
  return phoneLabel.test(line.text) || phoneLabel.test(seat) || line.asked.has('phone')
}
