import { sampleRate } from '#shared/contract/audio-frame.ts'
import { seededRandom } from './seeded-random.ts'

/** Murmur: noise of some 200 to 800 Hz that swells as speech does, so that every moment of it is like no other. */
export function murmur(seconds: number): Int16Array {
  const random = seededRandom(20)
  let [first, second, slow] = [0, 0, 0]
  return Int16Array.from({ length: seconds * sampleRate }, (_, sample) => {
    first += 0.2 * (random() - 0.5 - first)
    second += 0.2 * (first - second)
    slow += 0.08 * (second - slow)
    return Math.round(110_000 * (second - slow) * (0.6 + 0.4 * Math.sin((sample / sampleRate) * 11)))
  })
}

const furthest = 400

/**
 * By how many samples a stretch of `played` lies later than in `spoken`, by correlation; throws where the two are not alike.
 * `likeness` is the least that counts, 0–1.
 */
export function shift(
  spoken: Int16Array,
  played: Int16Array,
  at: number,
  length: number,
  likeness = 0.8,
): number {
  let best = { lag: 0, alike: -1 }
  for (let lag = -Math.min(at, furthest); lag <= furthest && at + length + lag <= played.length; lag += 1) {
    const alike = correlation(spoken, played, at, length, lag)
    if (alike > best.alike) best = { lag, alike }
  }
  if (best.alike < likeness) throw new Error(`not alike at ${at}: ${best.alike.toFixed(2)}`)
  return best.lag
}

function correlation(left: Int16Array, right: Int16Array, at: number, length: number, lag: number): number {
  let [product, leftPower, rightPower] = [0, 1, 1]
  for (let index = at; index < at + length; index += 1) {
    const [a, b] = [left[index] ?? 0, right[index + lag] ?? 0]
    product += a * b
    leftPower += a * a
    rightPower += b * b
  }
  return product / Math.sqrt(leftPower * rightPower)
}
