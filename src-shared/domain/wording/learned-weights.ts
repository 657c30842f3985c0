import learned from './learned-weights.json' with { type: 'json' }

/** The feature of a turn in which a pattern of a scored entry was found. */
export const listed = '<listed>'

/** The feature that every turn has: how unlikely a breach is before a word is said. */
export const always = '<always>'

/**
 * In the file features stand in lines with spaces between them, each followed by its weights, one character a rule in the
 * order of `rules`. What matters of a small weight is its share, so steps grow with it: `steps` steps of the square root
 * reach `widest` logits on either side of the middle character.
 */
const characters = Array.from({ length: 93 }, (_, at) => String.fromCharCode(33 + at))
  .filter((character) => !'"\\'.includes(character))
  .join('')
const steps = (characters.length - 1) / 2
const widest = 3.6

/** The character of a weight in logits; larger ones are cut off. */
export function encodeWeight(weight: number): string {
  const share = Math.min(1, Math.sqrt(Math.abs(weight) / widest))
  return characters.charAt(steps + Math.sign(weight) * Math.round(share * steps))
}

function decodeWeight(character: string): number {
  const share = (characters.indexOf(character) - steps) / steps
  return share * Math.abs(share) * widest
}

const decoded = new Map(Array.from(characters, (character) => [character, decodeWeight(character)]))
const rules = learned.rules.length
const entries = learned.weights.flatMap((line) => line.split(' '))
const places = new Map(entries.map((entry, at) => [entry.slice(0, -rules), at * rules]))
const weights = new Float32Array(entries.length * rules)
for (const [at, entry] of entries.entries()) {
  for (let column = 0; column < rules; column++) {
    weights[at * rules + column] = decoded.get(entry.charAt(entry.length - rules + column)) ?? 0
  }
}

/**
 * The weight of a feature (see `turn-features.ts`) for a rule, in logits, as `tests/bench/fit-wording.ts` works it out from
 * labelled turns; nothing for a feature or a rule that was not learned.
 */
export function weightOf(feature: string, rule: string): number {
  const place = places.get(feature)
  const column = learned.rules.indexOf(rule)
  return place === undefined || column === -1 ? 0 : (weights[place + column] ?? 0)
}

/** The sums of the weights of some features, one a rule in the order of `learnedRules`. */
export function sumWeights(features: Iterable<string>): readonly number[] {
  const sums = learned.rules.map(() => 0)
  for (const feature of features) {
    const place = places.get(feature)
    if (place === undefined) continue
    for (let column = 0; column < rules; column++) {
      sums[column] = (sums[column] ?? 0) + (weights[place + column] ?? 0)
    }
  }
  return sums
}

export const learnedRules: readonly string[] = learned.rules
