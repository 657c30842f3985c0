import { type HeardGap, type HeardValue, sureConfidence } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line } from '../hearing/hearing.ts'
import { asMeant } from '../hearing/little-words.ts'
import { otherContact } from '../person/other-contact.ts'
import {
  isAnothers,
  isSetAside,
  isTheAnswer,
  isToBeCalled,
  ownsAnother,
  reaffirms,
  withdrawsNumber,
} from './number-owner.ts'
import { type Assembly, giveUp, nothingYet, take, takeAgain, unasked } from './phone-assembly.ts'
import { hearQuestion } from './phone-asked.ts'
import { chosen, type NumberOffer } from './phone-choice.ts'
import { hearDisplay } from './phone-display.ts'
import { hearEither, withCallIn } from './phone-either.ts'
import { finished, putAt, type Readings } from './phone-dictation.ts'
import { type DigitRun, digitRuns, isFullNumber, isLocalNumber } from './phone-digits.ts'
import { extensionNote, phoneDoubt, phoneGap } from './phone-gap.ts'
import { handedToAnother } from './call-in-number.ts'
import { hearCallIn, hearSeatSettle } from './phone-call-in.ts'
import { isOwnTail, likeCallers, meantCallers } from './phone-like-callers.ts'
import { numbersOfOthers } from './numbers-of-others.ts'
import { reversed } from './phone-mended.ts'
import { hearLateYes, hearReadback } from './phone-readback.ts'
import { isDictatedStart, isEchoedStart } from './phone-start.ts'
import { hearTold, isTold } from './phone-told.ts'
import { readAgain } from './phone-read-again.ts'
import { hearRun, offer } from './phone-run.ts'
import { hearSeatChoice } from './phone-seat-choice.ts'
import { refusesNumber } from './phone-refusal.ts'
import { withOwner } from './whose-phone.ts'
import { isCorrection, ownLabel, phoneLabel } from './phone-words.ts'

/** 我从新报一次, 号我再念. */
const restart =
  /从头|[重从]新[报说讲念来]|重[来报念]|[再在]?重复一[遍次]|[再在][报说讲念来]一?[遍次]|我[再在][报说讲念]|乱了/
/** 最后两位我再说下: a part of the number is said again, not the whole. */
const partNamed = /(?:[最前后尾末]|中间).{0,3}[位个]/
/** 手机就两格: fewer digits than these are no piece that a word for a telephone announces. */
const fewestOfPiece = 3

/**
 * 联系电话: digits gathered across turns. A piece after 不对 replaces what it resembles most, the seat's echo and
 * read-back are the checksum, 就这个号码 means the call-in number, and a refusal leaves the field empty. Digits that do not
 * make a number are a gap, not a value.
 */
export function hearPhone(heard: Hearing): HeardValue<string> | HeardGap | undefined {
  const hearing = asMeant(heard)
  return withOwner(phoneByRules(hearing), hearing)
}

/** The telephone as its rules hear it, line by line and then from all pieces at once. */
export function phoneByRules(hearing: Hearing): HeardValue<string> | HeardGap | undefined {
  const assembly: Assembly = { ...nothingYet(), ...unasked, told: [] }
  for (const line of hearing.lines) {
    if (line.speaker === 'seat') hearSeat(hearing, line, assembly)
    else hearCitizen(hearing, line, assembly)
  }
  const { others } = assembly
  const theirs = numbersOfOthers(hearing)
  const readings = assembly.readings.filter((reading) => !theirs.has(reading))
  const assembled =
    finished(readings) ??
    withEnding({ ...assembly, readings }) ??
    (assembly.askedAt === undefined ? undefined : readings.find(isLocalNumber)) ??
    meantCallers(hearing, readings)
  const second = readAgain(hearing, { ...assembly, readings }, assembled)
  const { evidence, confidence } = second ?? assembly
  const digits = second?.digits ?? assembled
  if (digits === undefined) return phoneGap(readings, evidence)
  const alternatives = [...new Set([...others, ...readings])].filter(
    (other) => other !== digits && isFullNumber(other),
  )
  const note = digits.startsWith('1') ? undefined : extensionNote(hearing, evidence)
  return heardValue(digits, evidence, {
    confidence,
    alternatives,
    ...(note === undefined ? {} : { reason: note }),
    ...(confidence < sureConfidence ? { ask: phoneDoubt(digits) } : {}),
  })
}

function hearSeat(hearing: Hearing, line: Line, assembly: Assembly): void {
  hearQuestion(hearing, line, assembly)
  if (hearTold(hearing, line, assembly) || hearDisplay(hearing, line, assembly)) return
  hearReadback(hearing, line, assembly)
  hearSeatSettle(hearing, line, assembly)
  hearSeatChoice(hearing, line, assembly)
}

