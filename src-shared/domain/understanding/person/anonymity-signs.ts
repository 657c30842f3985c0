import { oncePer } from '../../../base/remember.ts'
import { assents, refuses } from '../hearing/assent.ts'
import { type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { asMeant, littleWords } from '../hearing/little-words.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { nearestSigns } from '../hearing/signs-around.ts'
import { formsOfAddress } from './form-of-address.ts'
import { ownNames } from './own-names.ts'

/** Of what lines speak that have to do with the leaving of a name. */
const terms = Object.entries({
  anonymous: /匿名|无名氏/g,
  secret: /保.{0,2}密/g,
  name: /姓名|名字|留名|真名|贵姓|称呼|(?<!匿)名(?=不|别|就|也|唔|了)|姓/g,
  who: /是谁|谁(?:打|说|讲|举报|投诉|反映)|是我/g,
  know: /[知之]道|晓得|认出|看出|猜|查到/g,
  tell: /透露|泄露|说出去|讲出去|告诉|公开|外传|漏/g,
  fear: /怕|担心|得罪|报复|抱负|穿小鞋|麻烦|不敢|为难/g,
  leave: /[留登写记填]/g,
  number: /电话|号码|手机|来电/g,
  anybody: /随便|路人|市民|群众|住户|居民|楼上|街坊/g,
})
const refusal = /[不别莫唔没免拒]|算了|空着/
const refusedNear = terms.map(
  ([, { source }]) =>
    new RegExp(`(?:${refusal.source})[^，]{0,4}?(?:${source})|(?:${source})[^，]{0,4}?(?:${refusal.source})`),
)
const question = /[吗呢吧嘛么]$|还是|要不要|方便|贵姓|称呼|可以吗/
const asksForName = /[名姓]|称呼/
const topics = ['name', 'phone', 'anonymous', 'confidential'] as const
const opening = 6

/** What in a call speaks for or against its being left without a name; `contactName`: the name that was heard. */
export function signsOfAnonymity(heard: Hearing, contactName: string | undefined): ReadonlySet<string> {
  const hearing = asMeant(heard)
  const isCalled = formsOfAddress(hearing).some(({ surname }) => surname !== undefined)
  return new Set([
    `named:${kindOfName(contactName)}`,
    `called:${String(isCalled)}`,
    `own:${String(ownNames(hearing, []).length > 0)}`,
    `asked:${String(hearing.lines.some(({ asked }) => asked.has('name')))}`,
    ...hearing.lines.flatMap((line) => [
      ...readLine(line).signs,
      ...(line.speaker === 'seat' ? repliedTo(hearing, line) : answering(hearing, line)),
    ]),
  ])
}

function kindOfName(name: string | undefined): 'no' | 'surname' | 'full' {
  if (name === undefined) return 'no'
  return /先生|女士|小姐/.test(name) ? 'surname' : 'full'
}

interface ReadLine {
  readonly text: string
  readonly spokenOf: readonly string[]
  readonly questioned: string
  readonly signs: readonly string[]
}

/** What a line speaks of, which hangs on nothing around it. */
const readLine = oncePer((line: Line): ReadLine => {
  const text = littleWords(spellMatter(line.text))
  const who = line.speaker.charAt(0)
  const [refused, questioned] = [refusal.test(text) ? '-' : '', question.test(text) ? '?' : '']
  const found = terms.flatMap(([term, words], at) => {
    const matches = [...text.matchAll(words)]
    return matches.length === 0 ? [] : [{ term, matches, isRefused: refusedNear[at]?.test(text) === true }]
  })
  const spokenOf = found.map(({ term }) => term)
  const pairs = spokenOf.flatMap((one, at) => spokenOf.slice(at + 1).map((other) => `${who}${one}+${other}`))
  const signs = found.flatMap(({ term, matches, isRefused }) => [
    who + term,
    who + term + refused + questioned,
    ...(isRefused ? [`${who}no~${term}`] : []),
    ...matches.flatMap((match) =>
      nearestSigns(who + term, text.slice(0, match.index), text.slice(match.index + match[0].length)),
    ),
  ])
  const answers = line.speaker === 'seat' ? [] : answersIn(line, text, spokenOf, refused)
  return { text, spokenOf, questioned, signs: [...signs, ...pairs, ...answers] }
})

/** What a citizen's line makes of the questions that are open. */
const answersIn = (
  line: Line,
  text: string,
  spokenOf: readonly string[],
  refused: string,
): readonly string[] =>
  topics
    .filter((topic) => line.asked.has(topic))
    .flatMap((topic) => [
      `a:${topic}:${stanceIn(line) ?? (refusal.test(text.slice(0, opening)) ? 'not' : 'told')}`,
      ...spokenOf.map((term) => `a:${topic}+${term}${refused}`),
    ])

function stanceIn(line: Line): 'no' | 'yes' | undefined {
  if (refuses(line)) return 'no'
  return assents(line) ? 'yes' : undefined
}

/** What the citizen says to a seat's words of names, secrecy or numbers. */
function repliedTo(hearing: Hearing, line: Line): readonly string[] {
  const { spokenOf, questioned } = readLine(line)
  if (spokenOf.length === 0) return []
  const next = nextCitizenLine(hearing, line)
  const refused = next !== undefined && /[不别免]|算了/.test(next.text.slice(0, opening)) ? 'not' : ''
  const reply = next === undefined ? '' : (stanceIn(next) ?? refused)
  return spokenOf.map((term) => `s${term}${questioned}>${reply}`)
}

/** How an answer to a question for the name begins. */
function answering(hearing: Hearing, line: Line): readonly string[] {
  const seat = previousSeatLine(hearing, line)
  if (seat === undefined || !asksForName.test(seat.text)) return []
  const { text } = readLine(line)
  return [1, 2, 3].map((size) => `n${String(size)}${text.slice(0, size)}`)
}
