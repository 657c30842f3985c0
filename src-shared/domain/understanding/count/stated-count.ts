import { oncePerText } from '../../../base/remember.ts'
import { cardinalOf } from '../../../text/numerals.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import { included, n, persons, personsAnswered, personsTold } from './person-words.ts'

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
export const statesCount = oncePerText((text): boolean => {
  if (statedTotal.test(text) && peopled.test(text)) return true
  return [...personsTold(text), ...(included.test(text) ? personsAnswered(text) : [])].some(
    (match) => personsIn(match) !== undefined,
  )
})

const countOnly = new RegExp(`^(?:好的?|嗯|哦|那|就是|一共|总共)*${n}[个位名](?:对吗|是吗|对吧)?$`)

/** 好的八位: nothing but a count. */
export const isCountOnly = (text: string): boolean => countOnly.test(text)

const choice = new RegExp(`(${n})(?:个人?|人|位|名)?还是(${n})(?:个人?|人|位|名)?(?:呢)?$`)

/** 登记十三还是二十六, of which one was told of persons. */
export function choosesCount({ lines }: Hearing, seat: Line): boolean {
  const [, ...chosen] = choice.exec(seat.text) ?? []
  if (chosen.length === 0) return false
  const told = lines.slice(0, seat.index).flatMap(({ text }) => personsTold(text).map(personsIn))
  return chosen.some((words) => told.includes(cardinalOf(words)))
}

/** 三个, to 里面是三个人对吧 */
export function repeatsCount(line: Line, answer: Line): boolean {
  const [first, ...more] = personsTold(line.text).map(personsIn)
  const [told] = personsAnswered(answer.text)
  return first !== undefined && more.length === 0 && told?.index === 0 && personsIn(told) === first
}
