import type { TicketFields } from '../../ticket-fields.ts'
import { oncePerText } from '../../../base/remember.ts'
import { type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { nearestSigns, upTo } from '../hearing/signs-around.ts'
import { withCountWords } from './count-words.ts'
import { enumeratedPersons } from './enumerated-persons.ts'
import { type NamedNumber, namedNumbers, namesOfTrue, relationsOf } from './named-numbers.ts'
import { type Persons, personsIn } from './persons-named.ts'
import {
  askedPattern,
  asksSomeone,
  asksWhoElse,
  attendants,
  besidePersons,
  correction,
  countsSomeone,
  kindOfPersons,
  leavesOthers,
  newTotal,
  notPersons,
  repeats,
  settlesCount,
  suffers,
  theirs,
  things,
  withCaller,
  totalBefore,
  wholeOf,
  wronged,
} from './person-words.ts'

/** Up to so many numbers count each for itself, and up to so many doublings of one. */
const [mostNumbers, mostDoublings] = [4, 5]
/** So many characters before a number tell what it is. */
const beside = 10

/** The numbers of a call that may be of persons, in the order in which they are named first. */
export function namedPersons(
  heard: Hearing,
  requestType: TicketFields['requestType'],
): readonly NamedNumber<Persons>[] {
  const hearing = withCountWords(heard)
  const all = hearing.lines.flatMap((line) => [
    ...personsIn(line, line.speaker === 'citizen' && asksHowMany(questionBefore(hearing, line))),
    ...listedIn(hearing, line),
  ])
  return namedNumbers(all, hearing, requestType, {
    amongOthers,
    signsOf: (persons) => signsOf(persons, hearing),
  })
}

const asksHowMany = oncePerText((question) => /多少|几[个名位人]|人数|确切|具体/.test(question))

const questionBefore = (hearing: Hearing, line: Line): string => previousSeatLine(hearing, line)?.text ?? ''

/** 我和我老婆, in answer to 还有谁 or without being asked. */
const listedIn = (hearing: Hearing, line: Line): readonly Persons[] =>
  enumeratedPersons(hearing, line).map(({ asked, ...each }) => ({
    ...each,
    line,
    measure: asked ? '谁' : '和',
    roughly: false,
  }))

/** What a number is to the others: the greatest, all of two, what is left of one, one more than another. */
function amongOthers(value: number, values: readonly number[]): readonly string[] {
  const others = values.filter((other) => other !== value)
  return [
    `numbers:${upTo(mostNumbers, values.length)}`,
    `place:${upTo(mostNumbers, values.indexOf(value))}`,
    `size:${upTo(mostDoublings, Math.floor(Math.log2(value)))}`,
    ...namesOfTrue('', {
      ...relationsOf(value, others),
      more: others.includes(value - 1),
      less: others.includes(value + 1),
    }),
  ]
}

function signsOf(persons: Persons, hearing: Hearing): readonly string[] {
  const { line, start, end, measure, roughly } = persons
  const who = line.speaker.charAt(0)
  const [before, after] = [line.text.slice(0, start), line.text.slice(end)]
  const isSomeone = countsSomeone.test(after)
  const arePersons = /[人名]/.test(measure) || kindOfPersons.test(after)
  const next = line.speaker === 'seat' ? (nextCitizenLine(hearing, line)?.reply ?? '') : undefined
  return [
    `${who}m:${measure}`,
    ...namesOfTrue(who, {
      persons: arePersons,
      someone: isSomeone,
      roughly,
      ...beforeAndAfter(before, after, arePersons || isSomeone),
      things: measure !== '人' && things.test(after),
      opens: repeats.test(before),
      'opens&': arePersons && repeats.test(before),
      own: hearing.lines.slice(line.index).some((other) => leavesOut(other)),
    }),
    ...nearestSigns(who, before, after),
    ...Array.from(line.asked, (topic) => `asked:${topic}`),
    ...(next === undefined
      ? [`reply:${line.reply}`, ...inAnswer(questionBefore(hearing, line), persons, arePersons, isSomeone)]
      : [`next:${next}`, ...(arePersons || isSomeone ? [`restated:${next}`] : [])]),
  ]
}

/** What the words on both sides say of a number. */
function beforeAndAfter(
  before: string,
  after: string,
  isSomeone: boolean,
): Readonly<Record<string, boolean>> {
  const near = before.slice(-beside)
  const [ills, length] = [suffers.test(after), before.length + after.length]
  return {
    suffers: ills,
    'suffers&': ills && isSomeone,
    together: withCaller.test(before),
    theirs: theirs.test(near),
    ends: after === '',
    starts: before === '',
    alone: length < 4,
    settles: settlesCount.test(near),
    each: /^[^，]{0,4}[每各]/.test(after),
    corrects: correction.test(near),
    total: totalBefore.test(near),
    newTotal: newTotal.test(near),
    not: notPersons.test(near),
    beside: besidePersons.test(after),
    wronged: wronged.test(near),
    attends: attendants.test(near),
    parts: wholeOf.test(after),
  }
}

/** What a number is to the seat's question. */
function inAnswer(
  question: string,
  { line: { text }, start, end }: Persons,
  arePersons: boolean,
  isSomeone: boolean,
): readonly string[] {
  const [before, isLast] = [text.slice(0, start), text.length - end < 2]
  const [asked, someone] = [askedPattern.test(question), asksSomeone.test(question)]
  return namesOfTrue('Q', {
    asked,
    'asked&persons': asked && arePersons,
    'asked&opens': asked && /^(?:啊|嗯|哦|有|就|是|大概|一共|总共|我们|差不多)*$/.test(before),
    'asked&ends': asked && isLast,
    someone,
    'someone&': someone && (arePersons || isLast || isSomeone),
    howMany: /几[个位名口]|多少/.test(question),
    who: asksWhoElse.test(question),
  })
}

const leavesOut = ({ speaker, text }: Line): boolean => speaker === 'citizen' && leavesOthersIn(text)
const leavesOthersIn = oncePerText((text) => leavesOthers.test(text))
