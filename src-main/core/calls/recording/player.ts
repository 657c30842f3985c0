import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import type { DecodedRecording } from './read-recording.ts'

/** Time as the player needs it; the real one is `performance.now` and `setTimeout`. */
export interface PlayerClock {
  /** Milliseconds that never go back. */
  now(): number
  /** Runs `task` once after `delayMs`; gives what cancels it. */
  schedule(task: () => void, delayMs: number): () => void
}

export interface PlayerOptions {
  readonly recording: DecodedRecording
  readonly stream: number
  /** `fast` is as fast as the recogniser: see {@link RecordingPlayer.consumed}. */
  readonly pace: 'realtime' | 'fast'
  readonly clock: PlayerClock
  readonly send: (frame: AudioFrame) => void
  /** The last frame was sent. Not called after `stop`. */
  readonly onEnd: () => void
  readonly startSample?: number
}

const frameSamples = sampleRate / 10
/** How far `fast` may run ahead of the recogniser: enough to keep it busy, little enough to stop at once. */
const longestLead = sampleRate * 2

/** Plays a recording into the recogniser in frames of 100 ms, both channels in step, as if it were a call. */
export class RecordingPlayer {
  readonly #options: PlayerOptions
  readonly #channels: readonly (readonly [Speaker, Int16Array])[]
  readonly #length: number
  readonly #consumed = new Map<Speaker, number>()
  readonly #startSample: number
  #next: number
  #startedAt = 0
  #state: 'waiting' | 'playing' | 'ended' = 'waiting'
  #cancel: () => void = () => undefined

  constructor(options: PlayerOptions) {
    this.#options = options
    this.#channels = speakers.flatMap((speaker) => {
      const samples = options.recording.channels[speaker]
      return samples === undefined ? [] : [[speaker, samples] as const]
    })
    this.#length = Math.max(0, ...this.#channels.map(([, samples]) => samples.length))
    this.#startSample = options.startSample ?? 0
    this.#next = this.#startSample
  }

  /** Begins; a second call does nothing. */
  start(): void {
    if (this.#state !== 'waiting') return
    this.#state = 'playing'
    this.#startedAt = this.#options.clock.now()
    this.#advance()
  }

  stop(): void {
    this.#state = 'ended'
    this.#cancel()
  }

  /** The recogniser decoded a channel up to that sample: room for more, where the pace is `fast`. */
  consumed(speaker: Speaker, sample: number): void {
    this.#consumed.set(speaker, Math.max(sample, this.#consumed.get(speaker) ?? 0))
    if (this.#options.pace === 'fast') this.#advance()
  }

  #advance(): void {
    while (this.#state === 'playing' && this.#next < this.#length && this.#end() <= this.#limit())
      this.#sendFrame()
    if (this.#state !== 'playing') return
    if (this.#next >= this.#length) {
      this.#state = 'ended'
      this.#options.onEnd()
    } else if (this.#options.pace === 'realtime') {
      this.#scheduleNext()
    }
  }

  /** A frame is due when its last sample has been spoken, reckoned from the start: late timers do not add up. */
  #scheduleNext(): void {
    const { clock } = this.#options
    const due = this.#startedAt + ((this.#end() - this.#startSample) * 1000) / sampleRate
    this.#cancel = clock.schedule(
      () => {
        this.#advance()
      },
      Math.max(0, due - clock.now()),
    )
  }

  #sendFrame(): void {
    const [start, end] = [this.#next, this.#end()]
    this.#next = end
    for (const [speaker, samples] of this.#channels) {
      this.#options.send({
        stream: this.#options.stream,
        speaker,
        startSample: start,
        samples: samples.slice(start, end),
      })
    }
  }

  #end(): number {
    return Math.min(this.#length, this.#next + frameSamples)
  }

  /** The sample up to which may be sent now. */
  #limit(): number {
    const { clock, pace } = this.#options
    if (pace === 'realtime') {
      // Half a sample forgives the rounding of milliseconds.
      return this.#startSample + ((clock.now() - this.#startedAt) * sampleRate) / 1000 + 0.5
    }
    const consumed = this.#channels.map(([speaker]) => this.#consumed.get(speaker) ?? 0)
    return Math.max(this.#startSample, Math.min(...consumed)) + longestLead
  }
}
