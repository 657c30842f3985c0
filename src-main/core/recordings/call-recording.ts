import { unwrap } from '#shared/base/result.ts'
import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { ChannelEncoder } from './channel-encoder.ts'
import { packetSamples } from './opus-codec.ts'
import { coveredUntil, decodePackets, encodePackets, type Packet } from './packet.ts'
import { SealedFile } from './sealed-file.ts'

/** A record is written when a channel has this much waiting: what a killed machine loses at most. */
const recordPackets = sampleRate / 2 / packetSamples

/**
 * The recording of one call as it is written. Where the file is there already (core was started anew in mid-call), it is gone
 * on with, and audio that is in it is not taken twice.
 */
export class CallRecording {
  readonly #file: SealedFile
  readonly #encoders = new Map<Speaker, ChannelEncoder>()
  readonly #covered = new Map<Speaker, number>()
  #waiting: Packet[] = []
  #records = 0

  /** Throws errors of the file system as they are, and `recording-damaged` as a FailureError. */
  constructor(path: string, key: Buffer) {
    const { file, records } = unwrap(SealedFile.open(path, key))
    this.#file = file
    for (const packet of records.flatMap(decodePackets)) this.#cover(packet)
  }

  /** How many records this writer has written. */
  get records(): number {
    return this.#records
  }

  /** Audio of the speaker before this sample is in the file. */
  recordedUntil(speaker: Speaker): number {
    return this.#covered.get(speaker) ?? 0
  }

  /** Throws where a record finds no room; everything not yet in the file is forgotten then, and the next audio stands for itself. */
  push({ speaker, startSample, samples }: AudioFrame): void {
    this.#waiting.push(...this.#encoder(speaker).push(startSample, samples))
    const waiting = this.#waiting.filter((packet) => packet.speaker === speaker).length
    if (waiting >= recordPackets) this.write()
  }

  /** Writes what waits. Throws as {@link push}. */
  write(): void {
    const packets = this.#waiting
    if (packets.length === 0) return
    this.#waiting = []
    try {
      this.#file.append(encodePackets(packets))
    } catch (error) {
      for (const encoder of this.#encoders.values()) encoder.restart()
      throw error
    }
    this.#records += 1
    for (const packet of packets) this.#cover(packet)
  }

  /** Writes to the last sample and closes the file, which is closed also where this throws as {@link push}. */
  finish(): void {
    for (const encoder of this.#encoders.values()) this.#waiting.push(...encoder.flush())
    this.close()
  }

  /** Closes the file, so that another can go on with it: a moment that fills no packet yet is left to that one. Throws as {@link push}. */
  close(): void {
    try {
      this.write()
    } finally {
      for (const encoder of this.#encoders.values()) encoder.close()
      this.#file.close()
    }
  }

  #encoder(speaker: Speaker): ChannelEncoder {
    const known = this.#encoders.get(speaker)
    if (known !== undefined) return known
    const encoder = new ChannelEncoder(speaker, this.recordedUntil(speaker))
    this.#encoders.set(speaker, encoder)
    return encoder
  }

  #cover(packet: Packet): void {
    this.#covered.set(packet.speaker, Math.max(this.recordedUntil(packet.speaker), coveredUntil(packet)))
  }
}
