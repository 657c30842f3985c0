import type { Moment } from './time-expression.ts'
import { isCutOff } from './time-role.ts'

/** 九点钟挖断的: the clock is that of the event. */
export const isEvent = (text: string, { end }: Moment): boolean =>
  /^(?:左右|多|钟)*[^我你他就才要也都还没]{1,4}[的得](?!时候|人|车|店|路|钱)/.test(text.slice(end))

/** Whether a clock with no date is that of the day of the call: 早上七点开始停水了, 我五点二十扫到的现在有张桌子大. */
export const isOfToday = (text: string, moment: Moment): boolean =>
  isCutOff(text.slice(moment.end)) ||
  happened(text, moment) ||
  (isEvent(text, moment) && /现在|刚|今[天早晚]/.test(text))

/** Clocks of wishes, rules and opening hours tell of no incident. */
const ruled =
  /希望|建议|能不能|可不可以|应该|[不没][准许能让]|要求|规定|营业|开门|关门|上班|下班|放学|收班|发车/

/** 早上七点半砸到我的车 tells what happened; 早上七点半到九点, or a wish with a clock in it, does not. */
const happened = (text: string, { start, end, period }: Moment): boolean =>
  period !== undefined &&
  !ruled.test(text.slice(Math.max(0, start - 12))) &&
  !/(?:昨|前|那|第二)[天晚]|[到至]$/.test(text.slice(0, start)) &&
  /^(?:多|钟|左右)?(?![到至以之前后])[^，]{0,10}(?:[了着]|[^是有]的$|[砸撞摔掉咬打骂]|[看听]到|发现)/.test(
    text.slice(end),
  )
