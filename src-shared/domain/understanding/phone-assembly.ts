import type { Evidence } from '../ticket-fields.ts'
import type { Hearing } from './hearing.ts'
import { otherContact } from './other-contact.ts'
import type { NumberOffer } from './phone-choice.ts'
import { finished, type Readings } from './phone-dictation.ts'
import type { DigitRun } from './phone-digits.ts'

const othersNumber =
  /(女儿|儿子|老公|老婆|丈夫|妻子|爱人|先生|太太|爸爸?|妈妈?|父亲|母亲|朋友|同事|邻居|哥哥?|弟弟?|姐姐?|妹妹?|他|她|人家|别人|家属)的?(电话|手机|号码|联系方式)?(我?也?有|是|呢)*$/

/** The number as assembled so far. */
export interface Assembly {
  readings: Readings
  evidence: Evidence[]
  confidence: number
  others: string[]
  offers: NumberOffer[]
  /** A number was asked for or announced, and none of these digits belong to something else. */
  expecting: boolean
  /** The seat asked for an order number, a card or another's telephone. */
  foreign: boolean
  correcting: boolean
  /** The last piece dictated, and the readings that another hearing of it gives. */
  lastPiece: string
  reheard: (piece: string) => Readings
}

/** What is left of an assembly when a number is given up or begun anew. */
export function nothingYet(): Omit<Assembly, 'expecting' | 'foreign'> {
  return {
    readings: [],
    evidence: [],
    confidence: 0,
    others: [],
    offers: [],
    correcting: false,
    lastPiece: '',
    reheard: () => [],
  }
}

/** 老人的女儿的电话是…: a number beside the matter, unless that person is to be called. */
export function isAnothers(hearing: Hearing, run: DigitRun): boolean {
  return (
    othersNumber.test(run.before) &&
    !/打|联系|找|留|记|用/.test(run.before) &&
    otherContact(hearing) === undefined
  )
}

/** Replaces the readings; a finished number that they leave behind is offered as an alternative. */
export function take(assembly: Assembly, readings: Readings): void {
  const before = finished(assembly.readings)
  if (before !== undefined && before !== finished(readings)) assembly.others.push(before)
  assembly.readings = readings
}