function hearCitizen(hearing: Hearing, line: Line, assembly: Assembly): void {
  if (refusesNumber(hearing, line, isStillOpen(assembly))) {
    Object.assign(assembly, { ...nothingYet(), expecting: false, refused: true })
    return
  }
  if (hearEither(hearing, line, assembly)) return
  if (isReadOfAnother(hearing, line, assembly)) giveUp(assembly)
  const said = digitRuns(line).filter((run) => !isTold(assembly, run))
  const runs = said.filter((run) => isForCaller(hearing, line, run))
  for (const run of said) if (!runs.includes(run)) offer(assembly, run, true)
  if (hearLateYes(hearing, line, assembly) || hearCallIn(hearing, line, assembly)) return
  hearLabels(hearing, line, runs, assembly)
  const whole = said.some((run) => run.digits.length >= 7)
  const picked = picks(line, runs, assembly.readings, whole ? [] : withCallIn(hearing, line, assembly.offers))
  if (picked !== undefined) {
    take(assembly, picked)
    assembly.evidence.push(cite(line, 0, line.text.length, 0.9))
    return
  }
  hearRuns(hearing, line, runs, assembly, whole && runs.length === 0)
}

/** 是他的嘛, to the whole number that the seat read, where nobody else is to be called. */
function isReadOfAnother(hearing: Hearing, line: Line, { readings }: Assembly): boolean {
  const seat = hearing.lines[line.index - 1]
  const number = finished(readings)
  if (seat?.speaker !== 'seat' || number === undefined || !ownsAnother(line.text)) return false
  return otherContact(hearing) === undefined && digitRuns(seat).some(({ digits }) => digits === number)
}

/** No number is there yet, or one that came before any was asked for. */
function isStillOpen({ expecting, readings, evidence, askedAt }: Assembly): boolean {
  const last = evidence.at(-1)?.turn ?? 0
  return expecting && (finished(readings) === undefined || (askedAt !== undefined && last < askedAt))
}

function isForCaller(hearing: Hearing, line: Line, run: DigitRun): boolean {
  if (isAnothers(hearing, run) && !isToBeCalled(line, run) && !isTheAnswer(hearing, line, run)) return false
  return !isSetAside(line, run) && !isOwnTail(hearing, run)
}

/** What the words of a line tell of the digits in it. */
function hearLabels(hearing: Hearing, line: Line, runs: readonly DigitRun[], assembly: Assembly): void {
  const other = assembly.foreign && !ownLabel.test(line.text)
  const tellsNone = runs.length > 0 && runs.every((run) => run.digits.length < fewestOfPiece)
  if (phoneLabel.test(line.text) && !other && !tellsNone)
    Object.assign(assembly, { expecting: true, foreign: false })
  if (
    !assembly.expecting &&
    runs.some((run) => isEchoedStart(hearing, line, run) || isDictatedStart(hearing, line, run))
  )
    assembly.expecting = !assembly.foreign
  if (isCorrection(line.text.slice(0, Math.min(8, runs[0]?.start ?? 8)))) assembly.correcting = true
  if (restart.test(line.text) && !partNamed.test(line.text))
    Object.assign(assembly, nothingYet(), { expecting: !assembly.foreign })
  const like = likeCallers(hearing, line, runs)
  if (like !== undefined) Object.assign(assembly, { readings: [like], expecting: true, correcting: false })
}

/** One of several numbers by its label, or a number with one digit put right. */
function picks(
  line: Line,
  runs: readonly DigitRun[],
  readings: Readings,
  offers: readonly NumberOffer[],
): Readings | undefined {
  const tails = runs.map((run) => run.digits)
  const choice = chosen(offers, line.text, tails)
  return choice === undefined ? (putAt(readings, line.text) ?? reversed(readings, line.text)) : [choice]
}

/** `ofAnother` where the line tells a whole number that is not the caller's: 那个停机了 is said of that one. */
function hearRuns(
  hearing: Hearing,
  line: Line,
  runs: readonly DigitRun[],
  assembly: Assembly,
  ofAnother: boolean,
): void {
  for (const [index, run] of runs.entries()) {
    if (isWithdrawn(line, run.before, assembly)) giveUp(assembly)
    hearRun(hearing, { line, run, previous: runs[index - 1], next: runs[index + 1] }, assembly)
  }
  const end = runs.at(-1)?.end ?? 0
  const rest = line.text.slice(end)
  if ((!ofAnother && isWithdrawn(line, rest, assembly)) || (runs.length > 0 && handsOn(hearing, line, end)))
    giveUp(assembly)
  else if (runs.length > 0 && isCorrection(rest) && !reaffirms(rest)) assembly.correcting = true
  else if (runs.length === 0 && reaffirms(line.text)) takeAgain(line, assembly)
}

/** 一三六…算了你打我姐姐: after the digits another contact is named, who was not before. */
function handsOn(hearing: Hearing, line: Line, end: number): boolean {
  return (handedToAnother(hearing, line) ?? 0) > end && otherContact(hearing)?.line === line.index
}

/** 那个是旧号, about a number that was told just before. */
function isWithdrawn({ index }: Line, words: string, { evidence }: Assembly): boolean {
  const last = evidence.at(-1)?.turn
  return last !== undefined && last >= index - 2 && withdrawsNumber(words)
}

/** 尾号一一七一 before 一三零一, 二八八. */
function withEnding({ readings, ending }: Assembly): string | undefined {
  return ending === '' ? undefined : readings.map((reading) => reading + ending).find(isFullNumber)
}
