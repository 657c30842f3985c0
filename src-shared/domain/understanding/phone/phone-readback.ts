import { cite, type Hearing, type Line, nextCitizenLine, topicsOf } from '../hearing/hearing.ts'
import { isAnothers } from './number-owner.ts'
import { addAreaCode, type Assembly, take } from './phone-assembly.ts'
import { dictate, echoes, endWith, finished } from './phone-dictation.ts'
import {
  type DigitRun,
  digitRuns,
  distance,
  isCallerNumber,
  isFullNumber,
  isLocalNumber,
} from './phone-digits.ts'
import { mendedBySeat } from './phone-mended.ts'
import { isTail } from './phone-place.ts'
import { agrees, announcesNumber, isQuestion, numberAsked, objects } from './phone-words.ts'

/** How many turns later the answer to a number that was read out may come. */
const latestYes = 4
const ownedByAnother =
  /^是?(您?的?)?(女儿|儿子|他|她|别人|朋友|家属|老人|老板|房东|对方|经理|教练|司机|车主|车身|纸)(?!怎么|叫|姓|贵|是)的?/

/** The seat repeats a piece or reads the number back: agreed, it settles the digits. */
export function hearReadback(hearing: Hearing, line: Line, assembly: Assembly): void {
  const answer = nextCitizenLine(hearing, line)
  const denied = answer !== undefined && objects(answer)
  for (const run of wholeRuns(line)) {
    if (!denied && addAreaCode(line, run, assembly)) continue
    if (isAnothers(hearing, run) || ownedByAnother.test(line.text.slice(run.end))) continue
    const full =
      run.readings.find(isFullNumber) ??
      run.readings.find((digits) => isLocalNumber(digits) && assembly.readings.includes(digits))
    if (full === undefined && !denied && endsFinished(run, answer, assembly)) continue
    if (full === undefined) hearEcho(hearing, line, run, assembly, denied)
    else if (insists(answer, full, finished(assembly.readings))) continue
    else {
      // What the display shows stands unless it is objected to.
      const callers = isCallerNumber(hearing, full)
      const agreed = callers || (answer !== undefined && agrees(answer))
      hearWhole(line, run, full, assembly, { denied, agreed: answer !== undefined && agreed, callers })
    }
  }
}

/** 尾五位三八二零九对吗: the end of the number read back and agreed to. */
function endsFinished(run: DigitRun, answer: Line | undefined, assembly: Assembly): boolean {
  const { readings } = assembly
  if (finished(readings) === undefined || run.digits.length < 2 || !isTail(run.before)) return false
  if (answer === undefined || !agrees(answer)) return false
  take(assembly, endWith(readings, run.digits))
  return true
}

/** The citizen says again what they said (幺零幺), and the seat had read it out otherwise. */
function insists(answer: Line | undefined, read: string, said: string | undefined): boolean {
  if (answer === undefined || said === undefined || said === read) return false
  return digitRuns(answer).some(
    ({ digits }) => digits.length >= 2 && said.includes(digits) && !read.includes(digits),
  )
}

/** A number that the seat reads in pieces is one number. */
function wholeRuns(line: Line): readonly DigitRun[] {
  const runs = digitRuns(line)
  const [first, last] = [runs[0], runs.at(-1)]
  const digits = runs.map((run) => run.digits).join('')
  return first !== undefined && last !== undefined && runs.length > 1 && isFullNumber(digits)
    ? [{ ...first, digits, readings: [digits], end: last.end }]
    : runs
}

