import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aLawTable, muLawTable } from '#shared/audio/g711.ts'
import { readRecording } from '../../../src-main/core/calls/recording/read-recording.ts'
import { createResampler } from '#shared/audio/resample.ts'
import { pcm16, wavFile, type WavOptions } from '../../support/wav-file.ts'

let directory = ''
let count = 0
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'recordings-'))
})
afterAll(() => {
  rmSync(directory, { recursive: true })
})

function file(content: Buffer | string): string {
  count += 1
  const path = join(directory, `${String(count)}.wav`)
  writeFileSync(path, content)
  return path
}

const plain = { tag: 1, channels: 1, rate: 16_000, bits: 16, data: pcm16([[1, -2, 300, -32_768]]) } as const
const wav = (change: Partial<WavOptions> = {}): string => file(wavFile({ ...plain, ...change }))

async function failure(
  ...files: readonly string[]
): Promise<{ readonly code: string; readonly message: string }> {
  const result = await readRecording(files)
  if (result.ok) throw new Error('should fail')
  return result.error
}

async function decode(...files: readonly string[]): Promise<{
  readonly seat: number[] | undefined
  readonly citizen: number[] | undefined
  readonly truncated: boolean
  readonly durationMs: number
}> {
  const result = await readRecording(files)
  if (!result.ok) throw new Error(result.error.message)
  const { channels, truncated, durationMs } = result.value
  const list = (samples: Int16Array | undefined): number[] | undefined => samples && [...samples]
  return { seat: list(channels.seat), citizen: list(channels.citizen), truncated, durationMs }
}

describe('G.711', () => {
  it('decodes the values of the standard', () => {
    expect([0x00, 0x80, 0x7f, 0xff].map((code) => muLawTable[code])).toEqual([-32_124, 32_124, 0, 0])
    expect([0x2a, 0xaa, 0x55, 0xd5].map((code) => aLawTable[code])).toEqual([-32_256, 32_256, -8, 8])
  })
})

describe('readRecording', () => {
  it('gives 16-bit mono as the citizen, to the sample', async () => {
    expect(await decode(wav())).toMatchObject({ citizen: [1, -2, 300, -32_768], truncated: false })
    expect((await decode(wav())).seat).toBeUndefined()
  })

  it('takes left for the seat and right for the citizen', async () => {
    const stereo = wav({
      channels: 2,
      data: pcm16([
        [1, 2],
        [-1, -2],
      ]),
    })
    expect(await decode(stereo)).toMatchObject({ seat: [1, 2], citizen: [-1, -2] })
  })

  it('takes the first of two files for the seat and fills the shorter one', async () => {
    const seat = wav({ data: pcm16([[5, 6, 7]]) })
    const citizen = wav({ data: pcm16([[8]]) })
    expect(await decode(seat, citizen)).toMatchObject({ seat: [5, 6, 7], citizen: [8, 0, 0] })
  })

  const eight = Buffer.from([0, 128, 255])
  const deep = Buffer.from([0, 0, 0x40, 0, 0, 0xc0])
  const wide = Buffer.alloc(8)
  wide.writeInt32LE(0x40000000, 0)
  wide.writeInt32LE(-0x80000000, 4)
  const floats = Buffer.alloc(12)
  floats.writeFloatLE(0.5, 0)
  floats.writeFloatLE(-2, 4)
  floats.writeFloatLE(NaN, 8)
  it.each([
    ['8-bit PCM', { bits: 8, data: eight }, [-32_768, 0, 32_512]],
    ['24-bit PCM', { bits: 24, data: deep }, [16_384, -16_384]],
    ['32-bit PCM', { bits: 32, data: wide }, [16_384, -32_768]],
    ['float', { tag: 3, bits: 32, data: floats }, [16_384, -32_768, 0]],
    ['A-law', { tag: 6, bits: 8, data: Buffer.from([0x2a, 0xd5]) }, [-32_256, 8]],
    ['µ-law', { tag: 7, bits: 8, data: Buffer.from([0x00, 0xff]) }, [-32_124, 0]],
    ['extensible', { extensible: true }, [1, -2, 300, -32_768]],
    ['extensible float', { extensible: true, tag: 3, bits: 32, data: floats }, [16_384, -32_768, 0]],
  ])('decodes %s', async (_, change, expected) => {
    expect((await decode(wav(change))).citizen).toEqual(expected)
  })

  it('uses what is there of a truncated recording and says so', async () => {
    expect(await decode(wav({ dataSize: 9_000 }))).toMatchObject({
      citizen: [1, -2, 300, -32_768],
      truncated: true,
    })
    expect(await decode(wav({ dataSize: 0xffff_ffff }))).toMatchObject({ truncated: false })
  })

  it('keeps the length of a call at every rate', async () => {
    for (const rate of [8_000, 11_025, 22_050, 44_100, 48_000]) {
      const samples = Array.from({ length: rate * 2 }, () => 0)
      expect((await decode(wav({ rate, data: pcm16([samples]) }))).durationMs).toBe(2000)
    }
  })

  it.each([
    ['an empty file', '', 'recording-empty', '空的'],
    ['MP3', 'ID3\u0003 and more bytes than sixteen', 'recording-not-wav', 'MP3'],
    ['a film', '\u0000\u0000\u0000\u0020ftypisom0000000000', 'recording-not-wav', 'MP4'],
    ['a web page', '<!DOCTYPE html><html></html>', 'recording-not-wav', '网页'],
    ['something else', 'just some text, nothing more', 'recording-not-wav', '不是 WAV'],
    ['a short header', wavFile(plain).subarray(0, 20), 'recording-header', '不完整'],
    ['a header without data', wavFile(plain).subarray(0, 36), 'recording-header', '不完整'],
    ['no samples', wavFile({ ...plain, data: Buffer.alloc(0) }), 'recording-no-audio', '没有声音'],
    ['ADPCM', wavFile({ ...plain, tag: 2, bits: 8 }), 'recording-codec', 'MS ADPCM'],
    ['six channels', wavFile({ ...plain, channels: 6 }), 'recording-channels', '6 个声道'],
    ['no channels', wavFile({ ...plain, channels: 0 }), 'recording-header', '文件头'],
    ['a rate too low', wavFile({ ...plain, rate: 4_000 }), 'recording-rate', '4000'],
  ])('refuses %s in Chinese', async (_, content, code, words) => {
    const error = await failure(file(content))
    expect(error.code).toBe(code)
    expect(error.message).toContain(words)
  })

  it('refuses more than three hours, a missing file, three files, and stereo in two files', async () => {
    const long = wav({ rate: 8_000, bits: 8, data: Buffer.alloc(8_000 * 3600 * 3 + 1) })
    expect((await failure(long)).code).toBe('recording-too-long')
    expect((await failure(join(directory, 'nothing.wav'))).code).toBe('recording-not-found')
    expect((await failure(directory)).code).toBe('recording-unreadable')
    expect((await failure()).code).toBe('recording-none')
    expect((await failure(wav(), wav(), wav())).code).toBe('recording-files')
    const stereo = wav({ channels: 2 })
    expect((await failure(stereo, wav())).code).toBe('recording-not-mono')
    expect((await failure(wav(), stereo)).code).toBe('recording-not-mono')
  })

  it('never throws, whatever the bytes', async () => {
    const header = wavFile(plain)
    const spoilt = fc.array(fc.tuple(fc.nat(header.length - 1), fc.nat(255)), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(spoilt, fc.nat(header.length), async (changes, length) => {
        const bytes = Buffer.from(header)
        for (const [position, value] of changes) bytes[position] = value
        const result = await readRecording([file(bytes.subarray(0, length))])
        if (!result.ok) expect(result.error.code).toMatch(/^recording-/u)
      }),
    )
  })
})

