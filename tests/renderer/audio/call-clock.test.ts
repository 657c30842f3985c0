import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { CallClock } from '../../../src-renderer/audio/call-clock.ts'

const length = sampleRate / 10

interface Sound {
  /** Samples that the sound card gives in a second of the wall clock. */
  readonly rate?: number
  /** From when to when the audio clock stands still, ms. */
  readonly stall?: readonly [number, number]
  /** How late the n-th frame arrives, ms. */
  readonly delay?: (frame: number) => number
  readonly quiet?: (frame: number) => boolean
}

/** Runs the clock over so many seconds; what was placed, each frame with the wall time of its first sample. */
function run(seconds: number, sound: Sound, clock = new CallClock(0)) {
  const { rate = sampleRate, stall = [Infinity, Infinity], delay = () => 0, quiet = () => true } = sound
  const placed: { startSample: number; length: number; spokenMs: number }[] = []
  let arrivedMs = 0
  for (let frame = 0; ; frame++) {
    const runMs = (frame * length * 1000) / rate
    const spokenMs = runMs >= stall[0] ? runMs + stall[1] - stall[0] : runMs
    if (spokenMs > seconds * 1000) return placed
    // A frame never overtakes the one before.
    arrivedMs = Math.max(arrivedMs, spokenMs + (length * 1000) / rate + delay(frame))
    const place = clock.place(frame * length, length, arrivedMs, quiet(frame))
    if (place !== null) {
      const { startSample, skip } = place
      placed.push({ startSample, length: length - skip, spokenMs: spokenMs + (skip * 1000) / rate })
    }
  }
}

const errorMs = ({ startSample, spokenMs }: { startSample: number; spokenMs: number }): number =>
  (startSample * 1000) / sampleRate - spokenMs

const overlaps = (placed: readonly { startSample: number; length: number }[]): boolean =>
  placed.some((frame, index) => {
    const before = placed[index - 1]
    return before !== undefined && frame.startSample < before.startSample + before.length
  })

describe('the clock of a call', () => {
  it('counts samples where the sound card is right', () => {
    const placed = run(60, { delay: (frame) => (frame * 37) % 60 })
    expect(placed.map((frame) => frame.startSample)).toEqual(placed.map((_, index) => index * length))
  })

  it.each([
    ['slow', 0.9999],
    ['fast', 1.0001],
  ])('stays within 50 ms of the wall clock for eight hours of a %s sound card', (_name, factor) => {
    // Somebody speaks nine seconds of ten.
    const sound = { rate: sampleRate * factor, quiet: (frame: number) => frame % 100 >= 90 }
    const placed = run(8 * 3600, sound)
    expect(Math.max(...placed.map((frame) => Math.abs(errorMs(frame))).slice(-1000))).toBeLessThan(50)
    expect(placed.reduce((most, frame) => Math.max(most, Math.abs(errorMs(frame))), 0)).toBeLessThan(50)
    expect(overlaps(placed)).toBe(false)
  })

  it('makes a gap of the time in which the sound card stood still, in the middle of speech too', () => {
    const placed = run(30, { stall: [10_000, 13_000], quiet: () => false })
    expect(Math.abs(errorMs(placed.at(-1)!))).toBeLessThan(25)
    const gaps = placed.filter((frame, index) => {
      const before = placed[index - 1]
      return before !== undefined && frame.startSample > before.startSample + before.length
    })
    expect(gaps).toHaveLength(1)
    // Two seconds after the stall at the latest.
    expect(gaps[0]!.spokenMs).toBeLessThan(15_000)
  })

  it('does not take a page that was busy for a clock that stood still', () => {
    const held = (frame: number): number => (frame >= 100 && frame < 140 ? (140 - frame) * 100 : 0)
    const placed = run(60, { delay: held })
    expect(placed.map((frame) => frame.startSample)).toEqual(placed.map((_, index) => index * length))
  })

  it('does not cut into words for a small drift', () => {
    const placed = run(600, { rate: sampleRate * 1.0001, quiet: () => false })
    expect(placed.every((frame) => frame.length === length)).toBe(true)
  })

  it('goes on where the time is when a call is taken up again', () => {
    expect(run(1, {}, new CallClock(-30_000))[0]?.startSample).toBe(480_000)
  })

  it('leaves out what was heard before the call began', () => {
    const clock = new CallClock(250)
    expect(clock.place(0, length, 110, true)).toBeNull()
    expect(clock.place(length, length, 210, true)).toBeNull()
    expect(clock.place(2 * length, length, 310, true)).toEqual({ startSample: 0, skip: 640 })
    expect(clock.place(3 * length, length, 410, true)).toEqual({ startSample: 960, skip: 0 })
  })

  it('never goes back, however frames come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.boolean()), {
          minLength: 50,
          maxLength: 400,
        }),
        (steps) => {
          const clock = new CallClock(0)
          let nowMs = 0
          let end = 0
          for (const [index, [waited, quiet]] of steps.entries()) {
            nowMs += waited % 10 === 0 ? waited : waited % 120
            const place = clock.place(index * length, length, nowMs, quiet)
            if (place === null) continue
            expect(place.startSample).toBeGreaterThanOrEqual(end)
            expect(place.skip).toBeLessThan(length)
            end = place.startSample + length - place.skip
          }
        },
      ),
    )
  })
})
