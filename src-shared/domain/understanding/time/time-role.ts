import { formatDate, type LocalTime } from './local-time.ts'
import { periodSource } from './clock-expression.ts'
import type { Moment } from './time-expression.ts'

/** What a moment is to the matter is told by the words before and after it. */
export interface Surroundings {
  readonly before: string
  readonly after: string
  /** The words up to the next moment. */
  readonly between: string
}

const reported =
  /^(?!.{0,3}[被把让给])(?:.{0,6})(打(过|了)?.{0,4}(电话|12345|一二三四五|热线)|打了|投诉过|[说讲提问]过|(?:给我)?(?:答复|回复|回访|受理)(?:我|了|过|说|讲|的)|反[映应]过|反[映应]了|举报过|报修过|报过|来过电话|打过|找过|已经(报|反映|投诉))/
/** 保安打我电话, 天天打电话: another one called the caller. */
const othersCall =
  /天天|每天|一直|不停|骚扰|推销|一天打|[几多十百]个?电话|^.{0,4}(?:保安|物业|邻居|他们?|她|老师|医院|警察|民警|老板|房东|同事|管家|快递|对方|人家)(?:才|就|又)?(?:给我?)?打(?!12345|一二三四五)/
/** 昨晚打的幺二零: the call is part of the matter. */
const rescue = /救护车|急救|[一幺1]二零|[一幺]{2}零|1[12]0/
const otherBefore =
  /((?:截止|到期|有效期)(?:是|到|至|为)?|合同(?:到|是|从)|出生|生日|预约|答复|回复|上次|(?<![饭班课睡])之前|上回|以前|每个?|一般是?|平时是?|通常是?)$|(要求|希望|麻烦|请(?!问)).{0,8}$/
/** 说一月四号上班: a date that was promised. */
const promised = /(?:说|讲|答应|承诺|约好?|说好|讲好|定好)(?:是|在|的)?$/
const plan =
  /^(?:之?前|就|会|给|才|再|来)*(?:上班|开工|交楼|交房|交货|来|开业|开门|退|给|到货|修|送|装|安装|处理|答复|回复|搞定|解决)(?![的了过])/
/** 三月份生日, 五月到期 */
const dateOfPapers =
  /^份?的?(?:生日|出生|生的|到期(?!我|[他她]们?|了|就|房东|对方)|过期(?!了)|截止|毕业|退休)/
const bill = /^份?的?.{0,4}(费|账单|单子)/
/** A meter that was read wrong: the bill of that month is the matter itself. */
const wrongBill = /(?:抄|账单)[^，]{0,3}错|错抄|抄多|多抄/
const contract = /^.{0,6}(上的?牌|落户|买的房|购房|办的.{0,3}(卡|会员)|入职|入住|签的?合同)/
/** 昨天不是没发红色吗, 上周不是说三天修好吗: held against the seat. */
const heldAgainst = /^(?:你们|他们|她|他|物业)?不是(?:都|也|已经)?(?:没|说|讲|答应|承诺|保证)/
/** 今晚怎么睡, 今天之内, 九点要面试: what is to come or is wished for. */
const toCome =
  /^(?:就|都|还|也|我|你们?|他们?)*(?:会不会|要不要|怎么(?:睡|办|过|上)|之?内|以内|之前必须|能不能|可不可以|必须|还?有没有|就?得(?=给|把|要)|要(?=面试|考试|开会|上班|上学|交|去|用|出|飞)|有(?:个)?(?:考试|面试))/
/** 晚上十一点后不许放, 过了十点不准唱: a rule that is wished for; 算啦那个不用记: told and dropped. */
const wishedRule = /^(?:过)?(?:[以之]?[前后])?(?:就|都|一律|再)?(?:不[许准能得]|不要|别|禁止|莫)/
const dropped =
  /^(?:[到至].{2,5}?)?[唉哎诶啊哦]?(?:算(?:了(?![下夏一])|啦|数)|不用(?:记|管|写)|不说(?:这|那)个)/
/** 上个月给封过的, 上个月漏过一次: it was another time. */
const onceBefore =
  /^(?:就|已经|也|还|给|被|才|都)*[^，]{1,4}过(?:一次|[两几]次|[一两]回|的?又|了?又)|^都?第[二三四五六七八九十]+[次回]/
/** 上个礼拜三我去的时候还开着, 中午煮饭还好好的: all was still well. */
const stillWell =
  /^[^，]{0,3}(?:好(?:点|些|多|转)|没事了|退烧了|出院)|^[^，]{0,7}都?还(?:好好|是?好的|正常|没事)|^(?:我|我们)?(?:去|来|过去|路过|看)?(?:的时候)?(?:都)?还(?:开着|在开|营业|正常|好好|好的|没事|能用|去|能|可以|有[水电气])/
