import { cardinalOf } from '../../../text/numerals.ts'
import { addMonths, formatMonth, type LocalTime } from './local-time.ts'
import type { Moment } from './time-expression.ts'

const month = '(?:十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9])'
const joint = '(?:[和跟到至、]|还有)'
/** 六月七月八月又交了: the month that follows was right again. */
const resumed = `${month}月份?(?:就|又|才|也|都)+(?:正常|交|发|恢复|补|有|好|没事|没[扣少多])`
const owed = '份?的?(?:工资|工钱|货款|租金|房租|补贴|电费|水费|奖金|钱|没|都|$)'
/** 六七八三个月, 七月和八月的工资, 三到五月份, 三到八月每月五千, 五六月那期 */
const pattern = new RegExp(
  `(?<![零一二三四五六七八九十百千万\\d第过])(?<year>[今去前]年)?(?<list>${month}(?:月份?)?(?:${joint}?${month}(?:月份?)?)+)` +
    `(?:[这那]?(?<count>[两三四五六七八九])个月|(?<=月份?)(?=${owed}|${resumed})|(?<=[一二三四五六七八九十][到至]${month}月份?)(?!${month})|(?<bill>(?<=月份?)(?=[这那]?一?(?:期|张单|账单))))`,
  'g',
)
const member = new RegExp(month, 'g')
const yearsBack: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2 }

/** Months that are told together, each list as its first and its last month, which closes it. */
export function monthListsIn(text: string, now: LocalTime): readonly Moment[] {
  return [...text.matchAll(pattern)].flatMap((match) => firstAndLast(match, now))
}

function firstAndLast(match: RegExpExecArray, now: LocalTime): readonly Moment[] {
  const { list = '', year, count, bill } = match.groups ?? {}
  const told = list.match(member)?.map((words) => cardinalOf(words) ?? 0) ?? []
  const [first = 0, last = 0] = [told[0], told.at(-1)]
  const follow = told.every((one, index) => index === 0 || one === ((told[index - 1] ?? 0) % 12) + 1)
  const span = (last - first + 12) % 12
  if (first < 1 || last < 1 || span === 0 || !(follow || /[到至]/.test(list))) return []
  // Two months are counted, joined, billed or named each; 三四月份 leaves open which.
  if (
    bill === undefined &&
    (count === undefined ? !/月.*月|[和跟到至、有]/.test(list) : cardinalOf(count) !== span + 1)
  )
    return []
  const back = yearsBack[year ?? ''] ?? (last > now.month ? 1 : 0)
  const end = { year: now.year - back, month: last, day: 1 }
  const from = addMonths(end, -span)
  const begins = year === undefined || from.year === end.year ? from : addMonths(from, 12)
  const start = match.index
  const middle = start + (year?.length ?? 0) + (list.match(member)?.[0].length ?? 0)
  const plain = { monthOnly: true, clock: undefined, period: undefined }
  return [
    { ...plain, start, end: middle, date: begins },
    { ...plain, start: middle, end: start + match[0].length, date: addMonths(begins, span), closes: true },
  ].filter(({ date }) => formatMonth(date) <= formatMonth(now))
}
