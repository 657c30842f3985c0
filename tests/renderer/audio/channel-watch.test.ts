import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChannelWatch, type ChannelTrouble } from '../../../src-renderer/audio/channel-watch.ts'
import { levelsOf, toDecibels, type Levels } from '../../../src-renderer/audio/levels.ts'
import { calling, testing } from '../../../src-renderer/audio/sound-monitor.ts'

const level = (decibels: number, clipped = 0): Levels => {
  const rms = 10 ** (decibels / 20)
  return { rms, peak: Math.min(1, rms * 3), clipped }
}
const nothing: Levels = { peak: 0.0005, rms: 0.0002, clipped: 0 }
/** Speech: loud and soft frames by turns, the loud ones at so many dBFS. */
const speech = (loud: number) => (frame: number) => level(frame % 10 < 6 ? loud : loud - 20)

function hear(
  watch: ChannelWatch,
  seconds: number,
  at: (frame: number) => Levels,
): (ChannelTrouble | null)[] {
  return Array.from({ length: seconds * 10 }, (_, frame) => watch.hear(at(frame), 100))
}

describe('levels', () => {
  it('measures a square wave', () => {
    const half = Int16Array.from({ length: 1600 }, (_, index) => (index % 2 === 0 ? 16_384 : -16_384))
    expect(levelsOf(half)).toEqual({ peak: 0.5, rms: 0.5, clipped: 0 })
    expect(toDecibels(0.5)).toBeCloseTo(-6.02, 2)
    expect(levelsOf(Int16Array.of(32_767, -32_768, 0, 0)).clipped).toBe(0.5)
  })

  it('keeps RMS below the peak and both within full scale', () => {
    fc.assert(
      fc.property(fc.int16Array({ minLength: 1 }), (samples) => {
        const { peak, rms } = levelsOf(samples)
        expect(rms).toBeLessThanOrEqual(peak + 1e-9)
        expect(peak).toBeLessThanOrEqual(1)
        expect(toDecibels(rms)).toBeGreaterThanOrEqual(-96)
      }),
    )
  })
})

describe('a channel on the device page', () => {
  it('is silent after five seconds without a sound, and no more once it is heard', () => {
    const watch = new ChannelWatch(testing)
    const troubles = hear(watch, 6, () => nothing)
    expect(troubles.indexOf('silent')).toBe(49)
    expect(watch.hear(level(-20), 100)).toBeNull()
    expect(hear(watch, 6, () => nothing).at(-1)).toBe('silent')
  })

  it('clips when peaks are cut off again and again, and recovers', () => {
    const watch = new ChannelWatch(testing)
    expect(hear(watch, 2, (frame) => level(-10, frame === 3 ? 0.1 : 0))).not.toContain('clipping')
    expect(hear(watch, 2, (frame) => level(-3, frame % 2 === 0 ? 0.01 : 0)).at(-1)).toBe('clipping')
    expect(hear(watch, 11, speech(-20)).at(-1)).toBeNull()
  })

  it('is too quiet when speech stays far below the usual, and well at usual loudness', () => {
    expect(hear(new ChannelWatch(testing), 10, speech(-48)).at(-1)).toBe('quiet')
    expect(hear(new ChannelWatch(testing), 10, speech(-30)).at(-1)).toBeNull()
  })

  it('does not take even noise for quiet speech', () => {
    const noise = hear(new ChannelWatch(testing), 30, (frame) => level(-50 + (frame % 3)))
    expect(noise.every((trouble) => trouble === null)).toBe(true)
  })
})

it('does not take the end of a word, or a click, for quiet speech', () => {
  const tail = hear(new ChannelWatch(testing), 10, (frame) => (frame < 4 ? level(-48) : nothing))
  expect(tail).not.toContain('quiet')
})

describe('a channel in a call', () => {
  it('is told silent after ten seconds from the start', () => {
    const troubles = hear(new ChannelWatch(calling), 30, () => nothing)
    expect(troubles.indexOf('silent')).toBe(99)
  })

  it('is not too quiet for speaking low after it spoke up', () => {
    const watch = new ChannelWatch(calling)
    hear(watch, 2, speech(-25))
    expect(hear(watch, 60, speech(-48))).not.toContain('quiet')
    expect(hear(new ChannelWatch(calling), 10, speech(-48)).at(-1)).toBe('quiet')
  })

  it('may listen for as long as it likes once it was heard', () => {
    const watch = new ChannelWatch(calling)
    watch.hear(level(-20), 100)
    expect(hear(watch, 120, () => nothing)).not.toContain('silent')
  })
})
