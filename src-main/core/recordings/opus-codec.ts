import OpusScript from 'opusscript'
import { sampleRate } from '#shared/contract/audio-frame.ts'

/** Samples of one packet: 20 ms, Opus's own recommendation for speech. */
export const packetSamples = sampleRate / 50

/** What comes out lies this many samples after what went in (Opus's look-ahead, 6.5 ms at 16 kHz; measured). */
export const codecDelay = 104

/** Both speakers of an hour in some 20 MB; a voice on a telephone gains nothing audible from more. */
const bitsPerSecond = 24_000
/** Of 10: twice as fast as the best, for a difference that measuring instruments hear. */
const complexity = 5
/** OPUS_SET_COMPLEXITY and OPUS_RESET_STATE of opus_defines.h. */
const control = { setComplexity: 4010, resetState: 4028 } as const

/** The parts of the library's object that it gets wrong. */
interface Buffers {
  inPCM: Uint16Array
  outPCM: Uint16Array
  readonly inPCMPointer: number
  readonly outPCMPointer: number
}

/** Opus for one channel of speech: 16 kHz mono. Packets depend on those before, until `reset`. Free it with `close`. */
export class OpusCodec {
  readonly #opus: OpusScript

  constructor() {
    this.#opus = new OpusScript(sampleRate, 1, OpusScript.Application.VOIP)
    useOwnMemory(this.#opus as unknown as Buffers)
    this.#opus.setBitrate(bitsPerSecond)
    this.#opus.encoderCTL(control.setComplexity, complexity)
  }

  /** @param samples exactly {@link packetSamples} */
  encode(samples: Int16Array): Buffer {
    const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
    return this.#opus.encode(bytes, packetSamples)
  }

  /** Gives {@link packetSamples}, which lie {@link codecDelay} after those that were encoded. */
  decode(packet: Buffer): Int16Array {
    const bytes = this.#opus.decode(packet)
    return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
  }

  /** Forgets what went before, both ways. */
  reset(): void {
    this.#opus.encoderCTL(control.resetState, 0)
    this.#opus.decoderCTL(control.resetState, 0)
  }

  close(): void {
    this.#opus.delete()
  }
}

/**
 * The library takes the memory that it was given by its number of bytes for a number of 16-bit units: its views begin at
 * twice their place, in memory of somebody else (opusscript 0.1.1). One byte of PCM has a unit of 16 bits in them.
 */
function useOwnMemory(buffers: Buffers): void {
  const memory = buffers.inPCM.buffer
  const units = packetSamples * 2
  buffers.inPCM = new Uint16Array(memory, buffers.inPCMPointer, units)
  buffers.outPCM = new Uint16Array(memory, buffers.outPCMPointer, units)
}
