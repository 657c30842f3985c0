import { asks, phoneNotes } from '../../../catalogue/asks.ts'
import type { Evidence, HeardGap } from '../../ticket-fields.ts'
import type { Hearing } from '../hearing/hearing.ts'
import type { Readings } from './phone-dictation.ts'

const fewestDigits = 5
const mobileDigits = 11
const gapConfidence = 0.3
const digitOf: Readonly<Record<string, string>> = {
  ...{ 零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4' },
  ...{ 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
}
const extensionPattern =
  /(?:转|分机号?码?[是为]?)([零〇一幺二两三四五六七八九\d]{1,5})(?![零〇一幺二两三四五六七八九十百\d号路])/

/**
 * A dictated number that did not become one: kept apart from the value, so that it is never sent, with the sentence that asks
 * for it. Undefined where too little was heard to be a telephone number.
 */
export function phoneGap(readings: Readings, evidence: readonly Evidence[]): HeardGap | undefined {
  const heard = readings.find((reading) => /^(1[3-9]|0)/.test(reading)) ?? readings[0] ?? ''
  if (heard.length < fewestDigits || evidence.length === 0) return undefined
  const isMobile = /^1[3-9]/.test(heard)
  const missing = mobileDigits - heard.length
  return {
    partial: isMobile && missing > 0 ? grouped(heard + '＿'.repeat(missing)) : grouped(heard),
    ask: askFor(grouped(heard), isMobile ? missing : undefined),
    confidence: gapConfidence,
    evidence,
    alternatives: [],
  }
}

function askFor(heard: string, missing: number | undefined): string {
  if (missing === undefined) return asks.phoneUnclear(heard)
  return missing < 0 ? asks.phoneLong(heard, -missing) : asks.phoneShort(heard, missing)
}

/** The question to ask about a whole number that is not sure: the seat heard another one than the citizen said. */
export function phoneDoubt(digits: string): string {
  return asks.phoneDoubtful(grouped(digits))
}

/** A landline's extension (转二零六) in the turns the number came from, as a note: the field holds what can be dialled. */
export function extensionNote(hearing: Hearing, evidence: readonly Evidence[]): string | undefined {
  for (const { turn } of evidence.toReversed()) {
    const spoken = extensionPattern.exec(hearing.lines[turn]?.text ?? '')?.[1]
    if (spoken !== undefined)
      return phoneNotes.extension(Array.from(spoken, (digit) => digitOf[digit] ?? digit).join(''))
  }
  return undefined
}

/** 13902479963 → 139 0247 9963, as numbers are read out; a landline's area code apart. */
function grouped(digits: string): string {
  const groups = digits.startsWith('1')
    ? /^(.{3})(.{0,4})(.*)$/.exec(digits)
    : /^(0(?:10|2\d|[3-9]\d{2})|)(.{0,4})(.*)$/.exec(digits)
  return (groups?.slice(1) ?? [digits]).filter((group) => group !== '').join(' ')
}
