import { type HeardGap, type HeardValue, sureConfidence } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line, previousSeatLine, topicsOf } from '../hearing/hearing.ts'
import { asMeant } from '../hearing/little-words.ts'
import { addAreaCode, type Assembly, isAnothers, nothingYet, take } from './phone-assembly.ts'
import { chosen } from './phone-choice.ts'
import {
  beginWith,
  centreOn,
  dictate,
  endWith,
  finished,
  putAt,
  putRight,
  type Readings,
} from './phone-dictation.ts'
import {
  callerDigits,
  type DigitRun,
  digitRuns,
  isCallerNumber,
  isFullNumber,
  isLocalNumber,
} from './phone-digits.ts'
import { extensionNote, phoneDoubt, phoneGap } from './phone-gap.ts'
import { hearLateYes, hearReadback, resembles } from './phone-readback.ts'
import { hearTold, isTold } from './phone-told.ts'
import { callInAccepted, callInDenied } from './call-in-number.ts'
import { filesWithoutNumber, refusesNumber } from './phone-refusal.ts'
import { isCorrection, numberAsked } from './phone-words.ts'

/** A number read back and agreed to: 赶紧来电 after it points at nothing. */
const sureReadback = 0.9

const phoneLabel = /电话|手机|号码|联系方式|打给?我|联系我|座机/
const restart = /再说一遍|重新说|从头|重新念|再念一遍|再讲一遍|重来/
const spare = /备用|另外一?个|还有一?个|也可以|再留|或者/
/** 还是记我另外一个: in place of the one before, and no spare. */
const instead = /还是|换|改|就(记|打|留|用)|不接|不用|不要|停机|打不通|没带/
const negatedAfter = /^(而?不是|不是)$/
const tail =
  /(最后|末尾|尾数|尾号|后面?)那?([一两二三四五六]?[个位码]|数字|号码)*(数字|数|号)?(应该)?(是|改成)?$/
const head = /(开头|最?前面?|打头)那?([一两二三四五六]?[个位码])?(应该)?是$/
/** 那个是我现在打的你记一八九: another number begins. */
const anew = /(?:记|写|打|留|换)(?:一?下|成|我的?)*$/
const centre = /中间那?([一两二三四五六]?[个位码])?(应该)?是$/

/**
 * 联系电话: digits gathered across turns. A piece after 不对 replaces what it resembles most, the seat's echo and
 * read-back are the checksum, 就这个号码 means the call-in number, and a refusal leaves the field empty. Digits that do not
 * make a number are a gap, not a value.
 */
export function hearPhone(heard: Hearing): HeardValue<string> | HeardGap | undefined {
  const hearing = asMeant(heard)
  const assembly: Assembly = { ...nothingYet(), told: [], expecting: false, foreign: false }
  for (const line of hearing.lines) {
    if (line.speaker === 'seat') hearSeat(hearing, line, assembly)
    else hearCitizen(hearing, line, assembly)
  }
  const { readings, evidence, confidence, others } = assembly
  const digits = finished(readings) ?? readings.find(isLocalNumber)
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
  const asked = numberAsked(line.text)
  if (asked === 'phone') Object.assign(assembly, { expecting: true, foreign: false })
  else if (asked === 'other') Object.assign(assembly, { expecting: false, foreign: true })
  else if (topicsOf(line.text).size > 0) Object.assign(assembly, { expecting: false, foreign: false })
  if (filesWithoutNumber(line.text)) Object.assign(assembly, { ...nothingYet(), expecting: false })
  if (!hearTold(hearing, line, assembly)) hearReadback(hearing, line, assembly)
}

function hearCitizen(hearing: Hearing, line: Line, assembly: Assembly): void {
  if (refusesNumber(hearing, line, assembly.expecting && finished(assembly.readings) === undefined)) {
    Object.assign(assembly, { ...nothingYet(), expecting: false })
    return
  }
  const said = digitRuns(line).filter((run) => !isTold(assembly, run))
  const runs = said.filter((run) => !isAnothers(hearing, run))
  for (const run of said) if (!runs.includes(run)) offer(assembly, run, true)
  const long = runs.some((run) => run.digits.length >= 7)
  if (hearLateYes(hearing, line, assembly) || hearCallIn(hearing, line, assembly, long)) return
  if (phoneLabel.test(line.text)) Object.assign(assembly, { expecting: true, foreign: false })
  if (!assembly.expecting && runs.some((run) => isEchoedStart(hearing, line, run)))
    assembly.expecting = !assembly.foreign
  if (isCorrection(line.text.slice(0, Math.min(8, runs[0]?.start ?? 8)))) assembly.correcting = true
  if (restart.test(line.text)) Object.assign(assembly, nothingYet())
  const choice = chosen(
    assembly.offers,
    line.text,
    runs.map((run) => run.digits),
  )
  if (choice !== undefined && !said.some((run) => run.digits.length >= 7)) {
    take(assembly, [choice])
    assembly.evidence.push(cite(line, 0, line.text.length, 0.9))
    return
  }
  const named = putAt(assembly.readings, line.text)
  if (named !== undefined) {
    take(assembly, named)
    assembly.evidence.push(cite(line, 0, line.text.length, 0.9))
    return
  }
  for (const [index, run] of runs.entries()) hearRun(line, run, runs[index - 1], runs[index + 1], assembly)
  if (runs.length > 0 && isCorrection(line.text.slice(runs.at(-1)?.end))) assembly.correcting = true
}

