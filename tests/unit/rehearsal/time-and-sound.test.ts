import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutLines } from '#shared/domain/rehearsal/cut-lines.ts'
import { callTime, isHeld } from '#shared/domain/rehearsal/held-time.ts'
import { bare, saidSoFar, spokenMs } from '#shared/domain/rehearsal/spoken-pace.ts'

describe('the time of a rehearsal', () => {
  it('stands still while it is held', () => {
    const holds = [{ from: 1000, to: 3000 }, { from: 5000 }]
    expect([0, 1000, 2000, 3000, 4000, 9000].map((ms) => callTime(holds, ms))).toEqual([
      0, 1000, 1000, 1000, 2000, 3000,
    ])
    expect([999, 1000, 2999, 3000, 6000].map((ms) => isHeld(holds, ms))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ])
  })

  it('never goes back', () => {
    const stretch = fc.tuple(fc.nat(1000), fc.nat(1000))
    fc.assert(
      fc.property(fc.array(stretch), fc.nat(20_000), fc.nat(20_000), (gaps, a, b) => {
        let at = 0
        const holds = gaps.map(([gap, length]) => ({ from: (at += gap), to: (at += length) }))
        const [early, late] = [Math.min(a, b), Math.max(a, b)]
        return callTime(holds, early) <= callTime(holds, late) && callTime(holds, late) <= late
      }),
    )
  })
})

describe('a spoken pace', () => {
  it('is between dictation and hurry', () => {
    const text = '我想反映一下小区门口路灯不亮的问题'
    const perMinute = (pace: 'slow' | 'normal' | 'fast'): number => (17 * 60_000) / spokenMs(text, pace)
    expect(perMinute('slow')).toBeGreaterThan(120)
    expect(perMinute('normal')).toBeLessThan(280)
    expect(perMinute('fast')).toBeGreaterThan(280)
  })

  it('shows the words little by little, without marks, and all of them in the end', () => {
    const text = '你好，我想反映。'
    const shown = [0, 500, 1000, 1500, 60_000].map((ms) => saidSoFar(text, 'normal', ms))
    expect(shown[0]).toBe('')
    expect(shown.at(-1)).toBe(bare(text))
    for (const words of shown) expect(bare(text).startsWith(words)).toBe(true)
  })
})

describe('the lines of a recorded channel', () => {
  const rate = 16_000
  /** Seconds of a tone or of silence with a faint noise. */
  function channel(...parts: readonly (readonly ['tone' | 'quiet', number])[]): Int16Array {
    const samples = parts.flatMap(([kind, seconds]) =>
      Array.from({ length: seconds * rate }, (_, at) =>
        kind === 'tone' ? Math.round(8000 * Math.sin(at / 10)) : (at % 7) - 3,
      ),
    )
    return Int16Array.from(samples)
  }

  it('are cut at pauses, not at breaths', () => {
    const lines = cutLines(
      channel(['quiet', 1], ['tone', 2], ['quiet', 0.5], ['tone', 1], ['quiet', 2], ['tone', 1]),
      rate,
    )
    expect(lines).toHaveLength(2)
    expect(lines[0]!.from / rate).toBeCloseTo(0.8, 1)
    expect(lines[0]!.to / rate).toBeCloseTo(4.7, 1)
    expect(lines[1]!.to).toBe(7.5 * rate)
  })

  it('are none in a silent channel, and a click is none', () => {
    expect(cutLines(channel(['quiet', 3]), rate)).toEqual([])
    expect(cutLines(channel(['quiet', 1], ['tone', 0.1], ['quiet', 1]), rate)).toEqual([])
  })
})
