import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelsOf } from '../../src-renderer/audio/capture-choice.ts'
import { FrameCutter } from '../../src-renderer/audio/frame-cutter.ts'
import { SilenceWatch } from '../../src-renderer/audio/silence-watch.ts'

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

describe('a silent channel', () => {
  const quiet = new Int16Array(1600)
  const loud = new Int16Array(1600).fill(500)
  const hear = (watch: SilenceWatch, from: number, to: number, samples: Int16Array) =>
    Array.from({ length: to - from }, (_, index) =>
      watch.hear({ speaker: 'citizen', startSample: (from + index) * 1600, samples }),
    ).filter((speaker) => speaker !== null)

  it('is told once, after ten seconds', () => {
    const watch = new SilenceWatch()
    expect(hear(watch, 0, 99, quiet)).toEqual([])
    expect(hear(watch, 99, 300, quiet)).toEqual(['citizen'])
  })

  it('is told with the other where that is silent too', () => {
    const watch = new SilenceWatch()
    hear(watch, 0, 300, quiet)
    expect(watch.hear({ speaker: 'seat', startSample: 159_000, samples: quiet })).toBe('both')
  })

  it('is not told of a channel that spoke before it fell silent', () => {
    const watch = new SilenceWatch()
    expect(hear(watch, 0, 1, loud)).toEqual([])
    expect(hear(watch, 1, 300, quiet)).toEqual([])
  })
})

it('names the channels of each arrangement', () => {
  expect(channelsOf({ kind: 'stereo', deviceId: '' })).toEqual(['seat', 'citizen'])
  expect(channelsOf({ kind: 'pair', seatDeviceId: 'a', citizenDeviceId: 'b' })).toEqual(['seat', 'citizen'])
  expect(channelsOf({ kind: 'single', deviceId: '' })).toEqual(['seat'])
})
