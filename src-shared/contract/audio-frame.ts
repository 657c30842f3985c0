import { speakers, type Speaker } from '../domain/call.ts'
import { failure, success, type Result } from '../base/result.ts'
import { errorMessages } from '../catalogue/errors.ts'

/** Samples a second of all audio inside the program; sources of another rate are resampled where they come in. */
export const sampleRate = 16_000

/** A piece of one channel of a call: 16-bit mono PCM at {@link sampleRate}. `startSample` counts from the start of the call. */
export interface AudioFrame {
  readonly stream: number
  readonly speaker: Speaker
  readonly startSample: number
  readonly samples: Int16Array
}

const headerBytes = 16
const longestFrame = sampleRate * 2

/** Wire form: u32 stream, u8 channel (0 seat, 1 citizen), 3 bytes zero, f64 start sample, then the samples; little-endian. */
export function encodeAudioFrame(frame: AudioFrame): Uint8Array {
  const bytes = new Uint8Array(headerBytes + frame.samples.byteLength)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, frame.stream, true)
  view.setUint8(4, speakers.indexOf(frame.speaker))
  view.setFloat64(8, frame.startSample, true)
  new Int16Array(bytes.buffer, headerBytes).set(frame.samples)
  return bytes
}

/** Reads what a client sent; anything that is not a frame of at most two seconds is refused. */
export function decodeAudioFrame(bytes: Uint8Array): Result<AudioFrame> {
  const samples = (bytes.byteLength - headerBytes) / 2
  if (!Number.isInteger(samples) || samples < 1 || samples > longestFrame) {
    return failure('bad-audio-frame', errorMessages.badAudioLength)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const speaker = speakers[view.getUint8(4)]
  const startSample = view.getFloat64(8, true)
  if (speaker === undefined || !Number.isSafeInteger(startSample) || startSample < 0) {
    return failure('bad-audio-frame', errorMessages.badAudioPlace)
  }
  // Copied by hand: a Node buffer's own slice would share the memory around it.
  const pcm = new Uint8Array(samples * 2)
  pcm.set(bytes.subarray(headerBytes))
  return success({
    stream: view.getUint32(0, true),
    speaker,
    startSample,
    samples: new Int16Array(pcm.buffer),
  })
}
