import type { HeardValue, TicketFields } from '../ticket-fields.ts'
import { isWish, moodOf, type Mood, wordDemand, wordsFrom } from './demand-line.ts'
import { withThing } from './demand-matter.ts'
import { hearPraise, hearReported } from './demand-praise.ts'
import { hearQuestion } from './demand-question.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine, previousSeatLine } from './hearing.ts'
import { respell } from './respell.ts'

type RequestType = NonNullable<TicketFields['requestType']>

/** A line of the call that says what is wanted. */
interface Wish {
  readonly value: string
  readonly line: Line
  readonly start: number
  readonly confidence: number
}

const asksDemand =
  /(?:还有|其他|别的).{0,6}(?:要求|诉求|需求)|(?:希望|需要|想让?|要)我们.{0,6}(?:怎么|什么|如何|做|帮)|什么帮助|您(?:想|希望|要求)$|(?:诉求|要求|需求|建议|想法|目的)(?:是什么|是|呢|有哪些|$)|(?:什么|有何)(?:诉求|要求|需求|建议)|(?:希望|想要?|要求|需要|建议).{0,8}(?:什么|多少|怎么|如何|哪些)|怎么(?:处理|解决)|想反映什么|您的?(?:诉求|要求)/
const interrogative = /什么|怎么|如何|多少|哪|还是|有没有|其他/
/** 投诉还是提建议 asks for the type. */
const otherChoice = /(?:投诉|举报|咨询|建议).{0,12}还是|还是.{0,4}(?:建议|投诉|咨询|举报)/
const asksMore = /(?:还有|其他|别的).{0,6}(?:要求|诉求|需求)/
/** What the seat says it wrote down or will do is no wish. */
const registering = /登记|已经|记录|备注|回复|转给|工单/
const restating = /(?:要求|希望|建议|想让|想请)(?!.*(?:要求|希望|建议|想让|想请))/
const tag = /(?:对吗|是吗|是吧|对吧|对不对|是不是|可以吗|吗|吧|呀)+$/
const addition = /(?:还要|最好(?!别)|另外|还有|并且|同时)(?!一个|个|谁)/
/** Characters of a line with what was added to it. */
const longest = 34
/** Backchannels keep the floor with the citizen. */
const backchannel = /^(?:嗯|哦|好的?|对|是的?|您说|您讲|请讲|请说|明白|继续)+$/

/**
 * 诉求目的: one line that begins with a verb. What answers the seat's question for it counts most, then the seat's words for
 * it that the caller agrees with, then what the caller wished anywhere; a question's demand is what is asked. Nothing is made up.
 */
export function hearDemand(
  hearing: Hearing,
  requestType: HeardValue<RequestType> | undefined,
): HeardValue<string> | undefined {
  const type = requestType?.value
  const mood: Mood | undefined = type === '建议' ? '建议' : undefined
  if (type === '表扬') return present(hearPraise(hearing))
  const settled = answered(hearing, mood) ?? restated(hearing, mood)
  if (settled !== undefined && !(type === '举报' && settled.value.length < 6)) return present(settled)
  if (type === undefined) return undefined
  if (type === '咨询') {
    const question = hearQuestion(hearing)
    return question === undefined ? undefined : present({ ...question, confidence: 0.85 })
  }
  return present(
    wished(hearing, mood) ??
      (type === '举报' ? hearReported(hearing) : undefined) ??
      settled ??
      taken(hearing),
  )
}

function present(wish: Wish | undefined): HeardValue<string> | undefined {
  if (wish === undefined) return undefined
  const { value, line, start, confidence } = wish
  return heardValue(value, [cite(line, start, line.text.length, confidence)])
}

