import { oncePer } from '../../../base/remember.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import type { Line } from '../hearing/hearing.ts'
import { ownParty } from './listed-persons.ts'
import type { Mention } from './named-numbers.ts'

/** A number that may be one of persons. */
export interface Persons extends Mention {
  /** 个, 位, 家; nothing in 一共是十四. */
  readonly measure: string
  /** 二十来个: told roughly. */
  readonly roughly: boolean
}

const measured = new RegExp(
  `(?<count>${numeralSource})(?<about>多|来|几)?(?<measure>号人|口人|[个名位人口家户])(?!月|星期|礼拜|小时|钟|半|多月|多小时)`,
  'g',
)
/** 三十七, where the seat asked how many. */
const unmeasured = new RegExp(`(?<count>${numeralSource})(?=$|吧|啊|嘛|呢|对)`, 'g')
const [fewest, most] = [2, 9_999]

/** All numbers of a line that may be of persons; where it was asked how many, they need no measure word. */
export const personsIn = (line: Line, isAsked: boolean): readonly Persons[] =>
  isAsked ? [...withMeasure(line), ...withoutMeasure(line)] : withMeasure(line)

const withMeasure = oncePer((line: Line): readonly Persons[] => [
  ...[...line.text.matchAll(measured)].flatMap((match) => personsOf(line, match)),
  ...partyIn(line),
])

const withoutMeasure = oncePer((line: Line): readonly Persons[] =>
  [...line.text.matchAll(unmeasured)].flatMap((match) => personsOf(line, match)),
)

function personsOf(line: Line, match: RegExpExecArray): readonly Persons[] {
  const { count = '', about, measure = '' } = match.groups ?? {}
  const value = cardinalOf(count)
  if (value === undefined || !Number.isInteger(value) || value < fewest || value > most) return []
  const end = match.index + match[0].length
  return [{ value, line, start: match.index, end, measure, roughly: about !== undefined }]
}

/** 我们两大两小 */
function partyIn(line: Line): readonly Persons[] {
  const party = ownParty(line.text)
  return party === undefined ? [] : [{ ...party, line, measure: '大小', roughly: false }]
}
