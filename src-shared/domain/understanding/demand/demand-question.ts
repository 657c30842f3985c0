import { aspectChosen } from './demand-aspect.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { wordsFrom } from './demand-line.ts'
import { namesThing, thingTold } from './demand-matter.ts'
import { respellLike } from '../hearing/respell.ts'
import { ticketRaised } from '../kind/ticket-raised.ts'
import { wishText } from './wish-text.ts'

const cue =
  /(?:想|要|(?<![过进出回下上])来|就是|我|就)*(?:咨询|问一?下|问问|问个事|问一[句声]|请教|了解|打听|(?<=[想要])问(?:清楚)?(?!题|过|了|责)|(?<=^[^，]{0,6}[我个])问(?=[^你您他她题过了责一]{3}))(?:一?下|一句|[个件]事(?![业故情])|个)?(?:关于|就是|你们?|您)*(?!题|过|了)|请问(?:一?下)?/
const interrogative =
  /怎么|咋|什么|啥|吗|能不能|可不可以|是不是|如何|哪|多少|几[个点天时号月]|多久|可以|有没有|要不要|需不需要/
const whether = /(.)不\1/
const greeting =
  /^(?:喂+|你们?好|您好|哈喽|啊|哦|噢|嗯|那个|就是|就|那|要(?=在|去|开|办)|我们?(?:要|想)?(?!们)(?=在|去|开|办)|是(?!不是)|这个|好的?|一下|关于|，|我就?|想|哈|呀|吧|到时候|咨询|(?:请|麻烦)?(?:你们?|您)?帮(?:我|忙)?(?:查|问|看)(?:一?下)?(?:那个)?|一个(?=我们?))+/
const own: readonly (readonly [RegExp, string])[] = [
  [/我(?:老婆|太太)/g, '妻子'],
  [/我(?:老公|先生)/g, '丈夫'],
  [/我爸爸?/g, '父亲'],
  [/我妈妈?/g, '母亲'],
  [/到我们?(?:这里|这边|这儿)/g, '到来电人处'],
  [/我们?(?:的|那个|这个|家)?/g, ''],
  [/你们?(?:这边|那边|这里)?/g, ''],
]
const ending = /(?:啊|呀|呢|吧|哦|的话|谢谢.*|弄得|，)+$/
const more = /(?:还有一?个?(?:问题|事)?|还想问|另外问?一?下?|再问一?下?)(?:就是)?(.{4,})$/
const longest = 30
/** A question up to this length that begins with its question word may lack its matter. */
const shortest = 16

const isQuestion = (words: string): boolean =>
  (interrogative.test(words) || whether.test(words)) && !/什么名堂|凭什么/.test(words)

/** The caller's first words come this early. */
const lastOpening = 2
/** A question so many lines later is a further one. */
const soon = 6
const openQuestion = /(?<!凭)(?:怎么|咋|如何|哪里|去哪|[什啥]么?(?:时候|材料|手续|条件|流程)|多少钱|多久)/

