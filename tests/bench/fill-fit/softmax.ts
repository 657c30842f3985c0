import type { Draw } from './names.ts'
import { shuffled } from './shuffled.ts'

/** One example as counts of its features, by their places in the vector of weights, and its kind. */
export interface CountedRow {
  readonly features: ReadonlyMap<number, number>
  readonly kind: number
}

/** How to learn: `share` is what a count counts beside the prior, which is always there. */
export interface SoftmaxSettings {
  readonly kinds: number
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  readonly share: number
}

/** The place of the prior. */
export const prior = 0

/**
 * Softmax regression by AdaGrad steps (Duchi 2011): the log-odds that each feature lends to each kind, `kinds` a feature, the
 * prior's first.
 */
export function learnSoftmax(
  rows: readonly CountedRow[],
  size: number,
  settings: SoftmaxSettings,
  draw: Draw,
): Float64Array<ArrayBuffer> {
  const { kinds, share } = settings
  const weights = new Float64Array(size * kinds)
  const squares = new Float64Array(size * kinds)
  let order: readonly CountedRow[] = rows
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    order = shuffled(order, draw)
    for (const row of order) step(row, weights, squares, settings)
  }
  return weights.map((weight, place) => (place < kinds ? weight : weight * share))
}

function step(
  row: CountedRow,
  weights: Float64Array,
  squares: Float64Array,
  { kinds, rate, decay, share }: SoftmaxSettings,
): void {
  const errors = likelihoods(row, weights, kinds, share)
  errors[row.kind] = (errors[row.kind] ?? 0) - 1
  for (const [feature, count] of row.features)
    for (let kind = 0; kind < kinds; kind++) {
      const place = feature * kinds + kind
      const weight = weights[place] ?? 0
      const slope = (errors[kind] ?? 0) * valueOf(feature, count, share) + decay * weight
      squares[place] = (squares[place] ?? 0) + slope * slope
      weights[place] = weight - (rate * slope) / Math.sqrt(1e-6 + (squares[place] ?? 0))
    }
}

const valueOf = (feature: number, count: number, share: number): number =>
  feature === prior ? 1 : count * share

function likelihoods(row: CountedRow, weights: Float64Array, kinds: number, share: number): Float64Array {
  const sums = new Float64Array(kinds)
  for (const [feature, count] of row.features)
    for (let kind = 0; kind < kinds; kind++)
      sums[kind] = (sums[kind] ?? 0) + (weights[feature * kinds + kind] ?? 0) * valueOf(feature, count, share)
  const top = Math.max(...sums)
  const odds = sums.map((sum) => Math.exp(sum - top))
  const total = odds.reduce((all, one) => all + one, 0)
  return odds.map((one) => one / total)
}
