import { createResampler, type Resampler } from '#shared/audio/resample.ts'
import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { Speaker } from '#shared/domain/call.ts'

/** Sent on in pieces of 40 ms: half the packets of a telephone line, and no delay that a person would notice. */
const frameSamples = sampleRate / 25

export type ChannelFrame = Omit<AudioFrame, 'stream'>

/**
 * One channel of a forked call: brings what the switch sends to 16 kHz and says at which sample of the call it lies. Time is
 * told by counting samples, so packets that come early or late change nothing.
 */
export class ChannelAudio {
  readonly #speaker: Speaker
  readonly #emit: (frame: ChannelFrame) => void
  #rate: number = sampleRate
  #resampler: Resampler = createResampler(sampleRate, sampleRate)
  /** Where the resampler's first sample lies, and how many samples it was given. */
  #base = 0
  #taken = 0
  /** Resampled, not sent yet; begins at `#sent`. */
  #waiting: number[] = []
  #sent = 0

  constructor(speaker: Speaker, emit: (frame: ChannelFrame) => void) {
    this.#speaker = speaker
    this.#emit = emit
  }

  /** The sample of the call, at {@link sampleRate}, that the next one pushed lies at. */
  get position(): number {
    return this.#base + Math.round((this.#taken * sampleRate) / this.#rate)
  }

  /** What follows lies at `sample`, or where it would lie anyway if that is later; what is between is silence. */
  moveTo(sample: number, rate: number = this.#rate): void {
    const target = Math.max(Math.round(sample), this.position)
    if (target === this.position && rate === this.#rate) return
    this.flush()
    this.#rate = rate
    this.#resampler = createResampler(rate, sampleRate)
    this.#base = this.#sent = target
    this.#taken = 0
  }

  /** Samples at the rate of the last {@link moveTo}, in units of 16-bit PCM. */
  push(samples: Float32Array): void {
    this.#taken += samples.length
    this.#keep(this.#resampler.push(samples))
    while (this.#waiting.length >= frameSamples) this.#send(frameSamples)
  }

  /** Nothing follows, or not at once: sends what waits. Another stretch begins with {@link moveTo}. */
  flush(): void {
    this.#keep(this.#resampler.flush())
    if (this.#waiting.length > 0) this.#send(this.#waiting.length)
    const next = this.position
    this.#resampler = createResampler(this.#rate, sampleRate)
    this.#base = this.#sent = next
    this.#taken = 0
  }

  #keep(samples: Float32Array): void {
    for (const sample of samples) {
      this.#waiting.push(Math.max(-32_768, Math.min(32_767, Math.round(sample))))
    }
  }

  #send(count: number): void {
    const samples = Int16Array.from(this.#waiting.splice(0, count))
    this.#emit({ speaker: this.#speaker, startSample: this.#sent, samples })
    this.#sent += count
  }
}