const left = /^(?:多钟?|左右|才|钟|就)*(?:就走|下班(?!回|到家|发现|看))/
/** 昨晚下雨水还没退: how the weather was before it happened; 下完雨就开始歪 tells when it began. */
const weather =
  /^(?:上|晚上|夜里|又|刚)?(?:下|刮|打|落)(?:了|完|过)?(?:一?场)?(?:大|暴|小)?(?:雨|风|雷|台风)(?:[以之过]后|.{0,2}还没)/
const stillBegan = /就|开始|那天|那阵|的时候|到现在/
/** 下午三点前给我回个话 */
const deadline = /^(?:之|以)?前(?!后)/
/** 国庆前 before another day. */
const anchors =
  /^节?的?(?:过后|以后|之后|之前|过完|后|前)?(?:吧|嘛|了|大概|应该|就是|也就是)*$|^节?(?:假期?)?(?:一?过完|放完假?|完了|一完|刚完|收假)/
/** 上个月才充了三百: what was seen to, told so that it be no reason. */
const checkedLately = /^(?:我们?)?才(?:充|交|缴|修|换|买|装|查|检|年审|保养|清洗)/
const begins = new RegExp(
  [
    '^(?:(?:停|断|坏|吵|漏|拖|堵|卡|吊|排|烧|臭|没|一直|开始|[^我]).{0,9})?到(?:了)?(?:今天|现在|目前|依家)',
    '^节?(?:过后|以后|之后)',
    `^(?:(?!${periodSource}).){0,4}(?:开始|起(?!来|火|诉|床|身)|以来|到现在|至今|一直)`,
    '^.{0,9}(?:就|才|便)开始',
    '^(?:多|左右|钟|开始|就|都|久|到现在)*(?:一直)?(?:没|没有)(?:停|断|歇|消停|安静|间断|好)过',
    '^(?:(?!然后|后来).){0,6}就(?:已经)?(?:有|这样|不[亮转动灵通热能])了',
  ].join('|'),
)
/** 早上八点我就听到了: the moment when somebody noticed. */
const noticed =
  /^(?:左右|多|钟)*(?:我|我们|我妈|我爸|邻居|保安|他们)?(?:就|才|又)?(?:[听看闻瞧瞅瞄望遇碰撞见][到见道着倒]|发现|察觉|注意到)(?!.{0,6}(?:开始|到现在|一直))/
/** 多久了, answered by when somebody noticed. */
export const isNoticed = (question: string, { after }: Surroundings): boolean =>
  /多久|多长时间/.test(question) && noticed.test(after)
/** The caller's own steps go on no longer: 二十号我去说要退. */
const ownStep = /^(?:我|我们|我妈|我爸)(?:就|又|才|也)?(?:去|来|找|跟|打|报|问|交|买|办|签|退)/
/** 今天早上出去买菜到现在没回来. */
const wentOut = /^[^到]{0,3}(?:出去|出门|出来|离开|离家|走失|走丢|不见了)/
const supply = '(?:水|电|气|火|煤气|燃气|热水?|网|暖气?)'
/** 昨天停的, 昨天下午就没了: supply that was cut off and has not come back. */
const cutOff = new RegExp(
  `^(?:左右|多|钟|半|就|开始|突然|才)*(?:停|断|没)(?:的|得|了|掉|${supply})|^(?:(?:左右|多|钟|就|突然|开始)*|[^，]{1,5}就)(?:停|断|没有?|拉)[了的得]?(?:${supply}|闸)`,
)
const restored = new RegExp(
  `(?:才|已经|现在|终于|刚|又)(?:来|有|恢复|通|修)(?:了)?(?:${supply}|好|了|供)|(?<!没)(?:来|有)${supply}了|才来(?:$|，)|恢复(?:了(?!会|要|就|再|能|通知|告诉)|正常)|修好了`,
)
const supplies = new RegExp(
  `(?:停|断|没|没有|掐|关|切)(?:我|我们|了|我们?的)?${supply}|不来[水电]|${supply}(?:给|被)?(?:掐|停|断|关)`,
)
const stillOff =
  /还没|没来|没有来|什么时候(?:能)?(?:来|恢复|修)|尽快恢复|恢复供|都没|到现在|依家|越快越好|(?:赶紧|快点|马上)(?:来|恢复|修|派)|修好(?!了)|不能用|用不[了到成]/
/** 今早六点才来电 ends what began the evening before, 今年三月盖完的 what was built since. */
const ends =
  /^(?:左右|多|钟|半)*(?:才|就|终于)?(?:来(?:[电水气了]|$)|恢复|修好|通[了水电气]|弄出来|停(?:下来|止|了)|结束|散|放[出人]|(?:施工|装修|[^，我你他没不]{1,2})完(?:[了的成]|$))/
