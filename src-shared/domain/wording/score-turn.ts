import type { CallText, SeatTurn } from './call-text.ts'
import type { CompiledNorm } from './compile-norms.ts'
import { findMatches, type Match } from './find-matches.ts'
import type { HeardText, Span } from './heard-text.ts'
import { always, listed, sumWeights, weightOf } from './learned-weights.ts'
import { turnFeatures, type Feature } from './turn-features.ts'

/**
 * Where a norm's words stand in a turn. A plain entry has its phrases and patterns. A scored entry (`scoreAbove`) has its
 * phrases, and one match where the learned weights of the turn's features sum up to more than that: the words of the
 * evidence, or else the stretch that weighs most. `bonus` is what else speaks for a breach, in logits.
 */
export function matchesIn(norm: CompiledNorm, call: CallText, turn: SeatTurn, bonus = 0): readonly Match[] {
  const matches = findMatches(norm, turn)
  if (norm.evidence === undefined || matches.length > 0) return matches
  const { rule, scoreAbove = 0 } = norm.norm
  const { features, sums } = readingOf(call, turn)
  const [seen] = findMatches(norm.evidence, turn)
  const words = (sums.get(rule) ?? 0) + (seen === undefined ? 0 : weightOf(listed, rule))
  if (words + bonus <= scoreAbove) return []
  return [seen ?? heaviestStretch(rule, features, turn.heard)]
}

interface Reading {
  readonly features: readonly Feature[]
  /** What they weigh, by rule. */
  readonly sums: ReadonlyMap<string, number>
}

const known = new WeakMap<HeardText, Reading>()

/** Kept: all scored rules ask for the same, and as features only look back, it never changes. */
function readingOf(call: CallText, turn: SeatTurn): Reading {
  const kept = known.get(turn.heard)
  if (kept !== undefined) return kept
  const features = turnFeatures(call, turn)
  const reading = { features, sums: sumWeights([always, ...features.map(({ name }) => name)]) }
  known.set(turn.heard, reading)
  return reading
}

/** A sentence up to this length is quoted as a whole. */
const shortSentence = 20

/** The run of characters whose pieces weigh most together, or their short sentence; the whole turn where its words alone weigh nothing. */
function heaviestStretch(rule: string, features: readonly Feature[], heard: HeardText): Span {
  const load = new Float64Array(heard.text.length)
  for (const { name, span } of features) {
    if (span === undefined) continue
    const share = weightOf(name, rule) / (span.end - span.start)
    for (let at = span.start; at < span.end; at++) load[at] = (load[at] ?? 0) + share
  }
  let best = { start: 0, end: heard.text.length, sum: 0 }
  let run = { start: 0, sum: 0 }
  for (const [at, weight] of load.entries()) {
    run = run.sum > 0 ? { start: run.start, sum: run.sum + weight } : { start: at, sum: weight }
    if (run.sum > best.sum) best = { start: run.start, end: at + 1, sum: run.sum }
  }
  const start = heard.text.lastIndexOf('\n', best.start) + 1
  const end = heard.text.indexOf('\n', best.start)
  const sentence = { start, end: end === -1 ? heard.text.length : end }
  return sentence.end - sentence.start <= shortSentence && best.end <= sentence.end ? sentence : best
}