function hearEcho(hearing: Hearing, line: Line, run: DigitRun, assembly: Assembly, denied: boolean): void {
  const { readings, lastPiece } = assembly
  if (denied || readings.length === 0) return
  const mended = mendedBySeat(hearing, line, run, readings)
  if (mended !== undefined) {
    take(assembly, mended)
    assembly.evidence.push(cite(line, run.start, run.end, 0.9))
    return
  }
  if (finished(readings) !== undefined) return
  if (readings.some((reading) => run.digits === `${areaOf(run.digits)}${reading}`)) {
    assembly.readings = [run.digits]
    return
  }
  const whole = readings.find(
    (reading) => reading.length === run.digits.length && distance(reading, run.digits) <= 2,
  )
  if (whole !== undefined && run.digits.length > lastPiece.length) assembly.readings = [run.digits]
  else if (lastPiece !== '' && run.readings.some((echo) => echoes(lastPiece, echo))) {
    const echo = run.readings.find((heard) => echoes(lastPiece, heard)) ?? run.digits
    assembly.readings = assembly.reheard(echo)
  } else if (lastPiece.slice(0, -1) === run.digits) {
    // 一三四三, to 一三四三一: whether the last digit was a word shows once the number is complete.
    assembly.readings = [...readings, ...assembly.reheard(run.digits)]
  } else if (isUnheard(hearing, line) && !readings.some((reading) => reading.endsWith(run.digits)))
    assembly.readings = dictate(readings, [run.digits])
  else return
  assembly.lastPiece = ''
  assembly.evidence.push(cite(line, run.start, run.end, 0.9))
}

/** 零二零 before 八二六一: the seat puts the area code before a landline's beginning. */
function areaOf(digits: string): string {
  return /^0(?:10|2\d|[3-9]\d{2})(?=[2-8])/.exec(digits)?.[0] ?? '-'
}

/** The seat repeats digits where the recogniser made none of the citizen's words. */
function isUnheard(hearing: Hearing, line: Line): boolean {
  const said = hearing.lines[line.index - 1]
  return said?.speaker === 'citizen' && said.text.length <= 6 && digitRuns(said).length === 0
}

function hearWhole(
  line: Line,
  run: DigitRun,
  digits: string,
  assembly: Assembly,
  reply: { readonly denied: boolean; readonly agreed: boolean; readonly callers: boolean },
): void {
  const known = finished(assembly.readings) ?? assembly.readings[0] ?? ''
  const vouched =
    reply.agreed &&
    (reply.callers ||
      ((!isFullNumber(known) || isQuestion(line)) && !assembly.foreign && !announcesNumber(line.text)))
  const asked = assembly.expecting && assembly.askedAt !== undefined
  const wanted = assembly.offers.filter(({ anothers }) => !anothers || asked)
  const offered = [...assembly.readings, ...wanted.map((offer) => offer.digits)]
  if (!vouched && !offered.some((reading) => resembles(reading, digits))) {
    if (!reply.denied && known === '' && numberAsked(line.text) === 'phone' && !announcesNumber(line.text))
      assembly.unanswered = { digits, evidence: cite(line, run.start, run.end, 0.9) }
    return
  }
  if (reply.denied) {
    if (!isFullNumber(known)) assembly.readings = [digits]
    return
  }
  const evidence = cite(line, run.start, run.end, 0.9)
  const confidence = digits === known ? 0.98 : reply.agreed ? 0.93 : 0.75
  take(assembly, [digits])
  Object.assign(assembly, { confidence, correcting: false })
  assembly.evidence.push(evidence)
}

/** 对是我的号, a few words after the seat read out a number that it had at hand. */
export function hearLateYes(hearing: Hearing, line: Line, assembly: Assembly): boolean {
  const { unanswered } = assembly
  if (unanswered === undefined || line.index - unanswered.evidence.turn > latestYes) return false
  const seat = hearing.lines[line.index - 1]
  if (seat?.speaker !== 'seat' || !agrees(line) || objects(line)) return false
  if (!/我的|没错/.test(line.text) && (!isQuestion(seat) || topicsOf(seat.text).size > 0)) return false
  take(assembly, [unanswered.digits])
  assembly.evidence.push(unanswered.evidence, cite(line, 0, line.text.length, 0.9))
  Object.assign(assembly, { confidence: 0.93, unanswered: undefined })
  return true
}

/** True where a number read may be another hearing of the known one. */
export function resembles(known: string, read: string): boolean {
  if (known === '') return false
  return known.length === read.length
    ? distance(known, read) <= 3
    : read.includes(known) || known.slice(0, 3) === read.slice(0, 3)
}
