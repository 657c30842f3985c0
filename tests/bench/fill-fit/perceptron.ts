import { type PartyLabel, outside, viterbi } from '#shared/domain/understanding/party/party-tagger.ts'
import type { Draw } from './names.ts'
import { shuffled } from './shuffled.ts'

/** A line as places in the vector of weights, a list a character, and the label of each character. */
export interface Row {
  readonly features: readonly Int32Array[]
  readonly labels: readonly PartyLabel[]
}

/** What is learned: three weights a feature, those of no name taken off, and nine of label after label. */
export interface Learned {
  readonly weights: Float64Array
  readonly after: Float64Array
}

const labelCount = 3

/** Adds to weights and keeps their mean over all lines seen, which forgets the last ones' accidents. */
class Averaged {
  readonly weights: Float64Array
  readonly #totals: Float64Array
  readonly #since: Int32Array

  constructor(size: number) {
    this.weights = new Float64Array(size)
    this.#totals = new Float64Array(size)
    this.#since = new Int32Array(size)
  }

  add(place: number, by: number, clock: number): void {
    const weight = this.weights[place] ?? 0
    this.#totals[place] = (this.#totals[place] ?? 0) + (clock - (this.#since[place] ?? 0)) * weight
    this.#since[place] = clock
    this.weights[place] = weight + by
  }

  mean(clock: number): Float64Array {
    return this.weights.map(
      (weight, place) => ((this.#totals[place] ?? 0) + (clock - (this.#since[place] ?? 0)) * weight) / clock,
    )
  }
}

/** The averaged structured perceptron (Collins 2002) with margins over lines; what weighs less than `least` is nothing. */
export function learn(
  rows: readonly Row[],
  features: number,
  { epochs, least, draw }: { readonly epochs: number; readonly least: number; readonly draw: Draw },
): Learned {
  const emitted = new Averaged(features * labelCount)
  const followed = new Averaged(labelCount * labelCount)
  let order: readonly Row[] = rows
  let clock = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffled(order, draw)
    for (const row of order) correct(row, ++clock, emitted, followed)
  }
  return { weights: pruned(emitted.mean(clock), least), after: followed.mean(clock) }
}

function correct(row: Row, clock: number, emitted: Averaged, followed: Averaged): void {
  const after = (previous: PartyLabel, next: PartyLabel) =>
    followed.weights[previous * labelCount + next] ?? 0
  const path = viterbi(handicapped(scoresOf(row, emitted.weights), row.labels), after)
  for (const [at, found] of path.entries()) {
    const wanted = row.labels[at] ?? outside
    const [before, wantedBefore] = [path[at - 1], row.labels[at - 1]]
    if (wanted !== found)
      for (const place of row.features[at] ?? []) {
        emitted.add(place * labelCount + wanted, 1, clock)
        emitted.add(place * labelCount + found, -1, clock)
      }
    if (before === undefined || wantedBefore === undefined) continue
    if (wanted === found && wantedBefore === before) continue
    followed.add(wantedBefore * labelCount + wanted, 1, clock)
    followed.add(before * labelCount + found, -1, clock)
  }
}

/** By how much a name has to weigh more than none, and none more than a name: a name not found is lost to the choice. */
const margins = { name: 40, none: 10 }

/** Scores of which those that are wanted are the lower by the margin that they are to win by. */
function handicapped(
  scores: readonly Float64Array[],
  labels: readonly PartyLabel[],
): readonly Float64Array[] {
  return scores.map((sums, at) => {
    const wanted = labels[at] ?? outside
    return sums.map((sum, label) =>
      label === wanted ? sum - (wanted === outside ? margins.none : margins.name) : sum,
    )
  })
}

function scoresOf(row: Row, weights: Float64Array): readonly Float64Array[] {
  return row.features.map((places) => {
    const sums = new Float64Array(labelCount)
    for (const place of places)
      for (let label = 0; label < labelCount; label++)
        sums[label] = (sums[label] ?? 0) + (weights[place * labelCount + label] ?? 0)
    return sums
  })
}

function pruned(weights: Float64Array, least: number): Float64Array {
  for (let place = 0; place < weights.length; place += labelCount) {
    const none = weights[place + outside] ?? 0
    const [begins, goesOn] = [(weights[place] ?? 0) - none, (weights[place + 1] ?? 0) - none]
    const tells = Math.max(Math.abs(begins), Math.abs(goesOn)) >= least
    weights[place] = tells ? begins : 0
    weights[place + 1] = tells ? goesOn : 0
    weights[place + outside] = 0
  }
  return weights
}
