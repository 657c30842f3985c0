import { cardinalOf } from '../../../text/numerals.ts'
import { addMonths, daysBetween, type LocalDate, type LocalTime } from './local-time.ts'
import { inMonth } from './resolve-date.ts'
import type { Moment } from './time-expression.ts'

const month = '(?<month>十[一二]?|[一二三四五六七八九])月份?的?|(?<back>上个?|这个?|本)月的?'
const day = '三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]'
const several = '[这那]?(?:两|[三四五]|几)(?:[天晚日]|个晚上)'
const pattern = new RegExp(
  `(?<![零一二三四五六七八九十百千第过路街巷弄道村里苑园])(?:${month})?(?<first>${day})[号日]?(?<joint>[和跟同与及、]|还有)?(?<last>${day})[号日](?=(?<counted>${several})?)(?![楼栋院线店馆房门桌铺档])`,
  'g',
)

/**
 * Days that are told together with one 号, as the first and the last of them: 二十四二十五号两天, 十一月二十一和二十二日. Without a
 * month, and where no day was asked for, they must be counted; 七八号 leaves open which.
 */
export function dayListsIn(text: string, now: LocalTime, asked: boolean): readonly Moment[] {
  return [...text.matchAll(pattern)].flatMap((match) => firstAndLast(match, now, asked))
}

function firstAndLast(match: RegExpExecArray, now: LocalTime, asked: boolean): readonly Moment[] {
  const { month: named, back, first = '', last = '', joint, counted } = match.groups ?? {}
  if (named === undefined && back === undefined && counted === undefined && !asked) return []
  const [from, to] = [cardinalOf(first) ?? 0, cardinalOf(last) ?? 0]
  // 十八十九号吧 leaves open which.
  const vague = /^(?:吧|左右|前后|的样子)/.test(match.input.slice(match.index + match[0].length))
  if (vague && joint === undefined) return []
  const plain = joint !== undefined || counted !== undefined || from >= 10
  if (!plain || to <= from || (joint === undefined && to !== from + 1)) return []
  const begun = inMonth(monthOf(named, back, to, now), first)?.date
  const ended = inMonth(monthOf(named, back, to, now), last)?.date
  if (begun === undefined || ended === undefined || daysBetween(ended, now) < 0) return []
  const start = match.index
  const end = start + match[0].length
  const middle = end - last.length - 1 - (joint?.length ?? 0)
  const whole = { monthOnly: false, clock: undefined, period: undefined }
  return [
    { ...whole, start, end: middle, date: begun },
    { ...whole, start: middle, end, date: ended, closes: true },
  ]
}

/** The first day of the month that is meant: the one named, or the latest in which the days have been. */
function monthOf(
  named: string | undefined,
  back: string | undefined,
  day: number,
  now: LocalTime,
): LocalDate {
  if (named !== undefined) {
    const number = cardinalOf(named) ?? now.month
    return { year: number > now.month ? now.year - 1 : now.year, month: number, day: 1 }
  }
  const months = back === undefined ? (day > now.day ? 1 : 0) : back.startsWith('上') ? 1 : 0
  return addMonths(now, -months)
}
