import { oncePerText } from '../../../base/remember.ts'
import type { TicketFields } from '../../ticket-fields.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { tellsWho } from '../hearing/line-words.ts'
import { signsAround, signsOfQuestion, withoutNumbers } from '../hearing/signs-around.ts'
import { daysBetween, parseLocalTime } from './local-time.ts'
import { beginOf, type Candidate } from './time-choice.ts'

/** Families of words by which people tell that something goes on, is over, or happened at one blow. */
const families: readonly (readonly [string, RegExp])[] = [
  ['till', /到(?:今天|现在|目前|依家|而家)|至今/],
  ['still', /还没|还在|还是|仍|尚未|一直没|都没|都未|未/],
  ['always', /一直|不停|持续/],
  ['daily', /每[天晚日]|天天|日日|晚晚|经常|老是|总是/],
  ['every', /每次|每个|每周|每月/],
  ['begins', /开始|起(?!来)|以来|[之以]后/],
  ['lasted', /[一二两三四五六七八九十半几]个?多?(?:天|周|星期|礼拜|月|年)了/],
  ['now', /现在|目前|依家|而家/],
  ['over', /已经.{0,3}(?:好|走|停)|没事了|走了|停了|散了|结束/],
  ['blow', /摔|撞|砸|打人|骂|撕|咬|偷|撬|刮|划/],
  ['senses', /吵|噪|臭|味/],
  ['restore', /恢复|修|清|停止|尽快|赶紧/],
  ['repay', /退|赔|补/],
]

/** The families that a text tells of. */
const familiesIn = oncePerText((text) =>
  families.flatMap(([name, words]) => (words.test(text) ? [name] : [])),
)

/** How long before the call it was, in minutes, by steps: this hour, this day, this week, this year … */
const hour = 60
const day = 24 * hour
const steps = [hour, 3 * hour, 12 * hour, day, 3 * day, 7 * day, 14 * day, 31 * day, 92 * day, 366 * day]
/** What is said next is looked at for so many lines, and so many characters of each. */
const [nextLines, nextWords] = [2, 12]
/** A line later than these, and longer words behind a moment than these, are all one. */
const [latest, longest] = [8, 12]

/** What speaks for or against a matter's going on since the moment at which it was: the words around it and all of the call. */
export function lastingSigns(
  { value, line, start, end }: Candidate,
  hearing: Hearing,
  requestType: TicketFields['requestType'],
): ReadonlySet<string> {
  const [before, after] = [line.text.slice(0, start), line.text.slice(end)]
  const who = line.speaker.charAt(0)
  const question = line.speaker === 'citizen' ? (previousSeatLine(hearing, line)?.text ?? '') : ''
  const type = requestType ?? '无'
  const told = [
    ...new Set(hearing.lines.flatMap((each) => (tellsWho(each) ? [] : ofSpeaker(each)))),
    ...familiesIn(after).map((name) => `after:${name}`),
    ...familiesIn(before).map((name) => `before:${name}`),
    ...familiesIn(question).map((name) => `question:${name}`),
  ]
  return new Set([
    `type:${type}`,
    `by:${who}`,
    ...signsAround('', before, after),
    ...signsOfQuestion(question),
    ...Array.from(line.asked, (topic) => `asked:${topic}`),
    ...agoSigns(beginOf(value), hearing, type),
    ...told,
    ...told.map((sign) => `${type}:${sign}`),
    ...signsBehind(hearing.lines.slice(line.index + 1, line.index + 1 + nextLines)),
    `line:${String(Math.min(latest, line.index))}`,
    `behind:${String(Math.min(longest, after.length))}`,
  ])
}

const ofSpeaker = ({ speaker, text }: Line): readonly string[] =>
  familiesIn(text).map((name) => `${speaker.charAt(0)}:${name}`)

/** How long ago it was, and how exactly that was told. */
function agoSigns(begun: string, { startedAt }: Hearing, type: string): readonly string[] {
  const from = parseLocalTime(begun.includes('T') ? begun : `${begun.padEnd(10, '-15')}T12:00`)
  if (startedAt === undefined || from === undefined) return []
  const minutes =
    daysBetween(from, startedAt) * day + (startedAt.hour - from.hour) * hour + startedAt.minute - from.minute
  const step = String(steps.filter((least) => minutes > least).length)
  const exact = String(begun.length)
  return [
    `ago:${step}`,
    `ago:${step}:${type}`,
    `ago:${step}:${exact}`,
    `exact:${exact}`,
    `exact:${exact}:${type}`,
  ]
}

/** What is said after the moment, by pairs of characters. */
const signsBehind = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ text }, at) => {
    const words = withoutNumbers(text).slice(0, nextWords)
    return Array.from(words.slice(1), (_, place) => `N${String(at)}${words.slice(place, place + 2)}`)
  })
