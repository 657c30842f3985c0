import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import type { Line } from '../hearing/hearing.ts'
import { respell } from '../hearing/respell.ts'

/** What a sum is to the matter, the words around it say. */
export type SumRole =
  /** What is still owed once something was given back: 现在就剩押金一千六. */
  | 'left'
  /** What is demanded, owed or was taken wrongly. */
  | 'claimed'
  | 'total'
  /** What was paid, charged or lost. */
  | 'paid'
  | 'told'
  /** What the other party offers or gave back, what is usual, and what nobody disputes. */
  | 'undisputed'

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
  /** 三千多块: about so much. */
  readonly approximate: boolean
}

const n = numeralSource
const unitPattern = new RegExp(
  `(?<whole>${n}(?:点${n})?)(?<about>多|来|几)?(?<big>万)?(?:块钱|元钱|块|元(?![里岗旦宵件素朝村年路李])|人民币)` +
    // 三十八块五, 三十八块五毛; but 两块钱一张.
    '(?:(?<jiao>[一二三四五六七八九\\d])(?:[毛角]|(?<=块.)(?![张个名位年月天次只台部条份件套斤度吨碗瓶盒趟晚针支根袋顿餐节桌杯颗粒片副双把平米小分秒间户零一二三四五六七八九十百千万\\d])))?',
  'g',
)
const barePattern = new RegExp(`(?<whole>${n}(?:点${n})?)(?<about>多|来|几)?(?<big>万)?`, 'g')
/** What is counted so is no money. */
const measure =
  /^(个|名|人|位|户|秒|分钟|克|毫|集|届|节|盒|箱|瓶|平(?![时常均])|米|号|栋|幢|楼|层|年|月|天|日|次|度|斤|公|吨|张|条|只|台|部|辆|份|件|室|房(?![租费东款贷])|路(?!费)|岁|小时|点|分|步|期|线|班|届|把|家|口|间|块(砖|板|地|石|玻璃)|多(个|名|人|户|平|天|年|次|度))/
const moneyBefore =
  /(退|赔|欠|差|还我|还给|还有|工资|尾款|收|交|付|扣|罚|花|充|存|骗|价|费|款|金|钱|总共|一共|合计|共计|加起来|剩下?|损失|金额|变成|涨到|涨了|贷|借|转|买|值|押|补|要)[^零一二两三四五六七八九十百千万\d]{0,5}$/
const moneyAfter =
  /^(全部|全都|全|都)?要?(退|赔|还给|还我|不退|不还|不肯|不给|一分|块|元|没还|没有?(发|结|给|付)|的(工程款|装修款|货款|尾款|彩礼|工资|定金|保证金|套餐|课|卡|票|手机|学费|押金|东西|包|货|费用|饭|菜|保健品|药))/
const perUnit =
  /(每|一)(个?人|个?月|天|年|户|平米?|平方|度|吨|斤|次|餐|顿|杯|桌|趟|晚|节课|节|小时|公里|个钟)(差不多|大概|大约|都|是|退|赔|补|欠|要|收|交|才|只有|也就|就|挣|赚|拿|的?(电费|水费|工资|物业费|租金|学费))*$/
const perUnitBefore =
  /(月租|房租|租金|月薪|时薪|日薪|底薪|单价|月供)(是|一个月|就|才|都)*$|(挣|赚|工资|收入|月入)(才|只|也就)+(有|是)?$|房子?买(的时候)?(是|花了|就)?$/
const perUnitAfter =
  /^([一每](个?月|天|年|平|度|吨|斤|个?人|次|小时|公里|节|张|位|份|只|条|碗|瓶|件|套|晚|趟|桶|盒|包|户|针|支|根|杯|桌|斤|吨|米|顿|餐|间)(?!的)|每|的?(工资标准|标准))/
/** What somebody has or pays month by month, before the sum: 每个月退休金. */
const regular =
  /[每一]个?月的?(退休金|养老金|工资|收入|低保|补贴|租金|房租|房贷|物业费)(才|就|只|有|是|大概|差不多)*$/
/** Before a number that is no sum though nothing counts it. */
const noMoneyBefore =
  /(路|街|巷|道|号|栋|楼|室|房|座|第|尾号|车牌|公交|地铁|血压|血糖|高|长|重|宽|深|速|米|面积|年|编号|密码|离|线|排|热线|打|拨)[^，]{0,1}$/
