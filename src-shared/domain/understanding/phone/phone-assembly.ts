import type { Evidence } from '../../ticket-fields.ts'
import { cite, type Hearing, type Line } from '../hearing/hearing.ts'
import { otherContact } from '../person/other-contact.ts'
import type { NumberOffer } from './phone-choice.ts'
import { finished, type Readings } from './phone-dictation.ts'
import { type DigitRun, isLocalNumber } from './phone-digits.ts'

const othersNumber =
  /(女儿|儿子|(隔壁|对门|邻居|楼[上下])[^我，]{0,3}(?=[的地])|[老小阿][一-龥](?=[的地])|老公|老婆|丈夫|妻子|爱人|(?<=[我您你她]|[我您你她]的)(先生|太太)|爸爸?|妈妈?|父亲|母亲|朋友|同事|邻居|哥哥?|弟弟?|姐姐?|妹妹?|他|她|人家|别人|家属)[的地]?(电话|手机|号码|联系方式)?(我?也?有|是|呢)*$/

const areaCode = /^0(10|2\d|[3-9]\d{2})$/

/** Somebody who is no kin of the caller: theirs is never the number, unless it is 我们经理. */
const strangersNumber =
  /(?<!我|我们|咱们|公司)(物业|经理|老板|店长|店里|店家|房东|中介|司机|师傅|工头|客服|主管|班主任|老师|保安|骗子|对方)的?(电话|手机|号码|联系方式)?(就?是)?$/

/** 你打店里的: theirs, and yet the one to call. */
const toBeCalled = /(你们?|您|就|请|(?<![还也])可以|麻烦)(直接)?(打|留|记|用|联系|找)[^，]{0,6}$/

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
  correcting: boolean
  /** The last piece dictated, and the readings that another hearing of it gives. */
  lastPiece: string
  reheard: (piece: string) => Readings
  /** A whole number that the seat had at hand and read out, to which the citizen has not said yes or no. */
  unanswered: { readonly digits: string; readonly evidence: Evidence } | undefined
}

/** What is left of an assembly when a number is given up or begun anew. */
export function nothingYet(): Omit<Assembly, 'expecting' | 'foreign' | 'told'> {
  return {
    readings: [],
    evidence: [],
    confidence: 0,
    others: [],
    offers: [],
    correcting: false,
    lastPiece: '',
    reheard: () => [],
    unanswered: undefined,
  }
}

/** 老人的女儿的电话是…: a number beside the matter, unless that person is to be called. */
export function isAnothers(hearing: Hearing, run: DigitRun): boolean {
  if (strangersNumber.test(run.before) && !toBeCalled.test(run.before))
    return otherContact(hearing) === undefined
  return (
    othersNumber.test(run.before) &&
    !/打|联系|找|留|记|用/.test(run.before) &&
    otherContact(hearing) === undefined
  )
}

/** 前面加区号零二零: puts an area code before the landline that was said without it. True where it did. */
export function addAreaCode(line: Line, run: DigitRun, assembly: Assembly): boolean {
  const local = assembly.readings.find(isLocalNumber)
  if (local === undefined || !areaCode.test(run.digits)) return false
  take(assembly, [run.digits + local])
  assembly.evidence.push(cite(line, run.start, run.end, 0.9))
  return true
}

/** Replaces the readings; a finished number that they leave behind is offered as an alternative. */
export function take(assembly: Assembly, readings: Readings): void {
  const before = finished(assembly.readings)
  if (before !== undefined && before !== finished(readings)) assembly.others.push(before)
  assembly.readings = readings
}
