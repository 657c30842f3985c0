import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { ChannelAudio, type ChannelFrame } from './channel-audio.ts'
import type { ForkFormat } from './fork-message.ts'
import { createSampleReader } from './sample-reader.ts'

/** A sender that is faster than speech is held back here: the recogniser's audio is kept for 120 s only. */
export const longestLeadMs = 60_000
/** Audio kept for a core that has not taken the call yet: all that a fast sender may have sent, and half a minute. */
const heldSamples = samplesOf(longestLeadMs + 30_000)
/** A sender's times jump by less than this through jitter alone; more is audio that was left out. */
const jitterSamples = samplesOf(100)
/** No gap is longer, whatever a sender's clock says. */
const longestGapSamples = samplesOf(120_000)

function samplesOf(ms: number): number {
  return (ms * sampleRate) / 1000
}

/** The audio of one connection. */
export interface LegAudio {
  /** `speaker` where the format is not interleaved; `atMs` since the connection's start, where the sender says it. */
  readonly hear: (bytes: Uint8Array, speaker?: Speaker, atMs?: number) => void
  /** The sender left out so much. */
  readonly gap: (ms: number) => void
  /** Milliseconds of the call up to which it has sent. */
  readonly sentMs: () => number
  /** Sends on what still waits. */
  readonly flush: () => void
}

/** All audio of a forked call, on the one clock of the call; kept until it is known under which number it goes on. */
export class ForkAudio {
  readonly #send: (frame: AudioFrame) => void
  readonly #channels = new Map<Speaker, ChannelAudio>()
  #held: ChannelFrame[] = []
  #stream: number | undefined

  constructor(send: (frame: AudioFrame) => void) {
    this.#send = send
  }

  /** Channels that were ever sent. */
  get channels(): readonly Speaker[] {
    return [...this.#channels.keys()]
  }

  get stream(): number | undefined {
    return this.#stream
  }

  /** The number is known: what was kept goes out. */
  flowInto(stream: number): void {
    this.#stream = stream
    for (const frame of this.#held.splice(0)) this.#send({ ...frame, stream })
  }

  /** Takes a connection's audio from `elapsedMs` of the call on; what its channels missed until then is silence. */
  open(format: ForkFormat, elapsedMs: number): LegAudio {
    const channels = new Map(format.channels.map((speaker) => [speaker, this.#channel(speaker)]))
    for (const channel of channels.values()) channel.moveTo(samplesOf(elapsedMs), format.sampleRate)
    const begun = new Map([...channels].map(([speaker, channel]) => [speaker, channel.position]))
    const readAll = createSampleReader(format.encoding, channels.size)
    const readOne = new Map(
      format.channels.map((speaker) => [speaker, createSampleReader(format.encoding, 1)] as const),
    )
    const together = (bytes: Uint8Array): void => {
      const samples = readAll(bytes)
      ;[...channels.values()].forEach((channel, index) => channel.push(samples[index] ?? new Float32Array(0)))
    }
    return {
      hear: (bytes, speaker, atMs) => {
        if (format.interleaved) return together(bytes)
        const channel = speaker === undefined ? undefined : channels.get(speaker)
        if (speaker === undefined || channel === undefined) return
        if (atMs !== undefined) catchUp(channel, (begun.get(speaker) ?? 0) + samplesOf(atMs))
        for (const samples of readOne.get(speaker)?.(bytes) ?? []) channel.push(samples)
      },
      gap: (ms) => {
        for (const channel of channels.values()) {
          channel.moveTo(channel.position + Math.min(samplesOf(ms), longestGapSamples))
        }
      },
      sentMs: () => (Math.max(...[...channels.values()].map(({ position }) => position)) * 1000) / sampleRate,
      flush: () => {
        for (const channel of channels.values()) channel.flush()
      },
    }
  }

  /** Lets the recogniser finish the words of a channel that was cut off. */
  hush(speaker: Speaker, ms: number): void {
    const channel = this.#channel(speaker)
    channel.moveTo(channel.position, sampleRate)
    channel.push(new Float32Array(samplesOf(ms)))
    channel.flush()
  }

  #channel(speaker: Speaker): ChannelAudio {
    let channel = this.#channels.get(speaker)
    if (channel === undefined) {
      channel = new ChannelAudio(speaker, (frame) => this.#pass(frame))
      this.#channels.set(speaker, channel)
    }
    return channel
  }

  #pass(frame: ChannelFrame): void {
    if (this.#stream !== undefined) return this.#send({ ...frame, stream: this.#stream })
    this.#held.push(frame)
    const tooOld = frame.startSample - heldSamples
    while ((this.#held[0]?.startSample ?? tooOld) < tooOld) this.#held.shift()
  }
}

/** By the sender's own time: what is missing before the next piece is silence. */
function catchUp(channel: ChannelAudio, target: number): void {
  const missing = target - channel.position
  if (missing > jitterSamples) channel.moveTo(channel.position + Math.min(missing, longestGapSamples))
}
