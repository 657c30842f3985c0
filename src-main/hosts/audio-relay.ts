import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'

/** Audio kept for a process that is away, per channel. Longer than any utterance that is not cut. */
const keptSamples = 120 * sampleRate

/** Who takes audio: asr hears it, core records it. */
type Taker = 'asr' | 'core'

interface Channel {
  frames: AudioFrame[]
  /** Before this sample the taker needs nothing again. */
  readonly settled: Record<Taker, number>
  closing: boolean
}

export interface AudioRelayOptions {
  readonly toAsr: (command: AsrCommand) => void
  readonly toCore: (frame: AudioFrame) => void
}

/**
 * Passes audio to asr, which hears it, and to core, which records it, and keeps what one of them has not settled yet: one that
 * died is sent the last of it again. Nothing is sent to a process that is down, or to an asr that still loads its model.
 */
export class AudioRelay {
  readonly #options: AudioRelayOptions
  readonly #channels = new Map<string, Channel>()
  readonly #up: Record<Taker, boolean> = { asr: false, core: false }

  constructor(options: AudioRelayOptions) {
    this.#options = options
  }

  /** Audio of a device or of the switch. */
  audio(frame: AudioFrame): void {
    this.#take(frame, this.#channel(frame.stream, frame.speaker))
  }

  /** Audio of a recording that core plays: it is not recorded again. */
  played(frame: AudioFrame): void {
    const channel = this.#channel(frame.stream, frame.speaker)
    channel.settled.core = Infinity
    this.#take(frame, channel)
  }

  /** No more audio of this channel comes: asr is to finish its last words. */
  close(stream: number, speaker: Speaker): void {
    this.#channel(stream, speaker).closing = true
    if (this.#up.asr) this.#options.toAsr({ type: 'close', stream, speaker })
  }

  /** Follows asr's events: what is settled is forgotten; a recogniser that just became ready is sent the rest again. */
  heard(event: AsrEvent): void {
    switch (event.type) {
      case 'ready':
        return this.#asrUp()
      case 'progress':
        return this.#settle('asr', event.stream, event.speaker, event.settledSample)
      case 'final':
        return this.#settle('asr', event.stream, event.speaker, Math.floor((event.endMs * sampleRate) / 1000))
      case 'closed':
        return this.#settle('asr', event.stream, event.speaker, Infinity)
      case 'failed':
      case 'partial':
      case 'revised':
      case 'second-pass':
      case 'probed':
      case 'alive':
    }
  }

  /** Core has this channel in the recording up to that sample, or will never record it. */
  recorded(stream: number, speaker: Speaker, sample: number): void {
    this.#settle('core', stream, speaker, sample)
  }

  /** Core is there: it is sent what it has not recorded. */
  coreUp(): void {
    this.#up.core = true
    for (const channel of this.#channels.values()) {
      for (const frame of channel.frames) this.#sendTo('core', frame, channel)
    }
  }

  down(taker: Taker): void {
    this.#up[taker] = false
  }

  #asrUp(): void {
    this.#up.asr = true
    for (const [key, channel] of this.#channels) {
      for (const frame of channel.frames) this.#sendTo('asr', frame, channel)
      if (!channel.closing || channel.settled.asr === Infinity) continue
      const [stream, speaker] = key.split('/')
      this.#options.toAsr({ type: 'close', stream: Number(stream), speaker: speaker as Speaker })
    }
  }

  #take(frame: AudioFrame, channel: Channel): void {
    channel.frames.push(frame)
    const tooOld = frame.startSample - keptSamples
    while (channel.frames[0] !== undefined && channel.frames[0].startSample < tooOld) channel.frames.shift()
    this.#sendTo('asr', frame, channel)
    this.#sendTo('core', frame, channel)
  }

  #sendTo(taker: Taker, frame: AudioFrame, channel: Channel): void {
    if (!this.#up[taker] || endOf(frame) <= channel.settled[taker]) return
    if (taker === 'core') this.#options.toCore(frame)
    else this.#options.toAsr({ type: 'audio', frame })
  }

  #settle(taker: Taker, stream: number, speaker: Speaker, sample: number): void {
    const key = channelKey(stream, speaker)
    const channel = this.#channels.get(key)
    if (channel === undefined) return
    channel.settled[taker] = Math.max(channel.settled[taker], sample)
    const settled = Math.min(channel.settled.asr, channel.settled.core)
    const firstNeeded = channel.frames.findIndex((frame) => endOf(frame) > settled)
    channel.frames = firstNeeded === -1 ? [] : channel.frames.slice(firstNeeded)
    if (channel.settled.asr === Infinity && channel.frames.length === 0) this.#channels.delete(key)
  }

  #channel(stream: number, speaker: Speaker): Channel {
    const key = channelKey(stream, speaker)
    let channel = this.#channels.get(key)
    if (channel === undefined) {
      channel = { frames: [], settled: { asr: 0, core: 0 }, closing: false }
      this.#channels.set(key, channel)
    }
    return channel
  }
}

function endOf(frame: AudioFrame): number {
  return frame.startSample + frame.samples.length
}

function channelKey(stream: number, speaker: Speaker): string {
  return `${stream}/${speaker}`
}
