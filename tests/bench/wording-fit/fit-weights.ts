import { always, listed } from '#shared/domain/wording/learned-weights.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import type { WordingExample } from './wording-examples.ts'

/** Times that a feature has to occur before it is weighed. */
const leastOccurrences = 2
const epochs = 60
/** How strongly weights are drawn to nothing, and how fast they move. */
const decay = 0.003
const pace = 0.1

/** Logistic regression by AdaGrad, the same for the same examples: the weights of a rule's features in logits. */
export function fitWeights(all: readonly WordingExample[], rule: string): ReadonlyMap<string, number> {
  const examples = all.filter(({ rules, unclearFor }) => rules.has(rule) || !unclearFor.includes(rule))
  const names = frequentFeatures(
    examples.filter(({ spoken }) => spoken).map((example) => featuresFor(rule, example)),
  )
  const places = new Map(names.map((name, place) => [name, place]))
  const rows = examples.map((example) => ({
    places: Int32Array.from(
      [always, ...featuresFor(rule, example)].flatMap((name) => places.get(name) ?? []),
    ),
    wanted: example.rules.has(rule) ? 1 : 0,
  }))
  const weights = new Float64Array(names.length)
  const moved = new Float64Array(names.length).fill(1e-6)
  const random = seededRandom(7)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of shuffled(rows, random)) {
      let sum = 0
      for (const place of row.places) sum += weights[place] ?? 0
      const error = 1 / (1 + Math.exp(-sum)) - row.wanted
      for (const place of row.places) {
        const weight = weights[place] ?? 0
        const gradient = error + (place === 0 ? 0 : decay * weight)
        moved[place] = (moved[place] ?? 0) + gradient * gradient
        weights[place] = weight - (pace * gradient) / Math.sqrt(moved[place])
      }
    }
  }
  return new Map(names.map((name, place) => [name, weights[place] ?? 0]))
}

/** A rule sees the patterns of its own entry only. */
function featuresFor(rule: string, { features, listedFor }: WordingExample): readonly string[] {
  return listedFor.includes(rule) ? [...features, listed] : features
}

/** `<always>` first, then every feature that occurs often enough. */
function frequentFeatures(examples: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const features of examples) {
    for (const name of features) if (name !== listed) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [
    always,
    listed,
    ...[...counts].flatMap(([name, count]) => (count >= leastOccurrences ? [name] : [])),
  ]
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
