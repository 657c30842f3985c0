import type { HeardValue } from '../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine, previousSeatLine } from './hearing.ts'
import { respell } from './respell.ts'
import { type Sum, type SumRole, sumsIn } from './sums.ts'

const roleWeights: Readonly<Record<SumRole, number>> = {
  claimed: 4,
  total: 3,
  paid: 2,
  told: 1,
  undisputed: 0,
}
/** What a question makes of the sums that answer it. */
const questions: readonly (readonly [RegExp, number])[] = [
  [/(退|赔|返|补).{0,5}多少|多少.{0,6}(退|赔)|多(收|扣|交|付).{0,4}多少|不合理/, 5],
  [/诉求|要求|希望|怎么(处理|解决)/, 4],
  [/(一共|总共|合计|加起来|涉及|欠).{0,6}多少|金额|价值|损失/, 4.5],
  [/多少(钱|元|块)|多少(呢|$)/, 2.5],
]
/** Below this weight, sums that differ leave it open which one is at issue. */
const clear = 3

interface Weighed extends Sum {
  readonly weight: number
}

/**
 * 涉及金额: the sum at issue as the caller settles it. What is claimed beats what it was all together, that what was paid;
 * the answer to what the caller wants back beats them all, and a correction what it corrects.
 */
export function hearAmount(hearing: Hearing): HeardValue<number> | undefined {
  const sums = hearing.lines.flatMap((line) => weighedIn(hearing, line))
  const counted = sums.filter((sum) => sum.weight > 0)
  const top = Math.max(0, ...counted.map((sum) => sum.weight))
  const chosen = counted.filter((sum) => sum.weight === top)
  const values = new Set(chosen.map((sum) => sum.value))
  const best = values.size === 1 || top >= clear ? chosen.at(-1) : undefined
  if (best === undefined) return undefined
  const confidence = best.weight >= clear ? 0.9 : 0.75
  const others = [...new Set(sums.map((sum) => sum.value))].filter((value) => value !== best.value)
  return heardValue(best.value, [cite(best.line, best.start, best.end, confidence)], { alternatives: others })
}

function weighedIn(hearing: Hearing, line: Line): readonly Weighed[] {
  const question = line.speaker === 'citizen' ? questionWeight(hearing, line) : repeatedWeight(hearing, line)
  if (question === undefined) return []
  const sums = sumsIn(line, question > 0)
  return sums.map((sum) => ({ ...sum, weight: weightOf(sum, question, sums) }))
}

function weightOf(sum: Sum, question: number, siblings: readonly Sum[]): number {
  if (sum.corrects) return 6
  const own = roleWeights[sum.role]
  if (own === 0 || question === 0) return own
  // Of several in an answer, the one whose words give it the role is the answer.
  const clearest = Math.max(...siblings.map((other) => roleWeights[other.role]))
  return own < clearest ? own : Math.max(own, question) + own / 10
}

/** How much the question that a citizen's line answers makes of its sums; 0 where none was asked. */
function questionWeight(hearing: Hearing, line: Line): number {
  const asked = previousSeatLine(hearing, line)
  if (asked === undefined || line.index - asked.index > 2) return 0
  return questions.find(([pattern]) => pattern.test(asked.text))?.[1] ?? 0
}

/** A seat's line counts where it repeats a sum and the citizen does not object; undefined where it does not. */
function repeatedWeight(hearing: Hearing, line: Line): number | undefined {
  if (nextCitizenLine(hearing, line)?.reply !== 'yes') return undefined
  const text = respell(line.text)
  if (!/对吗|是吗|是吧|对吧|对不对|核对|确认|就是|也就是|吧$/.test(text)) return undefined
  return /不合理|要求|退|赔|多收|争议|一共|总共|金额|欠/.test(text) ? 4.5 : 2.5
}
