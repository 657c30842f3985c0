import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import { mendSums } from '../hearing/heard-numerals.ts'
import type { Line } from '../hearing/hearing.ts'
import { respell } from '../hearing/respell.ts'
import { counted, isPerUnit } from './per-unit.ts'
import { claimedBefore, roleOf, type SumRole } from './sum-role.ts'

/** A sum of money that was spoken. */
export interface Sum {
  readonly value: number
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly role: SumRole
  /** 不对是…: it replaces what was said before. */
  readonly corrects: boolean
  /** 就按八万九: the caller settles on it. */
  readonly settles: boolean
  /** 一百五我不要了. */
  readonly givenUp: boolean
  /** 三百块: with a unit of money. */
  readonly named: boolean
  /** 三千多块: about so much. */
  readonly approximate: boolean
}

const n = numeralSource
const unitPattern = new RegExp(
  `(?<whole>${n}(?:点${n})?)(?<about>多|来|几)?(?<big>万)?(?:块钱|元钱|块|元(?![里理岗旦宵件素朝村年路李])|人民币)` +
    // 三十八块五, 三十八块五毛; but 两块钱一张.
    `(?:(?<jiao>[一二三四五六七八九\\d])(?:[毛角]|(?<=块.)(?!小(?:时|份|包|瓶|盒|袋|碗)|[${counted}共零一二三四五六七八九十百千万\\d])))?`,
  'g',
)
const barePattern = new RegExp(`(?<whole>${n}(?:点${n})?)(?<about>多|来|几)?(?<big>万)?`, 'g')
/** What is counted so is no money. */
const measure =
  /^(个|名|人|位|户|秒|分钟|克|毫|集|届|节|盒|箱|瓶|平(?![时常均台])|米|号|栋|幢|楼|层|年|月|天|日|次|度|斤|公|吨|张|条|只|台|部|辆|份|件|室|房(?![租费东款贷])|[是十事]?路(?!费)|岁|小时|点|分|步|期|线|班|届|把(?=刀|伞|椅|锁|钥)|家|口|间|块(砖|板|地|石|玻璃)|多(个|名|人|户|平|天|年|次|度))/
const moneyBefore =
  /(退|赔|欠|差|还我|还给|还有|工资|尾款|收|交|付|扣|罚|花|充|存|汇|寄|垫|刷|骗|价|费|款|金|钱|总共|一共|合计|共计|加起来|剩下?|损失|金额|变成|涨到|涨了|贷|借|转|买|值|押|补|要)[^零一二两三四五六七八九十百千万\d]{0,5}$/
const moneyAfter =
  /^(全部|全都|全|都)?要?(退|赔|还给|还我|不退|不还|不肯|不给|一分|块|元|没还|没有?(发|结|给|付)|的(工程款|装修款|货款|尾款|彩礼|工资|定金|保证金|套餐|课|卡|票|手机|学费|押金|东西|包|货|费用|饭|菜|保健品|药))/
/** Before a number that is no sum though nothing counts it. */
const noMoneyBefore =
  /(路|街|巷|道|号|栋|楼|室|房|座|第|尾号|车牌|公交|地铁|血压|血糖|高|长|重|宽|深|速|米|面积|年|编号|密码|离|线|排|热线|打|拨)[^，]{0,1}$/
/** 一百五我不要了: given up, wherever it was named. */
const givenUpAfter =
  /^(?:块钱?|元)?(?:的|钱)?(?:我|就|也|都|[那哪]个|那点|钱)*(?:不要了|自己(?:认|任|出|承担|掏)|不用退|不追了|不计较|不写了|不提了|不用写)/
/** 退票就算了两块钱 */
const givenUpBefore = /(?:退[票款费钱]?|赔偿?|钱)(?:也|都|就)*算了$/
const rangeAfter = new RegExp(`^(?:到|至)${n}`)
const rangeBefore = new RegExp(`${n}(?:块钱?|元)?(?:到|至)$`)
const correction =
  /(不对|不是|说错|记错|应该是|更正|错了|具体|确切|准确|精确)(了|地说|来说|算下来|我?说错了?|应该|其实|是|就是|共|一共|总共|有|欠|要)*$/
const settling =
  /我(?:就|只|光)(?:想?要|要求)(?:退|赔|拿)?回?(?:我|他们?)?(?:的|这|那|自己的?)?(?:押金|定金|订金|本金|学费|房费|费用|钱|运费)?(?:的|那|这)?$|(就|还是|那就?|那么)?(按|照|以)(照)?(这个|总共|一共|合同|原价|发票|小票|单据)?的?$|(改成?|登记|记|写|填|算)(成|是|个|我的)$|先(说|讲|登记|反映|处理|解决)[^，]{0,4}$/
