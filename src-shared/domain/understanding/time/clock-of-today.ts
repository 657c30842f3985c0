import type { Moment } from './time-expression.ts'
import { formatDate, type LocalTime } from './local-time.ts'
import { isCutOff } from './going-on.ts'

/** 九点钟挖断的: the clock is that of the event. */
export const isEvent = (text: string, { end }: Moment): boolean =>
  /^(?:左右|多|钟)*[^我你他就才要也都还没]{1,4}[的得](?!时候|人|车|店|路|钱)/.test(text.slice(end))

/** Whether a clock with no date is that of the day of the call: 早上七点开始停水了, 我五点二十扫到的现在有张桌子大. */
export const isOfToday = (text: string, moment: Moment): boolean =>
  isCutOff(text.slice(moment.end)) ||
  hasBegun(text, moment) ||
  happened(text, moment) ||
  (isEvent(text, moment) && /现在|刚|今[天早晚]/.test(text))

/** 六点半去倒垃圾就闻到, said at ten to seven: a clock that has only just been, of which no rule or wish is told. */
export function hasJustBeen(text: string, { start, end, clock }: Moment, now: LocalTime): boolean {
  if (clock === undefined) return false
  const passed = now.hour * 60 + now.minute - (clock.hour * 60 + clock.minute)
  const halves = [passed, passed + 720, passed - 720]
  return (
    halves.some((minutes) => minutes >= 0 && minutes <= justNow) &&
    !ruled.test(text) &&
    // 八点送来六点接走 tells of every day.
    !/[一二两三四五六七八九十]点/.test(text.slice(end)) &&
    !/[到至]$/.test(text.slice(0, start)) &&
    /^(?:多|钟|左右)*(?![到至以之前后])/.test(text.slice(end))
  )
}

/** 八点多还在排, said at half past nine: as far as anybody knows it is so still. */
export function isOfLastHours({ date, clock }: Moment, now: LocalTime): boolean {
  if (date === undefined || clock === undefined || formatDate(date) !== formatDate(now)) return false
  const passed = now.hour * 60 + now.minute - clock.hour * 60 - clock.minute
  return passed >= 0 && passed <= lastHours
}

/** Minutes. */
const justNow = 45
const lastHours = 120
/** Clocks of wishes, rules and opening hours tell of no incident. */
const ruled =
  /希望|建议|能不能|可不可以|应该|[不没][准许能让]|要求|规定|营业|开门|关门|上班|下班|放学|收班|发车/

/** 希望八点前, 每天六点: words of wishes, rules, hours and habits. */
export const tellsRule = (text: string): boolean =>
  ruled.test(text) ||
  /每|天天|晚晚|有时|经常|老是|一般|平时|通常|约|接电话|打给我|再打|点[^，]{0,4}(?:[之以]?[后前]|[到至])/.test(
    text,
  )

/** 从一点二十就开始吵 */
const hasBegun = (text: string, { start, end }: Moment): boolean =>
  text.slice(0, start).endsWith('从') &&
  !ruled.test(text) &&
  !/(?:每|天天|晚晚|夜夜)/.test(text) &&
  /^(?:多|左右|钟|半)*(?:就|才)?(?:开始|一直|到现在)/.test(text.slice(end))

/** 早上起来看到墙歪了, 中午买的饭里有虫: what somebody came upon in a part of the day, of which no day is told. */
const cameUpon =
  /(?<![天晚日号末上到至每一二三四五六七八九十])(?<period>早上|清早|一早|上午|中午|下午|刚才)(?:，|我们?|我[妈爸]|才|就|刚)*(?:起来|起床|醒来|出门|下楼|上楼|上班|下班|回[来家]|去|来|路过|买菜|送孩子|开门|开窗)?(?:[^，]{0,4}(?:[看听闻遇碰撞瞧见][到见道]|发现|被|突然)|(?<=[去在来])[^，]{1,6}(?:买|吃|坐|办|停|骑|等)了)/
const periodHours: Readonly<Record<string, number>> = { 早: 5, 清: 5, 一: 5, 上: 8, 中: 11, 下: 13, 刚: 0 }

/** Today, where a line tells only in which part of it something was come upon. */
export function todayByPeriod(
  text: string,
  now: LocalTime,
): { from: string; start: number; end: number } | undefined {
  const match = cameUpon.exec(text)
  const period = match?.groups?.['period']
  if (match === null || period === undefined || ruled.test(text) || /每|天天|有时|经常|老是/.test(text))
    return undefined
  if ((periodHours[period.charAt(0)] ?? 24) > now.hour) return undefined
  return { from: formatDate(now), start: match.index, end: match.index + period.length }
}

/** 早上七点半砸到我的车 tells what happened; 早上七点半到九点, or a wish with a clock in it, does not. */
const happened = (text: string, { start, end, period }: Moment): boolean =>
  period !== undefined &&
  !ruled.test(text.slice(Math.max(0, start - 12))) &&
  !/(?:昨|前|那|第二)[天晚]|[到至]$/.test(text.slice(0, start)) &&
  /^(?:多|钟|左右)?(?![到至以之前后])[^，]{0,10}(?:[了着]|[^是有]的$|[砸撞摔掉咬打骂]|[看听]到|发现)/.test(
    text.slice(end),
  )
