import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createResampler } from '#shared/audio/resample.ts'
import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { ForkAudio } from '../../../src-main/hosts/media-fork/fork-audio.ts'
import type { ForkFormat } from '../../../src-main/hosts/media-fork/fork-message.ts'

const plain = { encoding: 'l16', sampleRate: 8_000, interleaved: true, mixed: false, swapped: false } as const
const mono: ForkFormat = { ...plain, channels: ['citizen'] }

function setUp() {
  const frames: AudioFrame[] = []
  const audio = new ForkAudio((frame) => frames.push(frame))
  audio.flowInto(1)
  return { audio, frames }
}

/** A channel laid out on the call's clock: what no frame covers is 0. Fails where two frames overlap. */
function laidOut(frames: readonly AudioFrame[], speaker: Speaker): Int16Array {
  const own = frames.filter((frame) => frame.speaker === speaker)
  const length = Math.max(0, ...own.map(({ startSample, samples }) => startSample + samples.length))
  const laid = new Int16Array(length)
  let end = 0
  for (const { startSample, samples } of own) {
    expect(startSample).toBeGreaterThanOrEqual(end)
    laid.set(samples, startSample)
    end = startSample + samples.length
  }
  return laid
}

function sine(frequency: number, rate: number, seconds: number): Int16Array {
  return Int16Array.from({ length: rate * seconds }, (_, index) =>
    Math.round(8_000 * Math.sin((2 * Math.PI * frequency * index) / rate)),
  )
}

function bytesOf(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

describe('audio that comes in packets', () => {
  it('is resampled without a click, whatever the packets, odd bytes included', () => {
    const input = sine(440, 8_000, 1)
    const resampler = createResampler(8_000, 16_000)
    const whole = Int16Array.from(
      [...resampler.push(Float32Array.from(input)), ...resampler.flush()],
      (sample) => Math.round(sample),
    )
    const sizes = fc.oneof(fc.constant(320), fc.integer({ min: 1, max: 3_001 }))
    fc.assert(
      fc.property(sizes, (size) => {
        const { audio, frames } = setUp()
        const leg = audio.open(mono, 0)
        for (const piece of pieces(bytesOf(input), size)) leg.hear(piece)
        leg.flush()
        expect(laidOut(frames, 'citizen')).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })

  it('comes out in order, apart, and exactly, where two channels are interleaved', () => {
    const { audio, frames } = setUp()
    const leg = audio.open({ ...plain, sampleRate: 16_000, channels: ['citizen', 'seat'] }, 0)
    const both = Int16Array.from({ length: 4_000 }, (_, index) => (index % 2 === 0 ? index : -index))
    for (const piece of pieces(bytesOf(both), 333)) leg.hear(piece)
    leg.flush()
    expect(laidOut(frames, 'citizen')).toEqual(Int16Array.from({ length: 2_000 }, (_, index) => 2 * index))
    expect(laidOut(frames, 'seat')).toEqual(Int16Array.from({ length: 2_000 }, (_, index) => -2 * index - 1))
  })

  it('is decoded by both codes of G.711', () => {
    for (const [encoding, code, value] of [
      ['mulaw', 0x00, -32_124],
      ['alaw', 0x2a, -32_256],
    ] as const) {
      const { audio, frames } = setUp()
      const leg = audio.open({ ...mono, encoding, sampleRate: 16_000 }, 0)
      leg.hear(new Uint8Array(640).fill(code))
      expect(new Set(laidOut(frames, 'citizen'))).toEqual(new Set([value]))
    }
  })
})

describe('the clock of the call', () => {
  const format: ForkFormat = {
    ...plain,
    sampleRate: 8_000,
    channels: ['citizen', 'seat'],
    interleaved: false,
  }
  const packet = (value: number): Uint8Array => bytesOf(new Int16Array(160).fill(value))

  it('counts samples: a minute of packets with jittery times ends to the sample where it should', () => {
    const { audio, frames } = setUp()
    const leg = audio.open(format, 0)
    const jitter = fc.sample(fc.integer({ min: -40, max: 90 }), { numRuns: 3_000, seed: 1 })
    for (let index = 0; index < 3_000; index += 1) {
      leg.hear(packet(100), 'citizen', Math.max(0, index * 20 + jitter[index]!))
    }
    leg.flush()
    expect(laidOut(frames, 'citizen')).toHaveLength(3_000 * 320)
  })

  it('hears silence where the sender’s time says that something was left out', () => {
    const { audio, frames } = setUp()
    const leg = audio.open(format, 0)
    leg.hear(packet(1_000), 'citizen', 0)
    leg.hear(packet(1_000), 'citizen', 520)
    leg.hear(packet(2_000), 'seat', 300)
    leg.flush()
    const citizen = laidOut(frames, 'citizen')
    expect(citizen).toHaveLength(540 * 16)
    expect(Math.max(...citizen.slice(400, 519 * 16))).toBe(0)
    expect(citizen[530 * 16]).toBeGreaterThan(900)
    expect(laidOut(frames, 'seat')).toHaveLength(320 * 16)
  })

  it('takes a sender at its word that it left something out, within reason', () => {
    const { audio, frames } = setUp()
    const leg = audio.open(mono, 0)
    leg.gap(500)
    leg.hear(packet(1_000))
    leg.flush()
    expect(laidOut(frames, 'citizen')).toHaveLength(520 * 16)
    leg.gap(1e12)
    leg.hear(packet(1_000))
    expect(leg.sentMs()).toBe(520 + 120_000 + 20)
  })

  it('goes on where the call is when a connection comes later or again', () => {
    const { audio, frames } = setUp()
    audio.open(mono, 0).hear(packet(500))
    const again = audio.open({ ...mono, sampleRate: 16_000 }, 2_000)
    again.hear(bytesOf(new Int16Array(640).fill(700)))
    again.flush()
    const citizen = laidOut(frames, 'citizen')
    expect(citizen).toHaveLength(2_040 * 16)
    expect(citizen[2_000 * 16]).toBe(700)
  })

  it('never goes back, though a fast sender is ahead of it', () => {
    const { audio, frames } = setUp()
    audio.open(mono, 0).hear(bytesOf(new Int16Array(80_000).fill(500)))
    const again = audio.open(mono, 50)
    again.hear(packet(500))
    again.flush()
    expect(laidOut(frames, 'citizen')).toHaveLength(10_020 * 16)
  })
})

describe('audio of a call that core has not taken yet', () => {
  it('is kept for 90 s, more than a sender may run ahead, and goes out in order', () => {
    const frames: AudioFrame[] = []
    const audio = new ForkAudio((frame) => frames.push(frame))
    const leg = audio.open({ ...mono, sampleRate: 16_000 }, 0)
    for (let second = 0; second < 100; second += 1) leg.hear(bytesOf(new Int16Array(16_000).fill(second)))
    expect(frames).toEqual([])
    audio.flowInto(7)
    expect(new Set(frames.map(({ stream }) => stream))).toEqual(new Set([7]))
    expect(frames[0]!.startSample / 16_000).toBeCloseTo(10, 0)
    expect(laidOut(frames, 'citizen').at(-1)).toBe(99)
  })
})
