import type { Line } from '../hearing/hearing.ts'
import { isWish, type Mood } from './demand-line.ts'
import type { Wish } from './demand-wish.ts'
import { wishText } from './wish-text.ts'

const interrogative = /什么|怎么|怎样|咋|如何|多少|几[点天时个号月]|哪|还是|有没有|其他|别的/
/** What the seat says it wrote down or will do is no wish. */
export const registering =
  /^(?:答复|回复|回电)[吗嘛]?$|^(?:具体)?(?:地点|地址|位置)|知道(?:是)?您|保密|匿名|回[电访]|登记|已经|记录|备注|回复|转给|工单/
const restating =
  /(?:请(?=(?:尽快|马上|立即|相关部门|有关部门).{4,}(?:可以|对|是|好)吗$)|(?<=您(?:的意思)?是?(?:这边)?)(?:要|来)(?=催|追问|撤|退.|赔|恢复|查(?!什么)|补办|(?!不|求|什么|多少|投诉|举报|反映|咨询)[^，什么多少]{1,6}(?:退|赔|修|换|拆|道歉))|要求|请求|希望|主张|建议|求助(?:我们)?(?:协调|帮忙)?|想让|想请|诉求|目的|(?:(?<=您(?:这边)?)(?:是)?需要|需要(?:我们?|帮您|给您|协调)*(?=相关部门|有关部门|物业|城管|街道|恢复|维修|清理|拆|退|赔|更换|疏通|安排人|派|催|联系(?!您|方式|电话)))(?!登记|保密|匿名|我|帮助|提供|什么|先|到|去|带|在|办|咨|了解|转|备注|回)(?=.{2,}[吗把吧嘛]$)|(?:给您|帮您|为您|这边)(?:记|登记|写)(?:上|的?是)?(?!感谢|谢谢|下|一下|好|了|您|电话|名字|保密|匿名|在|成|录|的|工单|投诉|反映|个|到|转)(?=.{4,})|(?:跟您)?(?:确认|核对)一下(?=.{4})|(?<=^(?:那|好的?|您)*是(?:不是)?)要(?!不|投诉|举报|反映|咨询|什么)(?=.{4,}[吗嘛吧]$)|(?<=您是?)想(?!要?什么|怎|请|让|咨询|问|了解|反映|投诉|举报|表扬|建议))(?:(?:主要|就)?(?:是|事|为))?(?!.*(?:要求|希望|建议|想让|想请|诉求|目的))/
const tag =
  /(?:对吗|对嘛|是嘛|嘛|对把|是把|是吗|是吧|对吧|对不对|是不是|可以吗|(?<=.{4})对|您?看(?:行不行|可不可以|可以吗?|行吗?|这样行吗)|行不行|(?<!银)行吗|吗|(?<![网酒茶书水氧])吧|呀)+$/

/** What the seat says the caller wants. */
export interface Proposal {
  readonly mood: Mood
  readonly words: string
  readonly start: number
}

/** 建议斑马线往东挪五米您贵姓: the next question begins. */
const askedNext = /(?:请问|那)?您?的?(?:贵姓|怎么称呼|如何称呼|姓名|电话|方便留|名字).*$/

/** 您希望银行: the seat names who is to act, and leaves what to the caller. */
const partyAlone = 4
const asksBack = /(?:是吗|是吧|对吗|对吧|对不对|是不是)$/

/**
 * What the seat says the caller wants: 要求房东维修 in 您的诉求是要求房东维修. What it proposes to a caller who proposes
 * nothing is its own advice.
 */
export function proposalIn(seat: Line, wished: Mood | undefined): Proposal | undefined {
  const text = wishText(seat.text)
  const match = restating.exec(text)
  if (match === null) return undefined
  if (match[0].startsWith('建议') && wished !== '建议' && !asksBack.test(text)) return undefined
  const start = match.index + match[0].length
  const words = text
    .slice(start)
    .replace(askedNext, '')
    .replace(tag, '')
    .replace(/^我们帮您/, '帮忙')
  if (
    words.length < 2 ||
    (words.length <= partyAlone && !isWish(words)) ||
    interrogative.test(words) ||
    registering.test(words) ||
    /^(?:是|呢|的|请[讲说])/.test(words)
  )
    return undefined
  const mood: Mood = match[0].startsWith('建议') ? '建议' : match[0].startsWith('希望') ? '希望' : '要求'
  return { mood, words, start: match.index }
}

/** 也不是取消就是要提前告诉, 退不退无所谓给我道歉, 停工不用把路清干净: the claim is turned down before the wish. */
const turned =
  /^(?:啊|哦|那|倒|其实)*(?:也?不是[^，]{1,8}?(?=就是)|不是(?:要|想|说)[^，]{2,16}?(?=你们?(?:给|把|让|叫|帮|去|派)|就是|只是)|(.{1,2})不\1(?:都|也)?(?:无所谓|行|可以|没关系|不要紧|你们定|随便|随你们?|再说)(?:了|啦)?|不[退赔换修]也(?:行|可以|得)|[^，]{1,6}我?不要了(?:都行)?|[^，]{1,5}(?:是)?小(?:事情?|钱)|[^，]{1,4}?(?:倒|就)?(?:不用|不必|不需要|就算了|无所谓)了?)(?=[^，]{3})/

/** Whether an answer turns the seat's claim down though it does not begin with a no. */
export const turnsDown = (reply: Line): boolean => turned.test(wishText(reply.text))

/** Words after what they turn down. */
export const afterTurningDown = (words: string): string => words.replace(turned, '')

/** Characters of a line with what was added to it. */
export const longest = 40

/** A further demand stands beside the first, if a line holds both. */
export function together(first: Wish, second: Wish): Wish {
  const value = `${first.value}，${second.value.slice(2)}`
  return value.length > longest || first.value.includes(second.value.slice(2)) ? first : { ...first, value }
}

/** Characters of a line that holds the seat's words for a wish and the caller's own, or several wishes. */
export const longestOfBoth = 44
