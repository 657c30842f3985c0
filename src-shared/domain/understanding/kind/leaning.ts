import { oncePer } from '../../../base/remember.ts'
import { leaningReason } from '../../../catalogue/kind-reasons.ts'
import type { Evidence, HeardValue } from '../../ticket-fields.ts'
import { cite, hasToldEnough, type Hearing, heardValue, type Line } from '../hearing/hearing.ts'
import { lineWords, namesOfWords } from '../hearing/line-words.ts'
import { type KindWeights, unitsPerLogit } from './kind-weights.ts'

/**
 * The log-odds that what the rules heard is worth, from a confidence on: more where it was said outright, and while the call
 * has told little; as measured on calls of which neither the rules nor the words knew anything.
 */
const trust: readonly { readonly from: number; readonly early: number; readonly late: number }[] = [
  { from: 0.95, early: 5, late: 5 },
  { from: 0.9, early: 3.5, late: 1 },
  { from: 0.8, early: 2.5, late: 1 },
  { from: 0, early: 2.5, late: 0.5 },
]
/** The log-odds that the rules are worth less against a kind that is better heard once too often than missed. */
const readiness = 1
/** The least that a kind is worth which words have to outweigh by far, once the rules have heard it. */
const leastToLower = 4
/** Log-odds from which the words outweigh the rules by far. */
const byFar = 2
const longestQuote = 12

interface LeaningTo<Kind> {
  readonly readily?: Kind
  readonly sure?: ReadonlySet<Kind>
  readonly ruledOut?: ReadonlySet<string>
}

/**
 * What the rules heard, unless the words of the whole call speak for another kind by more than the rules are worth. Rules
 * know what was said in so many words; a caller who says it otherwise is known by all the small words around. The words
 * speak for one kind `readily`, where missing it is worse than hearing it in vain, only by far against those of which the rules
 * are `sure`, and for none that the caller `ruledOut`.
 */
export function leaning<Kind extends string>(
  ruled: HeardValue<Kind> | undefined,
  hearing: Hearing,
  weights: KindWeights<Kind>,
  { readily, sure, ruledOut }: LeaningTo<Kind> = {},
): HeardValue<Kind> | undefined {
  const sums = leaningsOf(hearing, weights).map((sum, kind) =>
    ruledOut?.has(weights.kinds[kind] ?? '') === true ? -Infinity : sum,
  )
  const own = weights.kinds.indexOf(ruled?.value ?? '无')
  const best = sums.reduce((top, sum, kind) => (sum > (sums[top] ?? 0) ? kind : top), own)
  const least = ruled !== undefined && sure?.has(ruled.value) === true ? leastToLower : 0
  const trusted = Math.max(trustIn(ruled?.confidence ?? 0, hearing), least)
  const kind = weights.kinds[best]
  const worth = kind === readily ? trusted - readiness : trusted
  const lead = (sums[best] ?? 0) - (sums[own] ?? 0) - worth
  if (best === own || lead <= 0 || kind === undefined) return ruled
  if (kind === '无') return undefined
  const confidence = lead > byFar ? 0.8 : 0.65
  const telling = tellingWords(hearing, weights, best, own, confidence)
  if (telling === undefined) return ruled
  return heardValue(kind, [telling], {
    alternatives:
      ruled === undefined ? [] : [ruled.value, ...ruled.alternatives.filter((other) => other !== kind)],
    reason: reasonFor(kind, ruled),
    confidence,
  })
}

function trustIn(confidence: number, hearing: Hearing): number {
  const worth = trust.find(({ from }) => confidence >= from)
  return (hasToldEnough(hearing) ? worth?.late : worth?.early) ?? 0
}

/** Names the words that were outweighed, so that the operator can judge for himself. */
function reasonFor(kind: string, ruled: HeardValue<string> | undefined): string {
  const outweighed = ruled?.evidence[0]?.quote ?? ''
  return leaningReason(kind, outweighed.length <= longestQuote ? outweighed : '')
}

/** The log-odds of each kind by the words of a call alone. */
export function leaningsOf<Kind extends string>(
  hearing: Hearing,
  weights: KindWeights<Kind>,
): readonly number[] {
  const sums = [...weights.prior]
  const ofLine = weighing(weights)
  for (const line of hearing.lines)
    ofLine(line).forEach((weight, kind) => (sums[kind] = (sums[kind] ?? 0) + weight))
  return sums.map((sum) => sum / unitsPerLogit)
}

/** What the words of a line weigh together. */
const weighing = oncePer((weights: KindWeights<string>) =>
  oncePer((line: Line): readonly number[] => {
    const sums = weights.kinds.map(() => 0)
    for (const name of namesOfWords(line))
      weights.of(name)?.forEach((weight, kind) => (sums[kind] = (sums[kind] ?? 0) + weight))
    return sums
  }),
)

/** The caller's words that speak most for one kind against another. */
function tellingWords<Kind extends string>(
  hearing: Hearing,
  weights: KindWeights<Kind>,
  kind: number,
  other: number,
  confidence: number,
): Evidence | undefined {
  const spans = hearing.lines
    .filter(({ speaker }) => speaker === 'citizen')
    .map((line) => ({ line, ...heaviest(weightsAlong(line, weights, kind, other)) }))
  const top = spans.toSorted((a, b) => b.weight - a.weight)[0]
  return top === undefined || top.weight <= 0 ? undefined : cite(top.line, top.start, top.end, confidence)
}

/** What each character of a line says for one kind against another, by itself and with its neighbours. */
function weightsAlong<Kind extends string>(
  line: Line,
  weights: KindWeights<Kind>,
  kind: number,
  other: number,
): readonly number[] {
  const along = Array.from(line.text, () => 0)
  for (const { name, start, end } of lineWords(line)) {
    const own = weights.of(name)
    if (own === undefined) continue
    const share = ((own[kind] ?? 0) - (own[other] ?? 0)) / (end - start)
    for (let at = start; at < end; at++) along[at] = (along[at] ?? 0) + share
  }
  return along
}

/** The shortest stretch whose weights add up to most. */
function heaviest(along: readonly number[]): { start: number; end: number; weight: number } {
  let best = { start: 0, end: 0, weight: 0 }
  for (let start = 0; start < along.length; start++) {
    if ((along[start] ?? 0) <= 0) continue
    let weight = 0
    for (let end = start + 1; end <= Math.min(along.length, start + longestQuote); end++) {
      weight += along[end - 1] ?? 0
      if (weight > best.weight) best = { start, end, weight }
    }
  }
  return best
}
