import { describe, expect, it } from 'vitest'
import { detectStyle, readMessage, type Reading } from '../../../src-main/hosts/media-fork/adapters.ts'
import type {
  ForkMessage,
  ForkStart,
  ForkStyle,
  Incoming,
} from '../../../src-main/hosts/media-fork/fork-message.ts'

const nothingKnown: Reading = { query: {}, start: undefined, fallbackCallId: 'unnamed' }

function first(style: ForkStyle, message: object, query: Reading['query'] = {}): ForkMessage | undefined {
  return readMessage(style, JSON.stringify(message), { ...nothingKnown, query })[0]
}

function started(style: ForkStyle, message: object, query: Reading['query'] = {}): ForkStart {
  const read = first(style, message, query)
  if (read?.type !== 'start') throw new Error(`no start but ${JSON.stringify(read)}`)
  return read.start
}

function after(style: ForkStyle, start: ForkStart, message: Incoming): readonly ForkMessage[] {
  return readMessage(style, message, { ...nothingKnown, start })
}

describe('our own dialect', () => {
  const start = {
    type: 'start',
    callId: 'a-1',
    callerNumber: '13711220088',
    encoding: 'mulaw',
    sampleRate: 8000,
    channel: 'citizen',
  }

  it('says all at the start', () => {
    expect(started('own', start)).toEqual({
      callId: 'a-1',
      callerNumber: '13711220088',
      format: {
        encoding: 'mulaw',
        sampleRate: 8000,
        channels: ['citizen'],
        interleaved: true,
        mixed: false,
        swapped: false,
      },
    })
    expect(first('own', { ...start, token: 'secret' })).toMatchObject({ token: 'secret' })
  })

  it('names two channels in the order of their samples', () => {
    const stereo = { ...start, channel: undefined, encoding: 'l16', sampleRate: 16000 }
    expect(started('own', { ...stereo, channels: ['citizen', 'seat'] }).format.channels).toEqual([
      'citizen',
      'seat',
    ])
    expect(started('own', { ...stereo, layout: 'stereo' }).format.channels).toEqual(['seat', 'citizen'])
  })

  it.each([
    ['no call', { callId: undefined }, 'no-call-id'],
    ['a call with an endless name', { callId: 'x'.repeat(200) }, 'no-call-id'],
    ['no encoding', { encoding: undefined }, 'encoding'],
    ['an encoding we do not know', { encoding: 'opus' }, 'encoding'],
    ['a rate that is no rate of telephony', { sampleRate: 44_100 }, 'sample-rate'],
    ['nobody who speaks', { channel: undefined }, 'layout'],
    ['mono of nobody knows whom', { channel: undefined, layout: 'mono' }, 'layout'],
    ['the same speaker twice', { channels: ['seat', 'seat'] }, 'layout'],
    ['a speaker we do not know', { channel: 'lawyer' }, 'layout'],
  ])('is refused with %s', (_, change, problem) => {
    expect(first('own', { ...start, ...change })).toEqual({ type: 'bad', problem })
  })

  it('says the number later, leaves audio out, hangs up, asks for life', () => {
    const known = started('own', start)
    const text = (message: object): readonly ForkMessage[] => after('own', known, JSON.stringify(message))
    expect(text({ type: 'metadata', callerNumber: '02087654321' })).toEqual([
      { type: 'caller', callerNumber: '02087654321' },
    ])
    expect(text({ type: 'gap', ms: 60 })).toEqual([{ type: 'gap', ms: 60 }])
    expect(text({ type: 'gap', ms: 'long' })).toEqual([])
    expect(text({ type: 'dtmf', digit: '5' })).toEqual([])
    expect(text({ type: 'ping' })).toEqual([{ type: 'ping' }])
    expect(text({ type: 'stop' })).toEqual([{ type: 'stop' }])
    expect(text(start)).toEqual([{ type: 'bad', problem: 'second-start' }])
    expect(after('own', known, new Uint8Array([1]))).toEqual([{ type: 'audio', bytes: new Uint8Array([1]) }])
  })

  it('has no audio before its start', () => {
    expect(readMessage('own', new Uint8Array(160), nothingKnown)).toEqual([
      { type: 'bad', problem: 'no-start' },
    ])
  })
})

