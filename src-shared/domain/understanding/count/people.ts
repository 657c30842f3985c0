import type { HeardValue } from '../../ticket-fields.ts'
import {
  cite,
  type Hearing,
  heardValue,
  type Line,
  nextCitizenLine,
  previousSeatLine,
} from '../hearing/hearing.ts'
import { withCountWords } from './count-words.ts'
import { enumeratedPersons } from './enumerated-persons.ts'
import { justOne } from './just-one.ts'
import { listedPersons, ownParty } from './listed-persons.ts'
import {
  acting,
  addsMore,
  askedPattern,
  attendants,
  besidePersons,
  conceded,
  confirms,
  correction,
  counted,
  endsCount,
  exactly,
  included,
  newTotal,
  notPersons,
  opening,
  ownOnly,
  personsAnswered,
  personsTold,
  roughly,
  toldCount,
  totalBefore,
  wholeOf,
  wronged,
} from './person-words.ts'
import { choosesCount, isCountOnly, personsIn, repeatsCount, statesCount } from './stated-count.ts'

const totalWeight = 2
/** A seat's line of at most so many characters does nothing but repeat. */
const shortLine = 12

interface Count {
  readonly value: number
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** 涉及人数: persons involved. 一个人 and 没有一个人 are figures of speech; an approximate number (十几个) is none. */
export function hearPeople(heard: Hearing): HeardValue<number> | undefined {
  const hearing = withCountWords(heard)
  const all = hearing.lines.flatMap((line) => [
    ...countsIn(hearing, line),
    ...namedIn(hearing, line),
    ...listedIn(hearing, line),
  ])
  const own = hearing.lines.findLast(({ speaker, text }) => speaker === 'citizen' && ownOnly.test(text))
  const counts = all.filter(({ line }) => own === undefined || line.index > own.index)
  const top = Math.max(...counts.map((count) => count.weight))
  const chosen = counts.filter((count) => count.weight === top)
  const values = new Set(chosen.map((count) => count.value))
  const best = top >= 3 ? chosen.at(-1) : values.size === 1 ? chosen[0] : undefined
  if (best === undefined) return undefined
  const confidence = best.weight >= 2 ? 0.9 : 0.75
  const others = counts.filter(({ value }) => value !== best.value)
  const alternatives = [...new Set(others.map(({ value }) => value))]
  return heardValue(best.value, [cite(best.line, best.start, best.end, confidence)], { alternatives })
}

/** Of those who are named in answer to 还有谁: more than of a number among them. */
const namedWeight = 4
const listedWeight = 5.3

/** 就我和我老母亲, where no number is told; 就我一个人 counts less than any number of others. */
function namedIn(hearing: Hearing, line: Line): readonly Count[] {
  const alone = justOne(hearing, line)
  const named = enumeratedPersons(hearing, line)
  return [
    ...named.map((each) => ({ ...each, line, weight: each.asked ? namedWeight : 1 })),
    ...(alone === undefined ? [] : [{ ...alone, value: 1, line, weight: -1 }]),
  ]
}

/** 两个大人抱着个娃, in answer to 几个人: more than the number it opens with. */
function listedIn(hearing: Hearing, line: Line): readonly Count[] {
  if (line.speaker !== 'citizen') return []
  const asked = questionOf(hearing, line) === 'asked'
  const text = line.text
  const listed = asked ? listedPersons(text) : ownParty(text)
  return listed === undefined ? [] : [{ ...listed, line, weight: asked ? listedWeight : 1 }]
}

function countsIn(hearing: Hearing, line: Line): readonly Count[] {
  const question = line.speaker === 'citizen' ? questionOf(hearing, line) : undefined
  if (line.speaker === 'seat' && !isRestated(hearing, line)) return []
  const text = line.text
  let whole = 0
  const bare = question !== undefined || sumsUp(hearing, line)
  return (bare ? personsAnswered : personsTold)(text).flatMap((match): Count[] => {
    const value = personsIn(match)
    const before = text.slice(Math.max(0, match.index - 10), match.index)
    const end = match.index + match[0].length
    const total =
      question === 'stated'
        ? newTotal.test(before) || before.endsWith(`${match[0]}就`) || /还有|漏了|再加/.test(before)
        : totalBefore.test(before) && !before.endsWith('还有')
    // 有二十七个有三个在发烧: three of them.
    const part =
      (value ?? 0) < whole && !correction.test(before) && !/^(?:吧|啊|了|人)*$/.test(text.slice(end))
    // 一桌八个人有六个拉肚子: the six are asked for.
    const among = /^人?(?:里面?|当中|中)?有/.test(text.slice(end))
    const ailing = question === 'asked' && asksForIll(hearing, line) && ails.test(text.slice(end))
    if (!among && (total || question === 'asked')) whole = Math.max(whole, value ?? 0)
    if ((part && !ailing) || wholeOf.test(text.slice(end))) return []
    // 不是九个, to 八位.
    const contradicts = question === 'stated' && before === '不是'
    if (value === undefined || (!contradicts && isBeside(before, text.slice(end)))) return []
    // 五十一个连司机五十二: the passengers are the number, unless there is no other.
    if (attendants.test(before) && (question === undefined || /[个名位人]连/.test(before))) return []
    // 十号到二十五号人在外地 tells a date, and 十名啊 that somebody gives a name (实名).
    if (match[0].endsWith('号人') && /[月到至初]$/.test(before)) return []
    if (question === undefined && (match[0] === '十名' || acting.test(match[0]))) return []
    // 四百三十六块五, to 具体多少, is money.
    if (question === 'asked' && !/[个名位口人]/.test(match[0]) && /[块元钱]/.test(text)) return []
    if (question === undefined && bare && !/[个名位口人]/.test(match[0])) return []
    if (question === 'stated' && !isCounted(match[0], text.slice(end), total)) return []
    // 五个吧我跟四个服务员: what an answer opens with is the answer; 六个工人加上我七个 goes on to it.
    const summed = addsMore.test(text.slice(end))
    const opens = question === 'asked' && before === '' && !summed ? 2.2 : 0
    const weight =
      (correction.test(before) ? 4 : 0) +
      weightOf(line, question, total) +
      (total ? totalWeight : 0) +
      (ailing ? ailingWeight : opens)
    return [{ value, line, start: match.index, end, weight }]
  })
}

const ailingWeight = 3
const ails = /^人?(?:有事|不舒服|在?[拉吐病]|受伤|发烧|中招|住院|进医院)/
/** 几个人不舒服, of those who ate. */
const asksForIll = (hearing: Hearing, line: Line): boolean =>
  /不舒服|受伤|中毒|有事|生病|拉肚子|症状|呕吐|发烧/.test(previousSeatLine(hearing, line)?.text ?? '')

/** An answer counts more than a mention, what the seat takes down more than both, and a new total after that most. */
function weightOf(line: Line, question: Question | undefined, total: boolean): number {
  if (line.speaker === 'seat') return 5.5
  if (question === 'exact' || (question === 'stated' && total)) return 6
  return question === undefined ? 0 : 3
}

/** In answer to a number that was read back, what is counted must be persons. */
function isCounted(words: string, after: string, total: boolean): boolean {
  return /[个名位口人]$/.test(words) ? total || endsCount.test(after) : total && after === ''
}

/** Persons that the matter is not about, or no persons at all. */
function isBeside(before: string, after: string): boolean {
  return (
    (notPersons.test(before) && !counted.test(before)) ||
    before.endsWith('不是') ||
    (besidePersons.test(after) && !wronged.test(before))
  )
}

/** What makes a line an answer: a question for the number or for a better one, or a number that the seat takes down. */
type Question = 'asked' | 'exact' | 'stated'

function questionOf(hearing: Hearing, line: Line): Question | undefined {
  const seat = previousSeatLine(hearing, line)
  if (seat === undefined || line.index - seat.index > 2) return undefined
  // 号码还差几位
  if (
    (hearing.lines[seat.index - 1]?.asked.has('phone') || /号码|尾号|尾数|位数/.test(seat.text)) &&
    !seat.text.includes('人')
  )
    return undefined
  // 全班多少人 asks for more than those whom the matter is about.
  if (askedPattern.test(seat.text) && !/全[班校厂村楼部]|你们(?:公司|厂|店)/.test(seat.text)) return 'asked'
  if (choosesCount(hearing, seat)) return 'exact'
  if (conceded.test(line.text) && hearing.lines.some(({ text }) => askedPattern.test(text))) return 'exact'
  if (seat.index === line.index - 1 && (statesCount(seat.text) || repeatsAnswer(hearing, seat)))
    return 'stated'
  const follows = exactly.test(seat.text) || included.test(seat.text)
  const told = hearing.lines.slice(Math.max(0, seat.index - 3), seat.index)
  return follows && told.some(({ text }) => roughly.test(text)) ? 'exact' : undefined
}

/** 八位, to 八个, which answered 多少人. */
function repeatsAnswer(hearing: Hearing, seat: Line): boolean {
  const told = hearing.lines[seat.index - 1]
  return isCountOnly(seat.text) && told?.speaker === 'citizen' && questionOf(hearing, told) === 'asked'
}

/** 就我和她, to 只有你们母女两个人吗 */
const onlyWe = /^就是?(?:我们?|咱们?)(?:[和跟同俩]|两个)/

/** 也就是十一个人不舒服: a number that the seat repeats and the citizen lets stand. */
function isRestated(hearing: Hearing, line: Line): boolean {
  if (opensWithCount(hearing, line) || sumsUp(hearing, line)) return true
  if (line.text.length > shortLine && !confirms.test(line.text)) return false
  const answer = nextCitizenLine(hearing, line)
  // 哦对油漆的三个也没发那就十八个: agreed, and yet another number.
  if (answer?.index === line.index + 1 && totals(answer)) return false
  const reply = answer?.reply
  return (
    reply === 'yes' ||
    (answer !== undefined && (repeatsCount(line, answer) || onlyWe.test(answer.text))) ||
    (reply === 'none' && line.text.includes('也就是'))
  )
}

/** 那就是三位, to 我还有隔壁阿婆再加她的小孙子, or to 七个后来又报了四个: the seat adds up those who were told. */
function sumsUp(hearing: Hearing, line: Line): boolean {
  const [told, answer] = [hearing.lines[line.index - 1], hearing.lines[line.index + 1]]
  const [first] = personsAnswered(line.text)
  return (
    line.speaker === 'seat' &&
    first !== undefined &&
    opening.test(line.text.slice(0, first.index)) &&
    told?.speaker === 'citizen' &&
    (enumeratedPersons(hearing, told).length > 0 ||
      (questionOf(hearing, told) === 'asked' && !/现在|其实|还有/.test(answer?.text ?? ''))) &&
    answer?.reply !== 'no' &&
    !(answer !== undefined && totals(answer))
  )
}

/** 好的三十一人反映什么问题: what a seat opens with is the number that it was just told. */
function opensWithCount(hearing: Hearing, line: Line): boolean {
  const [told, answer] = [hearing.lines[line.index - 1], nextCitizenLine(hearing, line)]
  const [first] = personsTold(line.text)
  return (
    first !== undefined &&
    told?.speaker === 'citizen' &&
    toldCount.test(told.text) &&
    opening.test(line.text.slice(0, first.index)) &&
    answer?.reply !== 'no' &&
    !(answer !== undefined && toldCount.test(answer.text))
  )
}

function totals(answer: Line): boolean {
  return personsAnswered(answer.text).some((match) => newTotal.test(answer.text.slice(0, match.index)))
}