function sine(frequency: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, index) =>
    Math.sin((2 * Math.PI * frequency * index) / rate),
  )
}

function resampled(samples: Float32Array, from: number, to: number, piece = samples.length): Float32Array {
  const resampler = createResampler(from, to)
  const output: number[] = []
  for (let start = 0; start < samples.length; start += piece) {
    output.push(...resampler.push(samples.subarray(start, start + piece)))
  }
  return Float32Array.from([...output, ...resampler.flush()])
}

/** Largest difference, the ends left out, where the signal begins from nothing. */
function worst(left: Float32Array, right: Float32Array): number {
  const length = Math.min(left.length, right.length)
  let difference = 0
  for (let index = 400; index < length - 400; index += 1) {
    difference = Math.max(difference, Math.abs((left[index] ?? 0) - (right[index] ?? 0)))
  }
  return difference
}

describe('createResampler', () => {
  it.each([8_000, 11_025, 22_050, 44_100, 48_000])('turns a sine at %i Hz into the same sine', (from) => {
    for (const frequency of [100, 1_000, 3_000]) {
      const output = resampled(sine(frequency, from, 1), from, 16_000)
      expect(Math.abs(output.length - 16_000)).toBeLessThanOrEqual(1)
      expect(worst(output, sine(frequency, 16_000, 1))).toBeLessThan(0.002)
    }
  })

  it('lets nothing above the new limit fold back', () => {
    const output = resampled(sine(9_500, 48_000, 1), 48_000, 16_000)
    expect(worst(output, new Float32Array(output.length))).toBeLessThan(0.001)
  })

  it('gives the same whatever the pieces', () => {
    const input = sine(440, 44_100, 1)
    const whole = resampled(input, 44_100, 16_000)
    fc.assert(
      fc.property(fc.integer({ min: 37, max: 9_000 }), (piece) => {
        expect(resampled(input, 44_100, 16_000, piece)).toEqual(whole)
      }),
      { numRuns: 10 },
    )
  })
})
