import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeAudioFrame, encodeAudioFrame, type AudioFrame } from '#shared/contract/audio-frame.ts'
import { speakers } from '#shared/domain/call.ts'

const frame: fc.Arbitrary<AudioFrame> = fc.record({
  stream: fc.nat(0xffff_ffff),
  speaker: fc.constantFrom(...speakers),
  startSample: fc.maxSafeNat(),
  samples: fc.int16Array({ minLength: 1, maxLength: 2000 }),
})

it('comes out as it went in, wherever its bytes lie in memory', () => {
  fc.assert(
    fc.property(frame, fc.nat(64), (sent, offset) => {
      const bytes = encodeAudioFrame(sent)
      // A Node buffer is a window on a pool, at any offset, odd ones too.
      const pool = Buffer.alloc(offset + bytes.length + 7, 0x5a)
      pool.set(bytes, offset)
      for (const received of [bytes, pool.subarray(offset, offset + bytes.length)]) {
        expect(decodeAudioFrame(received)).toEqual({ ok: true, value: sent })
      }
    }),
  )
})

it('keeps nothing of the buffer it came in', () => {
  fc.assert(
    fc.property(frame, (sent) => {
      const bytes = Buffer.from(encodeAudioFrame(sent))
      const decoded = decodeAudioFrame(bytes)
      bytes.fill(0)
      expect(decoded).toEqual({ ok: true, value: sent })
    }),
  )
})

it('any other bytes are refused in words, never with an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeAudioFrame(bytes)
      if (decoded.ok) expect(encodeAudioFrame(decoded.value).length).toBe(bytes.length)
      else expect(decoded.error.message).toMatch(/音频/)
    }),
    { numRuns: 2000 },
  )
})

it('frames that are cut short, too long or of no channel are refused', () => {
  const whole: AudioFrame = { stream: 1, speaker: 'seat', startSample: 0, samples: new Int16Array(4) }
  const bytes = encodeAudioFrame(whole)
  const changed = (at: number, value: number): Uint8Array =>
    bytes.map((byte, index) => (index === at ? value : byte))
  const tooLong = encodeAudioFrame({ ...whole, samples: new Int16Array(32_001) })
  for (const bad of [
    bytes.subarray(0, 16),
    bytes.subarray(0, 17),
    new Uint8Array(),
    tooLong,
    changed(4, 2),
    changed(15, 0xbf),
  ]) {
    expect(decodeAudioFrame(bad)).toMatchObject({ ok: false, error: { code: 'bad-audio-frame' } })
  }
})
