import type { ForkMessage, ForkStart, ForkStyle, Incoming } from './fork-message.ts'
import {
  lookupIn,
  otherSpeaker,
  readCallerNumber,
  readEncoding,
  readRate,
  readSpeaker,
  readStart,
  textOf,
} from './read-start.ts'

type Words = Readonly<Record<string, unknown>>

/** What is known of a connection besides the message itself. */
export interface Reading {
  /** The query of the address that the switch connected to. */
  readonly query: Words
  /** What the connection began with, once it has. */
  readonly start: ForkStart | undefined
  /** Names a call that the switch did not name. */
  readonly fallbackCallId: string
}

/** The dialect of a connection by its first message: only ours has a `type` and only Twilio's an `event`. */
export function detectStyle(first: Incoming): ForkStyle {
  const words = typeof first === 'string' ? parseWords(first) : undefined
  if (words?.['type'] === 'start') return 'own'
  return words !== undefined && 'event' in words ? 'twilio' : 'mod_audio_fork'
}

/** Reads one message in a dialect. What a dialect knows and we have no use for (keys, marks) gives nothing. */
export function readMessage(style: ForkStyle, message: Incoming, reading: Reading): readonly ForkMessage[] {
  return readers[style](message, reading)
}

const readers: Readonly<Record<ForkStyle, (message: Incoming, reading: Reading) => readonly ForkMessage[]>> =
  { own: readOwn, mod_audio_fork: readModAudioFork, twilio: readTwilio }

function readOwn(message: Incoming, { query, start }: Reading): readonly ForkMessage[] {
  if (typeof message !== 'string') {
    return [start !== undefined ? { type: 'audio', bytes: message } : { type: 'bad', problem: 'no-start' }]
  }
  const words = parseWords(message) ?? {}
  switch (words['type']) {
    case 'start':
      if (start !== undefined) return [{ type: 'bad', problem: 'second-start' }]
      return [readStart(lookupIn(words, query), { stereo: ['seat', 'citizen'] })]
    case 'metadata':
      return callerOf(words)
    case 'gap': {
      const ms = Number.parseFloat(textOf(words['ms']))
      return start !== undefined && ms > 0 ? [{ type: 'gap', ms }] : []
    }
    case 'stop':
      return [{ type: 'stop' }]
    case 'ping':
      return [{ type: 'ping' }]
    default:
      return []
  }
}

/**
 * mod_audio_fork: text that the dial plan chose (`metadata`) first, or none; then 16-bit audio in binary messages. It says
 * neither rate nor layout, so they stand in the address. An empty binary message is its last word.
 * The fork hangs on the citizen's leg: what is read there comes first.
 */
function readModAudioFork(message: Incoming, reading: Reading): readonly ForkMessage[] {
  const words = typeof message === 'string' ? (parseWords(message) ?? {}) : {}
  if (reading.start !== undefined) {
    if (typeof message === 'string') return callerOf(words)
    return message.length === 0 ? [{ type: 'stop' }] : [{ type: 'audio', bytes: message }]
  }
  const start = readStart(lookupIn(words, reading.query), {
    encoding: 'l16',
    stereo: ['citizen', 'seat'],
    mono: 'citizen',
    callId: reading.fallbackCallId,
  })
  const audio = typeof message !== 'string' && message.length > 0 && start.type === 'start'
  return audio ? [start, { type: 'audio', bytes: message }] : [start]
}

/** Twilio's media streams: all is JSON, each piece of audio names its track and its time since the stream's start. */
function readTwilio(message: Incoming, { query, start }: Reading): readonly ForkMessage[] {
  const words = typeof message === 'string' ? (parseWords(message) ?? {}) : {}
  switch (words['event']) {
    case 'start':
      if (start !== undefined) return [{ type: 'bad', problem: 'second-start' }]
      return [twilioStart(child(words, 'start'), query)]
    case 'media':
      if (start === undefined) return [{ type: 'bad', problem: 'no-start' }]
      return twilioMedia(child(words, 'media'), start)
    case 'stop':
      return [{ type: 'stop' }]
    default:
      return []
  }
}

function twilioStart(start: Words, query: Words): ForkMessage {
  const parameters = child(start, 'customParameters')
  const format = child(start, 'mediaFormat')
  const tracks = Array.isArray(start['tracks']) ? start['tracks'] : ['inbound']
  const read = readStart(
    lookupIn({ tracks }, parameters, query, {
      callId: start['callSid'] ?? start['streamSid'],
      encoding: readEncoding(format['encoding']),
      rate: readRate(format['sampleRate']),
    }),
    { stereo: ['citizen', 'seat'], mono: 'citizen' },
  )
  return read.type === 'start'
    ? { ...read, start: { ...read.start, format: { ...read.start.format, interleaved: false } } }
    : read
}

function twilioMedia(media: Words, { format }: ForkStart): readonly ForkMessage[] {
  const track = readSpeaker(media['track'] ?? 'inbound')
  if (track === undefined || typeof media['payload'] !== 'string') return []
  const bytes = Buffer.from(media['payload'], 'base64')
  const atMs = Number.parseFloat(textOf(media['timestamp']))
  const speaker = format.swapped ? otherSpeaker(track) : track
  return [{ type: 'audio', bytes, speaker, ...(Number.isFinite(atMs) && atMs >= 0 ? { atMs } : {}) }]
}

function callerOf(words: Words): readonly ForkMessage[] {
  const callerNumber = readCallerNumber(lookupIn(words))
  return callerNumber === undefined ? [] : [{ type: 'caller', callerNumber }]
}

function child(words: Words, name: string): Words {
  const value = words[name]
  return isWords(value) ? value : {}
}

/** The object in a text message; undefined where there is none. */
function parseWords(text: string): Words | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isWords(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
