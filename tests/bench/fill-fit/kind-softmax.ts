import type { Draw } from './names.ts'

/** A call as counts of its words, by their places in the vector of weights, and its kind. */
export interface KindRow {
  readonly words: ReadonlyMap<number, number>
  readonly kind: number
}

const epochs = 10
const rate = 0.15
const decay = 1e-3
/** What a word's count counts beside the prior, which is always there. */
const share = 0.15
/** The place of the prior. */
export const prior = 0

/**
 * Softmax regression by AdaGrad steps (Duchi 2011): the log-odds that each word lends to each of `kinds` kinds, `kinds` a
 * word, the prior's first.
 */
export function learnKinds(
  rows: readonly KindRow[],
  size: number,
  kinds: number,
  draw: Draw,
): Float64Array<ArrayBuffer> {
  const weights = new Float64Array(size * kinds)
  const squares = new Float64Array(size * kinds)
  const order = [...rows]
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, draw)
    for (const row of order) step(row, weights, squares, kinds)
  }
  return weights.map((weight, place) => (place < kinds ? weight : weight * share))
}

function step(row: KindRow, weights: Float64Array, squares: Float64Array, kinds: number): void {
  const errors = likelihoods(row, weights, kinds)
  errors[row.kind] = (errors[row.kind] ?? 0) - 1
  for (const [word, count] of row.words)
    for (let kind = 0; kind < kinds; kind++) {
      const place = word * kinds + kind
      const weight = weights[place] ?? 0
      const slope = (errors[kind] ?? 0) * valueOf(word, count) + decay * weight
      squares[place] = (squares[place] ?? 0) + slope * slope
      weights[place] = weight - (rate * slope) / Math.sqrt(1e-6 + (squares[place] ?? 0))
    }
}

const valueOf = (word: number, count: number): number => (word === prior ? 1 : count * share)

function likelihoods(row: KindRow, weights: Float64Array, kinds: number): Float64Array {
  const sums = new Float64Array(kinds)
  for (const [word, count] of row.words)
    for (let kind = 0; kind < kinds; kind++)
      sums[kind] = (sums[kind] ?? 0) + (weights[word * kinds + kind] ?? 0) * valueOf(word, count)
  const top = Math.max(...sums)
  const odds = sums.map((sum) => Math.exp(sum - top))
  const total = odds.reduce((all, one) => all + one, 0)
  return odds.map((one) => one / total)
}

function shuffle(rows: KindRow[], draw: Draw): void {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = draw.below(at + 1)
    const [one, two] = [rows[at], rows[other]]
    if (one === undefined || two === undefined) continue
    rows[at] = two
    rows[other] = one
  }
}