/** Nobody asked, yet the seat writes the digits down. */
function isEchoedStart(hearing: Hearing, line: Line, run: DigitRun): boolean {
  const next = hearing.lines[line.index + 1]
  if (!/^1[3-9]\d/.test(run.digits) || next?.speaker !== 'seat') return false
  return digitRuns(next).some((echo) => echo.digits.startsWith(run.digits))
}

function hearCallIn(hearing: Hearing, line: Line, assembly: Assembly, long: boolean): boolean {
  const isOpen = assembly.expecting && !(assembly.confidence > sureReadback)
  const span = dictatesAnother(hearing, line) ? undefined : callInAccepted(hearing, line, isOpen)
  if (span === undefined) {
    if (
      concernsNumber(hearing, line) &&
      callInDenied(line) &&
      isCallerNumber(hearing, finished(assembly.readings))
    )
      Object.assign(assembly, nothingYet())
    return false
  }
  const digits = callerDigits(hearing)
  if (long && !digitRuns(line).some((run) => resembles(digits ?? '', run.digits))) return false
  if (digits === undefined) return !long
  Object.assign(assembly, {
    ...nothingYet(),
    readings: [digits],
    evidence: [cite(line, span.start, span.end, 0.95)],
    confidence: 0.95,
    expecting: false,
  })
  return true
}

/** 你记我的一三五: the beginning of a number that is not the call-in one. */
function dictatesAnother(hearing: Hearing, line: Line): boolean {
  const caller = callerDigits(hearing) ?? ''
  return digitRuns(line).some(
    (run) => /^1[3-9]\d/.test(run.digits) && !caller.includes(run.digits) && !isAnothers(hearing, run),
  )
}

/** The line names a telephone, or answers words about one. */
function concernsNumber(hearing: Hearing, line: Line): boolean {
  const seat = previousSeatLine(hearing, line)?.text ?? ''
  return phoneLabel.test(line.text) || phoneLabel.test(seat) || line.asked.has('phone')
}

function hearRun(
  line: Line,
  run: DigitRun,
  previous: DigitRun | undefined,
  next: DigitRun | undefined,
  assembly: Assembly,
): void {
  const { digits } = run
  if (addAreaCode(line, run, assembly)) return
  const before = finished(assembly.readings)
  const full = run.readings.find(isFullNumber)
  if (full === undefined && !assembly.expecting && !(assembly.correcting && before !== undefined)) return
  if (assembly.foreign && before === undefined && !assembly.expecting) return
  if (previous !== undefined && negatedAfter.test(run.before)) {
    assembly.readings = assembly.readings.map((reading) => replaceLast(reading, digits, previous.digits))
    return
  }
  if (run.before.endsWith('不是') && next !== undefined && /^而?是?$/.test(next.before)) {
    assembly.correcting = true
    return
  }
  const begins = /^1[3-9]\d/.test(digits) && anew.test(run.before)
  const correcting =
    !begins && (assembly.correcting || (assembly.readings.length > 0 && isCorrection(run.before)))
  if (digits.length < 2 && !tail.test(run.before) && line.text.length > 5) return
  if (full !== undefined) {
    offer(assembly, run, false)
    if (spare.test(run.before) && !instead.test(run.before) && before !== undefined) {
      assembly.others.push(full)
      return
    }
    assembly.evidence = []
  }
  const readings = assembly.readings
  const place = full === undefined ? placing(run.before, correcting) : dictate
  const reheard = (piece: string): Readings => place(readings, [piece])
  // 五六三不对六五三: the piece just said, said again.
  const again =
    correcting && previous?.digits === assembly.lastPiece && digits.length >= previous.digits.length
  take(
    assembly,
    full !== undefined ? [full] : again ? assembly.reheard(digits) : place(readings, run.readings),
  )
  Object.assign(assembly, {
    lastPiece: digits,
    ...(again ? {} : { reheard }),
    confidence: 0.85,
    correcting: false,
  })
  assembly.evidence.push(cite(line, run.start, run.end, 0.9))
}

function offer({ offers }: Assembly, run: DigitRun, anothers: boolean): void {
  const digits = run.readings.find(isFullNumber)
  if (digits !== undefined) offers.push({ digits, label: run.before, anothers })
}

type Placing = (readings: Readings, pieces: readonly string[]) => Readings

/** Where a piece goes, by the words before it: 最后四位是, 前三位是, 中间是, 不对是, or simply next. */
function placing(before: string, correcting: boolean): Placing {
  const named = tail.test(before)
    ? endWith
    : head.test(before)
      ? beginWith
      : centre.test(before)
        ? centreOn
        : correcting
          ? putRight
          : undefined
  return named === undefined ? dictate : (readings, [piece = '']) => named(readings, piece)
}

function replaceLast(digits: string, wrong: string, right: string): string {
  const at = digits.lastIndexOf(wrong)
  return at < 0 || digits.endsWith(right)
    ? digits
    : digits.slice(0, at) + right + digits.slice(at + wrong.length)
}