const totalBefore =
  /(一共|总共|合计|总计|共|[加合]起来|拢共|合共|总额|金额|共计|总价)(是|有|欠|要|收|花|交|付|退|被骗)?(了)?(我们?)?(大概|大约|差不多)?$/
const givenBefore =
  /([他她它]们?(?:都)?补(?:了|到)|(只|才|顶多|最多|同意|愿意|肯|答应|[他她它们家司板方台服店业理介东厂]就?[都也才]?(?:说|讲|答应|提出)(?:(?!我).){0,8}?)(就|只|肯|同意|愿意|能|给|是|最多)*(?<![不没])(退|赔|补|给)(偿|还|给)?(了)?(我们?|人家)?|(?<!要|让)我?[只才](付|交|给)了?|(已经)?(退|赔|还)(还|偿|给)?了(我们?)?|[说讲谈]好(?:(?!我).){0,12}(?:结果|最后|实际|却)(?:只|就|才)?(?:给|发|付)了?(?:我们?)?)(一部分|其中)?$/
const usualBefore =
  /(平时|平常|正常|本来|按道理|按规定|以前|别人|人家(?=只|才|都|就)|别家|外面|同行|网上|网店|淘宝|京东|拼多多|隔壁|其他店|原来|往年|市场价|公道)[^退赔欠多]{0,4}$/
const undisputedAfter =
  /^(块钱?|元)?的?(押金|费用|钱|清洁费)?(是|那个是|这个是)?(正常|合理|可以接受|我认|我也认|没问题|对的|应该的|该交的|就算了|公道)|^(块钱?|元)?(的)?(红包|优惠券|代金券)/
/** 报价一千二我没修: a price that was told, and nothing bought for it. */
const declinedAfter =
  /^(块钱?|元)?(钱|费)?(我|我们)?(觉得|嫌)?(太?贵了?)?(就|都|也|又)?(没有?|不)(修|买|办|做|要|换|装|洗|理|转|答应|订|报)/
/** 说好八十八结果收我三百八: what was agreed, where something else came of it. */
const agreedBefore = /(说好|讲好|谈好|约好|约定|标价|标的|报价|写着)(了|的|是|价|只要|一共|总共|只收)*$/
const otherwise = /结果|后来|最后|却|变成|实际|要我|收(了)?我|又说|到头/
const claimedBefore =
  /((退|赔|返|补)(偿|还|回|给)?(给)?(我们?|人家|消费者)?|还(我们?|给我们?)|多(收|扣|交|付|算|缴|出)|(?<![多至])少(给|付|发|算|赔|找|退|结|还)|罚(?=了?我)|欠(薪|款|费)?|不退|没退|骗(走|取)?|克扣|还差|差我|剩下?|余下|尾款|还有)(了|我们?|的|共|一共|全部|来|[那哪这]个?|是|大概|差不多|费用?|医药费|房租|押金|工资|货款|误工费|钱|总共)*$/
const claimedAfter =
  /^(块钱?|元)?(的)?(押金|定金|订金|钱|费|学费|余额)?(他们?|她|对方|商家|老板|公司|店里|平台|房东)?(就|都|又|也|还|全部|全都|全|一直|现在)*((不|没|拒绝|不肯|不愿意?)(肯|给|愿意|有)?(退|还|赔|给|发|结)|(退|赔|还|返|补)(给|我|还|回|偿|掉|了我)|要退|一分都?不能少|要不回)/
const paidBefore =
  /(收了?|乱收|骗了?|扣了?|押金|定金|订金|工资|损失|罚款?|要回|拖欠|费用?|充了?|充值了?|交了?|缴了?|花了?|付了?|买了?|涉及|金额|价值|报价|保价|车价|款|变成|涨到)(了|我们?|的|是|给|大概|有|共|差不多|到)*$/
/** 一百五我不要了: given up, wherever it was named. */
const givenUpAfter = /^(?:块钱?|元)?(?:的|钱)?(?:我|就|也|都|那个)*(?:不要了|不用退|不追了|不计较)/
const rangeAfter = new RegExp(`^(?:到|至)${n}`)
const rangeBefore = new RegExp(`${n}(?:块钱?|元)?(?:到|至)$`)
const correction =
  /(不对|不是|说错|记错|应该是|更正|错了|具体|确切|准确|精确)(了|地说|来说|算下来|我?说错了?|应该|其实|是|就是|共|一共|总共|有|欠|要)*$/
