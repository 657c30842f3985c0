import { cite, type Hearing, type Line } from '../hearing/hearing.ts'
import { relatives } from '../person/relations.ts'
import { type Assembly, nothingYet } from './phone-assembly.ts'
import { callInDenied, offersCallIn } from './call-in-number.ts'
import type { NumberOffer } from './phone-choice.ts'
import { callerDigits, digitRuns, isFullNumber } from './phone-digits.ts'

/** 用这个还是来电号码, 跟来电不一样留哪个: the seat has two numbers, and one of them is the call-in one. */
const asksWhich =
  /(?:来电|现[在再][打用]|打[过进]来).*(?:还是|哪[个一])|(?:还是|哪[个一]).*(?:来电|现[在再][打用]|打[过进]来)/
const ofCallIn = '(?:来电|现[在再]|打[过进]来|这[个部]|本机|手[上里]|后面|后一个|第二个)'
const ofEarlier =
  '(?:上次|上回|之前|以前|原来|原先|登记|留过|留言|预留|前面|头一个|前一个|第一个|系统|后台|[我您你][说报讲念给]的|[老旧]的?那?个?号?)'
/** 别用这个, 登记的那个不用了. */
const putAside = (words: string): RegExp =>
  new RegExp(
    `(?:别|不要|不用|莫|甭)再?[打记用留写]?${words}(?:的|那个|号码?)*|${words}[^用打留记]{0,5}(?:不用了|停[机用了]|打不通|没用了|不要了|换了|换掉|注销|旧了)|${words}(?:号码?|电话|手机)?(?:就)?是(?:我?${relatives}|别人|人家|公用|借)`,
  )
const [callIn, earlier] = [new RegExp(ofCallIn), new RegExp(ofEarlier)]
const [noCallIn, noEarlier] = [putAside(ofCallIn), putAside(ofEarlier)]
const asksFirst = /优先|主要|为主|为准|首选|(?:手机|座机)还是/
const fewestOfEnd = 3

/** 用上次那个, 来电的吧: picks between the number that the seat read out and the call-in one. True where the line did. */
export function hearEither(hearing: Hearing, line: Line, assembly: Assembly): boolean {
  const seat = hearing.lines[line.index - 1]
  const caller = callerDigits(hearing)
  if (seat?.speaker !== 'seat' || caller === undefined || !asksWhich.test(seat.text)) return false
  const read = digitRuns(seat).flatMap(({ readings }) => readings.find(isFullNumber) ?? [])
  const [known] = read
  if (known === undefined || read.length > 1 || known === caller) return false
  const digits = pickedOf(line, known, caller)
  if (digits === undefined) return false
  Object.assign(assembly, {
    ...nothingYet(),
    readings: [digits],
    evidence: [cite(line, 0, line.text.length, 0.9)],
    confidence: 0.93,
    expecting: false,
  })
  return true
}

/** 优先联系您手机还是座机: what the caller told, and the call-in number where the seat had offered that and it was not put aside. */
export function withCallIn(
  hearing: Hearing,
  line: Line,
  offers: readonly NumberOffer[],
): readonly NumberOffer[] {
  const caller = callerDigits(hearing)
  const seat = hearing.lines[line.index - 1]
  if (caller === undefined || seat?.speaker !== 'seat' || !asksFirst.test(seat.text)) return offers
  const before = hearing.lines.slice(0, seat.index)
  const offered = before.some((other) => other.speaker === 'seat' && offersCallIn(hearing, other))
  const denied = before.some((other) => other.speaker === 'citizen' && callInDenied(hearing, other))
  return offered && !denied ? [...offers, { digits: caller, label: '来电', anothers: false }] : offers
}

function pickedOf(line: Line, known: string, caller: string): string | undefined {
  const ends = digitRuns(line).map(({ digits }) => digits)
  if (ends.length > 0) {
    const meant = [known, caller].filter((number) =>
      ends.some((end) => end.length >= fewestOfEnd && number.endsWith(end)),
    )
    return meant.length === 1 ? meant[0] : undefined
  }
  const [wantsCaller, wantsKnown] = [wants(line.text, callIn, noCallIn), wants(line.text, earlier, noEarlier)]
  if (wantsCaller === wantsKnown) return undefined
  if (wantsCaller === true || wantsKnown === false) return wantsKnown === true ? undefined : caller
  return known
}

/** Whether the words ask for a number, put it aside, or do not speak of it. */
function wants(text: string, named: RegExp | undefined, refused: RegExp): boolean | undefined {
  if (refused.test(text)) return false
  return named?.test(text) === true ? true : undefined
}
