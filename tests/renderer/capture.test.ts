import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  captureChoiceSchema,
  channelsOf,
  firstChoice,
  linesOf,
  needsStereo,
  type CaptureChoice,
} from '#shared/contract/capture-choice.ts'
import { FrameCutter } from '../../src-renderer/audio/frame-cutter.ts'
import { stereoWav } from '../../src-renderer/audio/stereo-wav.ts'

function cut(length: number) {
  const frames: { startSample: number; samples: Int16Array }[] = []
  const cutter = new FrameCutter(length, (startSample, samples) => frames.push({ startSample, samples }))
  return { frames, cutter }
}

describe('cutting audio into frames', () => {
  it('makes frames of one length, without a gap, from blocks of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 30 }), (sizes) => {
        const { frames, cutter } = cut(160)
        let value = 0
        for (const size of sizes) {
          cutter.push(
            Float32Array.from({ length: size }, () => (value++ % 100) / 32767),
            size,
          )
        }
        expect(frames).toHaveLength(Math.floor(value / 160))
        expect(frames.map((frame) => frame.startSample)).toEqual(frames.map((_, index) => index * 160))
        const samples = frames.flatMap((frame) => [...frame.samples])
        expect(samples).toEqual(samples.map((_, index) => index % 100))
      }),
    )
  })

  it('keeps full scale within 16 bits', () => {
    const { frames, cutter } = cut(5)
    cutter.push(Float32Array.from([-2, -1, 0, 1, 2]), 5)
    expect([...frames[0]!.samples]).toEqual([-32768, -32768, 0, 32767, 32767])
  })

  it('lets time go on while a source gives nothing', () => {
    const { frames, cutter } = cut(4)
    cutter.push(undefined, 4)
    cutter.push(Float32Array.from([1, 1, 1, 1]), 4)
    expect(frames.map((frame) => [frame.startSample, frame.samples[0]])).toEqual([
      [0, 0],
      [4, 32767],
    ])
  })

  it('gives each frame its own samples', () => {
    const { frames, cutter } = cut(1)
    cutter.push(Float32Array.from([0, 1]), 2)
    expect(frames.map((frame) => frame.samples[0])).toEqual([0, 32767])
  })
})

describe('what each speaker is heard through', () => {
  const headset = { kind: 'device', deviceId: 'h', label: '耳麦' } as const
  const choose = (seat: CaptureChoice['seat'], citizen: CaptureChoice['citizen']): CaptureChoice => ({
    seat,
    citizen,
  })

  it('opens a stereo line once, for both', () => {
    expect(channelsOf(firstChoice)).toEqual(['seat', 'citizen'])
    const lines = linesOf(firstChoice)
    expect(lines.map((line) => line.sides)).toEqual([{ seat: 'left', citizen: 'right' }])
    expect(needsStereo(lines[0]!)).toBe(true)
  })

  it('opens a microphone and the machine’s sound apart, in mono', () => {
    const lines = linesOf(
      choose({ source: headset, side: 'both' }, { source: { kind: 'system' }, side: 'both' }),
    )
    expect(lines.map((line) => line.source.kind)).toEqual(['device', 'system'])
    expect(lines.some(needsStereo)).toBe(false)
  })

  it('leaves out a speaker nobody listens to', () => {
    const choice = choose(null, { source: headset, side: 'right' })
    expect(channelsOf(choice)).toEqual(['citizen'])
    expect(linesOf(choice).map((line) => line.sides)).toEqual([{ citizen: 'right' }])
  })

  it('refuses what was not kept by this program', () => {
    expect(captureChoiceSchema.safeParse({ kind: 'single', deviceId: '' }).success).toBe(false)
    expect(captureChoiceSchema.safeParse(firstChoice).success).toBe(true)
  })
})

it('writes the seat left and the citizen right', () => {
  const wav = new DataView(stereoWav([Int16Array.of(1, 2), Int16Array.of(3)], [Int16Array.of(-4)]))
  expect(wav.byteLength).toBe(44 + 12)
  expect(wav.getUint32(40, true)).toBe(12)
  const samples = [0, 1, 2, 3, 4, 5].map((place) => wav.getInt16(44 + place * 2, true))
  expect(samples).toEqual([1, -4, 2, 0, 3, 0])
})
