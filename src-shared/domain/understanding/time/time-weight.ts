import { isBeforeAskedEvent, tellsAskedEvent } from './events-asked.ts'
import { cameBack } from './going-on.ts'
import type { Moment } from './time-expression.ts'
import type { Surroundings } from './time-role.ts'

/** What the citizen did before anything went wrong: bought, signed, handed over. */
const step = new RegExp(
  [
    '^(?!.{0,6}就(?:一直)?(?:这样|有|没|不|漏|坏)).{0,6}(?:买的?|购买|交的?房|办的.{0,3}(?:卡|会员)|入职|入住|搬)',
    '^(?:才|刚)?(?:装|修|换|领|取)的(?!时候)',
    '^(?:去|在.{2,4})?(?:办|报|订|签|充)(?:的|了|$)',
    '^(?:才|刚)?上的?(?:学|[一二三四五六]年级|[小大中]学|幼儿园|班)',
    '^(?:去|我)?停(?:车|好|在)',
    '^(?:去|拿去|我)?(?:送|寄|报|租|借)(?:的|去|过去|出|$)',
    '^(?:去|在.{2,4}|我)?(?:交|付|缴|充|订|签|报|下|转)(?:的|了|过)?[^，]{0,3}(?:钱|款|费|金|单|名|合同|租)',
  ].join('|'),
)
/** 昨晚一点多到的省站: when somebody arrived. */
const arrived = /^(?:才|钟|就)*(?:到(?:[的得了家]|站)|回到|才回|就回)/
/** 从三月份开始做的: since when somebody works, lives or learns there. */
const tenure =
  /^(?:开始|起|就|我|才|来|进|去)*(?:在[^，]{1,6})?(?:做|上班|干活?|租|住|工作|入职|进厂|打工)(?:的(?!时候)|到现在|起|$)/
/** 今早去找他他说没有: what the caller did about it. */
const pursued =
  /^(?:我|我们)?(?:就|又|再|还|才)?(?:[去气来])?(?:找|问)(?:[了过]?[他她它]|了?(?:店|老板|物业|商家|师傅))/
/** 二月二十三号签的我四月底才发现: told besides what was asked for. */
const foundOut = /^(?:[初底份]|中旬|我|我们)*才(?:发现|知道|晓得|看出|反应)/
/** What is told of a time: 交的钱, after 十一点多 or 五一那天. */
const told = (after: string): string => after.replace(/^(?:多|左右|钟|那天|当天|的时候)+/, '')

/** 清明之前, 国庆后: about the time of a named day. */
const around = /^节?(?:[之以]?[前后]|前后|左右)/
/** 七月还是八月来着: two times, of which the caller does not know which. */
const isUndecided = (between: string): boolean => /^(?:左右|份|晚上|吧)*还是$/.test(between)

/** 这次是二月几号, after times of other occasions. */
const thisTime = /这(?:一?次|一?回)(?!.*[什怎]么(?:事|回|问题|情况))/

/** How much speaks for a moment being the incident's: an answer most, then the words beside it. */
export function weightOf(
  moment: Moment,
  dated: Moment,
  { after, between, first }: Surroundings,
  line: {
    readonly asked: boolean
    readonly ongoing: boolean
    readonly exact: boolean
    readonly question: string
  },
): number {
  const echoes = line.asked && tellsAskedEvent(line.question, between)
  return (
    (line.asked ? 4 : 0) +
    (line.exact || (line.asked && thisTime.test(line.question)) ? 2 : 0) +
    (dated.clock === undefined ? 0 : 1) +
    (line.ongoing ? 1 : 0) -
    (step.test(told(between === '' ? after : between)) ? 2 : 0) -
    (!line.asked && tenure.test(told(between)) ? 3 : 0) -
    (!line.asked && dated.clock !== undefined && arrived.test(told(between)) ? 3 : 0) -
    (pursued.test(told(after)) ? 3 : 0) +
    (echoes ? 1.5 : 0) -
    (line.asked && isBeforeAskedEvent(line.question, between) ? 1 : 0) -
    (line.asked && !first && foundOut.test(after) ? 2.5 : 0) -
    (isUndecided(between) ? 2 : 0) -
    (moment.named !== undefined && around.test(after) ? 2 : 0) +
    (cameBack(after) ? 2 : 0) +
    (moment.date === undefined ? 3 : 0)
  )
}
