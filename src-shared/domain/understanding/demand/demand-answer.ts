import { assents } from '../hearing/assent.ts'
import { isWish, moodOf, type Mood, wordDemand, wordsFrom } from './demand-line.ts'
import { objectsTo } from '../hearing/citizen-said.ts'
import { alike } from './demand-clause.ts'
import { withThing } from './demand-matter.ts'
import type { Wish } from './demand-wish.ts'
import { type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

const asksDemand =
  /(?:要求|希望|想要?|您是?要).{2,12}还是.{2}|(?:还有|其他|别的).{0,6}(?:要求|诉求|需求)|(?:希望|需要|想让?|要)我们.{0,6}(?:怎么|什么|如何|做|帮)|什么(?:帮助|需要我们)|怎么.{0,4}您(?:能|才)?(?:接受|满意)|(?:解决|结果|诉求|目的)$|达到什么|有(?:具体|什么|别的)?(?:要求|诉求)|您(?:想要?|希望|要求|打算|要)呢?$|(?:期望|期待)(?:是|呢|$)|什么(?:期望|期待)|(?:诉求|要求)请[讲说]|(?:诉求|要求|需求|建议|想法|目的|意见)(?:是什么|是|呢|有哪些|$)|(?:什么|有何)(?:诉求|要求|需求|建议)|(?:希望|想要?|要求|需要|建议).{0,8}(?:什么|多少|怎么|如何|哪些|怎样)|怎么(?:处理|解决)|您是?怎么想|想反映什么|您(?:这边)?(?:想|要|打算)(?:怎样|怎么样?|咋样|怎么办|怎么弄|什么)|您的?(?:诉求|要求)/
/** 商家怎么处理 asks what somebody else did. */
const othersDid =
  /(?:商家|店家|物业|对方|公司|他们?|平台|经理|店员|警察|老板|房东|医院|学校|银行|单位|管家|客服|中介|之前|当时|机构|餐厅|酒店|厂里|村里)[^，您]{0,8}(?:怎么|如何)/
const interrogative = /什么|怎么|怎样|咋|如何|多少|哪|还是|有没有|其他|别的/
/** 投诉还是提建议 asks for the type. */
const otherChoice = /(?:投诉|举报|咨询|建议).{0,12}还是|还是.{0,4}(?:建议|投诉|咨询|举报)/
const asksMore = /(?:还有|其他|别的).{0,6}(?:要求|诉求|需求)/
/** What the seat says it wrote down or will do is no wish. */
export const registering = /^(?:答复|回复|回电)[吗嘛]?$|登记|已经|记录|备注|回复|转给|工单/
const restating =
  /(?:请(?=(?:尽快|马上|立即|相关部门|有关部门).{4,}(?:可以|对|是|好)吗$)|(?<=您是?(?:这边)?)(?:要|来)(?=催|追问|撤|退.|赔|恢复)|要求|请求|希望|主张|建议|求助(?:我们)?(?:协调|帮忙)?|想让|想请|诉求|目的|(?:(?<=您(?:这边)?)(?:是)?需要|需要(?=相关部门|有关部门|物业|城管|街道))(?!登记|保密|匿名|我|提供|什么|先|到|去|带|在|办|咨|了解|转|备注|回)(?=.{4,}[吗把吧嘛]$)|(?:给您|帮您|为您|这边)(?:记|登记|写)(?:上|的?是)?(?!感谢|谢谢|下|一下|好|了|您|电话|名字|保密|匿名|在|成|录|的|工单|投诉|反映|个|到|转)(?=.{4,})|(?:跟您)?(?:确认|核对)一下(?=.{4})|(?<=^(?:那|好的?|您)*是(?:不是)?)要(?!不|投诉|举报|反映|咨询|什么)(?=.{4,}[吗嘛吧]$)|(?<=您是?)想(?!要?什么|怎|请|让|咨询|问|了解|反映|投诉|举报|表扬|建议))(?:(?:主要|就)?(?:是|事|为))?(?!.*(?:要求|希望|建议|想让|想请|诉求|目的))/
const tag =
  /(?:对吗|对嘛|是嘛|嘛|对把|是把|是吗|是吧|对吧|对不对|是不是|可以吗|(?<=.{4})对|您?看(?:行不行|可不可以|可以吗?|行吗?|这样行吗)|行不行|行吗|吗|(?<![网酒茶书水氧])吧|呀)+$/
const addition = /(?:还要|最好(?!别)|另外|还有|并且|同时)(?!一个|个|谁)/
/** Characters of a line with what was added to it. */
const longest = 40
/** Backchannels keep the floor with the citizen. */
const backchannel = /^(?:嗯|哦|好的?|对|是的?|您说|您讲|请讲|请说|明白|继续)+$/

/** 退剩下四十节的钱, to 您的诉求是退费吗: neither yes nor no, but the wish as the caller puts it. */
const putsItself =
  /^(?:啊|哦|嗯|就|那|先|主要|最少|起码|过年前|年前|今天|马上|尽快|上门)*(?:要|叫|让|把|请|希望|要求|多收|退|赔|补|修|拆|换|清|停|道歉|恢复|处理|解决|查|派|全部|不要|不准|付|给完|开(?=锁|门|票))/

/** The last answer to the question what the caller wants. */
export function answered(hearing: Hearing, mood: Mood | undefined): Wish | undefined {
  return hearing.lines.reduce<Wish | undefined>((last, line) => {
    if (line.speaker !== 'citizen') return last
    const question = questionBefore(hearing, line)
    if (question === undefined) return last
    const words = wordsFrom(line, 0).replace(
      /^(?:啊|哦|，)*(?:也?不是[^，]{1,8}?(?=就是)|(?:不是|不对)+，?)/,
      '',
    )
    const { mood: own, rest } = moodOf(words)
    if (proposalIn(question) !== undefined && own === undefined && line.reply === 'no') return last
    if (
      !(isWish(rest) || proposes(line, rest, mood) || answersPlainly(question, line, rest)) ||
      /^(?:咨询|问一?下)/.test(rest)
    )
      return last
    const kept = /^要求|^希望/.test(words.replace(/^(?:就|我们?|是|就是|嗯|啊|那)+/, ''))
    const value = wordDemand(rest, mood ?? own ?? '要求', kept && !rest.startsWith('他们把'))
    if (value === undefined) return last
    const claimed = line.reply === 'no' ? undefined : proposalIn(question)
    const whole = claimed === undefined ? value : withClaim(claimed, value)
    const wish = { value: withThing(hearing, whole), line, start: 0, confidence: 0.9 }
    return last !== undefined && asksMore.test(wishText(question.text)) ? together(last, wish) : wish
  }, undefined)
}

/** Whatever is said to a question for a proposal proposes something, unless it answers for a name or a number. */
const proposes = (line: Line, words: string, mood: Mood | undefined): boolean =>
  mood === '建议' && words.length > 3 && !line.asked.has('name') && !line.asked.has('phone')

const asksPlainly =
  /(?:诉求|您的?要求|您要求|期望|希望|主张)(?:是|是什么|呢|请[讲说])?$|(?:要求|希望|想要?|您是?要).{2,12}还是.{2}/
const noAnswer =
  /^(?:感谢|谢谢|是的?|对|没|不(?:知道|清楚|是)|因为|他们?|她|它|什么|怎么|刚才|昨天|今天|都|一直|我们?(?:是|家|这)|随便|看|喂|您说|再说)|吗$|怎么办|看着办|反映|说一下|让你们知道/

/** 我想重新鉴定, to 您的诉求是: whatever it is, it is what is wanted. */
const answersPlainly = (question: Line, line: Line, words: string): boolean =>
  asksPlainly.test(wishText(question.text)) &&
  line.index === question.index + 1 &&
  words.length > 3 &&
  !noAnswer.test(words) &&
  !/^(?:我|我们|也|倒|就|暂时)*没|看着办/.test(line.text)

/** A further demand stands beside the first, if a line holds both. */
function together(first: Wish, second: Wish): Wish {
  const value = `${first.value}，${second.value.slice(2)}`
  return value.length > longest || first.value.includes(second.value.slice(2)) ? first : { ...second, value }
}

/** The seat's question for the demand that a citizen's line answers, the line itself not being the seat's own proposal. */
function questionBefore(hearing: Hearing, line: Line): Line | undefined {
  let seat = previousSeatLine(hearing, line)
  if (seat !== undefined && backchannel.test(seat.text)) seat = previousSeatLine(hearing, seat)
  // 请问有什么诉求 opens a call.
  if (seat === undefined || seat.index === 0 || line.index - seat.index > 3 || otherChoice.test(seat.text))
    return undefined
  if (proposalIn(seat) !== undefined)
    return line.reply === 'no' || (line.reply === 'none' && putsItself.test(wishText(line.text)))
      ? seat
      : undefined
  const asking = wishText(seat.text)
  if (/想(?:问|咨询|了解|打听)/.test(asking)) return undefined
  return asksDemand.test(asking) && !othersDid.test(asking) ? seat : undefined
}

/** 退还定金两千 and, as the caller puts it, 先写两千: the words that hold the others, else both where a line holds them. */
function withClaim(claimed: Proposal, own: string): string {
  const [seat, caller] = [wordDemand(claimed.words, claimed.mood, true), own]
  if (seat === undefined) return caller
  const holds = (words: string, others: string): boolean =>
    Array.from(others.slice(2).replace(/[还费的钱给马上尽快]/g, '')).every((character) =>
      words.includes(character),
    )
  if (holds(caller, seat)) return caller
  if (holds(seat, caller)) return seat
  const both = `${seat}，${caller.slice(2)}`
  return both.length > longest ? caller : both
}

interface Proposal {
  readonly mood: Mood
  readonly words: string
  readonly start: number
}

/** 建议斑马线往东挪五米您贵姓: the next question begins. */
const askedNext = /(?:请问|那)?您?的?(?:贵姓|怎么称呼|如何称呼|姓名|电话|方便留|名字).*$/

/** What the seat says the caller wants: 要求房东维修 in 您的诉求是要求房东维修. */
function proposalIn(seat: Line): Proposal | undefined {
  const text = wishText(seat.text)
  const match = restating.exec(text)
  if (match === null) return undefined
  const start = match.index + match[0].length
  const words = text
    .slice(start)
    .replace(askedNext, '')
    .replace(tag, '')
    .replace(/^我们帮您/, '帮忙')
  if (
    words.length < 2 ||
    interrogative.test(words) ||
    registering.test(words) ||
    /^(?:是|呢|的|请[讲说])/.test(words)
  )
    return undefined
  const mood: Mood = match[0].startsWith('建议') ? '建议' : match[0].startsWith('希望') ? '希望' : '要求'
  return { mood, words, start: match.index }
}

export function restated(hearing: Hearing, mood: Mood | undefined): Wish | undefined {
  return hearing.lines.reduce<Wish | undefined>((last, seat) => {
    const reply = seat.speaker === 'seat' ? nextCitizenLine(hearing, seat) : undefined
    const proposal = reply === undefined ? undefined : proposalIn(seat)
    if (reply === undefined || proposal === undefined || !stands(seat, reply)) return last
    const value = wordDemand(proposal.words, mood ?? proposal.mood, true)
    if (value === undefined) return last
    const named = withThing(hearing, value)
    const added = addedIn(reply)
    const whole = added?.includes(named.slice(2)) === true ? named.slice(0, 2) + added : named
    const both = added === undefined || alike(whole.slice(2), added) ? whole : `${whole}，${added}`
    const wish = {
      value: both.length > longest ? named : both,
      line: seat,
      start: proposal.start,
      confidence: 0.88,
    }
    return last !== undefined && goesOn(hearing, last, seat) && !alike(bare(last).value, bare(wish).value)
      ? together(bare(last), bare(wish))
      : wish
  }, undefined)
}

/** A wish without what it is about, which stands in brackets. */
const bare = (wish: Wish): Wish => ({ ...wish, value: wish.value.replace(/（.*）$/, '') })

/** 再有就是叫号声音太小, told between two of the seat's summaries: the second stands beside the first. */
const goesOn = (hearing: Hearing, first: Wish, second: Line): boolean =>
  hearing.lines
    .slice(first.line.index + 1, second.index)
    .some(({ text }) => /^(?:那|嗯|好的?)*(?:还有|再有|另外|第二|其他)/.test(text))

/** 您希望…, 诉求是…: said of the caller, who need not say yes to it; not 希望您谅解, nor what a firm demands. */
const ofTheCaller =
  /^(?:好的?|嗯|那|所以|明白|知道|理解|就是|也就是|[^，]{0,3}(?:女士|先生|小姐))*(?:您(?:的|是|这边|就是|主要|现在|目前)*(?:要求|请求|希望|想|主张|诉求|目的|求助|要)|是?想(?:请|让)我们|(?:诉求|要求|希望|主张|建议)(?!您|你|大家))/
/** What the seat says the caller wants stands where he agrees, and where he answers without a word against it. */
const stands = (seat: Line, reply: Line): boolean =>
  assents(reply) ||
  reply.turn.text.startsWith('嗯') ||
  (ofTheCaller.test(wishText(seat.text)) && reply.reply !== 'no' && !objectsTo(reply))

const agreeing = /^(?:啊|哦|嗯|哎|对|是|得|的|系|没错|好|行|就是|就|这个|这样|你们?|您|那|yes|ok)*/i
/** 对，还要他们道歉; 是啊快点帮我把孩子弄出来: what the caller adds to the seat's words. */
function addedIn(reply: Line): string | undefined {
  const text = wishText(reply.text)
  const match = addition.exec(text) ?? agreeing.exec(text)
  if (match === null) return undefined
  const rest = wordsFrom(reply, match.index + match[0].length)
  const leads = match.index === 0 && !addition.test(match[0])
  if (leads && !tellsToAct.test(rest)) return undefined
  const added = isWish(rest) ? wordDemand(rest, '要求')?.slice(2) : undefined
  return added !== undefined && saysNothing.test(added) ? undefined : added
}
const saysNothing =
  /^(?:不?是)?(?:投诉|建议|咨询|举报)(?:不是.{2})?$|^不是(?:投诉|举报)|^(?:请|叫|让)?(?:她|他|它)?们?(?:归还|退|还)(?:给?来电人)?钱?$|^(?:尽快|赶紧|调查|查|处理|解决|检查|管)(?:一?下|他们?|她|它)*$/
/** 我, 他们 or a reason tells on; a verb, or a thing and what is to be done with it, asks for more. */
const tellsToAct =
  /^(?!最好别|我|他|她|你们(?:不|没|说)|不然|因为|这(?!个)|那(?!个)|本来|确实|是|对|就这|谢|没|现在|一直|都是|能).{4}/
