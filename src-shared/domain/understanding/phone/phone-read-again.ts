import type { Evidence } from '../../ticket-fields.ts'
import { cite, type Hearing, type Line } from '../hearing/hearing.ts'
import type { Assembly } from './phone-assembly.ts'
import { callerDigits, digitRuns, distance } from './phone-digits.ts'
import { numbersOfOthers } from './numbers-of-others.ts'
import { leftInHand } from './phone-in-hand.ts'
import { weighedNumber } from './phone-weighed.ts'

/** A number read from the whole call at once. */
interface SecondReading {
  readonly digits: string
  readonly evidence: readonly Evidence[]
  readonly confidence: number
}

/** How sure the number of all pieces is to be where it takes the place of another. */
const [mostCost, leastLead] = [1, 1]
/** In how many digits two hearings of one telling may differ. */
const mostDiffering = 3
const fewestOfPiece = 3
const confidence = 0.85

/**
 * What the call as a whole tells of the number: where its lines, taken one by one, made none, the number that all pieces support best or
 * the telephone in hand; otherwise one that is clearly better than what they made.
 */
export function readAgain(
  hearing: Hearing,
  assembly: Assembly,
  assembled: string | undefined,
): SecondReading | undefined {
  if (assembled === undefined) return ofAllPieces(hearing, assembly, assembled) ?? inHand(hearing, assembly)
  if (assembled === callerDigits(hearing)) return undefined
  return afterStory(hearing, assembly) ?? ofAllPieces(hearing, assembly, assembled)
}

function ofAllPieces(
  hearing: Hearing,
  { told }: Assembly,
  assembled: string | undefined,
): SecondReading | undefined {
  if (!hearing.lines.some(speaksOfPhone)) return undefined
  const weighed = weighedNumber(hearing)
  if (weighed === undefined || weighed.digits === assembled) return undefined
  const { digits, cost, lead } = weighed
  if (numbersOfOthers(hearing).has(digits) || told.some((number) => digits.includes(number))) return undefined
  const isClear = cost <= mostCost && lead >= leastLead
  if (assembled !== undefined && !(isClear && isSameTelling(hearing, digits, assembled))) return undefined
  return { digits, evidence: piecesOfNumber(hearing, digits), confidence }
}

const speaksOfPhone = ({ speaker, text }: Line): boolean =>
  speaker === 'seat' && /电话|手机|号码|联系|来电/.test(text)

/** Two hearings of one telling are nearly alike, or the better one was told in pieces; whole numbers that differ are of two telephones. */
function isSameTelling({ lines }: Hearing, weighed: string, assembled: string): boolean {
  if (weighed.length === assembled.length && distance(weighed, assembled) <= mostDiffering) return true
  return !lines.some((line) => digitRuns(line).some(({ readings }) => readings.includes(weighed)))
}

function piecesOfNumber({ lines }: Hearing, number: string): readonly Evidence[] {
  return lines.flatMap((line) =>
    digitRuns(line)
      .filter(({ readings }) => readings.some((piece) => piece.length > 1 && number.includes(piece)))
      .map(({ start, end }) => cite(line, start, end, confidence)),
  )
}

/** 你打我就手上这个: the call-in number, where no other was told. */
function inHand(hearing: Hearing, { readings }: Assembly): SecondReading | undefined {
  const caller = callerDigits(hearing)
  const evidence = leftInHand(hearing)
  if (caller === undefined || evidence === undefined) return undefined
  const isOther = readings.some((told) => told.length >= fewestOfPiece && !caller.includes(told))
  return isOther ? undefined : { digits: caller, evidence: [evidence], confidence }
}

/** 留啊打来的, to 您的号码留吗, after a number that belongs to the story: 有个号…老发短信. */
function afterStory(hearing: Hearing, { askedAt, evidence }: Assembly): SecondReading | undefined {
  const caller = callerDigits(hearing)
  const last = evidence.at(-1)?.turn
  if (caller === undefined || askedAt === undefined || last === undefined || last >= askedAt) return undefined
  const left = leftInHand(hearing)
  return left === undefined || left.turn < askedAt
    ? undefined
    : { digits: caller, evidence: [left], confidence }
}