/** 咨询…: what a caller asks, in a line; the question goes on in the next turn where the first words only name its matter. */
export function hearQuestion(
  hearing: Hearing,
): { readonly value: string; readonly line: Line; readonly start: number } | undefined {
  const lines = hearing.lines.filter(({ speaker, text }) => speaker === 'citizen' && text.length > 3)
  const seat = hearing.lines.filter(({ speaker }) => speaker === 'seat').map(({ text }) => text)
  const spelled = respellLike(seat)
  const read = (line: Line, start: number) => asked(wordsFrom(line, start, spelled(wishText(line.text))))
  const opening = lines.find(({ index }) => index <= lastOpening)
  for (const line of lines) {
    const match = cue.exec(wishText(line.text))
    if (match === null || matterOnly(wishText(line.text).slice(match.index + match[0].length))) continue
    // 捡到一个钱包怎么处理: what is asked first is what the call is about.
    if (opening !== undefined && line.index > opening.index + soon && openQuestion.test(opening.text)) break
    const start = match.index + match[0].length
    const after = read(line, start)
    // 我爸想迁户口问问要什么手续: what is asked about comes first.
    const before = match.index >= 6 && after.length < 8 ? read(line, 0).replace(cue, '') : ''
    const words = (before === '' ? after : before).replace(ofThisCall, '')
    if (words.length < shortestTopic) continue
    const asksPlainly = interrogative.test(words) && /想|要|咨询|请|下|打听|了解/.test(match[0])
    if (opening !== undefined && line !== opening && !asksPlainly && isQuestion(opening.text)) break
    const next = interrogative.test(words) ? undefined : nextQuestion(hearing, line)
    const first = next === undefined ? words : words.replace(/^一?个(.{2,8}?)的?(?:问题|事情?)$/, '$1')
    const value = withTopic(hearing, joined(first, next === undefined ? undefined : read(next, 0)))
    return {
      value: `咨询${withAspect(hearing, withLast(hearing, line, value, read))}`,
      line,
      start: match.index,
    }
  }
  return uncued(hearing, lines, read) ?? matterAsked(lines, read)
}

/** Characters of a question that is asked last, and of the whole line with it. */
const longestLast = 14
const longestWithLast = 44

/** Where the words behind 问一下 begin. */
function cueEnd({ text }: Line): number {
  const match = cue.exec(wishText(text))
  return match === null ? 0 : match.index + match[0].length
}

const leftOpen =
  /去哪|(?:怎么|咋)(?:样)?[办弄申交领查报续补换开]|如何|多少[钱前]|几[天号点]|多久|[什啥]么?(?:材料|手续|条件)|带啥|(?:能不能|可不可以|缺不缺)(?!帮|查|快)/
/** 要带什么材料, 网上怎么申请 belong to the question even where they were answered at once. */
const toldAtOnce =
  /(?:怎么|咋)(?:样|个)?[申交领查报续补换](?!.{3})|(?:哪里|去哪|在哪)(?:里)?[办申交领查报续补换]|(?:带|要|交|准备|提供).{0,2}(?:什么|哪些)(?:材料|资料|手续|证件|条件)|需要什么(?:材料|资料|手续|条件)/

/** 那去哪里备案: a short question asked last is the one that was left to be answered. */
function withLast(
  hearing: Hearing,
  line: Line,
  value: string,
  read: (line: Line, start: number) => string,
): string {
  const open = ticketRaised(hearing) ? leftOpen : toldAtOnce
  const last = hearing.lines.findLast(
    (other) =>
      other.speaker === 'citizen' &&
      other.index > line.index + 1 &&
      other.text.length <= longestLast &&
      (open.test(other.text) || cueEnd(other) > 0) &&
      !other.asked.has('name') &&
      !other.asked.has('phone'),
  )
  const words = last === undefined ? '' : read(last, cueEnd(last)).replace(/(?<=怎么.*)[吗嘛]$/, '')
  const both = `${value}，${words}`
  return words.length < 4 || value.includes(words) || both.length > longestWithLast ? value : both
}

/** 问一下表扬人是不是也打这个电话 asks about the line, not about a matter; the caller goes on to say what he wants. */
const matterOnly = (words: string): boolean =>
  /^(?:那个|个事|一?件事|你们几件事|一?[点些]?(?:事情?|问题|情况))?$/.test(words)

function nextQuestion(hearing: Hearing, line: Line): Line | undefined {
  const next = nextCitizenLine(hearing, line)
  return next !== undefined && interrogative.test(next.text) && next.text.length >= 4 ? next : undefined
}

/** 失业金, 疫苗: a matter of so few characters can be asked about. */
const shortestTopic = 2
/** 算投诉吗先不投诉就问, 不想说是哪个小区就问问: about the call, not about a matter. */
const ofThisCall =
  /^[^，]{0,6}(?:算投诉|不?是投诉|不投诉|不(?:想|愿意?|方便)说|不登记)[^，]{0,8}?(?:就是|就问问?|$)/

