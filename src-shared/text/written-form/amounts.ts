import {
  arabicCardinal,
  arabicDigits,
  decimal,
  digit,
  numeral,
  numeralCharacters,
  smallValue,
} from './numeral.ts'
import { join, patternRule, type Rule } from './rule.ts'

const value = `(${decimal}|${numeral})`
/** 两块地, 十块砖: pieces and not money. */
const pieces = '(?![儿地田砖瓷板牌石木布肉糖表电玻广匾墓草空屏匹冰饼豆腐门窗招指显绿宅区公土巨大小井路玉拼])'
/** Words after which a small number of 块 is money, and before which it is. */
const moneyBefore =
  '(?:[收交花给付要扣退卖涨到每价费才就只赚差钱块元从罚是斤个次张时度吨天月位人瓶盒里均足掉共到了过我你他您加])'
const moneyAfter = '(?=$|[，。？！,.一每以多左吧啊呢的了也都]|钱)'

/** Words for a sum that is only about known: 三四十, 几百, 好几千, 百八十, 万把. */
const about = `(?:(?:好几|[几数])[十百千万]*|[上近][百千万]|${numeral})几?(?:(?<=[十百千万])[多来把]万?|万)?`

/** What somebody paid, owes or wants back stands before a sum without its 元: 押金三千五. */
const sumBefore = `(?<=(?:押金|定金|订金|工资|学费|房租|租金|房款|货款|罚款|车款|尾款|首付|保证金|违约金|费|款|金额|月薪|年薪|月租|价格|要价|赔偿金?|损失|补贴|补助|[赔交花充欠扣付收退骗贷借汇存罚](?:走|给|还)?了?|涨到|降到|拖欠|报销了?|总价|一共要)(?:我们?|他们?|您)?(?:是|为|了|大概|差不多|将近|一共|总共|有|要|快|才|就|都)*)`
/** What may follow such a sum; a thing that is counted may not. */
const sumAfter =
  '(?=$|[，。？！,.的不没还都吧啊呢了现到结但他我你要就也才对说吗全至从给被去买办修请送]|左右|以上|以下|押金|一个月|一年|一次|一直|每)'

const twoPlaces = (yuan: number): string => String(Math.round(yuan * 100) / 100)

/** 两块五 → 2.5, 三块二毛五 → 3.25. */
function withParts(yuan = '', tenths = '', hundredths = ''): string | undefined {
  const whole = arabicCardinal(yuan)
  if (whole === undefined || /[万亿.]/.test(whole)) return undefined
  const parts = [tenths, hundredths].map((words) => (words === '' ? 0 : Number(arabicDigits(words))))
  return `${twoPlaces(Number(whole) + (parts[0] ?? 0) / 10 + (parts[1] ?? 0) / 100)}元`
}

/** 三百多块 → 300多元; 多 follows round numbers only. */
function inYuan(words: string, more: string, unit: string): string | undefined {
  const small = smallValue(words) !== undefined && words !== '十'
  return small && more !== '' ? undefined : join(arabicCardinal(words), more, unit, '元')
}

/** Sums of money (金额): 三千五百块 → 3500元, 三点五万 → 3.5万, 三四十块 → 三四十元. */
export const amountRules: readonly Rule[] = [
  patternRule('amount', `(${numeral})(?:块|元)零?(${digit})[毛角](?:(${digit})分?)?钱?`, withParts),
  patternRule(
    'amount',
    `(${numeral})块(?!一[共起直样定般下些会])(${digit})(?![${numeralCharacters.replace('一', '')}块毛角个号楼点斤次天年月位名条米度])`,
    withParts,
  ),
  patternRule('amount', `(${numeral})块半`, (yuan) => withParts(yuan, '五')),
  patternRule(
    'amount',
    `([二两三四五六七八九])[毛角](?:(${digit})分?)?(?:钱|(?=一[斤度个张次块吨方]))`,
    (tenths, hundredths) => withParts('零', tenths, hundredths),
  ),
  patternRule('amount', `(?<=[每涨加贵价]|一[斤度方吨])([二两三四五六七八九])[毛角]`, (tenths) =>
    withParts('零', tenths),
  ),
  patternRule('amount', `([二两三四五六七八九])分钱`, (hundredths) => withParts('零', '', hundredths)),
  patternRule('amount', `(${numeral})(多|来|余)?(万|亿)?(?:块钱|元钱|块(?=钱))钱?`, inYuan),
  patternRule('amount', `(?<=${moneyBefore})([二两三四五六七八九])块${pieces}`, (words) =>
    join(arabicCardinal(words), '元'),
  ),
  patternRule('amount', `${value}(多|来|余)?(万|亿)?块${pieces}`, (words, more, unit) =>
    smallValue(words) === undefined || words === '十' ? inYuan(words, more, unit) : undefined,
  ),
  patternRule('amount', `([二两三四五六七八九])块${moneyAfter}`, (words) =>
    join(arabicCardinal(words), '元'),
  ),
  patternRule('amount', `${value}(多|来|余)?(万|亿)?元(?![里岗旦宵件素朝村年路桥坊巷区化店])`, inYuan),
  // Sums that are only about known keep their words.
  patternRule('amount', `(${about})(?:块钱|元钱)`, (words) => `${words}元`),
  patternRule('amount', `(${about}(?<=[十百千万把]|[十百千万][多来]))块${pieces}`, (words) => `${words}元`),
  patternRule('amount', `${sumBefore}${value}(多|余)?(万)?${sumAfter}`, (words, more, unit) =>
    isSum(words + unit) ? inYuan(words, more, unit) : undefined,
  ),
]

/** Smaller numbers after such words are as often points, times or people. */
const isSum = (words: string): boolean => /[百千万亿]/.test(words)

/** 百分之三十 → 30%, 三分之二 → 2/3. */
export const shareRules: readonly Rule[] = [
  patternRule('percentage', '百分之百', () => '100%'),
  patternRule('percentage', `百分之${value}(到|至)(?:百分之)?${value}(?!几)`, (low, to, high) =>
    join(arabicCardinal(low), '%', to, arabicCardinal(high), '%'),
  ),
  patternRule('percentage', `百分之${value}(?!几)`, (words) => join(arabicCardinal(words), '%')),
  patternRule('percentage', `千分之${value}(?!几)`, (words) => join(arabicCardinal(words), '‰')),
  patternRule('fraction', `([二三四五六七八九十]+)分之(${numeral})(?!几)`, (below, above) => {
    const denominator = arabicCardinal(below)
    return denominator === undefined ? undefined : join(arabicCardinal(above), '/', denominator)
  }),
]
