import { oncePer } from '../../../base/remember.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import type { SaidSigns } from '../hearing/sign-weights.ts'
import { signsAround, stretchesOf, upTo } from '../hearing/signs-around.ts'
import { otherContact } from '../person/other-contact.ts'
import { callInSettled } from './call-in-number.ts'
import { isAnothers } from './number-owner.ts'
import { numbersOfOthers } from './numbers-of-others.ts'
import { callerDigits, type DigitRun, digitRuns, isFullNumber } from './phone-digits.ts'
import { asksForPhone, exchangeSigns, phoneExchange } from './phone-exchange.ts'
import { leftInHand } from './phone-in-hand.ts'
import { refusesNumber } from './phone-refusal.ts'
import { weighedNumber } from './phone-weighed.ts'

/** A telephone of a call, and what speaks for or against its being the one to be called. */
export interface NamedPhone {
  readonly digits: string
  readonly signs: ReadonlySet<string>
  /** The words of the exchange, and of a number that was told those after it. */
  readonly said: readonly SaidSigns[]
}

/** A piece of a number where it is said. */
interface Mention {
  readonly line: Line
  readonly run: DigitRun
}

const fewestOfPiece = 3
const fewestOfNumber = 7
const [mostNumbers, mostPieces] = [3, 3]

/** The telephones of a call: the one in hand, all whole numbers that are said, and those that its pieces make (`ruled` is one). */
export function namedPhones(hearing: Hearing, ruled: string | undefined): readonly NamedPhone[] {
  const caller = callerDigits(hearing)
  const weighed = weighedNumber(hearing)?.digits
  const said = hearing.lines.flatMap((line) =>
    digitRuns(line).flatMap(
      ({ readings }) =>
        readings.find((digits) => isFullNumber(digits) && digits.length >= fewestOfNumber) ?? [],
    ),
  )
  const all = [...new Set([caller, ...said, ruled, weighed])].filter((digits) => digits !== undefined)
  const told = all.filter((digits) => digits !== caller)
  return all.map((digits) => {
    const who = digits === caller ? 'c' : 't'
    const mentions = mentionsOf(digits, hearing)
    const signs = [
      `${who}numbers:${upTo(mostNumbers, told.length)}`,
      `${who}digits:${String(digits.length)}`,
      `${who}caller:${caller?.charAt(0) ?? ''}`,
      ...(digits === told.at(-1) ? ['tlast'] : []),
      ...(digits === told[0] ? ['tfirst'] : []),
      ...(digits === weighed ? [`${who}weighed`] : []),
      ...(numbersOfOthers(hearing).has(digits) ? [`${who}others`] : []),
      ...standing(hearing).map((sign) => who + sign),
      ...stretchesOf(`${who}L`, lastTold(hearing)?.text ?? ''),
      ...mentionSigns(who, digits, mentions, hearing),
    ]
    const later = who === 't' ? [exchangeSigns('R', hearing, mentions.at(-1)?.line.index)] : []
    return { digits, signs: new Set(signs), said: [exchangeSigns(who, hearing), ...later] }
  })
}

/** Where the exchange stands by its words: asked for, refused, settled, handed to another. */
const standing = oncePer((hearing: Hearing): readonly string[] => {
  const exchange = phoneExchange(hearing)
  const told = exchange.filter(({ speaker }) => speaker === 'citizen')
  return [
    ...(exchange.some(asksForPhone) ? ['asked'] : []),
    ...(told.some((line) => refusesNumber(hearing, line, true)) ? ['refused'] : []),
    ...(told.some(({ text }) => callInSettled.test(text)) ? ['settled'] : []),
    ...(leftInHand(hearing) === undefined ? [] : ['left']),
    ...(otherContact(hearing) === undefined ? [] : ['other']),
  ]
})

const lastTold = (hearing: Hearing): Line | undefined =>
  phoneExchange(hearing).findLast(({ speaker }) => speaker === 'citizen')

const mentionsOf = (digits: string, hearing: Hearing): readonly Mention[] =>
  hearing.lines.flatMap((line) =>
    digitRuns(line)
      .filter(({ readings }) =>
        readings.some((piece) => piece.length >= fewestOfPiece && digits.includes(piece)),
      )
      .map((run) => ({ line, run })),
  )

/** What is said beside the pieces of a number, and before them. */
function mentionSigns(
  who: string,
  digits: string,
  mentions: readonly Mention[],
  hearing: Hearing,
): readonly string[] {
  return [
    `${who}pieces:${upTo(mostPieces, mentions.length)}`,
    ...mentions.flatMap(({ line, run }) => {
      const kind = line.speaker.charAt(0) + (run.readings.includes(digits) ? 'W' : 'P')
      return [
        ...signsAround(who + kind, run.before, line.text.slice(run.end)),
        ...(isAnothers(hearing, run) ? [`${who}theirs`] : []),
        ...(line.speaker === 'seat'
          ? [`${who}next:${nextCitizenLine(hearing, line)?.reply ?? ''}`]
          : stretchesOf(`${who}Q`, hearing.lines[line.index - 1]?.text ?? '')),
      ]
    }),
  ]
}
