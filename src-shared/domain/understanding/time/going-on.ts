import { periodSource } from './clock-expression.ts'
import type { Moment } from './time-expression.ts'
import type { Surroundings } from './time-role.ts'

const begins = new RegExp(
  [
    '^(?:[^，]{0,14})?到(?:了)?(?:今天|现在|目前|依家)',
    '^节?(?:过后|以后|之后)',
    '^(?:[之以]?后|起)?(?:就|便)?(?:天天|每[天晚日]|日日|晚晚)都?',
    '^节?(?:放?假)?(?:过后|[以之]?后)的?第一个?(?:工作|上班)?[天日](?:上班|开工)?就?(?:开始|起)',
    '^[^，]{0,12}还(?:在)?[^，没是有在]{1,2}[紧着]',
    '^(?:(?![送收买寄领取拿到，]).){0,14}还(?:是|在)[^，]{0,2}[坏停漏喷响冒流卖吵堵占摆放做烧倒]',
    `^(?:(?!${periodSource}).){0,4}(?:开始|起(?!来|火|诉|床|身)|以来|到现在|至今|一直)`,
    '^.{0,9}(?:就|才|便)开始',
    '^(?:我们?)?(?:搬|入住|住进?|买|装|开业|开张|收楼)(?:进?来|回来)?(?:的时候|以?后)?就(?:一直)?(?:这样|有|没|不|坏|漏)',
    '^(?:多|左右|钟|开始|就|都|久|到现在)*(?:一直)?(?:没|没有)(?:停|断|歇|消停|安静|间断|好)过',
    '^(?:(?!然后|后来).){0,6}就(?:已经)?(?:有|这样|不[亮转动灵通热能])了',
  ].join('|'),
)
/** 早上八点我就听到了: the moment when somebody noticed. */
const noticed =
  /^(?:左右|多|钟)*(?:我|我们|我妈|我爸|邻居|保安|他们)?(?:就|才|又)?(?:[听看闻瞧瞅瞄望遇碰撞见][到见道着倒]|发现|察觉|注意到)(?!.{0,6}(?:开始|到?现在|一直|今天还))/
/** 多久了, answered by when somebody noticed. */
export const isNoticed = (question: string, { after }: Surroundings): boolean =>
  (/多久|多长时间/.test(question) && noticed.test(after)) ||
  (noticedAsked.test(question) && !onAndOn.test(after) && !/开始|每|天天/.test(question + after))
/** 从什么时候闻到的 */
const noticedAsked = /(?:什么时[候后间]|几点|哪一?天|几号)[^，]{0,2}(?:[看听闻见][到见]|发现)/
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
  `(?:停|断|没|没有|掐|关|切)(?:我|我们|了|我们?的)?${supply}|不来[水电]|[有来]${supply}[吗没]|${supply}(?:给|被)?(?:掐|停|断|关)|(?:电梯|扶梯|空调|信号|系统)[^，]{0,3}(?:停|断)`,
)
const stillOff =
  /(?:快|赶紧|马上|尽快)[^，]{0,3}[来供通]|还没|没来|没有来|什么时候(?:能)?(?:来|恢复|修)|尽快恢复|恢复供|都没|到现在|依家|越快越好|(?:赶紧|快点|马上)(?:来|恢复|修|派)|修好(?!了)|不能用|用不[了到成]/
/** 几点开始得的, 十二点五十第一个吐的: one of several, which was over then. */
const firstOfSeveral = /^(?:左右|多|钟|的时候)*(?:就|是)?第一[个位次批]/
export const isFirstOfSeveral = ({ after }: Surroundings): boolean => firstOfSeveral.test(after)

/** 一直打到一点多: it ended that night. */
const endedThen =
  /^(?!开始[^，]{0,6}点[^，]{0,3}[到至]|.{0,14}(?:每|天天|经常|都))[^，]{0,14}[到至](?:早上|晚上|凌晨|半夜|第二天|今早|天)?[零一二三四五六七八九十两]{1,3}点(?!.{0,6}(?:每|天天|都))/

/** 前晚开始吵尤其今晚九点到现在 */
const begunThen = /^(?:上|晚上|就|才)*开始/

/** Whether the matter goes on since the moment, by the words around it. */
export function goesOn({ before, after, between }: Surroundings): boolean {
  if (endedThen.test(after)) return false
  if (ownStep.test(after) || wentOut.test(after) || noticed.test(after)) return false
  // 中午吃的昨晚就开始吐: another moment's beginning.
  const begun = begins.exec(after)?.[0] ?? ''
  const another = !begunThen.test(after) && begun.length > between.length + (begun.endsWith('今天') ? 2 : 0)
  return (
    (begun !== '' && !another) ||
    isPresentStill(before) ||
    brokenAgain.test(after) ||
    (/从$|自从?$/.test(before) && !/买|购/.test(after.slice(0, 4)))
  )
}

/** 什么时候的工资, answered by the month itself. */
const owedMonthAsked =
  /(?:什么时[候后间]|哪一?个?月份?|几月份?)的?(?:工资|工钱|货款|租金|房租|补贴|奖金|账单|电费|水费|钱)/
/** 什么时候吃的, answered by 昨天中午吃完下午就开始拉. */
const actAsked = /(?:什么时[候后间]|几点|哪一?天|几号)[^，]{0,3}(?:吃|喝|去|做|打|买|送|洗)(?:的|了|过)?$/
const onAndOn =
  /到(?:现在|今天|目前)|一直|至今|还没|还(?:在)?[^，没是有]{1,2}[紧着]|还(?:在|是)[^，]{0,3}[坏停漏喷响冒流]/
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
const steps = '[退交签买办报订寄送搬还付充缴租转扣罚收拿领取卖拆撞偷下打拨]'
const stepAsked = new RegExp(`(?:什么时[候后间]|几点|哪一?天|几号)[^，没不]{0,3}${steps}(?!款)`)
const stepTold = new RegExp(`^(?:那天|当天|就|才|我)*${steps}`)
const notDone = /到(?:现在|今天|目前)[^，]{0,6}(?:[没不]|(?:分钟|小时|钟头|[天周月年]|星期|礼拜)了)/

