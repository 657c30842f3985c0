import type { FileHandle } from 'node:fs/promises'
import { failure, success, type Result } from '#shared/base/result.ts'
import { recordingText } from '#shared/catalogue/recordings.ts'
import { nameOtherFormat } from './other-formats.ts'
import { findCodec, type SampleCodec } from './sample-codecs.ts'

/** What the header of a WAV file says, checked. */
export interface WavHeader {
  readonly channels: number
  readonly sampleRate: number
  readonly codec: SampleCodec
  /** Bytes of one sample of all channels. */
  readonly frameBytes: number
  readonly dataStart: number
  readonly frames: number
  /** The file ends before the data that its header promises. */
  readonly truncated: boolean
}

interface Chunk {
  readonly start: number
  readonly size: number
}

/** Recorders that cannot go back write this for "until the end of the file". */
const unknownSize = 0xffff_ffff
const lowestRate = 8_000
const highestRate = 48_000

/**
 * Reads the header of a WAV file (`RIFF`, `WAVE_FORMAT_EXTENSIBLE` included). Codes: `recording-empty`, `recording-not-wav`,
 * `recording-header`, `recording-codec`, `recording-rate`, `recording-channels`, `recording-no-audio`.
 */
export async function readWavHeader(file: FileHandle, name: string): Promise<Result<WavHeader>> {
  const { size } = await file.stat()
  if (size === 0) return failure('recording-empty', recordingText.emptyFile(name))
  const head = await read(file, 0, 16)
  if (ascii(head, 0) !== 'RIFF' || (head.length >= 12 && ascii(head, 8) !== 'WAVE')) {
    const format = nameOtherFormat(head)
    return failure(
      'recording-not-wav',
      format === undefined ? recordingText.notWav(name) : recordingText.otherFormat(name, format),
    )
  }
  const chunks = await findChunks(file, size)
  const { fmt, data } = chunks
  if (fmt === undefined || data === undefined)
    return failure('recording-header', recordingText.headerTruncated(name))
  const format = await read(file, fmt.start, Math.min(fmt.size, 40))
  if (format.length < 16) return failure('recording-header', recordingText.headerTruncated(name))
  return describe(format, data, size, name)
}

async function findChunks(
  file: FileHandle,
  fileSize: number,
): Promise<{ readonly fmt?: Chunk; readonly data?: Chunk }> {
  let fmt: Chunk | undefined
  for (let position = 12; position + 8 <= fileSize;) {
    const header = await read(file, position, 8)
    const chunk = { start: position + 8, size: header.readUInt32LE(4) }
    const id = ascii(header, 0)
    if (id === 'fmt ') fmt = chunk
    if (id === 'data') return { ...(fmt === undefined ? {} : { fmt }), data: chunk }
    position = chunk.start + chunk.size + (chunk.size % 2)
  }
  return fmt === undefined ? {} : { fmt }
}

function describe(format: Buffer, data: Chunk, fileSize: number, name: string): Result<WavHeader> {
  const tag = format.readUInt16LE(0)
  const channels = format.readUInt16LE(2)
  const sampleRate = format.readUInt32LE(4)
  const frameBytes = format.readUInt16LE(12)
  const extensible = tag === 0xfffe && format.length >= 26
  if (channels > 2) return failure('recording-channels', recordingText.tooManyChannels(name, channels))
  if (channels === 0 || frameBytes === 0) return failure('recording-header', recordingText.badHeader(name))
  const found = findCodec(extensible ? format.readUInt16LE(24) : tag, frameBytes / channels)
  if ('unsupported' in found) {
    return failure('recording-codec', recordingText.unsupportedCodec(name, found.unsupported))
  }
  if (sampleRate < lowestRate || sampleRate > highestRate) {
    return failure('recording-rate', recordingText.unsupportedRate(name, sampleRate))
  }
  const present = Math.max(0, fileSize - data.start)
  const frames = Math.floor(Math.min(present, data.size) / frameBytes)
  if (frames === 0) return failure('recording-no-audio', recordingText.noAudio(name))
  const truncated = data.size !== unknownSize && data.size > present
  return success({
    channels,
    sampleRate,
    codec: found.codec,
    frameBytes,
    dataStart: data.start,
    frames,
    truncated,
  })
}

/** Up to `length` bytes from `position`; fewer at the end of the file. */
async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

function ascii(bytes: Buffer, start: number): string {
  return bytes.toString('latin1', start, start + 4)
}
