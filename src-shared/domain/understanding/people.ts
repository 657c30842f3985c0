import type { HeardValue } from '../ticket-fields.ts'
import { cardinalOf, numeralSource } from '../../text/numerals.ts'
import { cite, type Hearing, heardValue, type Line } from './hearing.ts'

interface Count {
  readonly value: number
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly weight: number
}

const persons =
  '人|工人|农民工|员工|同事|学生|孩子|小孩|家长|老人|业主|居民|邻居|乘客|伤者|租客|村民|民工|工友|老师|保安|司机|受害者|消费者'
const pattern = new RegExp(
  `(?<count>${numeralSource})(?<about>多|来)?(?:个(?:${persons})|名(?:${persons})?|位(?:${persons})|人(?![民家行口员工物才]))`,
  'g',
)
const totalBefore = /(一共|总共|共|加起来|涉及|大概有|有|就是?)(有|是|大概|涉及)*$/
const correction = /(不对|不是|说错|记错|应该是|更正|错了)[^，]{0,4}$/
const notPersons = /(第|每|人均|满|前|排|等了|几|十)$/

/** 涉及人数: persons involved. 一个人 and 没有一个人 are figures of speech; an approximate number (十几个) is none. */
export function hearPeople(hearing: Hearing): HeardValue<number> | undefined {
  const counts = hearing.lines.flatMap((line) => (line.speaker === 'citizen' ? countsIn(line) : []))
  const top = Math.max(0, ...counts.map((count) => count.weight))
  const chosen = counts.filter((count) => count.weight === top)
  const values = new Set(chosen.map((count) => count.value))
  const best = top >= 4 ? chosen.at(-1) : values.size === 1 ? chosen[0] : undefined
  if (best === undefined) return undefined
  const confidence = best.weight >= 2 ? 0.9 : 0.75
  const alternatives = [...new Set(counts.map((count) => count.value))].filter(
    (value) => value !== best.value,
  )
  return heardValue(best.value, [cite(best.line, best.start, best.end, confidence)], { alternatives })
}

function countsIn(line: Line): readonly Count[] {
  return [...line.text.matchAll(pattern)].flatMap((match): Count[] => {
    const value = cardinalOf(match.groups?.['count'] ?? '')
    const before = line.text.slice(Math.max(0, match.index - 10), match.index)
    if (
      value === undefined ||
      match.groups?.['about'] !== undefined ||
      !Number.isInteger(value) ||
      value > 100_000
    )
      return []
    if (value < 2 || notPersons.test(before) || before.endsWith('不是')) return []
    const weight =
      (correction.test(before) ? 4 : 0) +
      (line.asked.has('people') ? 3 : 0) +
      (totalBefore.test(before) ? 2 : 0)
    return [{ value, line, start: match.index, end: match.index + match[0].length, weight }]
  })
}
