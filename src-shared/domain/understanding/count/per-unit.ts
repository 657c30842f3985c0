import { numeralSource } from '../../../text/numerals.ts'

/** Measure words: what a price is for, and what is counted. */
export const counted =
  '张个箱筐捆罐板扎串名位年月天次只台部条份件套斤度吨碗瓶盒趟单票晚针支根袋顿餐节桌杯颗粒片副双把平米分秒间户盘听本场桶股期'
const perUnit =
  /(?:每|一(?!个?人)|(?<![我你您他她咱])一)(个?人|个?月|天|年|户|平米?|平方|度|吨|斤|次|餐|顿|杯|桌|趟|单|票|晚|节课|节|小时|公里|个钟)(?:水|电|气|油)?(差不多|大概|大约|都|是|退|赔|补|欠|要|收|交|少|扣|多收|多扣|罚|才|只有|也就|就|挣|赚|拿|的?(电费|水费|工资|物业费|租金|学费))*$/
/** 我交了一年两千一百六, 穿了一年一千五行吧: a span, and what was paid for all of it or is wanted. */
const spanPaid = /了(?:我们?|他们?|差不多|快|大概|还不到|不到)*一(?:年|个?月|天|晚|学期|季度?)$/
const perUnitBefore =
  /每(?:个?人|户|家|位|台|间)[^，零一二两三四五六七八九十]{0,7}$|(?<![半两三四五六七八九十几]个?月的?)(月租|房租|租金|月薪|时薪|日薪|底薪|单价|月供)(是|一个月|就|才|都)*$/
const perUnitAfter = new RegExp(
  `^(?!一[分箱]|每.${numeralSource}[^，]|每个月${numeralSource}[^，])([一每](?:[${counted}]|包|小时|公里|个?月|个?人|针)(?!的)|每|的?(工资标准|标准))`,
)
/** What somebody has or pays month by month, before the sum: 每个月退休金. */
const regular =
  /[每一]个?月的?(退休金|养老金|工资|收入|低保|补贴|租金|房租|房贷|物业费)(才|就|只|有|是|大概|差不多)*$/

/** Whether a sum is the price of one piece, or what somebody has or pays month by month. */
export const isPerUnit = (before: string, after: string): boolean =>
  !isOnlyOne(before, after) &&
  ((perUnit.test(before) && !spanPaid.test(before)) ||
    perUnitBefore.test(before) ||
    perUnitAfter.test(after) ||
    regular.test(before))

/** 一户收一百八十六, 一个人交三百: a rate that is asked of the caller too. */
export const isHeadRate = (before: string): boolean =>
  /(?:每|一个?)(?:户|人|家)(?:人)?(?:就|都|还|要|得|多)*(?:收|交|扣|罚|摊)(?:了|我们?)*$/.test(before)

/** 一个月四千五, 一年三百六 */
export const isSpanRate = (before: string): boolean =>
  /(?:每|一)(?:个?月|年|学期|季度?)(?:的?(?:工资|底薪|租金|年费|费用?))?(?:是|就|才|都|要|交|收)*$/.test(
    before,
  )

/** 龟一只一万二一只: one piece is all there was. */
const isOnlyOne = (before: string, after: string): boolean => {
  const piece = new RegExp(`^(?:块钱?|元)?一([${counted}])`).exec(after)?.[1]
  return piece !== undefined && before.endsWith(`一${piece}`)
}
