import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLawTable, encodeALaw, encodeMuLaw, muLawTable } from '#shared/audio/g711.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { detectStyle, readMessage } from '../../src-main/hosts/media-fork/adapters.ts'
import { ForkAudio } from '../../src-main/hosts/media-fork/fork-audio.ts'
import { forkStyles, type ForkStart, type Incoming } from '../../src-main/hosts/media-fork/fork-message.ts'

const known: ForkStart = {
  callId: 'c',
  format: {
    encoding: 'l16',
    sampleRate: 8_000,
    channels: ['citizen', 'seat'],
    interleaved: true,
    mixed: false,
    swapped: false,
  },
}

/** Words of the dialects in every place, so that much of it is nearly right. */
const word = fc.constantFrom<unknown>(
  'start',
  'media',
  'stop',
  'seat',
  'inbound',
  'stereo',
  'mulaw',
  '8k',
  16_000,
  -1,
  1e300,
  NaN,
  '',
  null,
  [],
  {},
  ['seat', 'citizen'],
  'AAAA',
  '__proto__',
  'constructor',
  { toString: {}, valueOf: {} },
)
const key = fc.constantFrom(
  ...[
    'type',
    'event',
    'start',
    'media',
    'callId',
    'callSid',
    'encoding',
    'sampleRate',
    'channels',
    'channel',
  ],
  ...['layout', 'tracks', 'mediaFormat', 'customParameters', 'payload', 'timestamp', 'track', 'token', 'ms'],
  ...['callerNumber', 'swap', '__proto__', 'constructor'],
)
const object = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, word, tie('words'), fc.anything()),
  words: fc.dictionary(key, tie('value'), { maxKeys: 8 }),
})).words
const text = fc.oneof(
  object.map((value) =>
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? 1 : inner)),
  ),
  fc.string(),
  fc.json(),
)
const incoming: fc.Arbitrary<Incoming> = fc.oneof(text, fc.uint8Array({ maxLength: 700 }))
const query = fc.dictionary(key, fc.oneof(fc.string(), fc.constantFrom('8000', 'stereo', '1')))

describe('whatever a connection sends', () => {
  it('is read without an exception, and what is read is sound', () => {
    fc.assert(
      fc.property(
        incoming,
        query,
        fc.constantFrom(...forkStyles, undefined),
        fc.constantFrom(known, undefined),
        (message, words, style, start) => {
          const reading = { query: words, start, fallbackCallId: 'unnamed' }
          for (const read of readMessage(style ?? detectStyle(message), message, reading)) {
            if (read.type !== 'start') continue
            const { callId, callerNumber, format } = read.start
            expect(start).toBeUndefined()
            expect(typeof callId).toBe('string')
            expect(callerNumber ?? '123').toMatch(/^\+?[\d-]{3,19}$/u)
            expect([8_000, 16_000]).toContain(format.sampleRate)
            expect(['l16', 'mulaw', 'alaw']).toContain(format.encoding)
            expect(['seat', 'citizen']).toEqual(expect.arrayContaining([...format.channels]))
            expect(new Set(format.channels).size).toBe(format.channels.length)
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('gives frames in order and never a gap beyond two minutes a message', () => {
    const step = fc.record({
      bytes: fc.uint8Array({ maxLength: 2_000 }),
      speaker: fc.constantFrom('seat', 'citizen', undefined),
      atMs: fc.oneof(
        fc.constant(undefined),
        fc.double({ min: 0, noNaN: true }),
        fc.integer({ min: 0, max: 5_000 }),
      ),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, interleaved) => {
        const ends = { seat: 0, citizen: 0 }
        const audio = new ForkAudio(({ speaker, startSample, samples }) => {
          expect(Number.isSafeInteger(startSample)).toBe(true)
          expect(startSample).toBeGreaterThanOrEqual(ends[speaker])
          expect(startSample).toBeLessThanOrEqual(steps.length * 121 * sampleRate)
          ends[speaker] = startSample + samples.length
        })
        audio.flowInto(1)
        const leg = audio.open({ ...known.format, interleaved }, 0)
        for (const { bytes, speaker, atMs } of steps) leg.hear(bytes, speaker, atMs)
        leg.flush()
      }),
      { numRuns: 300 },
    )
  })
})

describe('the codes of G.711', () => {
  it.each([
    ['µ-law', muLawTable, encodeMuLaw],
    ['A-law', aLawTable, encodeALaw],
  ])('%s: every code is the code of its own value', (_, table, encode) => {
    for (let code = 0; code < 256; code += 1) expect(table[encode(table[code]!)]).toBe(table[code])
  })

  it.each([
    ['µ-law', muLawTable, encodeMuLaw],
    ['A-law', aLawTable, encodeALaw],
  ])('%s: a value comes back within its step', (_, table, encode) => {
    fc.assert(
      fc.property(fc.integer({ min: -32_768, max: 32_767 }), (sample) => {
        const step = Math.max(16, Math.abs(sample) / 16 + 40)
        expect(Math.abs(table[encode(sample)]! - sample)).toBeLessThanOrEqual(step)
      }),
    )
  })
})
