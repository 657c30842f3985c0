import { isBackChannel, type CallText, type SeatTurn } from './call-text.ts'
import type { CompiledNorm } from './compile-norms.ts'
import { findMatches, type Match } from './find-matches.ts'
import type { HeardText, Span } from './heard-text.ts'
import { always, learnedRules, listed, sumWeights, weightOf } from './learned-weights.ts'
import type { Piece } from './sentence-pieces.ts'
import { turnFeatures } from './turn-features.ts'

/**
 * Where a norm's words stand in a turn. A plain entry has its phrases and patterns. A scored entry (`scoreAbove`) has its
 * phrases, and one match where the learned weights of the turn's worst sentence and of the conversation sum up to more than
 * that: the words of the evidence, or else the stretch that weighs most; a back-channel and another language weigh nothing. `bonus` is what else speaks for a breach, in logits.
 */
export function matchesIn(norm: CompiledNorm, call: CallText, turn: SeatTurn, bonus = 0): readonly Match[] {
  const matches = findMatches(norm, turn)
  if (norm.evidence === undefined || matches.length > 0 || isBackChannel(turn) || !isChinese(turn))
    return matches
  const { rule, scoreAbove = 0 } = norm.norm
  const worst = readingOf(call, turn).get(rule)
  if (worst === undefined) return []
  const [seen] = findMatches(norm.evidence, turn)
  const score = worst.sum + (seen === undefined ? 0 : weightOf(listed, rule))
  if (score + bonus <= scoreAbove) return []
  return [seen ?? heaviestStretch(rule, worst, turn.heard)]
}

/** Callers who speak no Chinese are answered in English: nothing has been learned of its words. */
function isChinese({ heard }: SeatTurn): boolean {
  const others = heard.text.match(/\p{Script=Latin}/gu) ?? []
  return others.length * 2 < heard.text.length
}

/** What a turn weighs for one rule, and the sentence that weighs so much. */
interface Weighed {
  readonly sum: number
  readonly pieces: readonly Piece[]
}

const known = new WeakMap<HeardText, ReadonlyMap<string, Weighed>>()

/** By learned rule. Kept: all scored rules ask for the same, and as features only look back, it never changes. */
function readingOf(call: CallText, turn: SeatTurn): ReadonlyMap<string, Weighed> {
  const kept = known.get(turn.heard)
  if (kept !== undefined) return kept
  const { sentences, conversation } = turnFeatures(call, turn)
  const around = sumWeights([always, ...conversation])
  const bySentence = sentences.map((pieces) => ({ pieces, sums: sumWeights(pieces.map(({ name }) => name)) }))
  const worstFor = (column: number): Weighed => {
    const weighed = bySentence.map(({ pieces, sums }) => ({
      sum: (around[column] ?? 0) + (sums[column] ?? 0),
      pieces,
    }))
    return weighed.reduce((worst, one) => (one.sum > worst.sum ? one : worst), weighed[0] ?? nothingSaid)
  }
  const reading = new Map(learnedRules.map((rule, column) => [rule, worstFor(column)]))
  known.set(turn.heard, reading)
  return reading
}

const nothingSaid: Weighed = { sum: -Infinity, pieces: [] }

/** A sentence up to this length is quoted as a whole. */
const shortSentence = 20

/** Kept: a flag stays, and the whole call is judged again after every turn. */
const stretches = new WeakMap<Weighed, Span>()

function heaviestStretch(rule: string, weighed: Weighed, heard: HeardText): Span {
  const kept = stretches.get(weighed) ?? findHeaviest(rule, weighed.pieces, heard)
  stretches.set(weighed, kept)
  return kept
}

/** The run of characters whose pieces weigh most together, or their short sentence; the whole turn where its words alone weigh nothing. */
function findHeaviest(rule: string, pieces: readonly Piece[], heard: HeardText): Span {
  const load = new Float64Array(heard.text.length)
  for (const { name, span } of pieces) {
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