/** A caller who asks without saying so: what he lacks, and what else he asks. */
function uncued(hearing: Hearing, lines: readonly Line[], read: (line: Line, start: number) => string) {
  const line = lines.find(
    ({ text }) => !ofThisCall.test(text) && (/找不到|不知道|不清楚|不会/.test(text) || isQuestion(text)),
  )
  if (line === undefined) return undefined
  const words = read(line, 0)
  const further = lines.find((other) => other.index > line.index && more.test(other.text))
  const second = further === undefined ? undefined : asked(more.exec(wishText(further.text))?.[1] ?? '')
  if (words.length < 4) return undefined
  const value = withAspect(hearing, withTopic(hearing, joined(words, second)))
  return { value: `咨询${value}`, line, start: 0 }
}

/** 失业金，申领条件: with which of two things the seat offered is meant. */
function withAspect(hearing: Hearing, question: string): string {
  const aspect = aspectChosen(hearing, question)
  const whole = aspect === undefined ? question : `${question}，${aspect}`
  return whole.length > longestWithLast ? question : whole
}

/** 找一下停车泊位, 我要包月路边的: a caller who wants to know of something, and has no question. */
function matterAsked(
  lines: readonly Line[],
  read: (line: Line, start: number) => string,
): { readonly value: string; readonly line: Line; readonly start: number } | undefined {
  const line = lines.find(({ text }) => seeks.test(wishText(text)))
  if (line === undefined) return undefined
  const words = read(line, seeks.exec(wishText(line.text))?.[0].length ?? 0).replace(/那个$/, '')
  const wanted = lines.find(({ index, text }) => index > line.index && /^我?[要想]/.test(text))
  const more = wanted === undefined ? '' : read(wanted, 0).replace(/^[要想]/, '')
  return words.length < shortestTopic
    ? undefined
    : { value: `咨询${more === '' ? words : joined(words, more)}`, line, start: 0 }
}

/** 找一下, 我想查: the caller seeks something. */
const seeks = /^(?:喂|你好|您好|我|就|想|要|来|那个|请|麻烦)*(?:找|查|办|弄)(?:一?下|询)?(?!人|你们|领导)/

/** 怎么补办要带什么: what it is about was told before. */
function withTopic(hearing: Hearing, question: string): string {
  if (
    question.length > shortest ||
    !/^(?:怎么|如何|要|需要|去?哪|什么|几|多|能|可|补(?:办|贴|助|缴)?|费用|手续|材料|条件|政策|流程|钱|办|续|申请|换|取|交|报)/.test(
      question,
    )
  )
    return question
  const topic = namesThing(question) ? undefined : thingTold(hearing)
  return topic === undefined ? question : `${topic}${question}`
}

function joined(first: string, second: string | undefined): string {
  if (second === undefined || second === '' || first.includes(second)) return first
  const both = `${first}，${second}`
  return both.length <= longest + 5 ? both : first
}

function asked(words: string): string {
  const plain = own.reduce((text, [pattern, instead]) => text.replace(pattern, instead), words)
  const cut = plain
    .replace(greeting, '')
    .replace(/^(?:那个|这个|就是|是|，)+/, '')
    .replace(/弄得$/, '弄')
    .replace(/咋么|咋个|咋样?|点样/g, '怎么')
    .replace(/(?:那个|这个)?啥子?(?!都)/g, (word) => (word.length > 2 ? '' : '什么'))
    .replace(/(?<=^.{0,8})(?:想|要)办(?:一?个|那个|这个)?(?=[^，理完好]{2})/, '办理')
  const parts = cut.split('，')
  let value = ''
  for (const part of parts) {
    if (value !== '' && (value.length + part.length > longest || interrogative.test(value))) break
    value += value === '' ? part : `，${part}`
  }
  return value.slice(0, longest + 10).replace(ending, '')
}