/** 几点开始得的, 十二点五十第一个吐的: one of several, which was over then. */
const firstOfSeveral = /^(?:左右|多|钟|的时候)*(?:就|是)?第一[个位次批]/
export const isFirstOfSeveral = ({ after }: Surroundings): boolean => firstOfSeveral.test(after)

const correction = /不对|(?<!是)不是|说错|记错|应该是|更正|错了/

export const isCorrected = (before: string): boolean => correction.test(before)
export const endsMatter = (after: string): boolean => ends.test(after)

/** Times of something else than the incident: an earlier report, a deadline, a contract, a month's bill, an arrival. */
export function isOtherMatter(
  moment: Moment,
  { before, after, between }: Surroundings,
  asked: boolean,
  spoken: string,
): boolean {
  // 不是今天是昨天: what it was not.
  if (before.endsWith('不是') && /^(?:，|啊|吧|多|左右|那天|当天)*(?:应该|而)?是/.test(after)) return true
  if (
    (reported.test(between) && !rescue.test(before + between) && !othersCall.test(between)) ||
    otherBefore.test(before) ||
    toCome.test(between) ||
    heldAgainst.test(after)
  )
    return true
  if (!asked && dateOfPapers.test(between)) return true
  if (weather.test(between) && !stillBegan.test(between.slice(0, 9))) return true
  if (moment.clock !== undefined && deadline.test(after)) return true
  if (dropped.test(after) || (moment.clock !== undefined && wishedRule.test(between))) return true
  if (
    stillWell.test(between) ||
    onceBefore.test(between) ||
    (moment.clock !== undefined && left.test(between))
  )
    return true
  if (moment.monthOnly && bill.test(between) && !wrongBill.test(spoken)) return true
  // 元旦过后一月三号: the day that follows is meant.
  if (moment.named !== undefined && anchors.test(between) && between !== after) return true
  if (checkedLately.test(between) || (promised.test(before) && plan.test(between))) return true
  return !asked && contract.test(between)
}

/** 一直打到一点多: it ended that night. */
const endedThen =
  /^(?!开始[^，]{0,6}点[^，]{0,3}[到至]|.{0,14}(?:每|天天|经常|都))[^，]{0,14}[到至](?:早上|晚上|凌晨|半夜|第二天|今早|天)?[零一二三四五六七八九十两]{1,3}点(?!.{0,6}(?:每|天天|都))/

/** Whether the matter goes on since the moment, by the words around it. */
export function goesOn({ before, after, between }: Surroundings): boolean {
  if (endedThen.test(after)) return false
  if (ownStep.test(after) || wentOut.test(after) || noticed.test(after)) return false
  // 中午吃的昨晚就开始吐: another moment's beginning.
  const begun = begins.exec(after)?.[0] ?? ''
  const another = begun.length > between.length + (begun.endsWith('今天') ? 2 : 0)
  return (begun !== '' && !another) || (/从$|自从?$/.test(before) && !/买|购/.test(after.slice(0, 4)))
}

/** 什么时候的工资, answered by the month itself. */
const owedMonthAsked =
  /(?:什么时[候后间]|哪一?个?月份?|几月份?)的?(?:工资|工钱|货款|租金|房租|补贴|奖金|账单|电费|水费|钱)/
/** 什么时候吃的, answered by 昨天中午吃完下午就开始拉. */
const actAsked = /(?:什么时[候后间]|几点|哪一?天|几号)[^，]{0,3}(?:吃|喝|去|做|打|买|送|洗)(?:的|了|过)?$/
const onAndOn = /到(?:现在|今天|目前)|一直|至今|还没/
/** 就刚刚十分钟前 */
const justNow = /刚[刚才]?(?:就|大概|差不多)?$/

/** 八点半我听到砰的一声, 上周五发的通知: over at once, though it was asked 几点开始的. */
const atOnce =
  /^(?:多|左右|钟|吧|的时候|我们?|就|突然|楼上|外面)*(?:听[到见道得]?|闻)?[^，没]{0,3}(?:[砰嘭轰咚哐啪嘣崩碰哗]{1,2}[^，没]{0,2}(?:一[声下]|响)|(?:巨|一声|爆)响)/
/** 从什么时候开始要求的 */
const sayingAsked = /(?:要求|说|讲|通知|规定|宣布|提出|要[收交买涨加])/
const announced =
  /^(?:就|才|突然|他们?|她|学校|物业|公司|老板|商家|店里|单位|房东)*(?:在?群里)?(?:发|出|贴|下|公布|宣布|公示|张贴)(?:的|了|过)?(?:一?[张个份条封])?(?:通知|公告|告示|文件|消息|短信|微信|邮件|函|公示)(?![^，]{0,4}(?:开始|起))/
