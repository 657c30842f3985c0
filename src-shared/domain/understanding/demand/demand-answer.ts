import { isWish, moodOf, type Mood, wordDemand, wordsFrom } from './demand-line.ts'
import { afterTurningDown, longest, type Proposal, proposalIn, together, turnsDown } from './demand-claim.ts'
import { withThing } from './demand-matter.ts'
import { withoutFormer } from './demand-speech.ts'
import { paidAsAsked, toBePaid, withShortSums } from './demand-sums.ts'
import type { Wish } from './demand-wish.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

const asksDemand =
  /您[^，]{1,4}(?:希望|想要|诉求)(?:是)?$|您觉得(?:该|应该|要|呢)(?:怎么[^，]{0,3})?$|您(?:希望|要求|想让)(?!答复|回[复访电])[^，吗吧呢]{2,4}$|(?:要求|希望|想要?|您是?要|^(?:那|您|是)*要(?=退|赔|补|修|换)).{2,12}还是.{2}|(?:还有|其他|别的).{0,6}(?:要求|诉求|需求)|(?:希望|需要|想让?|要)我们.{0,6}(?:怎么|什么|如何|做|帮)|什么(?:帮助|需要我们)|怎么.{0,4}您(?:能|才)?(?:接受|满意)|(?:解决|结果|诉求|目的)$|达到什么|有(?:具体|什么|别的)?(?:要求|诉求)|(?<![找问跟向给帮])您(?:想要?|希望|要求|打算|要)呢?$|^(?:好的?|那|嗯|您|请问)*(?:希望|诉求|要求|期望)(?:是|呢)?$|(?:您(?:这边|现在)?要(?:求)?|^(?:那|要|要求)?)[^，]{0,4}(?:退|赔|补)[还偿]?(?:多少|什么|哪些)|(?:期望|期待)(?:是|呢|$)|什么(?:期望|期待)|(?:诉求|要求)请[讲说]|(?:诉求|要求|需求|建议|想法|目的|(?<!有)意见)(?:是什么|是|呢|有哪些|$)|(?:什么|有何)(?:诉求|要求|需求|建议)|(?:希望|想要?|要求|需要|建议).{0,8}(?:什么|多少|怎么|如何|哪些|怎样|几[点天])|怎么(?:处理|解决)|您是?怎么想|想反映什么|您(?:这边)?(?:想|要|打算)(?:怎样|怎么样?|咋样|怎么办|怎么弄|什么)|您的?(?:诉求|要求)|(?<![找问跟向给帮])您(?:现在)?(?:是|最)?(?:要|想要|要紧的是)$/
/** 商家怎么处理 asks what somebody else did. */
const othersDid =
  /(?<!希望|想|想让|要求|需要|您要|建议)(?:商家|店家|物业|对方|公司|他们?|平台|经理|店员|警察|老板|房东|医院|学校|银行|单位|管家|客服|中介|之前|当时|机构|餐厅|酒店|厂里|村里)[^，您]{0,8}(?:怎么|如何)/
/** 投诉还是提建议 asks for the type. */
const otherChoice = /(?:投诉|举报|咨询|建议).{0,12}还是|还是.{0,4}(?:建议|投诉|咨询|举报)/
const asksMore = /(?:还有|其他|别的).{0,6}(?:要求|诉求|需求)/
/** Backchannels keep the floor with the citizen. */
const backchannel = /^(?:嗯|哦|好的?|对|是的?|您说|您讲|请讲|请说|明白|继续)+$/

/** 退剩下四十节的钱, to 您的诉求是退费吗: neither yes nor no, but the wish as the caller puts it. */
const putsItself =
  /^[^，]{2,10}(?:退|赔|修|换|拆|清)(?:掉|了|给我)?就(?:行|好|可以)|^(?:啊|哦|嗯|就|那|先|主要|最少|起码|过年前|年前|今天|马上|尽快|上门)*(?:要|叫|让|把|请|希望|要求|多收|退|赔|补|修|拆|换|清|停|道歉|恢复|处理|解决|查|派|全部|不要|不准|付|[加装改换放减少](?![^，]{0,3}[了过])|多(?=[开加派设装放])|给完|开(?=锁|门|票))/

/** The last answer to the question what the caller wants. */
export function answered(hearing: Hearing, mood: Mood | undefined): Wish | undefined {
  let before: Line | undefined
  return hearing.lines.reduce<Wish | undefined>((last, line) => {
    if (line.speaker !== 'citizen') return last
    const question = questionBefore(hearing, line, mood)
    if (question === undefined) return last
    const goesOn =
      (question === before && !changesMind.test(line.text)) || asksMore.test(wishText(question.text))
    const words = afterTurningDown(withoutFormer(wordsFrom(line, 0)).replace(/^，+/, '')).replace(
      /^(?:啊|哦|，)*(?:(?:不是|不对)+，?(?!.{1,8}就是))/,
      '',
    )
    const { mood: own, rest: told } = moodOf(words)
    const rest = paidAsAsked(wishText(question.text), toBePaid(told))
    const claim = turnsDown(line) ? undefined : proposalIn(question, mood)
    if (claim !== undefined && own === undefined && (line.reply === 'no' || concedes.test(words))) return last
    if (
      doneAlready.test(rest) ||
      (account.test(rest) && !/要|退(?:给|还)我/.test(rest)) ||
      !(isWish(rest) || proposes(line, rest, mood) || answersPlainly(question, line, rest)) ||
      /^(?:咨询|问一?下)|^(?:就)?[当算](?:是|作|做)?(?:建议|投诉|举报)|(?:怎么|如何)[^，]{1,3}$/.test(
        rest.replace(whatIf, ''),
      )
    )
      return last
    const kept = /^要求|^希望/.test(words.replace(/^(?:就|我们?|是|就是|嗯|啊|那)+/, ''))
    const value = wordDemand(rest, mood ?? own ?? '要求', kept && !rest.startsWith('他们把'))
    if (value === undefined) return last
    const claimed = line.reply === 'no' ? undefined : claim
    const whole = claimed === undefined ? value : withClaim(claimed, value)
    const wish = { value: withThing(hearing, whole), line, start: 0, confidence: 0.9 }
    before = question
    return last !== undefined && goesOn ? together(last, wish) : wish
  }, undefined)
}

