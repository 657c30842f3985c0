import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'

/** Audio kept for a recogniser that is away, per channel. Longer than any utterance that is not cut. */
const keptSamples = 120 * sampleRate

interface Channel {
  frames: AudioFrame[]
  closing: boolean
}

/**
 * Passes audio to asr and keeps what asr has not settled yet, so that a recogniser that died hears the last words again.
 * Nothing is sent while asr is down or still loading its model.
 */
export class AudioRelay {
  readonly #send: (command: AsrCommand) => void
  readonly #channels = new Map<string, Channel>()
  #up = false

  constructor(send: (command: AsrCommand) => void) {
    this.#send = send
  }

  audio(frame: AudioFrame): void {
    const channel = this.#channel(frame.stream, frame.speaker)
    channel.frames.push(frame)
    const tooOld = frame.startSample - keptSamples
    while (channel.frames[0] !== undefined && channel.frames[0].startSample < tooOld) channel.frames.shift()
    if (this.#up) this.#send({ type: 'audio', frame })
  }

  close(stream: number, speaker: Speaker): void {
    this.#channel(stream, speaker).closing = true
    if (this.#up) this.#send({ type: 'close', stream, speaker })
  }

  /** Follows asr's events: what is settled is forgotten; a recogniser that just became ready is sent the rest again. */
  heard(event: AsrEvent): void {
    switch (event.type) {
      case 'ready':
        this.#up = true
        for (const [key, channel] of this.#channels) this.#resend(key, channel)
        return
      case 'progress':
        return this.#settle(event.stream, event.speaker, event.settledSample)
      case 'final':
        return this.#settle(event.stream, event.speaker, Math.floor((event.endMs * sampleRate) / 1000))
      case 'closed':
        this.#channels.delete(channelKey(event.stream, event.speaker))
        return
      case 'failed':
      case 'partial':
    }
  }

  down(): void {
    this.#up = false
  }

  #resend(key: string, channel: Channel): void {
    for (const frame of channel.frames) this.#send({ type: 'audio', frame })
    if (!channel.closing) return
    const [stream, speaker] = key.split('/')
    this.#send({ type: 'close', stream: Number(stream), speaker: speaker as Speaker })
  }

  #settle(stream: number, speaker: Speaker, settledSample: number): void {
    const channel = this.#channels.get(channelKey(stream, speaker))
    if (channel === undefined) return
    const firstNeeded = channel.frames.findIndex(
      (frame) => frame.startSample + frame.samples.length > settledSample,
    )
    channel.frames = firstNeeded === -1 ? [] : channel.frames.slice(firstNeeded)
  }

  #channel(stream: number, speaker: Speaker): Channel {
    const key = channelKey(stream, speaker)
    let channel = this.#channels.get(key)
    if (channel === undefined) {
      channel = { frames: [], closing: false }
      this.#channels.set(key, channel)
    }
    return channel
  }
}

function channelKey(stream: number, speaker: Speaker): string {
  return `${stream}/${speaker}`
}