/** The last answer to the question what the caller wants. */
function answered(hearing: Hearing, mood: Mood | undefined): Wish | undefined {
  return hearing.lines.reduce<Wish | undefined>((last, line) => {
    if (line.speaker !== 'citizen') return last
    const question = questionBefore(hearing, line)
    if (question === undefined) return last
    const words = wordsFrom(line, 0).replace(
      /^(?:啊|哦|，)*(?:也?不是[^，]{1,8}?(?=就是)|(?:不是|不对)+，?)/,
      '',
    )
    const { mood: own, rest } = moodOf(words)
    if (proposalIn(question) !== undefined && own === undefined) return last
    if (!isWish(rest) || /^(?:咨询|问一?下)/.test(rest)) return last
    const kept = /^要求|^希望/.test(words.replace(/^(?:就|我们?|是|就是|嗯|啊|那)+/, ''))
    const value = wordDemand(rest, mood ?? own ?? '要求', kept && !rest.startsWith('他们把'))
    if (value === undefined) return last
    const wish = { value: withThing(hearing, value), line, start: 0, confidence: 0.9 }
    return last !== undefined && asksMore.test(question.text) ? together(last, wish) : wish
  }, undefined)
}

/** A further demand stands beside the first, if a line holds both. */
function together(first: Wish, second: Wish): Wish {
  const value = `${first.value}，${second.value.slice(2)}`
  return value.length > longest || first.value.includes(second.value.slice(2)) ? first : { ...second, value }
}

/** The seat's question for the demand that a citizen's line answers, the line itself not being the seat's own proposal. */
function questionBefore(hearing: Hearing, line: Line): Line | undefined {
  let seat = previousSeatLine(hearing, line)
  if (seat !== undefined && backchannel.test(seat.text)) seat = previousSeatLine(hearing, seat)
  if (seat === undefined || line.index - seat.index > 3 || otherChoice.test(seat.text)) return undefined
  if (proposalIn(seat) !== undefined) return line.reply === 'no' ? seat : undefined
  return asksDemand.test(seat.text) ? seat : undefined
}

/** What the seat says the caller wants: 要求房东维修 in 您的诉求是要求房东维修. */
function proposalIn(
  seat: Line,
): { readonly mood: Mood; readonly words: string; readonly start: number } | undefined {
  const text = respell(seat.text)
  const match = restating.exec(text)
  if (match === null) return undefined
  const start = match.index + match[0].length
  const words = text.slice(start).replace(tag, '')
  if (words.length < 2 || interrogative.test(words) || registering.test(words) || /^(?:是|呢|的)/.test(words))
    return undefined
  const mood: Mood = match[0] === '建议' ? '建议' : match[0] === '希望' ? '希望' : '要求'
  return { mood, words, start: match.index }
}

function restated(hearing: Hearing, mood: Mood | undefined): Wish | undefined {
  return hearing.lines.reduce<Wish | undefined>((last, seat) => {
    const reply = seat.speaker === 'seat' ? nextCitizenLine(hearing, seat) : undefined
    if (reply === undefined || (reply.reply !== 'yes' && !reply.turn.text.startsWith('嗯'))) return last
    const proposal = proposalIn(seat)
    if (proposal === undefined) return last
    const value = wordDemand(proposal.words, mood ?? proposal.mood, true)
    if (value === undefined) return last
    const named = withThing(hearing, value)
    const added = addedIn(reply)
    const both = added === undefined ? named : `${named}，${added}`
    return {
      value: both.length > longest ? named : both,
      line: seat,
      start: proposal.start,
      confidence: 0.88,
    }
  }, undefined)
}

/** 对，还要他们道歉: what the caller adds to the seat's words. */
function addedIn(reply: Line): string | undefined {
  const match = addition.exec(respell(reply.text))
  if (match === null) return undefined
  const rest = wordsFrom(reply, match.index + match[0].length)
  return isWish(rest) ? wordDemand(rest, '要求')?.slice(2) : undefined
}

