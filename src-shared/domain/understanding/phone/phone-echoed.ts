import { type Hearing, nextCitizenLine } from '../hearing/hearing.ts'
import { correct, distance, isFullNumber, isLocalNumber } from './phone-digits.ts'
import type { Piece } from './phone-pieces.ts'
import { agrees, objects } from './phone-words.ts'

/** A number as far as the pieces make it, and what speaks against reading them so. */
export interface Reading {
  readonly digits: string
  /** The citizen's last piece in it. */
  readonly last: string
  readonly cost: number
}

type Answer = 'agreed' | 'denied' | 'neither'

/** How many digits alike make a number that the seat reads out the one that was begun. */
const alike = { agreed: 4, neither: 6 } as const
/** So many digits of a number that was whole may be another hearing of a part of it. */
const fewestMisread = { whole: 4, begun: 2 } as const

/** What it costs where the seat's piece is such an echo. */
const cost = {
  otherReading: 0.3,
  same: 0,
  confirmed: -0.6,
  unconfirmed: 0,
  sameDenied: 0.4,
  wholeDenied: 1,
  misread: 0.6,
  misreadUnanswered: 1,
  withoutLast: 0.3,
  joined: 0.9,
  goesOn: 1.6,
  noEcho: 0.8,
  noEchoOfWhole: 0.4,
  otherDenied: 0.1,
} as const

/** The readings once the seat said a piece, in the light of what the citizen answers. */
export function echoed(hearing: Hearing, readings: readonly Reading[], piece: Piece): readonly Reading[] {
  if (piece.run.digits.length < 2) return readings
  const answer = answerTo(hearing, piece)
  return readings.flatMap((reading) => waysToEcho(reading, piece, answer))
}

function answerTo(hearing: Hearing, { line }: Piece): Answer {
  const answer = nextCitizenLine(hearing, line)
  if (answer !== undefined && objects(answer)) return 'denied'
  return answer === undefined || agrees(answer) ? 'agreed' : 'neither'
}

function waysToEcho(reading: Reading, { run }: Piece, answer: Answer): readonly Reading[] {
  const { digits, last } = reading
  const isWhole = isFullNumber(digits)
  const ways = run.readings.flatMap((echo, index) =>
    echoes(reading, echo, answer).map((way) => ({
      ...way,
      cost: way.cost + (index === 0 ? 0 : cost.otherReading),
    })),
  )
  const other = answer === 'denied' ? cost.otherDenied : isWhole ? cost.noEchoOfWhole : cost.noEcho
  // 一三四三, to 一三四三一: the last digit was a word.
  const isLessLast = !isWhole && last.slice(0, -1) === run.digits && digits.endsWith(last)
  return [
    ...ways,
    { digits, cost: other },
    ...(isLessLast && answer !== 'denied' ? [{ digits: digits.slice(0, -1), cost: cost.withoutLast }] : []),
  ].map((way) => ({ digits: way.digits, last, cost: reading.cost + way.cost }))
}

type Way = Pick<Reading, 'digits' | 'cost'>

function echoes({ digits }: Reading, echo: string, answer: Answer): readonly Way[] {
  // 零二零, and 零二零八三七八零零一五, to 八三七八零零一五.
  if (isAreaOf(digits, echo)) return [{ digits: echo + digits, cost: cost.same }]
  if (isLocalNumber(digits) && isFullNumber(echo) && echo.endsWith(digits))
    return [{ digits: echo, cost: cost.same }]
  if (digits === echo && isFullNumber(digits)) return [{ digits, cost: ofWhole[answer] }]
  if (digits.includes(echo)) return [{ digits, cost: answer === 'denied' ? cost.sameDenied : cost.same }]
  return answer === 'denied' ? [] : hearings(digits, echo, answer)
}

const ofWhole = { agreed: cost.confirmed, denied: cost.wholeDenied, neither: cost.unconfirmed } as const

/** What the seat heard otherwise, or heard of more than was made of the citizen's words. */
function hearings(digits: string, echo: string, answer: 'agreed' | 'neither'): readonly Way[] {
  const misread = answer === 'agreed' ? cost.misread : cost.misreadUnanswered
  const isWhole = isFullNumber(digits)
  if (isFullNumber(echo) && digits.length > 4 && echo.startsWith(digits.slice(0, alike[answer])))
    return [{ digits: echo, cost: misread }]
  const put = correct(digits, echo)
  const isLike =
    echo.length >= fewestMisread[isWhole ? 'whole' : 'begun'] &&
    put.length === digits.length &&
    distance(put, digits) * 2 <= echo.length
  const further = [
    ...joinedAt(digits, echo).map((joined) => ({ digits: joined, cost: cost.joined })),
    { digits: digits + echo, cost: cost.goesOn },
  ]
  return [...(isLike ? [{ digits: put, cost: misread }] : []), ...(isWhole ? [] : further)]
}

/** 零二零, of 八三七八零零一五. */
export const isAreaOf = (local: string, area: string): boolean =>
  isLocalNumber(local) && isFullNumber(area + local)

/** 一三八零零 and 零零一二三: the piece begins with the end of what was there. */
export function joinedAt(known: string, piece: string): readonly string[] {
  const lengths = Array.from({ length: Math.max(0, piece.length - 2) }, (_, index) => index + 2)
  return lengths
    .filter((length) => known.endsWith(piece.slice(0, length)))
    .map((length) => known + piece.slice(length))
}
