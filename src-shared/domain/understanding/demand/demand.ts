import type { RequestType } from '../kind/named-type.ts'
import type { HeardValue } from '../../ticket-fields.ts'
import { answered } from './demand-answer.ts'
import { longestOfBoth, registering } from './demand-claim.ts'
import { beginsFurther, behind, ofTheCall, withFurther } from './demand-further.ts'
import { restated } from './demand-restated.ts'
import type { Mood } from './demand-line.ts'
import { withAct } from './demand-act.ts'
import { hearPraise, hearReported } from './demand-praise.ts'
import { alike, sharesWord } from './demand-clause.ts'
import { assents } from '../hearing/assent.ts'
import { hearDanger } from '../kind/danger.ts'
import { implied, owed } from './demand-implied.ts'
import { hearQuestion } from './demand-question.ts'
import { namesObject, withMatter } from './demand-matter.ts'
import { otherSum } from './demand-sums.ts'
import { callsForAnyHelp, rescueFor, withRescue } from './demand-rescue.ts'
import { explicit, type Wish, wished } from './demand-wish.ts'
import { cite, type Hearing, heardValue, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { ticketRaised } from '../kind/ticket-raised.ts'
import { wishText, withoutBrackets } from './wish-text.ts'

/** A wish that leaves what is reported to the words before: 要求派人去查. */
const bare =
  /^(?:要求|希望)(?:派人|尽快|赶紧|马上|来人?|过来|去|你们|政府|半夜|晚上|到现场)*(?:调查|查处|查封|查|检查|核查|处理|处罚|抓|封|端|管|整治|取缔|打击|严查)(?:一?下|他们?|掉|清楚|一查|起来|查)*了?$/

/** 诉求目的: one line that begins with a verb. Where no words say what is to be done, all words of the call tell. */
export const hearDemand = (
  hearing: Hearing,
  requestType: HeardValue<RequestType> | undefined,
): HeardValue<string> | undefined => withAct(ruledDemand(hearing, requestType), hearing, requestType?.value)

/**
 * What was said of the demand. What answers the seat's question for it counts most, then the seat's words for it that the
 * caller agrees with, then what the caller wished anywhere; a question's demand is what is asked. Nothing is made up.
 */
export function ruledDemand(
  hearing: Hearing,
  requestType: HeardValue<RequestType> | undefined,
): HeardValue<string> | undefined {
  const type = requestType?.value
  const mood: Mood | undefined = type === '建议' ? '建议' : undefined
  if (type === '表扬') return present(passedOn(hearing, hearPraise(hearing)))
  const settled =
    summedUp(answered(hearing, mood), restated(hearing, mood)) ??
    withOwnWords(restated(hearing, mood), explicit(hearing, mood)) ??
    (type === '咨询' ? undefined : summarised(hearing))
  const told = type === '举报' ? hearReported(hearing) : undefined
  if (settled !== undefined && told !== undefined && leavesReported(settled, told))
    return present({
      ...settled,
      value: `${told.value.replace(/，要求查处$/, '')}，${withoutBrackets(settled.value)}`,
    })
  const whole = (wish: Wish) =>
    present(
      withFurther(
        hearing,
        withEarlier(hearing, { ...wish, value: withMatter(hearing, wish.value) }, mood),
        mood,
      ),
    )
  const rescue = rescueOf(hearing, type)
  if (rescue !== undefined && settled !== undefined && callsForAnyHelp(settled)) return present(rescue)
  if (settled !== undefined && !(type === '咨询' && asksOnly.test(settled.value))) return whole(settled)
  if (type === undefined) return undefined
  if (type === '咨询') {
    const urged = urgedOn(hearing)
    if (urged !== undefined) return present({ ...urged, value: withMatter(hearing, urged.value) })
    const question = withAsked(hearQuestion(hearing), settled)
    return question === undefined ? undefined : present({ ...question, confidence: 0.85 })
  }
  const wish = withRescue(rescue, wished(hearing, mood))
  const least = wish ?? told ?? taken(hearing) ?? usual(hearing, type)
  if (least === undefined) return undefined
  return least === rescue ? present(least) : whole(least)
}

/** 问租房能不能读, 教怎么办: an answer that asks is no wish. */
const asksOnly =
  /^(?:要求|希望)(?:就|先|只|来)*(?:问(?!责)|咨询|了解|知道|打听|不?能不?教)|(?:怎么办|能不能.{1,4})$/

/** 问租房能不能读, told when the seat asked what is wanted: behind the question that came first. */
function withAsked(question: Asked | undefined, answer: Wish | undefined): Asked | undefined {
  const words = /^..(?:就|先|只)*(?:问问?|咨询|了解)(?:一?下)?([^，（]{4,})/.exec(answer?.value ?? '')?.[1]
  if (question === undefined || words === undefined || sharesWord(question.value, words)) return question
  const value = `${question.value}，${words}`
  return value.length > longestOfBoth ? question : { ...question, value }
}
type Asked = Pick<Wish, 'value' | 'line' | 'start'>

/** The help that a danger to people calls for. */
function rescueOf(hearing: Hearing, type: RequestType | undefined): Wish | undefined {
  const danger =
    type === undefined || type === '举报' || type === '咨询' ? undefined : hearDanger(hearing, '突发')
  return danger === undefined
    ? undefined
    : rescueFor(
        hearing.lines.filter(({ speaker }) => speaker === 'citizen'),
        danger.reason,
      )
}

/** 还有一个要求…: behind what was wished before, or what is owed. */
function withEarlier(hearing: Hearing, wish: Wish, mood: Mood | undefined): Wish {
  if (!beginsFurther(wish.line)) return wish
  const before = { ...hearing, lines: hearing.lines.slice(0, wish.line.index) }
  return behind(wished(before, mood) ?? owed(before), wish)
}

/** 叫他们快点抢修, where the seat offers to pass on what was asked about. */
function urgedOn(hearing: Hearing): Wish | undefined {
  const wish = wished(hearing, undefined)
  const offered = wish === undefined ? undefined : previousSeatLine(hearing, wish.line)
  return wish !== undefined &&
    !ofTheCall.test(wish.value) &&
    !/回电|答复|回复/.test(wish.value) &&
    assents(wish.line) &&
    /登记|转|催|反映给|上报/.test(offered?.text ?? '')
    ? wish
    : undefined
}

const passing = /转达(?:您?的?)?(表扬|感谢|谢意)/

/** 转告他们领导给小罗记功: how the praise is to be passed on belongs to it. */
function passedOn(hearing: Hearing, praise: Wish | undefined): Wish | undefined {
  const asked = answered(hearing, '要求')
  const told = asked?.value.slice(2) ?? ''
  if (asked !== undefined && /转[告达]|记[个一]?功|通报|奖|锦旗/.test(told) && !praise?.value.includes(told))
    return praise === undefined
      ? { ...asked, value: `表扬，${told}` }
      : { ...praise, value: `${praise.value.replace(/，给予奖励$/, '')}，${told}` }
  const passes = hearing.lines.find(
    (line) =>
      passing.test(wishText(line.text)) &&
      (line.speaker === 'citizen' || nextCitizenLine(hearing, line)?.reply === 'yes'),
  )
  if (passes === undefined || praise === undefined || praise.value.includes('转达')) return praise
  const thanks = passing.exec(wishText(passes.text))?.[1] === '表扬' ? '转达' : '转达感谢，'
  return { ...praise, value: thanks + praise.value }
}

/** 派人去查, 去端了它: what is to be looked into stands in the report alone. */
function leavesReported(settled: Wish, told: Wish): boolean {
  const wish = withoutBrackets(settled.value)
  const both = wish.length + told.value.length <= longestOfBoth
  const reported = told.value.slice(2).replace(/，要求查处$/, '')
  return bare.test(wish) || (both && !namesObject(wish.slice(2)) && !sharesWord(reported, wish.slice(2)))
}

/** 退还剩余会费两千三, by which the seat sums up 退剩下的两千三: the later words, and with them what they leave out. */
function summedUp(own: Wish | undefined, seat: Wish | undefined): Wish | undefined {
  if (own === undefined || seat === undefined || seat.line.index < own.line.index) return own
  const [said, summed] = [withoutBrackets(own.value.slice(2)), withoutBrackets(seat.value)]
  if (otherSum(said, summed)) return seat
  if (holdsMost(summed, said)) return summed.length > own.value.length + leastMore ? seat : own
  const both = `${withoutBrackets(own.value)}，${summed.slice(2)}`
  return both.length > longestOfBoth ? own : { ...own, value: both }
}

/** Whether most of the characters of some words stand in others. */
const holdsMost = (words: string, others: string): boolean => {
  const kept = Array.from(others).filter((character) => words.includes(character)).length
  return kept * 3 >= others.length * 2
}

/** Characters more with which a summary tells more. */
const leastMore = 2

/** A summary of so few characters leaves out what it is about. */
const shortSummary = 6

/** 建议增加客流疏导, said of 建议早上在站厅分流: the caller's own words tell more, the seat's sum them up. */
function withOwnWords(seat: Wish | undefined, own: Wish | undefined): Wish | undefined {
  if (seat === undefined || own === undefined || own.line.index > seat.line.index) return seat
  const said = own.value.slice(2)
  const summed = withoutBrackets(seat.value)
  const short = summed.length - 2 <= shortSummary && said.length > summed.length
  if (alike(summed.slice(2), said) && !short) return seat
  const value = `${summed}，${said}`
  return value.length > longestOfBoth ? seat : { ...seat, value }
}

/** A proposal that proposes nothing demands nothing. */
function usual(hearing: Hearing, type: RequestType): Wish | undefined {
  const taking =
    hearing.lines.some(({ asked }) => asked.size > 0) ||
    ticketRaised(hearing) ||
    hearDanger(hearing, '突发') !== undefined
  return type === '建议' || !taking ? undefined : implied(hearing, type)
}

function present(wish: Wish | undefined): HeardValue<string> | undefined {
  if (wish === undefined) return undefined
  const { value, line, start, confidence } = wish
  return heardValue(value, [cite(line, start, line.text.length, confidence)])
}

const offer =
  /(?:请|让|安排|派|叫|联系|通知)([^，您]{2,8}?(?:部门|公司|单位|人员|局|物业|中心|师傅|工作人员|街道|社区|派出所|消防|人))([^，您]{2,14}?)(?:好不好|好吗|可以吗|行吗|行不行|可不可以|怎么样)$/
const action =
  /(?:帮您|为您|马上|立刻|立即|这就|给您)+(?:转|联系|通知|安排|协调)?([^，]{2,8}?(?:部门|公司|单位|人员|局|物业|中心|街道|社区|派出所|消防|交警))([^，]{2,14}?)(?:好不好|好吗|可以吗|行吗)?$/
/** 安排救护车并请社区帮忙抬人下楼对吗, 登记退车退款五万八: the seat sums up without a word for wishing. */
const summing =
  /^(?:好的?|那|哪|嗯|就|是|也|[帮给为]您|这边|先|登记|记录?|写|反映|转告)*(?!您|我|这|有|没|在|请问|电话|地址)(?:([^，您]{4,26}?)(?:对[吗嘛马]?|对吧|是吗|是吧|对不对|可以吗|好吗|行吗|吗)|((?!(?:马上|立即|尽快|正在|已经?)*(?:通知|联系|安排|转))[^，您是的了说写吗]{4,26}))$/
const toBeDone =
  /^(?:尽快|马上|立即)?(?:催|安排|派|处理|退|赔|查|修|拆|恢复|调取|补|清|停止|制止|核实|核查|检查|整改|更换|更正|取消|撤|开具|道歉|协调|联系|帮忙|通知|夜间|加装|增设|疏通)(?!好了|过|需要|一般|大概|要|的话|[^，]{0,6}(?:需要|工作日|以后|之后|什么|怎么|多少|几))/

/** What the seat says is to be done, where the caller agrees. */
function summarised(hearing: Hearing): Wish | undefined {
  return hearing.lines.reduce<Wish | undefined>((last, line) => {
    const reply = line.speaker === 'seat' && line.index > 3 ? nextCitizenLine(hearing, line) : undefined
    if (reply === undefined || !assents(reply)) return last
    const match = summing.exec(wishText(line.text))
    const words = match?.[1] ?? match?.[2] ?? ''
    return toBeDone.test(words) ? { value: `要求${words}`, line, start: 0, confidence: 0.8 } : last
  }, undefined)
}

const acting = /找|恢复|修|处理|解决|清|拆|救|抢修|检查|上门/

/** What the seat will have done, where the caller thanks for it. */
function taken(hearing: Hearing): Wish | undefined {
  const seat = hearing.lines.findLast((line) => {
    const reply = line.speaker === 'seat' ? nextCitizenLine(hearing, line) : undefined
    const thanked = reply !== undefined && (reply.reply === 'yes' || /谢|麻烦/.test(reply.text))
    return thanked && (offer.test(line.text) || action.test(line.text))
  })
  const words = wishText(seat?.text ?? '')
  const match = offer.exec(words) ?? action.exec(words)
  const done = match?.[2] ?? ''
  if (seat === undefined || match === null || !acting.test(done) || registering.test(done)) return undefined
  return {
    value: `希望帮忙${done}`.replace(/帮忙(?=尽快|恢复|抢修|检查|上门|派)/, ''),
    line: seat,
    start: match.index,
    confidence: 0.7,
  }
}
