import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { correlationOf, envelopeOf, SameVoiceWatch } from '../../../src-renderer/audio/same-voice.ts'
import { seededRandom } from '../../support/seeded-random.ts'

/** Speech as far as loudness goes: syllables of 80–250 ms of noise with pauses between them. */
function voice(seed: number, seconds: number): Int16Array {
  const random = seededRandom(seed)
  const samples = new Int16Array(seconds * sampleRate)
  let at = 0
  while (at < samples.length) {
    const length = Math.round((0.08 + random() * 0.17) * sampleRate)
    const loud = random() < 0.2 ? 0 : 2_000 + random() * 10_000
    for (let index = 0; index < length && at < samples.length; index++, at++) {
      samples[at] = (random() * 2 - 1) * loud * Math.sin((Math.PI * index) / length)
    }
  }
  return samples
}

/** A softer copy that comes later, in the hiss of its own converter. */
function echo(samples: Int16Array, delayMs: number, gain: number, hiss = 20): Int16Array {
  const random = seededRandom(99)
  const delay = Math.round((delayMs * sampleRate) / 1000)
  return samples.map((_, at) => (samples[at - delay] ?? 0) * gain + (random() * 2 - 1) * hiss)
}

function verdict(left: Int16Array, right: Int16Array) {
  const watch = new SameVoiceWatch()
  let last = null
  for (let at = 0; at + 1600 <= left.length; at += 1600) {
    last = watch.hear(left.subarray(at, at + 1600), right.subarray(at, at + 1600))
  }
  return last
}

const silence = (seconds: number) => new Int16Array(seconds * sampleRate)

describe('one voice on both channels', () => {
  it('is found where a line is wired to both', () => {
    expect(verdict(voice(1, 12), voice(1, 12))).toBe('same')
  })

  it.each([
    ['a loudspeaker beside the microphone', 20, 0.3],
    ['a softer one across the desk', 120, 0.05],
    ['the far side of a line that echoes', 190, 0.1],
  ])('is found as an echo: %s', (_what, delayMs, gain) => {
    const spoken = voice(2, 12)
    expect(verdict(spoken, echo(spoken, delayMs, gain))).toBe('same')
    expect(verdict(echo(spoken, delayMs, gain), spoken)).toBe('same')
  })

  it('is found where only one of two talkers comes through on the other channel', () => {
    const citizen = voice(3, 24)
    const seat = voice(4, 24)
    // By turns of six seconds; the microphone of the seat hears both.
    const turn = (at: number): boolean => Math.floor(at / (6 * sampleRate)) % 2 === 0
    const line = citizen.map((sample, at) => (turn(at) ? sample : 0))
    const microphone = echo(line, 80, 0.2).map((sample, at) => (turn(at) ? sample : (seat[at] ?? 0)))
    expect(verdict(microphone, line)).toBe('same')
  })

  it('is not found between two voices that speak at once', () => {
    for (const seed of [5, 6, 7, 8, 9])
      expect(verdict(voice(seed, 20), voice(seed + 100, 20))).toBe('different')
  })

  it('is not judged in silence, by turns or where there is only hiss', () => {
    expect(verdict(voice(1, 12), silence(12))).toBeNull()
    expect(verdict(silence(12), silence(12))).toBeNull()
    expect(verdict(echo(silence(12), 0, 0), echo(silence(12), 0, 0))).toBeNull()
    const [left, right] = [voice(10, 20), voice(11, 20)]
    const first = left.map((sample, at) => (at < 10 * sampleRate ? sample : 0))
    const second = right.map((sample, at) => (at < 10 * sampleRate ? 0 : sample))
    expect(verdict(first, second)).not.toBe('same')
  })
})

it('does not change with the gain of either side', () => {
  const [left, right] = [envelopeOf(voice(12, 4)), envelopeOf(voice(13, 4))]
  const usual = correlationOf(left, right)!
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      (a, b) => {
        const scaled = correlationOf(
          left.map((value) => value * a),
          right.map((value) => value * b),
        )
        expect(scaled).toBeCloseTo(usual, 3)
        expect(scaled).toBeLessThanOrEqual(1.000001)
      },
    ),
  )
})
