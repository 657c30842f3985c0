import { basename } from 'node:path'
import { failure, success, type Result } from '#shared/base/result.ts'
import { recordingText } from '#shared/catalogue/recordings.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { readWav } from './read-wav.ts'

/** A recorded call, decoded. All channels have the same length. */
export interface DecodedRecording {
  readonly durationMs: number
  /** A file ended before its header says it does; what was there is here. */
  readonly truncated: boolean
  readonly channels: {
    readonly seat?: Int16Array
    readonly citizen?: Int16Array
  }
}

/**
 * Reads a recorded call: one stereo WAV (left seat, right citizen), two mono WAVs (first the seat), or one mono WAV, which is
 * taken for the citizen alone. Every code starts with `recording-`.
 */
export async function readRecording(files: readonly string[]): Promise<Result<DecodedRecording>> {
  const [first, second] = files
  if (first === undefined) return failure('recording-none', recordingText.noFile)
  if (files.length > 2) return failure('recording-files', recordingText.tooManyFiles)
  const one = await readWav(first)
  if (!one.ok) return one
  const [left, right] = one.value.channels
  if (second === undefined) {
    if (left === undefined || right === undefined)
      return success(arrange(undefined, left, one.value.truncated))
    return success(arrange(left, right, one.value.truncated))
  }
  if (right !== undefined) return failure('recording-not-mono', recordingText.notMono(basename(first)))
  const other = await readWav(second)
  if (!other.ok) return other
  const [citizen, surplus] = other.value.channels
  if (surplus !== undefined) return failure('recording-not-mono', recordingText.notMono(basename(second)))
  return success(arrange(left, citizen, one.value.truncated || other.value.truncated))
}

function arrange(
  seat: Int16Array | undefined,
  citizen: Int16Array | undefined,
  truncated: boolean,
): DecodedRecording {
  const length = Math.max(seat?.length ?? 0, citizen?.length ?? 0)
  return {
    durationMs: Math.round((length * 1000) / sampleRate),
    truncated,
    channels: {
      ...(seat === undefined ? {} : { seat: padded(seat, length) }),
      ...(citizen === undefined ? {} : { citizen: padded(citizen, length) }),
    },
  }
}

function padded(samples: Int16Array, length: number): Int16Array {
  if (samples.length === length) return samples
  const longer = new Int16Array(length)
  longer.set(samples)
  return longer
}
