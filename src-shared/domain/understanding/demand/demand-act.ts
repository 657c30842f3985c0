import { actReason } from '../../../catalogue/kind-reasons.ts'
import { numeralSource } from '../../../text/numerals.ts'
import type { HeardValue } from '../../ticket-fields.ts'
import { hasToldEnough, type Hearing } from '../hearing/hearing.ts'
import { type KindWeights, readKindWeights } from '../kind/kind-weights.ts'
import { leaningsOf } from '../kind/leaning.ts'
import type { RequestType } from '../kind/named-type.ts'
import learned from './act-weights.json' with { type: 'json' }
import { type Act, acts } from './acts.ts'
import { withoutBrackets } from './wish-text.ts'

/** The weights that `tests/bench/fit-act.ts` works out from labelled calls. */
const actWeights = readKindWeights<Act>(learned)

/** An act is named from this likelihood on: five of six are then the right one, in calls that the weights do not know. */
const leastLikely = 0.4
const confidence = 0.7
/** Acts for which nobody is sent. */
const unsent: ReadonlySet<Act> = new Set(['退还', '支付', '赔偿', '道歉'])
const sending = /派人|来人|过来/g
/** A matter of so few characters keeps its 处理: 处理火情. */
const shortMatter = 4

const anyhow = /^(要求|希望)((?:尽快|赶紧|马上|派人|来人|帮忙|过来)*)(?:来|去)?处理(?!方案|结果|意见|好)/
/** What is asked for is words or a paper, for which there is no act in the list. */
const toBeTold = /说法|答复|回复|解释|说明|告知|公开|协调|调解|开具|取消|提供|方案|结果/
const sumFirst = new RegExp(
  `^(?:要求|希望)(?=(?:全额|剩[下余]的?|那)?(?:${numeralSource}|押金|定金|订金))`,
  'u',
)

/**
 * A demand that leaves open what is to be done, with the act that all words of the call speak for: 要求处理…扣我运费 is
 * 要求退还：…扣我运费, 要求押金两千四 is 要求退还押金两千四. One that says what is to be done stays as it was spoken.
 */
export function withAct(
  demand: HeardValue<string> | undefined,
  hearing: Hearing,
  requestType: RequestType | undefined,
  weights = actWeights,
): HeardValue<string> | undefined {
  if (demand === undefined || !mayLack(requestType) || !leavesOpen(demand.value)) return demand
  const act = hasToldEnough(hearing) ? likeliestAct(hearing, weights) : undefined
  if (act === undefined) return demand
  return {
    ...demand,
    value: naming(act, demand.value),
    confidence: Math.min(demand.confidence, confidence),
    reason: actReason(act),
  }
}

/** Questions ask and praise praises; a proposal says what is proposed. */
const mayLack = (type: RequestType | undefined): boolean =>
  type === '投诉' || type === '举报' || type === '求助'

/** Whether a demand does not say what is to be done. */
export function leavesOpen(demand: string): boolean {
  const line = withoutBrackets(demand)
  return anyhow.test(line) || (!toBeTold.test(line) && !acts.some(({ words }) => words.test(line)))
}

/** The act that the words of a call speak for, if any does clearly. */
export function likeliestAct(hearing: Hearing, weights: KindWeights<Act>): Act | undefined {
  const odds = leaningsOf(hearing, weights).map((sum) => Math.exp(sum))
  const top = odds.indexOf(Math.max(...odds))
  const act = weights.kinds[top]
  const likelihood = (odds[top] ?? 0) / odds.reduce((all, one) => all + one, 0)
  return act === undefined || act === '无' || likelihood < leastLikely ? undefined : act
}

function naming(act: Act, demand: string): string {
  const [all, opening = '', manner = ''] = anyhow.exec(demand) ?? []
  const how = unsent.has(act) ? manner.replace(sending, '') : manner
  if (all === undefined) {
    const words = demand.slice(2)
    return `${demand.slice(0, 2)}${act}${sumFirst.test(demand) ? '' : '：'}${words}`
  }
  const matter = demand.slice(all.length)
  if (withoutBrackets(matter).length > shortMatter) return `${opening}${how}${act}：${matter}`
  return matter === '' ? `${opening}${how}${act}` : `${all}${matter.replace(/(?=（|$)/u, `并${act}`)}`
}
