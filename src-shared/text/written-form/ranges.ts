import { arabicCardinal, arabicNumber, decimal, numeral, numeralCharacters, smallValue } from './numeral.ts'
import { join, patternRule, type Rule } from './rule.ts'

const value = `(${decimal}|${numeral})`
const rangeUnit =
  '(?:块钱|块|元|个|人|名|位|次|家|户|辆|台|间|套|条|天|年|周|月份?|号楼|号|日|点钟?|小时|分钟|工作日|楼|层|栋|单元|岁|米|公里|厘米|平方米|平方|平米|平|吨|斤|公斤|度|倍|折|成|万|分|期|级|年级|章|页|路)'

/** 三到五天 → 3到5天; 三五天, which is only about a number, is not touched. */
export const rangeRules: readonly Rule[] = [
  patternRule('range', `${value}(到|至)${value}(${rangeUnit})(?!钟头)`, (low, to, high, unit) =>
    join(arabicCardinal(low), to, arabicCardinal(high), unit.replace(/^块钱?$/, '元')),
  ),
  patternRule('range', `(${numeral})(到|至)(${numeral})`, (low, to, high) =>
    low.length === 1 && high.length === 1 ? undefined : join(arabicCardinal(low), to, arabicCardinal(high)),
  ),
  patternRule('number', '七乘以?二十四', () => '7×24'),
]

/** Names that are written with words: 第一人民医院, 第三小学. */
const institution =
  '人民|中学|小学|中医|医院|附属|实验|幼儿园|高级|职业|建筑|工程|分局|派出所|法院|检察|看守所|监狱|税务|支队|大队|中队|棉纺|机床|社区|甫|居委|市场|粮|水厂|污水|热电|公交|汽车|客运|师范|外国|津|产业|世界|者'
/** 第一次 and 第二天 are words of their own; what is numbered for order's sake is written with digits. */
const numbered = '条|款|项|章|届|期|批|季度|季|名|组|排|页|单元|栋|层|周|版|档|标段|车间|轮|编'

export const ordinalRules: readonly Rule[] = [
  patternRule('ordinal', `第(${numeral})(?=(?:${numbered}))`, (words) => join('第', arabicNumber(words))),
  patternRule(
    'ordinal',
    `第(${numeral})(?!${institution}|[${numeralCharacters}几])`,
    (words) => `第${wordLike.has(words) ? words : (arabicNumber(words) ?? words)}`,
  ),
  patternRule('ordinal', `第(${numeral})`, (words) => `第${words}`),
]

const wordLike: ReadonlySet<string> = new Set(['一', '二'])

/** What may stand behind a number in the name of a place, a school or a street: 十三行, 三十五中, 十里铺. */
const nameAfter =
  '(?![几来里铺桥庄屯村店堡堰渡湾岗亭塘埠街巷行中小院陵峰坊园井树渠湖山营堂甫郎横站寨洞沟坪盘胡条年个节法点月医马道环孝般])'

/** Numbers without a unit: 一共一百二十, 三点一四. */
export const bareRules: readonly Rule[] = [
  patternRule('number', `(${decimal})(?![个名位辆家次台户条](?!百分点|亿))`, (words) =>
    arabicCardinal(words),
  ),
  patternRule('number', `(${numeral})(多|来|余)(万|亿)`, (words, about, unit) =>
    smallValue(words) === undefined || words === '十' ? join(arabicCardinal(words), about, unit) : undefined,
  ),
  patternRule('number', `(${numeral})(?=分(?!之))`, (words) => bareCardinal(words)),
  patternRule('number', `(${numeral})(?!分)${nameAfter}`, (words) => bareCardinal(words)),
]

/** A single digit and 十一 (the holiday) say too little to be written as numbers. */
function bareCardinal(words: string): string | undefined {
  return words.length > 1 && words !== '十一' && /[十百千万亿]/.test(words)
    ? arabicCardinal(words)
    : undefined
}
