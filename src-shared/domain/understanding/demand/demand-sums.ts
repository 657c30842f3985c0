import type { Hearing } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

const numeral = '[零一二两三四五六七八九十百千万\\d]'
const sum = new RegExp(`${numeral}{2,}(?:多?(?:元|块钱?))?`)
/** 一百六十, also said 一百六. */
const lastUnit = /(?<=[百千万][一二两三四五六七八九])[十百千](?![一二两三四五六七八九])/g

/** Words with their sums in the short form, by which two ways to say a sum are the same: 一百六十元 → 一百六. */
export const withShortSums = (words: string): string =>
  words.replace(lastUnit, '').replace(new RegExp(`(?<=${numeral})(?:块钱?|元)(?!${numeral})`, 'g'), '')

/** 退六千三百八, settled after 全退六千四百八: no sum of one is a sum of the other. */
export function otherSum(said: string, summed: string): boolean {
  const [own, seat] = [said, summed].map((words) =>
    [...withShortSums(words).matchAll(new RegExp(sum, 'g'))].map(([money]) => money),
  )
  return (
    own !== undefined &&
    seat !== undefined &&
    own.length > 0 &&
    seat.length > 0 &&
    !own.some((money) => seat.includes(money))
  )
}

/** Whether a sum of one stands in the other. */
export function sharesSum(one: string, other: string): boolean {
  const said = sum.exec(withShortSums(one))?.[0]
  return said !== undefined && withShortSums(other).includes(said)
}

/** 就这两万五: a wish that is a sum and nothing else. */
const onlySum = new RegExp(
  `^(?:就|只|要|这|那|我|是|得|最少|起码|至少)*(${numeral}{2,}(?:多?(?:元|块钱?))?)(?:就[行好可得].*)?$`,
)

/** 支付两万五, where nothing is said but the sum. */
export const toBePaid = (words: string): string =>
  words.replace(onlySum, (_, money: string) => (/[百千万\d]|元|块/.test(money) ? `支付${money}` : _))

const fees =
  /(?:[茶座订定押租车房水电气网学餐票][位费金租]?|清洁|服务|管理|停车|会员|手续|违约|保证|餐具|开瓶|茶位|物业|医药|医疗|检查|通行|培训|补课|护理|维修|运|快递)(?:费|金)|(?:订|定|押|租|佣)金|工资|货款|尾款|余额|房款|车款/
/** 退还一百五十, 多收的一百五, 最少赔一千五: an act and a sum without what it is for. */
const bareSum = new RegExp(
  `^((?:全额|全部|都|最少|起码|至少|最多|尽快|马上|要)*(?:退(?:还|回|款|掉)?|返还|补(?:偿|发)?|支付|付))((?:多[收扣]的?)?)(?=${numeral}{2,}(?:元|块钱?)?(?:$|，|恢复|并|再))`,
)

/** 退还一百五十元, told of a fee: 退还茶位费一百五十元. Of several fees the one that was charged too much, or none. */
export function withFee(hearing: Hearing, demand: string): string {
  const match = bareSum.exec(demand.slice(2)) ?? bareAct.exec(demand.slice(2))
  if (match === null || fees.test(demand)) return demand
  const told = hearing.lines.map(({ text }) => wishText(text)).filter((text) => fees.test(text))
  const [fee, another] = feesIn(
    told.some((text) => charged.test(text)) ? told.filter((text) => charged.test(text)) : told,
  )
  const end = 2 + match[0].length
  return fee === undefined || another !== undefined ? demand : demand.slice(0, end) + fee + demand.slice(end)
}

/** 退还，不许再收: an act alone. */
const bareAct = /^(?:全额|全部|都|尽快|马上)*退还(?=$|，)/
const charged = /多[收扣算]/
const feesIn = (lines: readonly string[]): readonly string[] => [
  ...new Set(lines.flatMap((text) => [...text.matchAll(new RegExp(fees, 'g'))].map(([word]) => word))),
]

/** Whether words are an act and a sum, and tell nothing of what for. */
export const isSumAlone = (words: string): boolean =>
  new RegExp(
    `^(?:全额|全部|都|最少|起码|至少|最多|尽快|马上|要|商家|店家|公司|他们?|对方)*(?:退(?:还|回|款|掉)?|返还|赔(?:偿|付)?|补(?:偿|发)?|支付|付)${numeral}{2,}(?:元|块钱?)?$`,
  ).test(words)

const asksSum = /要(?:求)?[^，]{0,4}?(退|赔|补)[^，]{0,3}多少/
const money = new RegExp(`${numeral}{2,}(?:多?(?:元|块钱?))?`)
/** 四万六一分不能少, to 您要赔多少: the sum is to be paid as it was asked for. */
export function paidAsAsked(question: string, answer: string): string {
  const act = asksSum.exec(question)?.[1]
  const sums = [...answer.replace(/一分(?:钱)?(?=[不都也])/, '，').matchAll(new RegExp(money, 'g'))]
  if (act === undefined || sums[0] === undefined || /[退赔补]/.test(answer)) return answer
  const told = sums.length > 1 ? answer : sums[0][0]
  return `${act}${act === '退' ? '还' : '偿'}${told}`
}