/** 关了多久, answered by 出来了早就没事了 */
const freed = /(?:出来|没事|放了?出来|救下来)了(?!吗)/
const lost = /(?:没|停|断)(?:了|[水电气网])/

/** 签的, in answer to 什么时候签的 */
const isStepAsked = (question: string, after: string): boolean =>
  stepAsked.test(question) && stepTold.test(after)

/** Whether the moment is that of an event, though the seat asked since when or more is told behind it. */
export function isOver(question: string, words: string, { before, after }: Surroundings): boolean {
  const announces = sayingAsked.test(question) && announced.test(after)
  if (isStopAsked(question) && lost.test(after)) return false
  if ((atOnce.test(after) || announces) && !onAndOn.test(after)) return true
  if (isStepAsked(question, after) && notDone.test(after)) return true
  if (/多久|多长时间/.test(question) && freed.test(before + after)) return true
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
  /(?:几点|时候|时间|何时|几时|哪一?天|几号)(?!(?:发现|看[到见])[^，水电气网]{0,4}断)[^，]{0,4}(?<![挖撞砸剪折摔骨])[停断没](?:的|地|得|了|热?水|电|气|网|信号|$)|[停断没]了?(?:水|电|气|网)?了?多(?:久|长)/

export const isStopAsked = (question: string): boolean => stoppedAsked.test(question)

/** 什么时候坏的: what was so then is so still. */
const stateAsked =
  /(?:几点|时候|时间|何时|几时|哪一?天|几号)(?:就)?(?:坏|漏|裂|堵|臭|吵|冒|黑|停工|占|封|围|摆|不亮|不转|不热|没人[收管扫])[的地得了上住水火烟起出来]*路?$/
export const isStateAsked = (
  question: string,
  { before, after, between }: Pick<Surroundings, 'before' | 'after' | 'between'>,
): boolean =>
  stateAsked.test(question) &&
  !/[看听闻]到的$/.test(before) &&
  !/好了(?!.*[又再][坏漏堵停断不])/.test(cameBack(after) ? between : before + between)

/** 今天早上又漏了, and no word of a repair behind it. */
const brokenAgain =
  /^(?:就|才)?[又再](?:开始)?(?:坏|漏|堵|停|断|冒|不[能行亮转热])(?:了|水|电)(?!.*(?:好了|恢复|来了))/
/** 修好了两天五月五号又坏了: the time at which it came back. */
export const cameBack = (after: string): boolean =>
  /^(?:就|才|他们?)?[又再](?:开始|一?次)?(?:坏|漏|堵|停|断|裂|吵|响|冒|复发|出[现问]|不[能行亮转])/.test(
    after,
  )

/** 已经修好了, 不漏了: it is so no longer; 希望修好 and 修好了两天又坏了 tell the opposite. */
const mended =
  /(?<![没不未能希望要求快紧点等前才][^，]{0,4})(?:(?:修|弄|搞|换|接|补|整)好了|不[漏堵臭吵]了|已经(?:修|换|补|接|退)|关了(?:总?阀|水阀|总闸)|(?:退掉|扑灭|灭|烧完)了|自己[^，]{0,4}[修换]了)(?![吗没又再]|[^，]{0,10}[又再][坏漏堵停断裂臭吵烧没]|[一两三几]?[天回次])/
export const isMended = (spoken: string): boolean => mended.test(spoken)

/** 今天都快十一点了还在吼: how it is now, and not when it began. */
export const isStateOfToday = (text: string, { start, end }: Moment): boolean =>
  /^今[天日]$/.test(text.slice(start, end)) &&
  /^(?:都|也|又|已经|快|[一二三四五六七八九十半]+点?|多|了)*还(?:在|没|是|有)/.test(text.slice(end))

/** 还在上午十点就来了, to 现在还在吗: what is told before the moment at which it began. */
export const isPresentStill = (before: string): boolean =>
  /^(?:[^，]{0,3})还在(?:呢|的|[那这]里?|现场|里面|门口)?$/.test(before)

/** Whether water, power, gas … were cut off at the moment and are still off, by what the caller says in the call. */
export function isStillOff({ after }: Surroundings, spoken: string, question: string): boolean {
  // 今早九点整我们一开会: the very moment.
  const told = cutOff.test(after) || (isStopAsked(question) && !/^整?我们?一/.test(after))
  return told && (stillOff.test(spoken) || supplies.test(`${spoken}，${question}`)) && !restored.test(spoken)
}

/** 早上七点开始停水了: what a call is about that is made the same day. */
export const isCutOff = (after: string): boolean => cutOff.test(after)

const shutIn = /^(?:左右|多|钟|就|被|给|他们?|她|我)*(?:困|卡|锁|关)(?:住|在|了)(?!的)/
const stillIn = /还(?:在|困|没出|没有出)|出不来|没出来|没人来/
/** Who was shut in at the moment and is so still. */
export const isStillIn = ({ after }: Surroundings, spoken: string, question: string): boolean =>
  ((shutIn.test(after) && stillIn.test(spoken)) ||
    (isStopAsked(question) && /下不来|出不来|[挂悬吊]着/.test(spoken)) ||
    /困(?:住|在)?[^，]{0,3}的$/.test(question)) &&
  !/出来了|救出来|放出来/.test(spoken)
