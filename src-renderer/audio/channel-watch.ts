import { toDecibels, type Levels } from './levels.ts'

/** What is wrong with a channel: nothing heard (没有声音), cut-off peaks (爆音), speech too low (声音过小). */
export type ChannelTrouble = 'silent' | 'clipping' | 'quiet'

export interface ChannelWatchSettings {
  /** A channel is silent after this long without a sound. */
  readonly silentAfterMs: number
  /** In a call a speaker may listen for minutes: a channel is silent, or quiet, only where it was never otherwise. */
  readonly onlyFromStart: boolean
}

/** Below this peak there is only the converter's own noise. */
const soundFrom = -60
/** What is judged: the frames of the last ten seconds. */
const judgedMs = 10_000
/** A crackle or two is no trouble; this many frames with cut-off samples are. */
const clippedFrames = 3
/** Of a frame's samples. */
const clippedShare = 0.002
/** Speech has its loud frames above this when a microphone is set as it should be; telephone lines reach about −30. */
const quietBelow = -42
/** Between loud and soft frames of speech lie at least so many decibels; noise is even. */
const speechRange = 12
/** Of loud frames: a click is none, nor is the last echo of a word. */
const speechMs = 1_000

interface Frame {
  readonly rms: number
  readonly clipped: boolean
  readonly ms: number
}

/** Listens to the levels of one channel. */
export class ChannelWatch {
  readonly #settings: ChannelWatchSettings
  #frames: Frame[] = []
  #judged = 0
  #silentMs = 0
  #heard = false
  #wasLoud = false

  constructor(settings: ChannelWatchSettings) {
    this.#settings = settings
  }

  /** Whether there was ever a sound. */
  get heard(): boolean {
    return this.#heard
  }

  /** Takes the levels of the next `ms` of audio; what is wrong now, the gravest first, or null. */
  hear(levels: Levels, ms: number): ChannelTrouble | null {
    if (toDecibels(levels.peak) >= soundFrom) {
      this.#heard = true
      this.#silentMs = 0
    } else {
      this.#silentMs += ms
    }
    if (toDecibels(levels.rms) >= quietBelow) this.#wasLoud = true
    this.#keep({ rms: toDecibels(levels.rms), clipped: levels.clipped >= clippedShare, ms })
    if (this.#isSilent()) return 'silent'
    if (this.#frames.filter((frame) => frame.clipped).length >= clippedFrames) return 'clipping'
    return this.#isQuiet() ? 'quiet' : null
  }

  #keep(frame: Frame): void {
    this.#frames.push(frame)
    this.#judged += frame.ms
    while (this.#judged > judgedMs) this.#judged -= this.#frames.shift()?.ms ?? this.#judged
  }

  #isSilent(): boolean {
    if (this.#settings.onlyFromStart && this.#heard) return false
    return this.#silentMs >= this.#settings.silentAfterMs
  }

  #isQuiet(): boolean {
    if (this.#judged < judgedMs / 2 || (this.#settings.onlyFromStart && this.#wasLoud)) return false
    const loudest = Math.max(...this.#frames.map(({ rms }) => rms))
    if (loudest >= quietBelow || loudest <= soundFrom) return false
    const loud = this.#frames.filter(({ rms }) => rms > loudest - speechRange)
    const loudMs = loud.reduce((sum, { ms }) => sum + ms, 0)
    return loudMs >= speechMs && loud.length < this.#frames.length * 0.8
  }
}
