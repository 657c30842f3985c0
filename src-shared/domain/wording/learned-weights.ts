import learned from './learned-weights.json' with { type: 'json' }

/** The feature of a turn in which a pattern of a scored entry was found. */
export const listed = '<listed>'

/** The feature that every turn has: how unlikely a breach is before a word is said. */
export const always = '<always>'

/** In the file a weight is a whole number of hundredths of a logit, one a rule in the order of its `rules`. */
const unit = 0.01
const weights = new Map<string, readonly number[]>(Object.entries(learned.weights))

/**
 * The weight of a feature (see `turn-features.ts`) for a rule, in logits, as `tests/bench/fit-wording.ts` works it out from
 * labelled turns; nothing for a feature or a rule that was not learned.
 */
export function weightOf(feature: string, rule: string): number {
  return (weights.get(feature)?.[learned.rules.indexOf(rule)] ?? 0) * unit
}

/** The sums of the weights of some features, by rule. */
export function sumWeights(features: readonly string[]): ReadonlyMap<string, number> {
  const sums = learned.rules.map(() => 0)
  for (const feature of features) {
    const row = weights.get(feature) ?? []
    for (const [column, weight] of row.entries()) sums[column] = (sums[column] ?? 0) + weight
  }
  return new Map(learned.rules.map((rule, column) => [rule, (sums[column] ?? 0) * unit]))
}