describe('mod_audio_fork', () => {
  const query = { style: 'mod_audio_fork', rate: '16k', layout: 'stereo' }

  it('begins with its metadata; the rest stands in the address', () => {
    const start = started('mod_audio_fork', { callid: 'c-7', from: 'sip:+8613711220088@pbx;x=1' }, query)
    expect(start).toMatchObject({ callId: 'c-7', callerNumber: '+8613711220088' })
    expect(start.format).toMatchObject({
      encoding: 'l16',
      sampleRate: 16_000,
      // Left is what is read on the citizen's leg.
      channels: ['citizen', 'seat'],
    })
  })

  it('may begin with audio at once, and its metadata may be any text', () => {
    const bytes = new Uint8Array(640)
    const read = readMessage('mod_audio_fork', bytes, { ...nothingKnown, query })
    expect(read).toMatchObject([
      { type: 'start', start: { callId: 'unnamed' } },
      { type: 'audio', bytes },
    ])
    const text = readMessage('mod_audio_fork', "{'caller':'1000'}", { ...nothingKnown, query })
    expect(text).toMatchObject([{ type: 'start', start: { callId: 'unnamed' } }])
  })

  it('turns the channels round on the seat’s leg', () => {
    const onSeatsLeg = { ...query, swap: '1' }
    expect(started('mod_audio_fork', {}, onSeatsLeg).format.channels).toEqual(['seat', 'citizen'])
    expect(started('mod_audio_fork', {}, { ...onSeatsLeg, layout: 'mono' }).format.channels).toEqual(['seat'])
    expect(started('mod_audio_fork', {}, { ...query, layout: 'mono' }).format.channels).toEqual(['citizen'])
  })

  it('says of a mixed channel that it is one', () => {
    expect(started('mod_audio_fork', {}, { ...query, layout: 'mixed' }).format).toMatchObject({
      channels: ['citizen'],
      mixed: true,
    })
  })

  it('is refused where the address says too little', () => {
    expect(first('mod_audio_fork', {}, { layout: 'stereo' })).toEqual({ type: 'bad', problem: 'sample-rate' })
    expect(first('mod_audio_fork', {}, { rate: '8000' })).toEqual({ type: 'bad', problem: 'layout' })
  })

  it('ends with an empty message', () => {
    const start = started('mod_audio_fork', {}, query)
    expect(after('mod_audio_fork', start, new Uint8Array(0))).toEqual([{ type: 'stop' }])
    expect(after('mod_audio_fork', start, '{"event":"dtmf","digit":"1"}')).toEqual([])
  })
})

describe('Twilio', () => {
  const message = {
    event: 'start',
    sequenceNumber: '1',
    start: {
      accountSid: 'AC1',
      streamSid: 'MZ1',
      callSid: 'CA1',
      tracks: ['inbound', 'outbound'],
      mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
      customParameters: { token: 'secret', callerNumber: '+86 137 1122 0088' },
    },
    streamSid: 'MZ1',
  }
  const payload = Buffer.from([1, 2, 3]).toString('base64')
  const media = (track: string, timestamp: string): string =>
    JSON.stringify({ event: 'media', media: { track, chunk: '1', timestamp, payload } })

  it('says all at the start, the token among its own parameters', () => {
    expect(first('twilio', { event: 'connected', protocol: 'Call', version: '1.0.0' })).toBeUndefined()
    expect(first('twilio', message)).toEqual({
      type: 'start',
      token: 'secret',
      start: {
        callId: 'CA1',
        callerNumber: '+8613711220088',
        format: {
          encoding: 'mulaw',
          sampleRate: 8000,
          channels: ['citizen', 'seat'],
          interleaved: false,
          mixed: false,
          swapped: false,
        },
      },
    })
  })

  it('names the track and the time of each piece of audio', () => {
    const start = started('twilio', message)
    expect(after('twilio', start, media('outbound', '40'))).toEqual([
      { type: 'audio', bytes: Buffer.from([1, 2, 3]), speaker: 'seat', atMs: 40 },
    ])
    expect(after('twilio', start, media('elsewhere', '40'))).toEqual([])
    expect(after('twilio', start, JSON.stringify({ event: 'media' }))).toEqual([])
    expect(after('twilio', start, JSON.stringify({ event: 'stop' }))).toEqual([{ type: 'stop' }])
  })

  it('turns the tracks round where its parameters say so', () => {
    const swapped = { ...message.start, customParameters: { swap: 'true' } }
    const start = started('twilio', { ...message, start: swapped })
    expect(start.format.channels).toEqual(['seat', 'citizen'])
    expect(after('twilio', start, media('outbound', '0'))).toMatchObject([{ speaker: 'citizen' }])
  })

  it('is the inbound track alone where it names none', () => {
    const start = started('twilio', { ...message, start: { ...message.start, tracks: undefined } })
    expect(start.format.channels).toEqual(['citizen'])
  })
})

it('knows each dialect by its first message', () => {
  expect(detectStyle('{"type":"start"}')).toBe('own')
  expect(detectStyle('{"event":"connected"}')).toBe('twilio')
  expect(detectStyle('{"callid":"1"}')).toBe('mod_audio_fork')
  expect(detectStyle('anything')).toBe('mod_audio_fork')
  expect(detectStyle(new Uint8Array(320))).toBe('mod_audio_fork')
})
