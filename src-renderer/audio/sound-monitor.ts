import { sampleRate } from '#shared/contract/audio-frame.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import type { CapturedAudio } from './capture.ts'
import { ChannelWatch, type ChannelTrouble, type ChannelWatchSettings } from './channel-watch.ts'
import { levelsOf, type Levels } from './levels.ts'
import { SameVoiceWatch, type SameVoice } from './same-voice.ts'

export interface HeardChannel {
  readonly levels: Levels
  readonly trouble: ChannelTrouble | null
  /** Whether there was ever a sound. */
  readonly heard: boolean
}

/** What the last frame was like. */
export interface Heard {
  readonly channels: Readonly<Partial<Record<Speaker, HeardChannel>>>
  readonly sameVoice: SameVoice | null
}

/** Settings of the device page, where the person speaks to try the devices. */
export const testing: ChannelWatchSettings = { silentAfterMs: 5_000, onlyFromStart: false }
/** Settings of a call, where a speaker may listen for minutes. */
export const calling: ChannelWatchSettings = { silentAfterMs: 10_000, onlyFromStart: true }

/** Judges captured audio frame by frame: levels and troubles of each channel, and whether both carry one voice. */
export class SoundMonitor {
  readonly #settings: ChannelWatchSettings
  readonly #watches: Record<Speaker, ChannelWatch>
  readonly #sameVoice = new SameVoiceWatch()

  constructor(settings: ChannelWatchSettings) {
    this.#settings = settings
    this.#watches = { seat: new ChannelWatch(settings), citizen: new ChannelWatch(settings) }
  }

  /** Their device is another or back: what was heard before is not of it. */
  startAnew(renewed: readonly Speaker[]): void {
    for (const speaker of renewed) this.#watches[speaker] = new ChannelWatch(this.#settings)
  }

  hear({ channels }: CapturedAudio): Heard {
    const heard: Partial<Record<Speaker, HeardChannel>> = {}
    for (const speaker of speakers) {
      const samples = channels[speaker]
      if (samples === undefined) continue
      const levels = levelsOf(samples)
      const ms = (samples.length * 1000) / sampleRate
      const watch = this.#watches[speaker]
      heard[speaker] = { levels, trouble: watch.hear(levels, ms), heard: watch.heard }
    }
    const { seat, citizen } = channels
    const both = seat !== undefined && citizen !== undefined
    return { channels: heard, sameVoice: both ? this.#sameVoice.hear(seat, citizen) : null }
  }
}
