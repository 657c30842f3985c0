import { describe, expect, it } from 'vitest'
import { decodeAudioFrame, encodeAudioFrame } from '#shared/contract/audio-frame.ts'

describe('an audio frame', () => {
  it('is read right out of the middle of a larger buffer, as sockets deliver it', () => {
    const frame = {
      stream: 3,
      speaker: 'citizen',
      startSample: 1600,
      samples: Int16Array.of(1, -2, 3),
    } as const
    const encoded = encodeAudioFrame(frame)
    const around = Buffer.alloc(encoded.length + 64, 0x55)
    around.set(encoded, 17)
    const decoded = decodeAudioFrame(around.subarray(17, 17 + encoded.length))
    expect(decoded).toEqual({ ok: true, value: frame })
  })

  it('is refused when empty, odd, too long, from the future or for a channel that is not there', () => {
    const good = encodeAudioFrame({ stream: 1, speaker: 'seat', startSample: 0, samples: new Int16Array(4) })
    const wrongChannel = good.slice()
    wrongChannel[4] = 2
    const endless = good.slice()
    new DataView(endless.buffer).setFloat64(8, Number.POSITIVE_INFINITY, true)
    for (const bytes of [new Uint8Array(), good.slice(0, 16), good.slice(0, 19), wrongChannel, endless]) {
      expect(decodeAudioFrame(bytes).ok).toBe(false)
    }
    expect(decodeAudioFrame(new Uint8Array(16 + 2 * 32_001)).ok).toBe(false)
  })
})
