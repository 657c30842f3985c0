import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { failure, success, type Result } from '#shared/base/result.ts'
import { recordingText } from '#shared/catalogue/recordings.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { createResampler } from '#shared/audio/resample.ts'
import { readWavHeader, type WavHeader } from './wav-header.ts'

/** The channels of one file at {@link sampleRate}, 16-bit. */
export interface DecodedWav {
  readonly channels: readonly Int16Array[]
  readonly truncated: boolean
}

/** A call longer than this is no call; decoded it would also fill the memory of a small computer. */
const longestHours = 3
const blockFrames = 65_536

/** Decodes a WAV file block by block. Codes: those of {@link readWavHeader}, `recording-not-found`, `recording-unreadable`, `recording-too-long`. */
export async function readWav(path: string): Promise<Result<DecodedWav>> {
  const name = basename(path)
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const header = await readWavHeader(file, name)
    if (!header.ok) return header
    const { frames, sampleRate: rate, truncated } = header.value
    if (frames > longestHours * 3600 * rate) {
      return failure('recording-too-long', recordingText.tooLong(name, longestHours))
    }
    return success({ channels: await decode(file, header.value), truncated })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    if (code === 'ENOENT') return failure('recording-not-found', recordingText.notFound(name))
    return failure('recording-unreadable', recordingText.unreadable(name, code))
  } finally {
    await file?.close()
  }
}

async function decode(file: FileHandle, header: WavHeader): Promise<readonly Int16Array[]> {
  const length = Math.ceil((header.frames * sampleRate) / header.sampleRate)
  const outputs = Array.from({ length: header.channels }, () => ({
    resampler: createResampler(header.sampleRate, sampleRate),
    samples: new Int16Array(length),
    filled: 0,
  }))
  const block = Buffer.alloc(blockFrames * header.frameBytes)
  for (let frame = 0; frame < header.frames; frame += blockFrames) {
    const frames = Math.min(blockFrames, header.frames - frame)
    await file.read(block, 0, frames * header.frameBytes, header.dataStart + frame * header.frameBytes)
    outputs.forEach((output, channel) => {
      const last = frame + frames >= header.frames
      const samples = readChannel(block, frames, channel, header)
      for (const piece of [output.resampler.push(samples), last ? output.resampler.flush() : undefined]) {
        if (piece === undefined) continue
        output.filled = write(output.samples, output.filled, piece)
      }
    })
  }
  return outputs.map(({ samples }) => samples)
}

function readChannel(block: Buffer, frames: number, channel: number, header: WavHeader): Float32Array {
  const { codec, frameBytes } = header
  const samples = new Float32Array(frames)
  for (let frame = 0; frame < frames; frame += 1) {
    samples[frame] = codec.read(block, frame * frameBytes + channel * codec.bytes)
  }
  return samples
}

function write(target: Int16Array, from: number, samples: Float32Array): number {
  const count = Math.min(samples.length, target.length - from)
  for (let index = 0; index < count; index += 1) {
    target[from + index] = Math.max(-32_768, Math.min(32_767, Math.round(samples[index] ?? 0)))
  }
  return from + count
}
