import type { HeardValue } from '../../ticket-fields.ts'
import { cite, hasToldEnough, type Hearing, heardValue } from '../hearing/hearing.ts'
import { readSignWeights } from '../hearing/sign-weights.ts'
import { signsOfAnonymity } from './anonymity-signs.ts'
import learned from './anonymity-weights.json' with { type: 'json' }

/** The weights that `tests/bench/fit-anonymous.ts` works out from labelled calls. */
const anonymityWeights = readSignWeights(learned)

/** The log-odds that the rules' 匿名 is worth, and that signs alone must have. */
const [rulesWorth, enough] = [5, 1]
const confidence = 0.75
const speaksOfName = /匿名|[姓名]|称呼|是谁/

/**
 * 匿名, as the rules heard it unless all signs of the call speak against it (不说名啦姓车就得), and where they heard nothing
 * but the signs are strong: a name refused in other words, 匿名登记 of the seat, and nobody called by a name.
 */
export function leftUnnamed(
  ruled: HeardValue<boolean> | undefined,
  hearing: Hearing,
  contactName: string | undefined,
  weights = anonymityWeights,
): HeardValue<boolean> | undefined {
  if (!hasToldEnough(hearing) || ruled?.value === false) return ruled
  const odds = weights.logOddsIn(hearing)(signsOfAnonymity(hearing, contactName))
  if (ruled !== undefined) return odds > -rulesWorth ? ruled : undefined
  const line = hearing.lines.findLast(({ text }) => speaksOfName.test(text))
  if (odds <= enough || line === undefined) return undefined
  return heardValue(true, [cite(line, 0, line.text.length, confidence)])
}
