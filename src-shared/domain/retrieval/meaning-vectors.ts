import type { MeaningVectors } from '../site-pack.ts'
import { isWord, type WordAtom } from './atoms.ts'
import type { WeightedText } from './topics.ts'

/** The matter that a query is likest to, of all that are known, whether or not an entry is about it. */
export interface KnownMatter {
  /** 0 to 1. */
  readonly likeness: number
  /** Empty where the query is like none. */
  readonly direction: Int8Array
}

/** Turns texts into directions of length 1; all zero where no piece is known. */
export interface MeaningReader {
  readonly dimensions: number
  /** What was said: pieces add up, so that a long turn says more than a short one. */
  said(texts: readonly WeightedText[]): Float32Array
  /** What an entry is about: its lines add up, each alike however long; in steps of 1 / {@link meaningSteps}. */
  written(texts: readonly WeightedText[]): Int8Array
  nearest(said: Float32Array): KnownMatter
}

export const meaningSteps = 127

/** A word of the lexicon's asking or form says too little to count with its neighbour. */
const leastPairWeight = 0.25

/** Characters, pairs and pairs of sounds, with what each counts; what is said twice counts once. */
export function meaningPieces(atoms: readonly WordAtom[]): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>()
  const add = (piece: string, weight: number): void => {
    pieces.set(piece, Math.max(pieces.get(piece) ?? 0, weight))
  }
  atoms.forEach(({ text, sound, weight }, at) => {
    const next = atoms[at + 1]
    const pair = weight * (next?.weight ?? 0)
    if (text !== undefined && isWord(text)) {
      if (/^[a-z]/u.test(text)) add(text, weight)
      return
    }
    if (text !== undefined && weight === 1) add(text, weight)
    if (next === undefined || pair < leastPairWeight) return
    if (next.text !== undefined && isWord(next.text)) return
    if (text !== undefined && next.text !== undefined) add(text + next.text, pair)
    if (sound !== '' && next.sound !== '') add(`${sound}-${next.sound}`, pair)
  })
  return pieces
}

/** One for a pack; without vectors nothing is like anything. */
export function createMeaningReader(vectors: MeaningVectors | undefined): MeaningReader {
  const { dimensions, pieces, scales, values, matters } = vectors ?? noVectors
  const numbers = new Map(pieces.map((piece, number) => [piece, number]))
  const addTo = (sum: Float32Array, atoms: readonly WordAtom[], weight: number): void => {
    for (const [piece, share] of meaningPieces(atoms)) {
      const number = numbers.get(piece)
      if (number === undefined) continue
      const factor = weight * share * (scales[number] ?? 0)
      const first = number * dimensions
      for (let at = 0; at < dimensions; at += 1) {
        sum[at] = (sum[at] ?? 0) + factor * (values[first + at] ?? 0)
      }
    }
  }
  return {
    dimensions,
    said: (texts) => {
      const sum = new Float32Array(dimensions)
      for (const { atoms, weight } of texts) addTo(sum, atoms, weight)
      return scaled(sum, 1)
    },
    written: (texts) => {
      const sum = new Float32Array(dimensions)
      for (const { atoms, weight } of texts) {
        const line = new Float32Array(dimensions)
        addTo(line, atoms, 1)
        scaled(line, weight).forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value))
      }
      return Int8Array.from(scaled(sum, meaningSteps), Math.round)
    },
    nearest: (said) => {
      let first = 0
      let likeness = 0
      for (let matter = 0; matter * dimensions < matters.length; matter += 1) {
        const own = meaningLikeness(said, matters, matter)
        if (own <= likeness) continue
        first = matter * dimensions
        likeness = own
      }
      return { likeness, direction: matters.subarray(first, likeness === 0 ? first : first + dimensions) }
    },
  }
}

const noVectors: MeaningVectors = {
  dimensions: 0,
  pieces: [],
  scales: new Float32Array(),
  values: new Int8Array(),
  matters: new Int8Array(),
}

function scaled(vector: Float32Array, length: number): Float32Array {
  const now = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return now === 0 ? vector : vector.map((value) => (value * length) / now)
}

/** How alike (−1 to 1, a cosine) what was said is to the `entry`th of `written`. */
export function meaningLikeness(said: Float32Array, written: Int8Array, entry: number): number {
  const first = entry * said.length
  let product = 0
  for (let at = 0; at < said.length; at += 1) product += (said[at] ?? 0) * (written[first + at] ?? 0)
  return product / meaningSteps
}

/** How alike (−1 to 1) a known matter is to the `entry`th of `written`. */
export function matterLikeness({ direction }: KnownMatter, written: Int8Array, entry: number): number {
  const first = entry * direction.length
  let product = 0
  for (let at = 0; at < direction.length; at += 1)
    product += (direction[at] ?? 0) * (written[first + at] ?? 0)
  return product / meaningSteps ** 2
}