/** 八百就八百吧, 那就五千: after an offer or a choice the caller settles on it. */
const settled = /^(?:哦|啊|好吧?|行|那|哪|唉|算了|对|是的?|嗯)*(?:就|还是)(?:要|退|赔|给|收|拿|按|是)*$/
const endsSum = /^(?:块钱?|元)?(?:给我们?$|吧|啊|嘛|好了|算了|行|得了|了|来|按|我认|退|赔|就|$)/
/** 退钱那点我不要了就赔五百, 别的不提了只要三百: what is left of a wish. */
const onlyLeft =
  /(?:不要了?|算了|不提了?|不追了?|不计较了?|无所谓|不用了?)(?:啊|吧|的)?(?:我|你们?|他们?)?(?:就|只|光|单)(?:要求?|是|想)?(?:要|退|赔|补|还|给)(?:回|给|偿)?(?:我|我们)?(?:的|那|这)?$/
/** 退六千三百八就行 */
const enough = /^(?:块钱?|元)?就(?:行|可以|好|够)/
/** 两千五不是两千五百八: said first and taken back. */
const restarted = new RegExp(
  `(?<![是就共总按写零一二两三四五六七八九十百千万\\d]|明明|其实|应该)${n}(?:块钱?|元)?不是$`,
)
/** 老人家八十七: years, and no money. */
const ofAge =
  /(老人家?|婆婆|公公|[爷奶][爷奶]|外婆|外公|父亲|母亲|[爸妈]妈?|年纪|岁数|今年)(都|也|已经|有|快|就|是)*$/
const rise = /(涨到|涨成|涨了|涨|调到|提到|加到|上调到|升到)(了|个)?$/
const rate = /(一个?|每个?)(月|天|年|平|次|度|人|小时|户|吨|方)/

/** 千万别让他知道 warns, and 一百两百那个百 spells a word. */
const noNumbers =
  /千万(?=别|不|要|记|得|替|帮|保)|[一二两三四五六七八九十百千万]+(?:那个|的那个|的)[百千万](?![块元货])/g

/** 再陪我五百 */
const compensated = new RegExp(
  `陪(?=(?:我|我们|偿)?(?:[零一二两三四五六七八九]?[十百千万]|[一二两三四五六七八九][十百千万]))`,
  'g',
)

/** A number in a text that may be a sum. */
interface Spoken {
  readonly whole: string
  readonly big: boolean
  readonly jiao: string
  readonly about: boolean
  readonly hasUnit: boolean
  readonly start: number
  readonly end: number
}

/** The sums in a line, in order. `asked`: money was asked for, so that a bare number is a sum; `claimed` names what is not given back. */
export function sumsIn(line: Line, asked: boolean, claimed?: RegExp): readonly Sum[] {
  const text = mendSums(respell(line.text))
    .replace(noNumbers, (words) => '，'.repeat(words.length))
    .replace(compensated, '赔')
  const withUnit = [...text.matchAll(unitPattern)].map((match) => spokenOf(match, true))
  const bare = [...text.matchAll(barePattern)]
    .map((match) => spokenOf(match, false))
    .filter((each) => !withUnit.some((other) => each.start < other.end && each.end > other.start))
    .filter((each) => isMoney(text, each, asked) || (withUnit.length > 0 && isCharged(text, each)))
  return [...withUnit, ...bare]
    .sort((a, b) => a.start - b.start)
    .flatMap((each): readonly Sum[] => {
      const sum = sumOf(line, text, each, claimed)
      return sum === undefined ? [] : [sum]
    })
}

function spokenOf(match: RegExpExecArray, hasUnit: boolean): Spoken {
  const { whole = '', big, jiao = '', about } = match.groups ?? {}
  // 八万六一分不能少, 两千一共四千: 一 belongs to what follows.
  const long = !hasUnit && whole.length > 2 && cardinalOf(whole) === undefined
  const after = match.input.slice(match.index + match[0].length)
  const together = !hasUnit && /.一$/.test(match[0]) && /^[共起直]/.test(after)
  const cut = together || (long && cardinalOf(whole.slice(0, -1)) !== undefined) ? 1 : 0
  return {
    whole: whole.slice(0, whole.length - cut),
    big: big !== undefined,
    jiao,
    about: about !== undefined,
    hasUnit,
    start: match.index,
    end: match.index + match[0].length - cut,
  }
}

