import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import type { Line } from '../hearing/hearing.ts'

/** Words after a number that make it a day, or another house than the one asked for: 十九号是汽修店. */
const besideNumber = /^(?:是(?!的|啊|吧|嘛|对|$)|旁边|隔壁|斜?对面|附近)/
const otherNumber =
  /^(?:那天|[早晚]上?|[上下]午|中午|凌晨|礼拜|星期|周[一二三四五六日末]|下大?雨|开始|起|[去来买就才](?!是)|到\p{Script=Han}{1,3}[号日])/u
const anotherNumber = new RegExp(`${numeralSource}号`)
const numberLead = /(?:^|是|在|就|对|[啊呀哦嘛吧呢的得]|应该|好像|大概|可能)$/

/** No day of a month: such a number, said with a road, is a house's. */
export const noDay = (number: string): boolean => (cardinalOf(number.replace(/号.*$/, '')) ?? 0) > 31
const nameBefore = /^的?(?!.*(?:[是到和跟号与给往]|过去|过来|[东南西北]边))\p{Script=Han}{2,12}$/u

/** 神山大道的金利来电镀厂九十九号, 恩宁路骑楼那边九十五号: a house's number behind the name of what is there. */
export const isNumberBehindName = (between: string, number: string): boolean =>
  nameBefore.test(between) && noDay(number)

/** A number apart from its road: a correction, or in answer to the question for it. */
export function isNumberTold(line: Line, start: number, end: number): boolean {
  const before = line.text.slice(0, start)
  const after = line.text.slice(end)
  if (otherNumber.test(after) || before.endsWith('不是')) return false
  if (besideNumber.test(after) && (start > 3 || anotherNumber.test(after))) return false
  if (
    /(门牌号?是?|地址是|不对是?|错了是?|应该是|更正为?|[哦啊呀]不(?:是|对)?|[说讲记]错了?是?)$/.test(before)
  )
    return !line.asked.has('time')
  // 对四十四号三楼, where the seat has repeated the road.
  if (line.reply === 'yes' && start <= 2 && !line.asked.has('time')) return true
  // 对美缘坊七十七号.
  if (
    line.reply === 'yes' &&
    !line.asked.has('time') &&
    noDay(line.text.slice(start, end)) &&
    nameBefore.test(before) &&
    start <= 8
  )
    return true
  // 对东路十九号, after 龙洞东路.
  if (line.reply === 'yes' && /^(?:对|是|嗯|啊)+的?\p{Script=Han}?(?:路|街|大道|巷)$/u.test(before))
    return true
  return line.asked.has('number') && (start <= 3 || numberLead.test(before))
}
