import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { Speaker } from '#shared/domain/call.ts'

const silentSamples = 10 * sampleRate
/** Below this peak a channel carries nothing but the converter's own noise (about −60 dBFS). */
const quietPeak = 33

/** Notices a channel on which nothing was ever heard: once a channel, and never again after it spoke. */
export class SilenceWatch {
  readonly #settled = new Set<Speaker>()
  readonly #silent = new Set<Speaker>()

  /** The speaker of this frame if it has just been found silent for ten seconds from the start; `both` if the other was too. */
  hear(frame: Pick<AudioFrame, 'speaker' | 'startSample' | 'samples'>): Speaker | 'both' | null {
    if (this.#settled.has(frame.speaker)) return null
    if (frame.samples.some((sample) => Math.abs(sample) >= quietPeak)) {
      this.#settled.add(frame.speaker)
      return null
    }
    if (frame.startSample + frame.samples.length < silentSamples) return null
    this.#settled.add(frame.speaker)
    this.#silent.add(frame.speaker)
    return this.#silent.size === 2 ? 'both' : frame.speaker
  }
}
