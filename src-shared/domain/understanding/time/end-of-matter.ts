import type { Line } from '../hearing/hearing.ts'
import { endOf } from './borrowed-date.ts'
import { holidayEnd } from './named-days.ts'
import type { Moment } from './time-expression.ts'
import { endsMatter, type Surroundings } from './time-role.ts'

/** 凌晨一点还在放: it had begun before. */
export const stillThen = /^(?:多|左右|钟|了|都|也|他们?)*[还环](?:在|没|不)/
/** 从一号到三号, 六点就开始敲了敲到七点: the words that lead to an end. */
export const until =
  /^.{0,3}(?:到|至|直到)了?(?:第二天|次日|隔天)?$|^(?:就|才)?开始(?<verb>\p{Script=Han})[了着]?(?:一直)?\k<verb>到$/u
/** 唱到凌晨三点; 看到八点多 leads to none. */
export const leadsToEnd = /(?<![收看听闻遇碰见接买拿找签])[到至]$/
/** 没发到二月, 开始填的到六月三号: a day to which it went on; 收到 and 看到 lead to none. */
const untilDay = /^.{0,8}(?<![收看听闻遇碰见接买拿找签赶回来达送搬想])[到至]$/

/** 两点十分进的七点四十出的: the time in between is told. */
const entered =
  /^(?:多|左右|钟)?(?:才|就)?(?:上的?车|进[^，了]{0,3}|住[进院][^，]{0,2}|上的?班|入的?职|收的?[档摊工]|[关锁]的?门|下的?班|入场|进去的|去的?|出发的?|来的?|停|存|放|寄|租|借|锁)(?:的|去|好|进去|进来|车)*(?:第二天|次日|隔天)?$/
const leaves =
  /^(?:多|左右|钟)?(?:才|就)?(?:下的?车|到(?:的|了|家|$)|出[的来场院]|放[^，]{0,3}出来|让[^，]{0,3}走|离场|离开|回|返程|走|取|开走|提|拿|还|散|停|结束|收|来(?:的|了|电|水))/
/** 今早五点下来就没了, 七点去开就看到划了: what was left in the evening, as it was found. */
const foundSo =
  /^(?:多|左右|钟)?[^，]{0,6}(?:就|才|一看|发现|看[到见])[^，]{0,5}(?:没|不见|不在|丢|划|撬|刮|砸|空|坏|破|碎|(?<=发现|看到)的?$)/

const nextDay = /第二天|次日|隔天/

/** 上周五开始到今天都没好, 八月开始到这个月: the end that is told is now. */
const lastsTillNow = (between: string, next: Moment, words: string): boolean =>
  next.clock === undefined &&
  (until.test(between)
    ? /^今[天日]|^今[早晚](?:上|晨)?[^，]{0,2}[都也还没]|^(?:这个|本)月/.test(words)
    : untilDay.test(between) && /^(?:这个|本)月/.test(words))

/** 现在都二十五了, 今天还围着: what is told of the day of the call. */
const stillSo =
  /(?:现在|今[天日]|目前|依家)[^，]{0,3}(?:都|还)|到(?:现在|今天)[^，]{0,4}[没还]|还(?:没|围着|封着)|又[停断坏堵漏没]/

/** Whether what was to end then (通知写六月八号到十五号) goes on still by what follows: 现在都二十五了. */
export function hasOutlasted({ text }: Line, next: Moment | undefined, { between }: Surroundings): boolean {
  if (next === undefined || next.clock !== undefined) return false
  if (lastsTillNow(between, next, text.slice(next.start))) return true
  return (until.test(between) || untilDay.test(between)) && stillSo.test(text.slice(next.end))
}

/** The end of the matter: a second moment after 到 or with what ended it, the last of several days, a holiday's end. */
export function lastOf(
  dated: Moment,
  next: Moment | undefined,
  around: Surroundings,
  line: Line,
): string | undefined {
  const { after, between } = around
  if (next === undefined) return holidayEnd(dated, after)
  if (hasOutlasted(line, next, around)) return undefined
  const rest = line.text.slice(next.end)
  // 四月六号开始一直到昨天晚上还在做: going on, as far as the caller has seen.
  if (until.test(between) && next.date !== undefined && dated.clock === undefined && stillThen.test(rest))
    return undefined
  if (next.closes === true) return endOf(next, dated)
  if (untilDay.test(between) && next.clock === undefined && !line.text.startsWith('今', next.start))
    return endOf(next, dated)
  const left = entered.test(between) && (leaves.test(rest) || foundSo.test(rest))
  const ended =
    between.length <= 14 &&
    endsMatter(rest) &&
    (next.date !== undefined ||
      (next.clock !== undefined && dated.clock !== undefined && between.length > 0)) &&
    !/说|讲|答应|承诺|约/.test(between)
  return until.test(between) || left || areTogether(dated, next, between, rest) || ended
    ? endOf(next, dated, nextDay.test(between))
    : holidayEnd(dated, after)
}

/** 上个月和这个月的工资, 一号跟二号两晚 */
function areTogether(dated: Moment, next: Moment, between: string, rest: string): boolean {
  const joined = dated.monthOnly ? /^(?:和|跟|同|与|及|、|还有|以及)?$/ : /^(?:和|跟|同|与|及|、|还有|以及)$/
  return (
    (dated.monthOnly && next.monthOnly && /^(?:份|的)*(?:和|跟|同|与|、|还有)$/.test(between)) ||
    (joined.test(between) && /^(?:这|那)?(?:两|[三四五]|几)?(?:[天晚日]|个月)/.test(rest)) ||
    (between === '' && /^[这那]?(?:[两三四五]|几)(?:[天晚日]|万)/.test(rest))
  )
}
