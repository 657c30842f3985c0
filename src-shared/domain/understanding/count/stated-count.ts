import { cardinalOf } from '../../../text/numerals.ts'
import { answerPattern, included, n, pattern, persons } from './person-words.ts'

/** The number of a match; an approximate one and a single person are none. */
export function personsIn(match: RegExpExecArray): number | undefined {
  // 六千二十七个人 is a sum of 六千二 and seventeen persons, who would be 六千零二十七 else.
  const value = cardinalOf((match.groups?.['count'] ?? '').replace(/^.*千[一二三四五六七八九](?=十)/, ''))
  if (value === undefined || match.groups?.['about'] !== undefined) return undefined
  return Number.isInteger(value) && value <= 100_000 && value >= 2 ? value : undefined
}

/** 学生二十六老师两司机一那总共二十九 */
const statedTotal = new RegExp(`(?:总共|一共|[加合]起来)(?:是|有)?${n}$`)
const peopled = new RegExp(`${persons}|老师|司机`)

/** Whether a seat's line tells a number of persons. */
export function statesCount(text: string): boolean {
  if (statedTotal.test(text) && peopled.test(text)) return true
  return [...text.matchAll(pattern), ...(included.test(text) ? text.matchAll(answerPattern) : [])].some(
    (match) => personsIn(match) !== undefined,
  )
}

const countOnly = new RegExp(`^(?:好的?|嗯|哦|那|就是|一共|总共)*${n}[个位名](?:对吗|是吗|对吧)?$`)

/** 好的八位: nothing but a count. */
export const isCountOnly = (text: string): boolean => countOnly.test(text)