const settling =
  /(就|还是|那就?|那么)?(按|照|以)(照)?(这个|总共|一共|合同|原价|发票|小票|单据)?的?$|(改成?|登记|记|写|填|算)(成|是|个|我的)$|先(说|讲|登记|反映|处理|解决)[^，]{0,4}$/
/** 八百就八百吧, 那就五千: after an offer or a choice the caller settles on it. */
const settled = /^(?:哦|啊|好吧?|行|那|哪|唉|算了)*(?:就|还是)(?:要|退|赔|给|收|拿|按|是)*$/
const endsSum = /^(?:块钱?|元)?(?:吧|啊|嘛|好了|算了|行|得了|了|来|按|我认|退|赔|就|$)/
/** 两千五不是两千五百八: said first and taken back. */
const restarted = new RegExp(`^(?:啊|哦|嗯|就|好像)*${n}(?:块钱?|元)?不是$`)
/** 老人家八十七: years, and no money. */
const ofAge =
  /(老人家?|婆婆|公公|[爷奶][爷奶]|外婆|外公|父亲|母亲|[爸妈]妈?|年纪|岁数|今年)(都|也|已经|有|快|就|是)*$/
const rise = /(涨到|涨成|涨了|涨|调到|提到|加到|上调到|升到)(了|个)?$/
const rate = /(一个?|每个?)(月|天|年|平|次|度|人|小时|户|吨|方)/

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
  const text = respell(line.text)
  const withUnit = [...text.matchAll(unitPattern)].map((match) => spokenOf(match, true))
  const bare = [...text.matchAll(barePattern)]
    .map((match) => spokenOf(match, false))
    .filter((each) => !withUnit.some((other) => each.start < other.end && each.end > other.start))
    .filter((each) => isMoney(text, each, asked))
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
  if (after === '' && /[百千万]/.test(whole) && !/[路街巷道号码栋楼室房第]$|尾号|车牌/.test(before))
    return true
  if (settlesOn(text, spoken)) return true
  return moneyBefore.test(before) && (large || claimedBefore.test(before))
}

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
  if (/^(店|券|儿|地|砖|板|石|玻璃)/.test(after)) return undefined
  const denied = before.endsWith('不是')
  if (denied && !restarted.test(text.slice(0, start))) return undefined
  if (rangeAfter.test(after) || rangeBefore.test(before)) return undefined
  if (rise.test(before) && rate.test(text)) return undefined
  if (perUnit.test(before) || perUnitBefore.test(before) || perUnitAfter.test(after)) return undefined
  if (regular.test(before)) return undefined
  const value = whole * (spoken.big ? 10_000 : 1) + (cardinalOf(spoken.jiao) ?? 0) / 10
  const corrects =
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
      (settling.test(before) || settlesOn(text, spoken)) &&
      !/(他|她|它|们|公司|老板)(就|只)?(按|照)/.test(before),
    givenUp: givenUpAfter.test(after),
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

function roleOf(before: string, after: string): SumRole {
  if (usualBefore.test(before) || undisputedAfter.test(after)) return 'undisputed'
  if (declinedAfter.test(after) || (agreedBefore.test(before) && otherwise.test(after))) return 'undisputed'
  if (givenBefore.test(before) && !/要求|让他|叫他/.test(before)) return 'undisputed'
  if (/(让|叫|逼|要)(我|我们)?(再|又|还)*(补|加|多交)(交|缴)?$/.test(before) && !before.includes('要求'))
    return 'told'
  if (/(就|只|还|现在)剩/.test(before) && claimedBefore.test(before)) return 'left'
  if (claimedBefore.test(before) || claimedAfter.test(after)) return 'claimed'
  if (totalBefore.test(before)) return 'total'
  return paidBefore.test(before) ? 'paid' : 'told'
}

/** 八八百: a digit that was stammered counts once. */
function wholeOf(words: string): number | undefined {
  const stammered =
    words.length > 2 && words.startsWith(words.charAt(1)) ? cardinalOf(words.slice(1)) : undefined
  return cardinalOf(words) ?? stammered
}
