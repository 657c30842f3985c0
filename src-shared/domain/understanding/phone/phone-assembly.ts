import type { Evidence } from '../../ticket-fields.ts'
import { cite, type Line } from '../hearing/hearing.ts'
import type { NumberOffer } from './phone-choice.ts'
import { finished, type Readings } from './phone-dictation.ts'
import { type DigitRun, isLocalNumber } from './phone-digits.ts'

const areaCode = /^0(10|2\d|[3-9]\d{2})$/

/** The number as assembled so far. */
export interface Assembly {
  readings: Readings
  evidence: Evidence[]
  confidence: number
  others: string[]
  offers: NumberOffer[]
  /** Numbers that the seat told the caller to ring. */
  told: string[]
  /** A number was asked for or announced, and none of these digits belong to something else. */
  expecting: boolean
  /** The seat asked for an order number, a card or another's telephone. */
  foreign: boolean
  /** The caller leaves no number, and was not asked again. */
  refused: boolean
  /** The turn in which the seat first asked for a number. */
  askedAt: number | undefined
  correcting: boolean
  /** The last piece dictated, and the readings that another hearing of it gives. */
  lastPiece: string
  /** 尾号一一七一: the end of a number, told before its beginning. */
  ending: string
  reheard: (piece: string) => Readings
  /** A whole number that the seat had at hand and read out, to which the citizen has not said yes or no. */
  unanswered: { readonly digits: string; readonly evidence: Evidence } | undefined
}

/** Before anything was asked or said. */
export const unasked = {
  expecting: false,
  foreign: false,
  refused: false,
  askedAt: undefined,
} as const

/** What is left of an assembly when a number is given up or begun anew. */
export function nothingYet(): Omit<Assembly, 'expecting' | 'foreign' | 'told' | 'refused' | 'askedAt'> {
  return {
    readings: [],
    evidence: [],
    confidence: 0,
    others: [],
    offers: [],
    correcting: false,
    lastPiece: '',
    ending: '',
    reheard: () => [],
    unanswered: undefined,
  }
}

/** 前面加区号零二零: puts an area code before the landline that was said without it. True where it did. */
export function addAreaCode(line: Line, run: DigitRun, assembly: Assembly): boolean {
  const local = assembly.readings.find(isLocalNumber)
  if (local === undefined || !areaCode.test(run.digits)) return false
  take(assembly, [run.digits + local])
  assembly.evidence.push(cite(line, run.start, run.end, 0.9))
  return true
}

/** Drops the number told so far; it may still be picked among those that were offered. */
export function giveUp(assembly: Assembly): void {
  const { offers, others } = assembly
  const before = finished(assembly.readings)
  Object.assign(assembly, nothingYet(), {
    offers,
    others: before === undefined ? others : [...others, before],
  })
}

/** 哦没错是我妈的: takes up again the number that was given up last, where none came after it. */
export function takeAgain(line: Line, assembly: Assembly): void {
  const doubted = assembly.others.at(-1)
  if (doubted === undefined || assembly.readings.length > 0) return
  take(assembly, [doubted])
  Object.assign(assembly, { evidence: [cite(line, 0, line.text.length, 0.9)], confidence: 0.85 })
}

/** Replaces the readings; a finished number that they leave behind is offered as an alternative. */
export function take(assembly: Assembly, readings: Readings): void {
  const before = finished(assembly.readings)
  if (before !== undefined && before !== finished(readings)) assembly.others.push(before)
  assembly.readings = readings
}