/** 万一着火可怎么办: a worry behind the wish. */
const whatIf = /(?<=.{4})(?:万一|要是|不然|出了?事|这样?|我)[^，]*怎么[办搞弄]$/

/** 退了的后来退了: what was asked about is done already. */
const doneAlready =
  /^(?:那个?|早|都|这|钱|[^，]{0,4}?(?:已经|早就))*(?:退|赔|补|还|修|换|拆|清)(?:给我|好)?了(?:的|啊|呀|呢|$|，|[^，]{0,6}(?:已经|后来|早就))|^[^，]{0,8}已经(?:退|赔|补|还|修|换|拆|清|给)了/

/** 交了三千八他退了两千六: an account of what was paid. */
const account = /^(?:我们?|一共|总共)?(?:交|付|花|给|转|充|买)了/

/** 算了退一半吧, 那就退一半: in the place of what was said before. */
const changesMind = /^(?:啊|哦|嗯|那|就|哎)*(?:算了|还是|要不|不对|那就|也行)/

/** 退一半也得: what the caller would put up with is not what he wants. */
const concedes = /^[^，]{2,12}也(?:得(?![给出付退赔要])|行|可以|认)(?![^，]{0,2}就.{0,2}(?:退|赔))/

/** Whatever is said to a question for a proposal proposes something, unless it answers for a name or a number. */
const proposes = (line: Line, words: string, mood: Mood | undefined): boolean =>
  mood === '建议' &&
  words.length > 3 &&
  !onlyWhere.test(words) &&
  !line.asked.has('name') &&
  !line.asked.has('phone')

/** 先我们这里吧: where the proposal holds, or no proposal at all. */
const onlyWhere = /^(?:先|就)?[^，]{0,8}(?:这里|这边|那里|那边)[吧啊呀]*$|^(?:谢谢|多谢|没了|没有了|再见)/

const asksPlainly =
  /(?:诉求|您的?要求|您要求|期望|希望|主张)(?:是|是什么|呢|请[讲说])?$|(?:要求|希望|想要?|您是?要|^(?:那|您|是)*要(?=退|赔|补|修|换)).{2,12}还是.{2}/
const noAnswer =
  /^(?:感谢|谢谢|是的?|对|没|不(?:知道|清楚|是)|因为|他们?|她|它|(?:当|算)?(?:是|做|作)?(?:建议|投诉|举报)[了吧]?$|什么|怎么|刚才|昨天|今天|都|一直|我们?(?:是|家|这)|随便|看|喂|您说|再说)|吗$|怎么办|看着办|反映|说一下|让你们知道/

/** 赶紧开: an act of one character. */
const atOnce = /^(?:赶紧|赶快|尽快|马上|快点|立即|今天).$/

/** 我想重新鉴定, to 您的诉求是: whatever it is, it is what is wanted. */
const answersPlainly = (question: Line, line: Line, words: string): boolean =>
  asksPlainly.test(wishText(question.text)) &&
  line.index === question.index + 1 &&
  (words.length > 3 || atOnce.test(words)) &&
  !noAnswer.test(words) &&
  !onlyWhere.test(words) &&
  !/^(?:我|我们|也|倒|就|暂时)*没|看着办/.test(line.text)

/** The seat's question for the demand that a citizen's line answers, the line itself not being the seat's own proposal. */
function questionBefore(hearing: Hearing, line: Line, mood: Mood | undefined): Line | undefined {
  let seat = previousSeatLine(hearing, line)
  if (seat !== undefined && backchannel.test(seat.text)) seat = previousSeatLine(hearing, seat)
  // 请问有什么诉求 opens a call.
  if (seat === undefined || seat.index === 0 || line.index - seat.index > 3 || otherChoice.test(seat.text))
    return undefined
  if (proposalIn(seat, mood) !== undefined)
    return line.reply === 'no' ||
      turnsDown(line) ||
      (line.reply === 'none' && putsItself.test(wishText(line.text)))
      ? seat
      : undefined
  const asking = wishText(seat.text)
  if (/想(?:问|咨询|了解|打听)/.test(asking)) return undefined
  return asksDemand.test(asking) && !othersDid.test(asking) ? seat : undefined
}

/** Little words, and who is to act, which either side may leave out. */
const alsoUnsaid = /商家|对方|店家|物业|公司|房东|老板|平台|[他它她们还费的钱给马上尽快]/g

/** 退还定金两千 and, as the caller puts it, 先写两千: the words that hold the others, else both where a line holds them. */
function withClaim(claimed: Proposal, own: string): string {
  const [seat, caller] = [wordDemand(claimed.words, claimed.mood, true), own]
  if (seat === undefined) return caller
  const holds = (words: string, others: string): boolean =>
    Array.from(withShortSums(others.slice(2)).replace(alsoUnsaid, '')).every((character) =>
      words.includes(character),
    )
  if (holds(caller, seat)) return caller
  if (holds(seat, caller)) return seat
  const both = `${seat}，${caller.slice(2)}`
  return both.length > longest ? caller : both
}
