import { formatDate, type LocalTime } from './local-time.ts'
import type { Moment } from './time-expression.ts'

/** What a moment is to the matter is told by the words before and after it. */
export interface Surroundings {
  readonly before: string
  readonly after: string
  /** The words up to the next moment. */
  readonly between: string
}

const reported =
  /^(?!.{0,3}[被把让给])(?:.{0,6})(打(过|了)?.{0,4}(电话|12345|一二三四五|热线)|打了|投诉过|反[映应]过|反[映应]了|举报过|报修过|报过|来过电话|打过|找过|已经(报|反映|投诉))/
const otherBefore =
  /(截止|到期|有效期|出生|生日|合同到|预约|答复|回复|上次|之前|上回|以前|每个?)$|(要求|希望|麻烦|请).{0,8}$/
const bill = /^份?的?.{0,4}(费|账单|单子)/
const purchase =
  /^.{0,6}(买的?|购买|交的?房|办的.{0,3}(卡|会员)|入职|入住|搬)|^(?:去|在.{2,4})?(?:办|报|订|签|充)(?:的|了)/
const contract = /^.{0,6}(买的房|购房|办的.{0,3}(卡|会员)|入职|入住|签的?合同)/
/** 今晚怎么睡, 今天之内, 九点要面试: what is to come or is wished for. */
const toCome =
  /^(?:就|都|还|也|我|你们?|他们?)*(?:怎么(?:睡|办|过|上)|之?内|以内|之前必须|能不能|可不可以|必须|就?得(?=给|把|要)|要(?=面试|考试|开会|上班|上学|交|去|用|出|飞)|有(?:个)?(?:考试|面试))/
/** 晚上十一点后不许放, 过了十点不准唱: a rule that is wished for; 算啦那个不用记: told and dropped. */
const wishedRule = /^(?:过)?(?:[以之]?[前后])?(?:就|都|一律|再)?(?:不[许准能得]|不要|别|禁止|莫)/
const dropped = /^(?:[到至].{2,5}?)?[唉哎诶啊哦]?(?:算(?:了|啦|数)|不用(?:记|管|写)|不说(?:这|那)个)/
/** 上个月给封过的, 上个月漏过一次: it was another time. */
const onceBefore = /^(?:就|已经|也|还|给|被|才|都)*[^，]{1,4}过(?:一次|[两几]次|[一两]回|的?又|了?又)/
/** 上个礼拜三我去的时候还开着: all was still well. */
const stillWell =
  /^(?:我|我们)?(?:去|来|过去|路过|看)?(?:的时候)?(?:都)?还(?:开着|在开|营业|正常|好好|好的|没事|能用|去|能|可以|有[水电气])/
/** 昨晚一点多到的省站: when somebody arrived or left. */
const arrived = /^(?:多钟?|左右|才|钟|就)*(?:到(?:[的得了家]|站)|回到|才回|就走|下班|就回)/
const begins = new RegExp(
  [
    '^(?:(?:停|断|坏|吵|漏|拖|堵|卡|吊|排|烧|臭|没|一直|开始|[^我]).{0,9})?到(?:了)?(?:今天|现在|目前|依家)',
    '^节?(?:过后|以后|之后)',
    '^.{0,4}(?:开始|起(?!来|火|诉|床|身)|以来|到现在|至今|一直)',
    '^.{0,9}(?:就|才|便)开始',
  ].join('|'),
)
/** The caller's own steps go on no longer: 二十号我去说要退. */
const ownStep = /^(?:我|我们|我妈|我爸)(?:就|又|才|也)?(?:去|来|找|跟|打|报|问|交|买|办|签|退)/
/** 今天早上出去买菜到现在没回来. */
const wentOut = /^[^到]{0,3}(?:出去|出门|出来|离开|离家|走失|走丢|不见了)/
const supply = '(?:水|电|气|煤气|燃气|热水|网|暖气)'
/** 昨天停的, 昨天下午就没了: supply that was cut off and has not come back. */
const cutOff = new RegExp(
  `^(?:左右|多|钟|半|就|开始|突然|才)*(?:停|断|没)(?:的|得|了|掉|${supply})|^(?:左右|多|钟|就|突然)*(?:停|断|没|拉)[了的得]?(?:${supply}|闸)`,
)
const restored = new RegExp(
  `(?:才|已经|现在|终于|刚|又)(?:来|有|恢复|通|修)(?:了)?(?:${supply}|好|了|供)|(?:来|有)${supply}了|恢复(?:了|正常)|修好了`,
)
const stillOff =
  /还没|没来|没有来|什么时候(?:能)?(?:来|恢复|修)|尽快恢复|恢复供|都没|到现在|依家|越快越好|(?:赶紧|快点|马上)(?:来|恢复|修|派)/