const spoken: readonly (readonly [RegExp, Mood, number])[] = [
  [/(?:诉求|目的|想法)(?:就|主要)?是/, '要求', 3],
  [
    /(?<!没有?|什么|啥|合理|符合|他们|他|公司|老板|物业|按|不)要求(?!是|我|他(?!们)|的|不(?!要)|过|了|高)/,
    '要求',
    3,
  ],
  [/(?<!没|没有|有|很有|大有)希望(?!我)/, '希望', 3],
  [/建议(?!书|很|都|是不)/, '建议', 2.5],
  [
    /(?:我|我们)(?:就|只|现在|是)*(?:想|要)(?:让|叫|请)|(?:就是|就)?想(?:请|叫|让)(?=你们|您|政府)/,
    '要求',
    2,
  ],
  [/(?:能不能|可不可以|能否)(?=.{2})/, '希望', 2],
  [/最好(?=派|能|叫|让|把|给|尽快|有人|是)/, '希望', 1.8],
  [
    /(?:叫|让)(?=你们|他们?(?!停)|她|人来|物业|城管|环保|交警|房东|教育局|派出所|有关部门|消防|老板|公司)/,
    '要求',
    1.6,
  ],
  [
    /我们?(?:就|只|现在|是)*要(?!投诉|举报|反映)(?=.{0,8}(?:道歉|赔偿|退款|退钱|退货|换货|说法|解释))/,
    '要求',
    1.7,
  ],
  [/必须(?=给|退|赔|道歉|处理|整改|赶紧|马上|让|把)/, '要求', 1.6],
  [/麻烦(?=你们|您|帮|尽快|派|处理)|(?<![申邀聘])请(?=你们|您|政府|有关|相关|尽快|马上|立即)/, '希望', 1.5],
  [/帮(?=我们?(?:找|查|修|处理|看|催|联系|解决|恢复|问|协调|反映|弄|搞))/, '希望', 1.5],
  [
    /(?=(?:赶紧|尽快|马上|立即|赶快|快点)(?:给|派|处理|解决|修|恢复|退|赔|来(?=[人修处看查救抢水电解])|安排|停|查|拆|清)(?!来[^人修处看查救抢水电解]))/,
    '要求',
    1,
  ],
]
const proposed: (typeof spoken)[number] = [/应该(?=.{3})|可以(?=多|加|增|在|把)/, '建议', 1.2]
const reported = /(?:说|叫|让)(?:我|他们?)?$|(?:如果|要是|万一).{0,6}$/

/** The clearest wish of the caller, of equal ones the later. */
function wished(hearing: Hearing, mood: Mood | undefined): Wish | undefined {
  let best: { weight: number; wish: Wish } | undefined
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    for (const [pattern, own, weight] of mood === '建议' ? [...spoken, proposed] : spoken) {
      const wish = wishAt(hearing, line, pattern, mood ?? own)
      if (wish === undefined) continue
      if (best === undefined || weight >= best.weight) best = { weight, wish }
      break
    }
  }
  return best?.wish
}

function wishAt(hearing: Hearing, line: Line, pattern: RegExp, mood: Mood): Wish | undefined {
  const text = respell(line.text)
  const match = pattern.exec(text)
  if (match === null || reported.test(text.slice(Math.max(0, match.index - 8), match.index))) return undefined
  const start = match.index + match[0].length
  const parsed = moodOf(wordsFrom(line, start, text))
  const inner = parsed.mood !== undefined && !/^[叫让请要想]/.test(text.slice(start)) ? parsed.mood : mood
  const words = parsed.rest
  if (!isWish(words)) return undefined
  const value = wordDemand(words, mood === '建议' ? mood : inner, /要求|希望/.test(match[0]))
  return value === undefined
    ? undefined
    : { value: withThing(hearing, value), line, start: match.index, confidence: 0.75 }
}

const action =
  /(?:帮您|为您|马上|立刻|立即|这就|给您)+(?:转|联系|通知|安排|协调)?([^，]{2,8}?(?:部门|公司|单位|人员|局|物业|中心))(.{2,14})$/
const acting = /找|恢复|修|处理|解决|清|拆|救|抢修|检查|上门/

/** What the seat will have done, where the caller thanks for it. */
function taken(hearing: Hearing): Wish | undefined {
  const seat = hearing.lines.findLast((line) => {
    const reply = line.speaker === 'seat' ? nextCitizenLine(hearing, line) : undefined
    return (
      reply !== undefined && (reply.reply === 'yes' || /谢|麻烦/.test(reply.text)) && action.test(line.text)
    )
  })
  const match = seat === undefined ? null : action.exec(respell(seat.text))
  const done = match?.[2] ?? ''
  if (seat === undefined || match === null || !acting.test(done) || registering.test(done)) return undefined
  return {
    value: `希望帮忙${done}`.replace(/帮忙(?=尽快|恢复|抢修|检查|上门|派)/, ''),
    line: seat,
    start: match.index,
    confidence: 0.7,
  }
}
