import { sampleRate } from '#shared/contract/audio-frame.ts'

/**
 * Whether both channels carry the same voice: a line wired to both, or a microphone that hears the loudspeaker. Compared is how
 * the loudness of the two runs, not their waves: an echo comes later, softer and coloured by the room, but it rises and falls
 * with its origin. On human recordings two different voices speaking at once reached a correlation of 0.53 in four seconds,
 * a copy 26 dB down with an echoing room never fell below 0.76 (tests/renderer/audio/same-voice.test.ts repeats it in small).
 */
export type SameVoice = 'same' | 'different'

/** 10 ms. */
export const envelopeHop = sampleRate / 100
const windowHops = 400
const stepHops = 200
/** 200 ms either way. */
const longestLag = 20
const sameFrom = 0.7
/** −54 dBFS: below, a window holds no voice to compare. */
const voiceFrom = 0.002

/** The loudness of every 10 ms, 0 to 1; a rest that is shorter is left out. */
export function envelopeOf(samples: Int16Array): Float32Array {
  const envelope = new Float32Array(Math.floor(samples.length / envelopeHop))
  for (let hop = 0; hop < envelope.length; hop++) {
    let squares = 0
    for (let at = hop * envelopeHop; at < (hop + 1) * envelopeHop; at++) squares += (samples[at] ?? 0) ** 2
    envelope[hop] = Math.sqrt(squares / envelopeHop) / 32_768
  }
  return envelope
}

/**
 * The highest normalised correlation of two envelopes of one length over lags of up to 200 ms, −1 to 1; null where either
 * holds no voice.
 */
export function correlationOf(left: ArrayLike<number>, right: ArrayLike<number>): number | null {
  if (!hasVoice(left) || !hasVoice(right)) return null
  let best = -1
  for (let lag = -longestLag; lag <= longestLag; lag++) best = Math.max(best, correlationAt(left, right, lag))
  return best
}

/** A voice is heard a good part of the time, and louder than noise. */
function hasVoice(envelope: ArrayLike<number>): boolean {
  const sorted = Float32Array.from(envelope).sort()
  const loud = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  if (loud < voiceFrom) return false
  const active = sorted.filter((value) => value > loud / 10).length
  return active >= sorted.length * 0.3
}

function correlationAt(left: ArrayLike<number>, right: ArrayLike<number>, lag: number): number {
  const from = Math.max(0, -lag)
  const to = Math.min(left.length, right.length - lag)
  let leftSum = 0
  let rightSum = 0
  for (let at = from; at < to; at++) {
    leftSum += left[at] ?? 0
    rightSum += right[at + lag] ?? 0
  }
  const [leftMean, rightMean] = [leftSum / (to - from), rightSum / (to - from)]
  let both = 0
  let leftSquares = 0
  let rightSquares = 0
  for (let at = from; at < to; at++) {
    const l = (left[at] ?? 0) - leftMean
    const r = (right[at + lag] ?? 0) - rightMean
    both += l * r
    leftSquares += l * l
    rightSquares += r * r
  }
  const size = Math.sqrt(leftSquares * rightSquares)
  return size === 0 ? 0 : both / size
}

/** Follows two channels: decides when two of the last three windows with voice on both agree. */
export class SameVoiceWatch {
  #left: number[] = []
  #right: number[] = []
  #windows: boolean[] = []
  #verdict: SameVoice | null = null

  /** Takes the same moment of both channels; the verdict so far, null while there was not enough of both. */
  hear(left: Int16Array, right: Int16Array): SameVoice | null {
    this.#left.push(...envelopeOf(left))
    this.#right.push(...envelopeOf(right))
    while (this.#left.length >= windowHops) {
      this.#judge(correlationOf(this.#left.slice(0, windowHops), this.#right.slice(0, windowHops)))
      this.#left.splice(0, stepHops)
      this.#right.splice(0, stepHops)
    }
    return this.#verdict
  }

  #judge(correlation: number | null): void {
    if (correlation === null) return
    this.#windows = [...this.#windows, correlation >= sameFrom].slice(-3)
    const same = this.#windows.filter(Boolean).length
    if (same >= 2) this.#verdict = 'same'
    else if (this.#windows.length - same >= 2) this.#verdict = 'different'
  }
}
