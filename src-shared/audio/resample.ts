/** Takes pieces of a signal at one rate, gives them at another. The values' unit is kept. */
export interface Resampler {
  push(samples: Float32Array): Float32Array
  /** The last samples, which wait for input that does not come. */
  flush(): Float32Array
}

/** Zero crossings of the kernel on each side: with the window below 70 dB and more of rejection. */
const zeroCrossings = 24
/** Of the Nyquist frequency of the lower rate; the rest is the slope of the filter. */
const passband = 0.92
const kaiserBeta = 8

/**
 * A polyphase windowed-sinc resampler for any two whole rates, without delay: output sample n lies at n·from/to of the
 * input. Gives `round(length·to/from)` samples, or one less, for an input of `length`.
 */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples, flush: () => new Float32Array(0) }
  const divisor = greatestCommonDivisor(from, to)
  const [phases, step] = [to / divisor, from / divisor]
  const reach = Math.ceil(zeroCrossings * Math.max(1, from / to))
  const bank = Array.from({ length: phases }, (_, phase) =>
    kernel(phase / phases, reach, Math.min(1, to / from)),
  )

  // `kept` begins at input sample `first`; silence before the first sample gives the kernel its left half.
  let kept = new Float32Array(reach)
  let first = -reach
  let next = 0

  const produce = (): Float32Array => {
    const end = first + kept.length
    const count = Math.max(0, Math.floor(((end - reach) * phases - 1) / step) + 1 - next)
    const output = new Float32Array(count)
    for (let index = 0; index < count; index += 1, next += 1) {
      const position = Math.floor((next * step) / phases)
      const taps = bank[(next * step) % phases] ?? bank[0]
      output[index] = taps === undefined ? 0 : dot(taps, kept, position - reach + 1 - first)
    }
    const unneeded = Math.floor((next * step) / phases) - reach + 1 - first
    if (unneeded > 0) {
      kept = kept.slice(unneeded)
      first += unneeded
    }
    return output
  }
  return {
    push(samples) {
      const joined = new Float32Array(kept.length + samples.length)
      joined.set(kept)
      joined.set(samples, kept.length)
      kept = joined
      return produce()
    },
    flush() {
      return this.push(new Float32Array(reach))
    },
  }
}

/** Taps for an output that lies `fraction` of a sample after an input sample; the unit gain is exact for every phase. */
function kernel(fraction: number, reach: number, ratio: number): Float32Array {
  const cutoff = ratio * passband
  const taps = Float32Array.from({ length: 2 * reach }, (_, index) => {
    const distance = index - reach + 1 - fraction
    return sinc(cutoff * distance) * kaiser(distance / reach)
  })
  const sum = taps.reduce((total, tap) => total + tap, 0)
  return taps.map((tap) => tap / sum)
}

function dot(taps: Float32Array, samples: Float32Array, offset: number): number {
  let sum = 0
  for (let index = 0; index < taps.length; index += 1) {
    sum += (taps[index] ?? 0) * (samples[offset + index] ?? 0)
  }
  return sum
}

function sinc(value: number): number {
  return value === 0 ? 1 : Math.sin(Math.PI * value) / (Math.PI * value)
}

function kaiser(position: number): number {
  if (Math.abs(position) >= 1) return 0
  return besselI0(kaiserBeta * Math.sqrt(1 - position * position)) / besselI0(kaiserBeta)
}

/** The modified Bessel function of order zero, by its power series. */
function besselI0(value: number): number {
  let term = 1
  let sum = 1
  for (let index = 1; term > sum * 1e-12; index += 1) {
    term *= (value / (2 * index)) ** 2
    sum += term
  }
  return sum
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right)
}
