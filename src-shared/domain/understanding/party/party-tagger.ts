/** Labels of a character: the first of a party's name, a further one of it, none of it. */
export type PartyLabel = 0 | 1 | 2
export const first = 0
export const further = 1
export const outside = 2
export const labels = 3

/** What each feature weighs for each label, and each label after another. */
export interface TaggerWeights {
  /** Adds the weights of the features to `sums`, a label each. */
  readonly add: (feature: string, sums: Float64Array) => void
  readonly after: (previous: PartyLabel, next: PartyLabel) => number
}

/** A stretch that is tagged as a party's name; the margin is by how much it weighs more than no name there. */
export interface TaggedSpan {
  readonly start: number
  readonly end: number
  readonly margin: number
}

/** What each character's features weigh for each label. */
export function emissions(
  features: readonly (readonly string[])[],
  weights: TaggerWeights,
): readonly Float64Array[] {
  return features.map((own) => {
    const sums = new Float64Array(labels)
    for (const feature of own) weights.add(feature, sums)
    return sums
  })
}

/** The likeliest labels: nothing goes on that has not begun. */
export function viterbi(
  scores: readonly Float64Array[],
  after: TaggerWeights['after'],
): readonly PartyLabel[] {
  if (scores.length === 0) return []
  const best: Float64Array[] = []
  const from: Uint8Array[] = []
  for (const [at, own] of scores.entries()) {
    const row = new Float64Array(labels).fill(-Infinity)
    const back = new Uint8Array(labels)
    for (let next = 0; next < labels; next++) {
      if (at === 0) {
        row[next] = next === further ? -Infinity : (own[next] ?? 0)
        continue
      }
      for (let previous = 0; previous < labels; previous++) {
        if (next === further && previous === outside) continue
        const total =
          (best[at - 1]?.[previous] ?? 0) +
          after(previous as PartyLabel, next as PartyLabel) +
          (own[next] ?? 0)
        if (total > (row[next] ?? 0)) {
          row[next] = total
          back[next] = previous
        }
      }
    }
    best.push(row)
    from.push(back)
  }
  const path: PartyLabel[] = []
  let label = argmax(best.at(-1) ?? new Float64Array(labels))
  for (let at = scores.length - 1; at >= 0; at--) {
    path.push(label)
    label = (from[at]?.[label] ?? 0) as PartyLabel
  }
  return path.reverse()
}

function argmax(row: Float64Array): PartyLabel {
  let top: PartyLabel = outside
  for (const label of [first, further, outside] as const) if ((row[label] ?? 0) > (row[top] ?? 0)) top = label
  return top
}

/** The names that labels mark. */
export function spansOf(path: readonly PartyLabel[], scores: readonly Float64Array[]): readonly TaggedSpan[] {
  const spans: TaggedSpan[] = []
  for (let start = 0; start < path.length; start++) {
    if (path[start] !== first) continue
    let end = start + 1
    while (path[end] === further) end++
    let margin = 0
    for (let at = start; at < end; at++)
      margin += (scores[at]?.[at === start ? first : further] ?? 0) - (scores[at]?.[outside] ?? 0)
    spans.push({ start, end, margin })
  }
  return spans
}
