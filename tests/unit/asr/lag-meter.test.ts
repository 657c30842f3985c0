import { describe, expect, it } from 'vitest'
import { LagMeter } from '../../../src-main/asr/lag-meter.ts'

/** Feeds a minute in frames of 100 ms; `late` says how late each is decoded. The greatest lag that was seen, ms. */
function greatestLag(late: (audioMs: number) => number): number {
  const meter = new LagMeter()
  let greatest = 0
  for (let audioMs = 100; audioMs <= 60_000; audioMs += 100) {
    greatest = Math.max(greatest, meter.decoded(7_000_000 + audioMs + late(audioMs), audioMs))
  }
  return greatest
}

describe('LagMeter', () => {
  it('sees none in a steady stream, however late it is as a whole', () => {
    expect(greatestLag(() => 0)).toBe(0)
    expect(greatestLag(() => 4_000)).toBe(0)
  })

  it('makes nothing of one late stretch that is caught up with, nor of jitter', () => {
    expect(
      greatestLag((audioMs) => (audioMs > 20_000 && audioMs < 20_900 ? 20_900 - audioMs : 0)),
    ).toBeLessThan(300)
    expect(greatestLag((audioMs) => (audioMs % 300 === 0 ? 250 : 0))).toBeLessThan(300)
  })

  it('sees a decoder that needs longer than the sound lasts', () => {
    expect(greatestLag((audioMs) => audioMs * 0.1)).toBeGreaterThan(300)
  })

  it('sees none in a recording that is played faster than it was spoken', () => {
    expect(greatestLag((audioMs) => -audioMs * 0.9)).toBe(0)
  })
})
