import type { Hearing, Line } from '../hearing/hearing.ts'
import { beginWith, centreOn, endWith, type Readings } from './phone-dictation.ts'
import { correct, type DigitRun, distance, isFullNumber } from './phone-digits.ts'
import { echoed, isAreaOf, joinedAt, type Reading } from './phone-echoed.ts'
import { endsTelling, givesUpNumber, mendsInWords, type Piece, piecesOf } from './phone-pieces.ts'
import { isTail } from './phone-place.ts'
import { numberAsked } from './phone-words.ts'

/** The number that the pieces support best. */
export interface WeighedNumber {
  readonly digits: string
  readonly cost: number
  /** By how much the next best number is worse. */
  readonly lead: number
}

const mobileLength = 11
const mostReadings = 24
const [mostCost, leastLead] = [2.4, 0.5]
const beginning = /^(?:1[3-9]\d|0(?:10|2\d|[3-9]\d{2})|[2-8]\d{6,7}$)/
const landlineBeginning = /^[2-8]\d{2}/
const landlineTold = /座机|固话|家里|屋企|单位|办公室|店里/
const startsAgain = /从头|重新|再[报说讲念]/
/** 六七九, after 后三位: what the words put before, into the middle of, or at the end of a number. */
const placings: readonly (readonly [RegExp, (readings: Readings, piece: string) => Readings])[] = [
  [/(?:最?后|尾|末).{0,5}$/, endWith],
  [/前.{0,4}$/, beginWith],
  [/中间.{0,4}$/, centreOn],
]
/** A piece so short, among so many words, is hardly of a number that is whole. */
const [mostBeside, mostWords] = [3, 11]
/** What it costs to take a piece so. The first reading of a piece is the plain one; others cost more. */
const cost = {
  otherReading: 0.15,
  goesOn: 0,
  goesOnCorrecting: 0.6,
  overlaps: 0.4,
  saidAgain: 0.5,
  exchanged: 0.2,
  placed: 0.3,
  corrects: 0.4,
  amends: 1.3,
  perDigit: 0.15,
  anew: 0.5,
  anewTold: 0.3,
  passedOver: 1.5,
  digitPassedOver: 0.6,
  beside: 0.3,
  ofNoAccount: 0.1,
  mendedInWords: 1.2,
}

/**
 * The number that all pieces of both speakers support best: each of the citizen's goes on from the one before, says it again, puts
 * right what it is most like or begins anew; the seat's are echoes. Undefined where none is whole, or two are nearly as good.
 */
export function weighedNumber(hearing: Hearing): WeighedNumber | undefined {
  let readings: readonly Reading[] = []
  let ofAnother = false
  for (const line of hearing.lines) {
    if (givesUpNumber(hearing, line, 'before')) readings = []
    if (endsTelling(line)) readings = readings.filter(({ digits }) => isFullNumber(digits))
    if (mendsInWords(line))
      readings = readings.map((reading) => ({ ...reading, cost: reading.cost + cost.mendedInWords }))
    ofAnother = asksAnothers(line) ?? ofAnother
    if (ofAnother) continue
    for (const piece of piecesOf(hearing, line))
      readings = likeliest(line.speaker === 'seat' ? echoed(hearing, readings, piece) : told(readings, piece))
    if (givesUpNumber(hearing, line, 'after')) readings = []
  }
  const whole = readings.filter(({ digits }) => isFullNumber(digits))
  const [best] = whole
  if (best === undefined || best.cost > mostCost) return undefined
  const next = whole.find(({ digits }) => digits !== best.digits)
  const lead = (next?.cost ?? Infinity) - best.cost
  return lead < leastLead ? undefined : { digits: best.digits, cost: best.cost, lead }
}

/** Whether the seat asks for somebody else's number; undefined where it asks for none. */
function asksAnothers({ speaker, text }: Line): boolean | undefined {
  const asked = speaker === 'seat' ? numberAsked(text) : undefined
  return asked === undefined ? undefined : asked === 'other'
}

function likeliest(readings: readonly Reading[]): readonly Reading[] {
  const kept = new Map<string, Reading>()
  for (const reading of readings.toSorted((a, b) => a.cost - b.cost)) {
    const key = `${reading.digits} ${reading.last}`
    if (!kept.has(key)) kept.set(key, reading)
    if (kept.size === mostReadings) break
  }
  return [...kept.values()]
}

function told(readings: readonly Reading[], piece: Piece): readonly Reading[] {
  const { run, corrects, line } = piece
  const isAnew = corrects || startsAgain.test(line.text)
  const anew = readings.length === 0 ? 0 : isAnew ? cost.anewTold : cost.anew
  const isLandline = landlineTold.test(run.before)
  const begun = formsOf(run).filter(
    (digits) => beginning.test(digits) || (isLandline && landlineBeginning.test(digits)),
  )
  return [
    ...begun.map((digits) => ({ digits, last: digits, cost: anew })),
    ...readings.flatMap((reading) => waysToTake(reading, piece)),
  ]
}

