import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { OpusCodec, packetSamples } from './opus-codec.ts'
import { coveredUntil, type Packet } from './packet.ts'

/** A gap up to this is encoded as silence; a longer one is left out, and the encoder begun anew after it. */
const longestFilled = sampleRate

/**
 * Makes packets of one channel's audio. Frames may overlap (what was there is dropped) and leave gaps (they become silence);
 * each sample comes out where it was spoken.
 */
export class ChannelEncoder {
  readonly #speaker: Speaker
  readonly #codec = new OpusCodec()
  /** Samples that do not fill a packet yet, and how many. */
  readonly #partial = new Int16Array(packetSamples)
  #filled = 0
  /** Where the next sample belongs; before it everything is encoded, or was before this encoder. */
  #next: number
  #fresh = true

  /** @param fromSample audio before it is there already, and dropped */
  constructor(speaker: Speaker, fromSample: number) {
    this.#speaker = speaker
    this.#next = fromSample
  }

  push(startSample: number, samples: Int16Array): readonly Packet[] {
    const packets: Packet[] = []
    const gap = startSample - this.#next
    if (gap > 0) packets.push(...this.#skip(gap))
    packets.push(...this.#encode(gap < 0 ? samples.subarray(-gap) : samples))
    return packets
  }

  /** Encodes to the last sample, padded with silence; what comes next begins anew. */
  flush(): readonly Packet[] {
    if (this.#fresh && this.#filled === 0) return []
    const end = this.#next
    const padding = packetSamples - this.#filled
    const packets = [...this.#encode(new Int16Array(padding))]
    const last = packets.at(-1)
    if (last !== undefined && coveredUntil(last) < end)
      packets.push(...this.#encode(new Int16Array(packetSamples)))
    this.restart(end)
    return packets
  }

  /** Forgets what is not encoded yet: the next packets stand for themselves. */
  restart(fromSample = this.#next): void {
    this.#codec.reset()
    this.#filled = 0
    this.#fresh = true
    this.#next = fromSample
  }

  close(): void {
    this.#codec.close()
  }

  #skip(gap: number): readonly Packet[] {
    const begun = !(this.#fresh && this.#filled === 0)
    if (begun && gap <= longestFilled) return this.#encode(new Int16Array(gap))
    const packets = this.flush()
    this.#next += gap
    return packets
  }

  #encode(samples: Int16Array): readonly Packet[] {
    const packets: Packet[] = []
    let at = 0
    while (at < samples.length) {
      const taken = samples.subarray(at, at + packetSamples - this.#filled)
      this.#partial.set(taken, this.#filled)
      this.#filled += taken.length
      this.#next += taken.length
      at += taken.length
      if (this.#filled === packetSamples) packets.push(this.#packet())
    }
    return packets
  }

  #packet(): Packet {
    const packet = {
      speaker: this.#speaker,
      startSample: this.#next - packetSamples,
      fresh: this.#fresh,
      bytes: this.#codec.encode(this.#partial),
    }
    this.#filled = 0
    this.#fresh = false
    return packet
  }
}
