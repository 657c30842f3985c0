import { always, listed } from '#shared/domain/wording/learned-weights.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import type { WordingExample } from './wording-examples.ts'

/** Times that a feature has to occur before it is weighed. */
const leastOccurrences = 2
const epochs = 12
/** How strongly weights are drawn to nothing, and how fast they move. Cross-validation hardly tells 0.001 from 0.006. */
const decay = 0.003
const pace = 0.1
/** Weights are the mean of so many fits to a random share of the turns each: it finds 2 to 6 % more than one fit to all. */
const fits = 8
const shareOfTurns = 0.7

/**
 * How much a turn counts, by where it comes from. In whole calls breaches are as rare, and clean turns as harmless, as they
 * are at work; all files of lines but the first were written to mislead, half breaches and half their clean twins. What the
 * pack has seats read out must not be held against them.
 */
const counts: readonly (readonly [RegExp, number])[] = [
  [/^check/u, 4],
  [/^wording-turns-/u, 0.5],
  [/^pack$/u, 6],
]

export type Weights = ReadonlyMap<string, number>

/** A turn as places in the vector of weights, a list a sentence: the worst sentence stands for the turn. */
interface Row {
  readonly sentences: readonly Int32Array[]
  readonly wanted: 0 | 1
  readonly count: number
}

/** Logistic regression by AdaGrad, the same for the same examples: the weights of a rule's features in logits. */
export function fitWeights(all: readonly WordingExample[], rule: string): Weights {
  const examples = all.filter((example) => isClear(rule, example))
  const names = frequentFeatures(examples.filter(({ spoken }) => spoken))
  const places = new Map(names.map((name, place) => [name, place]))
  const rows = examples.map((example): Row => ({
    sentences: sentencesFor(rule, example).map((features) =>
      Int32Array.from(features.flatMap((name) => places.get(name) ?? [])),
    ),
    wanted: example.rules.has(rule) ? 1 : 0,
    count: counts.find(([source]) => source.test(example.source))?.[1] ?? 1,
  }))
  const each = Array.from({ length: fits }, (_, fit) => {
    const random = seededRandom(fit + 1)
    return descend(
      rows.filter(() => random() < shareOfTurns),
      names.length,
      random,
    )
  })
  const meanOf = (place: number): number =>
    each.reduce((sum, weights) => sum + (weights[place] ?? 0), 0) / fits
  return new Map(names.map((name, place) => [name, meanOf(place)]))
}

/** What a turn weighs for a rule: its worst sentence with what the conversation tells. */
export function scoreOf(weights: Weights, rule: string, example: WordingExample): number {
  const sums = sentencesFor(rule, example).map((features) =>
    features.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0),
  )
  return Math.max(...sums)
}

/** Sending away sounds the same where a ticket follows, but is no fault: nothing can be learned from such a turn. */
function isClear(rule: string, { rules, open }: WordingExample): boolean {
  return rule !== 'shirking' || rules.has(rule) || open.has(rule)
}

/** A rule sees the patterns of its own entry only. */
function sentencesFor(rule: string, example: WordingExample): readonly (readonly string[])[] {
  const around = [always, ...example.conversation, ...(example.listedFor.includes(rule) ? [listed] : [])]
  return example.sentences.length === 0 ? [around] : example.sentences.map((pieces) => [...around, ...pieces])
}

function descend(rows: readonly Row[], size: number, random: () => number): Float64Array {
  const weights = new Float64Array(size)
  const moved = new Float64Array(size).fill(1e-6)
  const sumOf = (places: Int32Array): number => {
    let sum = 0
    for (const place of places) sum += weights[place] ?? 0
    return sum
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { sentences, wanted, count } of shuffled(rows, random)) {
      const [worst, sum] = heaviest(sentences, sumOf)
      const error = (1 / (1 + Math.exp(-sum)) - wanted) * count
      for (const place of worst) {
        const weight = weights[place] ?? 0
        const gradient = error + (place === 0 ? 0 : decay * weight)
        moved[place] = (moved[place] ?? 0) + gradient * gradient
        weights[place] = weight - (pace * gradient) / Math.sqrt(moved[place])
      }
    }
  }
  return weights
}

function heaviest(
  sentences: readonly Int32Array[],
  sumOf: (places: Int32Array) => number,
): readonly [Int32Array, number] {
  let worst = sentences[0] ?? new Int32Array()
  let most = sumOf(worst)
  for (const places of sentences.slice(1)) {
    const sum = sumOf(places)
    if (sum > most) [worst, most] = [places, sum]
  }
  return [worst, most]
}

/** `<always>` first, then every feature that occurs in enough turns. */
function frequentFeatures(examples: readonly WordingExample[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { sentences, conversation } of examples) {
    for (const name of new Set([...conversation, ...sentences.flat()])) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
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
