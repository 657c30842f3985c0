import type { Evidence, HeardValue } from '../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine, previousSeatLine } from './hearing.ts'
import { correct, type DigitRun, digitRuns, distance, isFullNumber, isLocalNumber } from './phone-digits.ts'

const refusal =
  /(不|别|没|不想|不方便|不用|不需要).{0,3}(留|给|提供|透露|说)(一?下)?(我的)?(联系)?(电话|手机|号码|联系方式|这个)|电话.{0,3}(别留|不留|不方便|就?不用|算了)|没有?(手机|电话)$/
const refusalWhenAsked = /不(想|方便|愿意?)?(留|给|提供|说|透露)|不用留|不留了|^不方便/
const callerPhrase =
  /就?是?(打|用)?(现在)?(打|拨)?(过来|进来)?的?(这个|本)(电话|号码|手机|机|号)(就行|就可以|就好|吧|可以|$|就是|联系)|(打|拨)(过来|进来|你们|这个电话)?的这个(电话|号码|手机|号)?|就这个(号码?|电话|手机)|这个(号码?|电话|手机号?)(就行|就可以|就好|可以|打得通|能打通)|来电(显示|号码|这个)|就?(是)?现在这个(号码?|电话|手机)?|这个就行|本机/
const callerDenied =
  /(不是|别打|不要打|不用|换).{0,3}(这个|本机|现在)|这个.{0,4}(不用|打不通|不是我|是别人|借)/
const callerOffer =
  /(来电|现在|这个|打(进|过)?来?的|当前|您打).{0,6}(号码?|电话|手机).{0,10}(吗|吧|对不对|可以|是不是|呢|联系)?/
const phoneLabel = /电话|手机|号码|联系方式|打给?我|联系我|座机/
const restart = /再说一遍|重新说|从头/
const correction = /不对|不是|错了|说错|更正|应该是|改成|哦不|噢不|写错|记错/
const spare = /备用|另外一?个|还有一?个|也可以|再留|或者/
const negatedAfter = /^(而?不是|不是)$/

/** The number as assembled so far. */
interface Assembly {
  digits: string
  evidence: Evidence[]
  confidence: number
  others: string[]
  expecting: boolean
  correcting: boolean
}

/**
 * 联系电话: digits gathered across turns. A piece after 不对 replaces what it resembles most, the seat's read-back is the
 * checksum, 就这个号码 means the call-in number, and a refusal leaves the field empty.
 */
export function hearPhone(hearing: Hearing): HeardValue<string> | undefined {
  const assembly: Assembly = { ...nothingYet(), expecting: false }
  for (const line of hearing.lines) {
    if (line.speaker === 'seat') hearReadback(hearing, line, assembly)
    else hearCitizen(hearing, line, assembly)
  }
  const { digits, evidence, confidence, others } = assembly
  if (!isFullNumber(digits) && !isLocalNumber(digits)) return undefined
  const alternatives = [...new Set(others)].filter((other) => other !== digits && isFullNumber(other))
  return heardValue(digits, evidence, { confidence, alternatives })
}

function nothingYet(): Omit<Assembly, 'expecting'> {
  return { digits: '', evidence: [], confidence: 0, others: [], correcting: false }
}

function hearCitizen(hearing: Hearing, line: Line, assembly: Assembly): void {
  const askedForPhone = line.asked.has('phone')
  if (refusal.test(line.text) || (askedForPhone && refusalWhenAsked.test(line.text))) {
    Object.assign(assembly, { ...nothingYet(), expecting: false })
    return
  }
  const runs = digitRuns(line)
  const long = runs.some((run) => run.digits.length >= 7)
  if (!long && hearCallerNumber(hearing, line, assembly)) return
  if (askedForPhone || phoneLabel.test(line.text)) assembly.expecting = true
  else if (line.asked.size > 0) assembly.expecting = false
  if (correction.test(line.text.slice(0, 8))) assembly.correcting = true
  if (restart.test(line.text)) Object.assign(assembly, nothingYet())
  for (const [index, run] of runs.entries()) hearRun(line, run, runs[index - 1], runs[index + 1], assembly)
}