/** 今早六点才来电 ends what began the evening before. */
const ends =
  /^(?:左右|多|钟|半)*(?:才|就|终于)?(?:来[电水气了]|恢复|修好|通[了水电气]|弄出来|停(?:下来|止|了)|结束|散|放[出人])/
const correction = /不对|不是|说错|记错|应该是|更正|错了/

export const isCorrected = (before: string): boolean => correction.test(before)
export const isPurchase = (after: string): boolean => purchase.test(after)
export const endsMatter = (after: string): boolean => ends.test(after)

/** Times of something else than the incident: an earlier report, a deadline, a contract, a month's bill, an arrival. */
export function isOtherMatter(
  moment: Moment,
  { before, after, between }: Surroundings,
  asked: boolean,
): boolean {
  // 不是今天是昨天: what it was not.
  if (before.endsWith('不是') && /^(?:，|啊|吧)*(?:应该|而)?是/.test(after)) return true
  if (reported.test(between) || otherBefore.test(before) || toCome.test(between)) return true
  if (dropped.test(after) || (moment.clock !== undefined && wishedRule.test(between))) return true
  if (
    stillWell.test(between) ||
    onceBefore.test(between) ||
    (moment.clock !== undefined && arrived.test(between))
  )
    return true
  if (moment.monthOnly && bill.test(between)) return true
  return !asked && contract.test(between)
}

/** 一直打到一点多: it ended that night. */
const endedThen =
  /^(?!.{0,14}(?:每|天天|经常|都))[^，]{0,14}[到至](?:早上|晚上|凌晨|半夜|第二天|今早|天)?[零一二三四五六七八九十两]{1,3}点(?!.{0,6}(?:每|天天|都))/

/** Whether the matter goes on since the moment, by the words around it. */
export function goesOn({ before, after, between }: Surroundings): boolean {
  if (endedThen.test(after)) return false
  if (ownStep.test(after) || wentOut.test(after)) return false
  // 中午吃的昨晚就开始吐: another moment's beginning.
  const begun = begins.exec(after)?.[0]
  const another = begun?.endsWith('开始') === true && begun.length > between.length
  return (begun !== undefined && !another) || (/从$|自从?$/.test(before) && !/买|购/.test(after.slice(0, 4)))
}

/** 几点停的 */
const stoppedAsked = /(?:几点|时候|时间|何时|几时|哪一?天|几号)[^，]{0,4}[停断没](?:的|地|得|了|水|电|气|$)/

/** Whether water, power, gas … were cut off at the moment and are still off, by what the caller says in the call. */
export function isStillOff({ after }: Surroundings, spoken: string, question = ''): boolean {
  const asked = after === '' && stoppedAsked.test(question)
  return (asked || cutOff.test(after)) && stillOff.test(spoken) && !restored.test(spoken)
}

const shutIn = /^(?:左右|多|钟|就|被|给|他们?|她|我)*(?:困|卡|锁|关)(?:住|在|了|的)/
const stillIn = /还(?:在|困|没出|没有出)|出不来|没出来|没人来/
/** Who was shut in at the moment and is so still. */
export const isStillIn = ({ after }: Surroundings, spoken: string): boolean =>
  shutIn.test(after) && stillIn.test(spoken) && !/出来了|救出来|放出来/.test(spoken)

/** A date or clock that is still to come. */
export function isToCome(from: string, now: LocalTime): boolean {
  return from > formatDate(now, now).slice(0, from.length)
}

const habit = /每天|天天|每晚|每个?(周|星期|礼拜|月)|平时|一般|通常/

export const isHabitAsked = (question: string): boolean => habit.test(question)

/** 每天晚上十一点, 十一点天天这样; 六点半出门平时七点就回来 tells of one day. */
export const isHabit = (text: string, { start, end }: Moment): boolean =>
  habit.test(text.slice(0, start)) || /^.{0,6}(?:每天|天天|每晚)/.test(text.slice(end))
