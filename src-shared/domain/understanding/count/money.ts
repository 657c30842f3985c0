import { cardinalOf } from '../../../text/numerals.ts'
import { endsSum, isGivenUp, settling, settlesOn } from './settling.ts'
import { claimedBefore } from './sum-role.ts'

/** A number in a text that may be a sum. */
export interface Spoken {
  readonly whole: string
  readonly big: boolean
  readonly jiao: string
  readonly about: boolean
  readonly hasUnit: boolean
  readonly start: number
  readonly end: number
}

/** What is counted so is no money. */
const measure =
  /^(个|名|人|位|户|秒|分钟|克|毫|集|届|节|盒|箱|瓶|平(?![时常均台])|米|号|栋|幢|楼|层|年|月|天|日|次|度(?!数)|斤|公|吨|张|条|只(?!保价)|台|部|辆|份|件|室|房(?![租费东款贷])|[是十事]?路(?!费)|岁|小时|点|分|步|期|线|班|届|把(?=刀|伞|椅|锁|钥)|家|口|间|立方|方(?![便面法案向式才圆])|亩|棵|株|桶(?!装)|袋|捆|车(?![费位款价票险贷子站间])|块(砖|板|地|石|玻璃)|多(个|名|人|户|平|天|年|次|度))/
const moneyBefore =
  /(退|赔|欠|差|还我|还给|还有|工资|尾款|收|交|付|扣|罚|花|充|存|汇|寄|垫|刷|骗|价|费|款|金|钱|总共|一共|合计|共计|加起来|剩下?|损失|金额|变成|涨到|涨了|贷|借|转|买|值|押|补|要)[^零一二两三四五六七八九十百千万\d]{0,5}$/
const moneyAfter =
  /^(全部|全都|全|都)?要?(退|赔|还给|还我|不退|不还|不肯|不给|一分|块|元|没还|没有?(发|结|给|付)|的(工程款|装修款|货款|尾款|彩礼|工资|定金|保证金|套餐|课|卡|票|手机|学费|押金|东西|包|货|费用|饭|菜|保健品|药))/
/** Before a number that is no sum though nothing counts it. */
const noMoneyBefore =
  /(路|街|巷|道|号|栋|楼|室|房|座|第|尾号|车牌|公交|地铁|血压|血糖|高|长|重|宽|深|速|米|面积|(?<!一)年|编号|密码|离|线|排|热线|打|拨)[^，]{0,1}$/
/** 老人家八十七: years, and no money. */
const ofAge =
  /(老人家?|婆婆|公公|[爷奶][爷奶]|外婆|外公|父亲|母亲|[爸妈]妈?|年纪|岁数|今年)(都|也|已经|有|快|就|是)*$/

/** Whether a number in a text is a sum. `asked`: money was asked for, so that a bare number is one. */
export function isMoney(text: string, spoken: Spoken, asked: boolean): boolean {
  const { whole, start, end } = spoken
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end)
  if (/^一分钱?都?不/.test(after)) return true
  if (
    measure.test(after) ||
    /(第|之|[A-Za-z]|(电话|号码|编号|单号|尾号|车牌|编码|验证码|工单号?|卡号|工号|末尾|后[三四五六]位)[^，]{0,3})(是|为)?$/.test(
      before,
    )
  )
    return false
  // 我住七百零二: where somebody lives.
  if (/[我他她]住在?[^，]{0,3}$/.test(before)) return false
  const large = /[百千万]/.test(whole) || /^\d{3,6}$/.test(whole)
  if (!large && !(whole.length > 1 && whole.includes('十'))) return false
  // 三月三十
  if (!/[百千万]/.test(whole) && before.endsWith('月')) return false
  if (isGivenUp(before, after) || moneyAfter.test(after) || (settling.test(before) && endsSum.test(after)))
    return true
  if (ofAge.test(before)) return false
  // 学生二十六老师两个那总共二十九: persons are added up.
  if (!/[百千万]/.test(whole) && /(?:学生|老师|司机|工人|乘客)/.test(text) && /(?:总|一)共$/.test(before))
    return false
  if (asked && (large || start === 0 || after === '' || /^(吧|左右|这样|[啦啊呀嘛哦咯])/.test(after)))
    return true
  // 健身卡四千三百八他们: a number as prices are said, which counts nothing.
  if (isPrice(whole) && !noMoneyBefore.test(before)) return true
  // 报了个班一千二百八: a large number at the end that counts nothing.
  if (
    after === '' &&
    /[百千万]/.test(whole) &&
    !/血[压糖][^，]{0,1}$|(?:[路街巷道号栋楼室房第]|(?<!起)码)$|尾号|车牌/.test(before)
  )
    return true
  if (settlesOn(text, spoken)) return true
  return moneyBefore.test(before) && (large || claimedBefore.test(before))
}

/** 平时三十块钱这次收了五十八: beside a sum with its unit another needs none. */
export const isCharged = (text: string, { whole, start, end }: Spoken): boolean =>
  whole.length > 1 &&
  /(?:收|付|扣|花|要)了?(?:我们?)?$/.test(text.slice(0, start)) &&
  !measure.test(text.slice(end))

function isPrice(whole: string): boolean {
  return (
    cardinalOf(whole) !== undefined && (/[千万]./.test(whole) || /百[^十]?.$/.test(whole)) && whole.length > 2
  )
}