function isMoney(text: string, spoken: Spoken, asked: boolean): boolean {
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
  if (moneyAfter.test(after) || (settling.test(before) && endsSum.test(after))) return true
  if (ofAge.test(before)) return false
  // 学生二十六老师两个那总共二十九: persons are added up.
  if (!/[百千万]/.test(whole) && /(?:学生|老师|司机|工人|乘客)/.test(text) && /(?:总|一)共$/.test(before))
    return false
  if (asked && (large || after === '' || /^(吧|左右|这样)/.test(after))) return true
  // 健身卡四千三百八他们: a number as prices are said, which counts nothing.
  if (isPrice(whole) && !noMoneyBefore.test(before)) return true
  // 报了个班一千二百八: a large number at the end that counts nothing.
  if (
    after === '' &&
    /[百千万]/.test(whole) &&
    !/血[压糖][^，]{0,1}$|[路街巷道号码栋楼室房第]$|尾号|车牌/.test(before)
  )
    return true
  if (settlesOn(text, spoken)) return true
  return moneyBefore.test(before) && (large || claimedBefore.test(before))
}

/** 平时三十块钱这次收了五十八: beside a sum with its unit another needs none. */
const isCharged = (text: string, { whole, start, end }: Spoken): boolean =>
  whole.length > 1 &&
  /(?:收|付|扣|花|要)了?(?:我们?)?$/.test(text.slice(0, start)) &&
  !measure.test(text.slice(end))

function isPrice(whole: string): boolean {
  return (
    cardinalOf(whole) !== undefined && (/[千万]./.test(whole) || /百[^十]?.$/.test(whole)) && whole.length > 2
  )
}

function sumOf(line: Line, text: string, spoken: Spoken, claimed: RegExp | undefined): Sum | undefined {
  const { start, end } = spoken
  const before = text.slice(Math.max(0, start - 16), start)
  const after = text.slice(end)
  const whole = wholeOf(spoken.whole)
  // 一块 is as often 一起 as one yuan, and 十元店 no sum at all.
  if (whole === undefined || (whole === 1 && !/[元钱]/.test(text.slice(start, end)))) return undefined
  // 砖头掉了两块: pieces.
  if (
    spoken.hasUnit &&
    /^[一二两三四五六七八九]块$/.test(text.slice(start, end)) &&
    /[掉落缺碎裂拆少铺换]了?$/.test(before)
  )
    return undefined
  if (/^(店|券|儿|地|砖|板|石|玻璃)/.test(after) || before.endsWith('几')) return undefined
  // 减去十二万九十六万: two sums without a word between them.
  if ((spoken.whole.match(/万/g)?.length ?? 0) > 1) return undefined
  // 不是三千零八十, to 三千八百元吗.
  const putRight = line.reply === 'no' && /^[^，]?不是$/.test(text.slice(0, start)) && !after.includes('是')
  const denied = before.endsWith('不是') && !putRight
  if (denied && !restarted.test(text.slice(0, start))) return undefined
  if (rangeAfter.test(after) || rangeBefore.test(before)) return undefined
  if (rise.test(before) && rate.test(text)) return undefined
  if (isPerUnit(before, after)) return undefined
  const value = whole * (spoken.big ? 10_000 : 1) + (cardinalOf(spoken.jiao) ?? 0) / 10
  const corrects =
    putRight ||
    correction.test(before) ||
    (/^而?不是/.test(after) && !restarted.test(text.slice(0, end) + '不是')) ||
    (line.reply === 'no' && /是(共|说)?$/.test(before))
  return {
    value,
    line,
    start,
    end,
    corrects,
    settles:
      (settling.test(before) ||
        onlyLeft.test(before) ||
        (claimedBefore.test(before) && enough.test(after)) ||
        settlesOn(text, spoken)) &&
      // 按八块算退我十七: how it is worked out.
      !/^(?:块钱?|元)?算(?:退|赔|补|找)/.test(after) &&
      !/(他|她|它|们|公司|老板)(就|只)?(按|照)/.test(before),
    givenUp: givenUpAfter.test(after) || givenUpBefore.test(before),
    named: spoken.hasUnit,
    approximate: spoken.about || /^(块钱?|元)?(左右|上下|出头)/.test(after),
    role: claimed !== undefined && isLabelled(claimed, before, after) ? 'claimed' : roleOf(before, after),
  }
}

function settlesOn(text: string, { whole, start, end }: Spoken): boolean {
  const left = text.slice(0, start)
  return endsSum.test(text.slice(end)) && (settled.test(left) || left.endsWith(`${whole}就`))
}

/** 押金三千, 三千块的押金. */
function isLabelled(claimed: RegExp, before: string, after: string): boolean {
  return (
    new RegExp(`${claimed.source}(是|交了|付了|一共|总共|有|的|我|了)*$`).test(before) ||
    new RegExp(`^的?${claimed.source}`).test(after)
  )
}

/** 八八百, 六千八吧六千八: what was stammered or said again counts once. */
function wholeOf(words: string): number | undefined {
  const again = /^(?<once>.{2,})八?\k<once>$/.exec(words)?.groups?.['once']
  if (again !== undefined) return cardinalOf(again)
  const stammered =
    words.length > 2 && words.startsWith(words.charAt(1)) ? cardinalOf(words.slice(1)) : undefined
  return cardinalOf(words) ?? stammered
}
