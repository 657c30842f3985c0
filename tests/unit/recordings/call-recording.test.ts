import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { CallRecording } from '../../../src-main/core/recordings/call-recording.ts'
import { decodeSpan, endOf } from '../../../src-main/core/recordings/decode-span.ts'
import { decodePackets, encodePackets, type Packet } from '../../../src-main/core/recordings/packet.ts'
import { unseal } from '../../../src-main/core/recordings/sealed-file.ts'
import { murmur, shift } from '../../support/alignment.ts'

const key = Buffer.alloc(32, 1)
const packet = 320
let directory: string
let path: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seat-recording-'))
  path = join(directory, 'call.seatrec')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const packets = (): readonly Packet[] =>
  unwrap(unseal(readFileSync(path), key)).records.flatMap(decodePackets)
const decode = (from: number, to: number, speaker: Speaker = 'seat') =>
  decodeSpan(packets(), speaker, from, to)

/** Sends a stretch of the sound in frames of that length. */
function send(recording: CallRecording, sound: Int16Array, from: number, to: number, frame = 1600): void {
  for (let startSample = from; startSample < to; startSample += frame) {
    const samples = sound.slice(startSample, Math.min(to, startSample + frame))
    recording.push({ stream: 1, speaker: 'seat', startSample, samples })
  }
}

describe('the recording of a call', () => {
  it('plays every sample where it was spoken, at whatever length its frames come', async () => {
    const sound = murmur(3)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: 4000 }), async (frame) => {
        rmSync(path, { force: true })
        const recording = new CallRecording(path, key)
        send(recording, sound, 0, sound.length, frame)
        recording.finish()
        expect(endOf(packets())).toBeGreaterThanOrEqual(sound.length)
        expect(Math.abs(shift(sound, await decode(0, sound.length), 4000, 8000))).toBeLessThanOrEqual(2)
        expect(Math.abs(shift(sound, await decode(0, sound.length), 36_000, 8000))).toBeLessThanOrEqual(2)
      }),
      { numRuns: 5 },
    )
  })

  it('goes on where it was after a writer was killed: no hole, nothing twice, in step', async () => {
    const sound = murmur(6)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20_000, max: 60_000 }),
        fc.integer({ min: 0, max: 16_000 }),
        async (killed, again) => {
          rmSync(path, { force: true })
          send(new CallRecording(path, key), sound, 0, killed)
          const next = new CallRecording(path, key)
          const recorded = next.recordedUntil('seat')
          expect(killed - recorded).toBeLessThanOrEqual(16_000)
          send(next, sound, Math.max(0, recorded - again), sound.length)
          next.finish()
          const played = await decode(0, sound.length)
          for (let at = 1600; at + 4000 < sound.length; at += 4000) {
            expect(Math.abs(shift(sound, played, at, 4000)), `at ${at}, killed at ${killed}`).toBeLessThan(
              packet / 10,
            )
          }
        },
      ),
      { numRuns: 8 },
    )
  })

  it('has silence where nothing came, short or long, and the sound after it in its place', async () => {
    const sound = murmur(6)
    for (const gap of [1, 300, 5000, 40_000]) {
      rmSync(path, { force: true })
      const recording = new CallRecording(path, key)
      send(recording, sound, 0, 16_000)
      send(recording, sound, 16_000 + gap, sound.length)
      recording.finish()
      const played = await decode(0, sound.length)
      expect(Math.abs(shift(sound, played, 8000, 6000))).toBeLessThanOrEqual(2)
      expect(Math.abs(shift(sound, played, 60_000, 8000))).toBeLessThanOrEqual(2)
      if (gap < 2000) continue
      const silence = played.subarray(16_400, 15_900 + gap)
      expect(Math.max(...silence.map(Math.abs))).toBeLessThan(300)
    }
  })

  it('keeps the speakers apart', async () => {
    const recording = new CallRecording(path, key)
    const sound = murmur(2)
    send(recording, sound, 0, sound.length)
    recording.push({ stream: 1, speaker: 'citizen', startSample: 0, samples: new Int16Array(sound.length) })
    recording.finish()
    expect(Math.max(...(await decode(0, sound.length, 'citizen')).map(Math.abs))).toBeLessThan(50)
    expect(Math.abs(shift(sound, await decode(0, sound.length), 8000, 6000))).toBeLessThanOrEqual(2)
  })

  it('begins to play in mid-speech as it would have sounded', async () => {
    const sound = murmur(4)
    const recording = new CallRecording(path, key)
    send(recording, sound, 0, sound.length)
    recording.finish()
    const whole = await decode(0, sound.length)
    const span = await decode(30_000, 40_000)
    expect(Math.abs(shift(whole.subarray(30_000), span, 0, 9000))).toBe(0)
  })
})

it('packets come back from their bytes as they were', () => {
  const one = fc.record({
    speaker: fc.constantFrom<Speaker>('seat', 'citizen'),
    startSample: fc.nat({ max: 10_000 }).map((place) => place * packet),
    fresh: fc.boolean(),
    bytes: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  })
  const bySpeaker = (list: readonly Packet[], speaker: Speaker) =>
    list.filter((each) => each.speaker === speaker)
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (list) => {
      const back = decodePackets(encodePackets(list))
      for (const speaker of ['seat', 'citizen'] as const) {
        expect(bySpeaker(back, speaker)).toEqual(bySpeaker(list, speaker))
      }
    }),
  )
})
