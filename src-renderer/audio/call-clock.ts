import { sampleRate } from '#shared/contract/audio-frame.ts'

/** Where a frame belongs in the call: its first sample's place once `skip` samples are cut from its beginning. */
export interface Placed {
  readonly startSample: number
  readonly skip: number
}

/** A correction waits for a pause of the speakers until it is this large, ms. */
const correctFrom = 25
const correctAtOnceFrom = 200
/** The delay of frames is judged over this long, ms: one that comes late says nothing, the soonest of a second does. */
const judgedMs = 1_000

interface Arrival {
  readonly nowMs: number
  readonly lateMs: number
}

/**
 * Places captured audio on the clock of its call.
 *
 * Sample counts alone would do between the channels, which share one audio clock. But sound cards run up to 0.01 % fast or slow
 * (a third of a second in an hour), and an audio clock stands still while its device changes or the machine is suspended. So the
 * count is compared with the wall clock: when the soonest frame of the last second is more than 25 ms later or sooner than at
 * the start, the count is put right in the next pause, and at once from 200 ms on. Time that was lost becomes a gap, which
 * everything behind takes as silence; time too much is cut from a frame. Times stay within 50 ms of the wall clock while
 * speakers pause at least once in three minutes.
 */
export class CallClock {
  /** What is added to the audio clock, in samples. */
  #shift: number | undefined
  readonly #zeroMs: number
  #usualMs: number | undefined
  #arrivals: Arrival[] = []

  /** @param zeroMs when the call began, on the clock of `place` */
  constructor(zeroMs: number) {
    this.#zeroMs = zeroMs
  }

  /**
   * Places the next frame.
   *
   * @param audioStart its first sample on the audio clock
   * @param nowMs when it arrived, on a clock that never jumps
   * @param quiet whether nobody speaks in it
   * @returns null for a frame that is left out whole: it is from before the call, or time too much
   */
  place(audioStart: number, length: number, nowMs: number, quiet: boolean): Placed | null {
    this.#shift ??= samplesIn(nowMs - this.#zeroMs) - length - audioStart
    const before = -(audioStart + this.#shift)
    if (before >= length) return null
    if (before > 0) return { startSample: 0, skip: before }
    const drift = this.#driftAfter(audioStart + this.#shift + length, nowMs)
    const correction = Math.abs(drift) >= (quiet ? correctFrom : correctAtOnceFrom) ? drift : 0
    const samples = samplesIn(correction)
    if (samples === 0) return { startSample: audioStart + this.#shift, skip: 0 }
    this.#arrivals = []
    if (samples > 0) {
      this.#shift += samples
      return { startSample: audioStart + this.#shift, skip: 0 }
    }
    const skip = Math.min(-samples, length)
    // What remains of the frame follows on what was placed before.
    const startSample = audioStart + this.#shift
    this.#shift -= skip
    return skip === length ? null : { startSample, skip }
  }

  /** How far the call's time lags behind the wall clock, ms; 0 while that is not known. */
  #driftAfter(endSample: number, nowMs: number): number {
    const lateMs = nowMs - (endSample * 1000) / sampleRate
    // After a pause frames may come that were held up, all at once: they say nothing of the time, a second of arrivals does.
    if (nowMs - (this.#arrivals.at(-1)?.nowMs ?? nowMs) > judgedMs / 2) this.#arrivals = []
    this.#arrivals.push({ nowMs, lateMs })
    const oldest = this.#arrivals[0]
    if (oldest === undefined || nowMs - oldest.nowMs < judgedMs) return 0
    this.#arrivals = this.#arrivals.filter((arrival) => arrival.nowMs > nowMs - judgedMs)
    const soonest = Math.min(...this.#arrivals.map((arrival) => arrival.lateMs))
    this.#usualMs ??= soonest
    return soonest - this.#usualMs
  }
}

function samplesIn(ms: number): number {
  return Math.round((ms * sampleRate) / 1000)
}