/** 五月三十一号退租到现在都没退, where it is asked 什么时候退的租: the caller's own step, and what the others have not done. */
const stepAsked =
  /(?:什么时[候后间]|几点|哪一?天|几号)[^，没不]{0,3}(?<step>[退交签买办报订寄送搬还付])(?!款)/
const notDone = /到(?:现在|今天|目前)[^，]{0,6}[没不]/

/** Whether the moment is that of an event, though the seat asked since when or more is told behind it. */
export function isOver(question: string, words: string, { before, after }: Surroundings): boolean {
  const announces = sayingAsked.test(question) && announced.test(after)
  if ((atOnce.test(after) || announces) && !onAndOn.test(after)) return true
  const step = stepAsked.exec(question)?.groups?.['step']
  if (step !== undefined && new RegExp(`^(?:就|才|我)*${step}`).test(after) && notDone.test(after))
    return true
  if (owedMonthAsked.test(question)) return !/开始|起/.test(after.slice(0, 6))
  if (actAsked.test(question)) return !onAndOn.test(after)
  return words.endsWith('前') && justNow.test(before) && !/开始|就/.test(after)
}

/** 挖开三个礼拜了, where it is asked 什么时候挖开的: what was done then is so still. */
export function hasLasted(question: string, spoken: string): boolean {
  const verb = /(?:什么时[候后间]|几点|哪一?天|几号)(?:就)?(?<verb>\p{Script=Han}{1,2}?)[的得地]?$/u.exec(
    question,
  )?.groups?.['verb']
  return (
    verb !== undefined &&
    new RegExp(
      `${verb}[^，]{0,3}(?:[一二两三四五六七八九十]+|半)个?多?(?:天|周|星期|礼拜|月|年)(?:多)?(?:了|，|$)`,
    ).test(spoken)
  )
}

/** 几点停的 */
const stoppedAsked =
  /(?:几点|时候|时间|何时|几时|哪一?天|几号)[^，]{0,4}(?<![挖撞砸剪折摔骨])[停断没](?:的|地|得|了|热?水|电|气|网|信号|$)/

export const isStopAsked = (question: string): boolean => stoppedAsked.test(question)

/** 什么时候坏的: what was so then is so still. */
const stateAsked =
  /(?:几点|时候|时间|何时|几时|哪一?天|几号)(?:就)?(?:坏|漏|堵|臭|吵|冒|黑|停工|占|摆|不亮|不转|不热|没人[收管扫])[的地得了水烟出来]*$/
export const isStateAsked = (question: string, { before, between }: Surroundings): boolean =>
  stateAsked.test(question) && !(before + between).includes('好了')

/** Whether water, power, gas … were cut off at the moment and are still off, by what the caller says in the call. */
export function isStillOff({ after }: Surroundings, spoken: string, question: string): boolean {
  // 今早九点整我们一开会: the very moment.
  const told = cutOff.test(after) || (isStopAsked(question) && !/^整?我们?一/.test(after))
  return told && (stillOff.test(spoken) || supplies.test(spoken)) && !restored.test(spoken)
}

/** 早上七点开始停水了: what a call is about that is made the same day. */
export const isCutOff = (after: string): boolean => cutOff.test(after)

const shutIn = /^(?:左右|多|钟|就|被|给|他们?|她|我)*(?:困|卡|锁|关)(?:住|在|了)(?!的)/
const stillIn = /还(?:在|困|没出|没有出)|出不来|没出来|没人来/
/** Who was shut in at the moment and is so still. */
export const isStillIn = ({ after }: Surroundings, spoken: string): boolean =>
  shutIn.test(after) && stillIn.test(spoken) && !/出来了|救出来|放出来/.test(spoken)

/** A date or clock that is still to come. */
export function isToCome(from: string, now: LocalTime): boolean {
  return from > formatDate(now, now).slice(0, from.length)
}

const habit = /每[天年]|天天|每晚|每个?(周|星期|礼拜|月)|平时|一般|通常|经常|常常|老是|总是|有时候?|偶尔/

export const isHabitAsked = (question: string): boolean => habit.test(question)

/** 每天晚上十一点, 十一点天天这样; 六点半出门平时七点就回来 tells of one day. */
export const isHabit = (text: string, { start, end }: Moment): boolean =>
  habit.test(
    text
      .slice(0, start)
      .split(/今天|今晚|昨天|昨晚|这次/)
      .at(-1) ?? '',
  ) || /^.{0,6}(?:每天|天天|每晚)/.test(text.slice(end))