/** 三零七一三五零三零七, 五六三八五六: the end, and then more of it, besides the ways in which the digits can be heard. */
function formsOf({ readings, digits }: DigitRun): readonly string[] {
  const longer = [2, 3, 4].map((length) => digits.slice(length))
  return [
    ...readings,
    ...longer.filter((more) => more.length > 2 && more.endsWith(digits.slice(0, -more.length))),
  ]
}

function waysToTake(reading: Reading, piece: Piece): readonly Reading[] {
  const ways = formsOf(piece.run).flatMap((digits, index) =>
    [
      ...goingOn(reading, digits, correctsIn(reading, piece)),
      ...sayingAgain(reading, digits),
      ...puttingRight(reading, digits, piece),
    ].map((way) => ({ ...way, cost: way.cost + (index === 0 ? 0 : cost.otherReading) })),
  )
  const taken = ways.map((way) => ({ ...way, cost: reading.cost + way.cost }))
  return [{ ...reading, cost: reading.cost + passingOver(reading, piece) }, ...taken.filter(isPossible)]
}

const isPossible = ({ digits }: Reading): boolean => digits.length <= mobileLength + 1 || isFullNumber(digits)

const correctsIn = ({ digits }: Reading, { corrects, wrong }: Piece): boolean =>
  corrects || (wrong !== undefined && digits.includes(wrong))

function goingOn({ digits: known }: Reading, piece: string, corrects: boolean): readonly Reading[] {
  const added = corrects ? cost.goesOnCorrecting : cost.goesOn
  return [
    ...(isFullNumber(known) ? [] : [{ digits: known + piece, last: piece, cost: added }]),
    ...joinedAt(known, piece).map((digits) => ({ digits, last: piece, cost: cost.overlaps + added })),
    ...(isAreaOf(known, piece) ? [{ digits: piece + known, last: piece, cost: 0 }] : []),
  ]
}

function sayingAgain({ digits, last }: Reading, piece: string): readonly Reading[] {
  if (piece.length < 2 || !digits.includes(piece)) return []
  return [{ digits, last: digits.endsWith(piece) ? piece : last, cost: cost.saidAgain }]
}

function puttingRight(reading: Reading, digits: string, piece: Piece): readonly Reading[] {
  const { wrong, previous, run } = piece
  const corrects = correctsIn(reading, piece)
  const exchanged = wrong?.length === digits.length ? exchange(reading.digits, wrong, digits) : undefined
  const way = (number: string, costs: number): Reading => ({ digits: number, last: digits, cost: costs })
  const first = exchanged === undefined ? [] : [way(exchanged, cost.exchanged)]
  // 五八不对八五: the piece just said, said otherwise.
  const isSameBreath =
    previous !== undefined && reading.last === previous && reading.digits.endsWith(previous)
  if (corrects && isSameBreath && previous.length === digits.length)
    return [...first, way(reading.digits.slice(0, -digits.length) + digits, cost.exchanged)]
  // 零零六七不对七六: its end in the other order.
  if (corrects && isSameBreath && isTurned(previous.slice(-digits.length), digits))
    return [way(reading.digits.slice(0, -digits.length) + digits, cost.exchanged)]
  const place = placings.find(([words]) => words.test(run.before))?.[1]
  if (digits.length > 1 && reading.digits.includes(digits)) return first
  if (place !== undefined)
    return [...first, ...place([reading.digits], digits).map((put) => way(put, cost.placed))]
  return digits.length < 2 ? first : [...first, ...resembling(reading, digits, corrects)]
}

const isTurned = (end: string, digits: string): boolean =>
  end !== digits && Array.from(end).toSorted().join('') === Array.from(digits).toSorted().join('')

function exchange(number: string, wrong: string, right: string): string | undefined {
  const at = number.lastIndexOf(wrong)
  return at < 0 ? undefined : number.slice(0, at) + right + number.slice(at + wrong.length)
}

/** The piece in place of what it is most like, or of the piece before it. */
function resembling({ digits, last }: Reading, piece: string, corrects: boolean): readonly Reading[] {
  const put = correct(digits, piece)
  const differing = put.length === digits.length ? distance(put, digits) : mostBeside
  const costs = (corrects ? cost.corrects : cost.amends) + differing * cost.perDigit
  const isLike = differing * 2 <= piece.length + 1
  const again = corrects && last !== '' && digits.endsWith(last)
  return [
    ...(isLike ? [{ digits: put, last: piece, cost: costs }] : []),
    ...(again ? [{ digits: digits.slice(0, -last.length) + piece, last: piece, cost: costs }] : []),
  ]
}

function passingOver({ digits }: Reading, { run, corrects, right, anothers, line }: Piece): number {
  const isDenied =
    right?.length === run.digits.length && (digits.includes(run.digits) || digits.includes(right))
  if (anothers || isDenied) return cost.ofNoAccount
  if (run.digits.length === 1) return cost.digitPassedOver
  const isBeside = run.digits.length <= mostBeside && !corrects && !isTail(run.before)
  return isFullNumber(digits) && isBeside && line.text.length > mostWords ? cost.beside : cost.passedOver
}
