import { oncePerText } from '../../../base/remember.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import { addDays, addMinutes, addMonths, formatDate, formatMonth, type LocalTime } from './local-time.ts'
import { minutesOf } from './resolve-date.ts'

/** How long a matter has lasted, as the moment when it began. */
export interface Duration {
  readonly from: string
  readonly start: number
  readonly end: number
  readonly confidence: number
  /** True for how long ago something happened, and does not last. */
  readonly once?: boolean
}

const lasting =
  '(?:(?:[坏停断堵吵臭漏困闻响流冒滴黑闹烂挂淹封占拦锁欠疼烧倒摆堆积养]了|已经|都|快|停|断|持续|有|连续|整整|差不多|大概)+)[水电气网]?(?:停|断|有)?了?'
const daysPattern = new RegExp(
  `${lasting}(?<count>${numeralSource}|半)(?<unit>天|个?[多来]?星期|个?[多来]?礼拜|周|个多?月)(?:多)?(?:了|都|还|没)`,
)
/** 垃圾三天没人清了, 一个多月没人管; not 打电话三天没人来. */
const undonePattern = new RegExp(
  `(?<!(?:等|报|打|投诉|反[映应]|申请|提交|每|第|[前后过])[^，]{0,5})(?<count>${numeralSource})(?<unit>天|个?[多来]?星期|个?[多来]?礼拜|周|个多?月)(?:多)?(?:都|还|也)?没(?:有)?(?:人)?(?:清|收|扫|管|运|拉|修|水|电|气|网|热水|暖气)`,
)
const askedDays = new RegExp(
  `^(?:大概|差不多|有|快|已经|都|也就)*(?<count>${numeralSource}|半)(?<unit>天|个?[多来]?星期|个?[多来]?礼拜|周|个多?月)`,
)
/** 十分钟左右, in answer to 多久. */
const askedMinutes = new RegExp(
  `^(?:刚[^，]{1,3}的?|大概|差不多|有|快|已经|都|也就|还?不到|没到|才|就)*(?<count>半个?|${numeralSource}(?:个半|个)?)(?:多|来)?(?<unit>小时|钟头|刻钟|钟|分钟)`,
)
const hoursPattern = new RegExp(
  `${lasting}(?<count>半个?|${numeralSource}(?:个半|个)?)多?(?<unit>小时|钟头|刻钟|分钟)(?:了|都没|还没)`,
)
/** 羊水破了半个小时了, 晕过去二十分钟了 */
const happenedPattern = new RegExp(
  `(?:破|晕|昏|摔|撞|砸|咬|烫|走丢|不见|走失|失踪|离家|出走)[^，]{0,3}(?<count>半个?|${numeralSource}(?:个半|个)?)多?(?<unit>小时|钟头|刻钟|钟|分钟)(?:了|多|$)`,
)
const recentPattern = /(?:这|近|最近)(?<count>[两二三四五2-5])天/

/** 停水三天了, 断电两个小时了 and 这两天: the matter goes on, and its start is counted back. */
export function durationIn(text: string, now: LocalTime, asked: boolean): Duration | undefined {
  return lastingDays(text, now, asked) ?? lastingHours(text, now, asked) ?? recentDays(text, now)
}

const daysIn = oncePerText((text) => daysPattern.exec(text) ?? undonePattern.exec(text))

function lastingDays(text: string, now: LocalTime, asked: boolean): Duration | undefined {
  const match = daysIn(text) ?? (asked ? askedDays.exec(text) : null)
  const { count = '', unit = '天' } = match?.groups ?? {}
  const amount = count === '半' ? 0.5 : cardinalOf(count)
  if (match === null || amount === undefined || amount > 60) return undefined
  if (!unit.endsWith('月'))
    return durationOf(match, formatDate(addDays(now, -Math.round(amount * (unit === '天' ? 1 : 7)))), 0.75)
  return durationOf(
    match,
    amount === 0.5 ? formatDate(addDays(now, -15)) : formatMonth(addMonths(now, -amount)),
    0.75,
  )
}

/** Hours count only where the matter is asked about or is one that lasts: 等了两个小时 waits for something else. */
function lastingHours(text: string, now: LocalTime, asked: boolean): Duration | undefined {
  const happened = happenedPattern.exec(text)
  const match = happened ?? hoursPattern.exec(text) ?? (asked ? askedMinutes.exec(text) : null)
  const { count = '', unit = '' } = match?.groups ?? {}
  const minutes = minutesOf(count, unit)
  if (match === null || minutes === undefined || minutes > 24 * 60) return undefined
  if (happened === null && !asked && !/[停断漏困堵]/.test(text)) return undefined
  const from = addMinutes(now, -minutes)
  const told = durationOf(match, formatDate(from, from), 0.7)
  return happened === null ? told : { ...told, once: true }
}

function recentDays(text: string, now: LocalTime): Duration | undefined {
  const match = recentPattern.exec(text)
  const amount = cardinalOf(match?.groups?.['count'] ?? '')
  if (match === null || amount === undefined) return undefined
  return durationOf(match, formatDate(addDays(now, 1 - amount)), 0.65)
}

function durationOf(match: RegExpExecArray, from: string, confidence: number): Duration {
  return { from, start: match.index, end: match.index + match[0].length, confidence }
}