function hearCallerNumber(hearing: Hearing, line: Line, assembly: Assembly): boolean {
  const { callerNumber } = hearing.context
  if (callerDenied.test(line.text)) return false
  const offered = previousSeatLine(hearing, line)
  const accepted =
    line.reply === 'yes' &&
    offered !== undefined &&
    digitRuns(offered).length === 0 &&
    callerOffer.test(offered.text) &&
    offered.index >= line.index - 2
  const match = callerPhrase.exec(line.text)
  const said = match !== null && (line.asked.has('phone') || phoneLabel.test(line.text))
  if (!said && !accepted) return false
  if (callerNumber === undefined) return true
  const digits = callerNumber.replace(/\D/g, '').replace(/^0?086(?=1)|^86(?=1\d{10}$)/, '')
  const evidence = [
    cite(line, match?.index ?? 0, match === null ? line.text.length : match.index + match[0].length, 0.95),
  ]
  Object.assign(assembly, { ...nothingYet(), digits, evidence, confidence: 0.95, expecting: false })
  return true
}

function hearRun(
  line: Line,
  run: DigitRun,
  previous: DigitRun | undefined,
  next: DigitRun | undefined,
  assembly: Assembly,
): void {
  const { digits } = run
  const before = assembly.digits
  const full = isFullNumber(digits)
  const tail = /(最后|末尾|尾数).{0,3}是?$/.test(run.before)
  if (!full && !assembly.expecting && !(assembly.correcting && isFullNumber(before))) return
  if (previous !== undefined && negatedAfter.test(run.before)) {
    assembly.digits = replaceLast(before, digits, previous.digits)
    return
  }
  if (run.before.endsWith('不是') && next !== undefined && /^而?是/.test(next.before)) {
    assembly.correcting = true
    return
  }
  const correcting = assembly.correcting || (before !== '' && correction.test(run.before))
  if (digits.length < 2 && !(tail && correcting)) return
  if (full && spare.test(run.before) && isFullNumber(before)) {
    assembly.others.push(digits)
    return
  }
  assembly.digits =
    tail && before.length > digits.length
      ? before.slice(0, -digits.length) + digits
      : joined(before, digits, correcting)
  if (assembly.digits === before && before !== digits) return
  if (isFullNumber(before) && before !== assembly.digits) assembly.others.push(before)
  if (full) assembly.evidence = []
  assembly.evidence.push(cite(line, run.start, run.end, 0.9))
  assembly.confidence = assembly.evidence.length > 1 || correcting ? 0.85 : 0.9
  assembly.correcting = false
}

function replaceLast(digits: string, wrong: string, right: string): string {
  const at = digits.lastIndexOf(wrong)
  return at < 0 || digits.includes(right)
    ? digits
    : digits.slice(0, at) + right + digits.slice(at + wrong.length)
}

function joined(digits: string, piece: string, correcting: boolean): string {
  if (isFullNumber(piece) || digits === '') return piece
  if (correcting) return correct(digits, piece)
  if (isFullNumber(digits) || digits.endsWith(piece)) return digits
  if (/^1[3-9]/.test(piece) && piece.length >= digits.length) return piece
  if (digits.length + piece.length <= 12) return digits + piece
  const overlap = digits.length + piece.length - 11
  return digits.endsWith(piece.slice(0, overlap)) ? digits + piece.slice(overlap) : digits
}

/** The seat reads the number back: agreed, it settles the digits; unanswered, it confirms equal ones. */
function hearReadback(hearing: Hearing, line: Line, assembly: Assembly): void {
  const reply = nextCitizenLine(hearing, line)?.reply ?? 'none'
  for (const run of digitRuns(line)) {
    if (!isFullNumber(run.digits) && !(isLocalNumber(run.digits) && assembly.digits === run.digits)) continue
    const known = assembly.digits
    if (
      known === '' ? reply !== 'yes' || /拨打|致电|咨询电话/.test(line.text) : !resembles(known, run.digits)
    )
      continue
    if (reply === 'no') {
      if (known.length < 7) assembly.digits = run.digits
      continue
    }
    const evidence = cite(line, run.start, run.end, 0.9)
    if (run.digits === known) settle(assembly, run.digits, evidence, 0.98)
    else if (reply === 'yes') settle(assembly, run.digits, evidence, 0.93)
    else if (!isFullNumber(known)) settle(assembly, run.digits, evidence, 0.75)
    else Object.assign(assembly, { confidence: 0.6, others: [...assembly.others, run.digits] })
  }
}

function resembles(known: string, read: string): boolean {
  return known.length === read.length
    ? distance(known, read) <= 3
    : read.includes(known) || known.slice(0, 3) === read.slice(0, 3)
}

function settle(assembly: Assembly, digits: string, evidence: Evidence, confidence: number): void {
  if (isFullNumber(assembly.digits)) assembly.others.push(assembly.digits)
  Object.assign(assembly, { digits, confidence, correcting: false })
  assembly.evidence.push(evidence)
}
