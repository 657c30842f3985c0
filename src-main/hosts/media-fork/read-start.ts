import type { Speaker } from '#shared/domain/call.ts'
import {
  forkRates,
  type Encoding,
  type ForkFormat,
  type ForkMessage,
  type ForkProblem,
} from './fork-message.ts'

/** Looks a value up by any of its names. */
export type Lookup = (...names: readonly string[]) => unknown

/** What a dialect takes for granted. */
export interface StartRules {
  readonly encoding?: Encoding
  /** The order of two interleaved channels. */
  readonly stereo: readonly [Speaker, Speaker]
  /** Who speaks on a single channel; absent where the sender must say it. */
  readonly mono?: Speaker
  /** Used where the sender names no call. */
  readonly callId?: string
}

const longestCallId = 128
const namesOfEncodings: ReadonlyMap<string, Encoding> = new Map([
  ['l16', 'l16'],
  ['linear16', 'l16'],
  ['audio/l16', 'l16'],
  ['audio/x-l16', 'l16'],
  ['mulaw', 'mulaw'],
  ['ulaw', 'mulaw'],
  ['pcmu', 'mulaw'],
  ['audio/x-mulaw', 'mulaw'],
  ['alaw', 'alaw'],
  ['pcma', 'alaw'],
  ['audio/x-alaw', 'alaw'],
])
const namesOfSpeakers: ReadonlyMap<string, Speaker> = new Map([
  ['seat', 'seat'],
  ['outbound', 'seat'],
  ['citizen', 'citizen'],
  ['inbound', 'citizen'],
])

/** The first of the objects that has the name wins. */
export function lookupIn(...objects: readonly Readonly<Record<string, unknown>>[]): Lookup {
  return (...names) => {
    for (const object of objects) {
      for (const name of names) {
        if (Object.hasOwn(object, name) && object[name] !== null && object[name] !== '') return object[name]
      }
    }
    return undefined
  }
}

/** Reads the start of a connection; `bad` where it does not say what cannot be guessed. */
export function readStart(look: Lookup, rules: StartRules): ForkMessage {
  const callId = look('callId', 'callid', 'call_id', 'call_uuid', 'uuid') ?? rules.callId
  if (typeof callId !== 'string' || callId.length > longestCallId) return bad('no-call-id')
  const encoding = readEncoding(look('encoding')) ?? (look('encoding') === undefined && rules.encoding)
  if (encoding === undefined || encoding === false) return bad('encoding')
  const sampleRate = readRate(look('sampleRate', 'sample_rate', 'samplingRate', 'rate'))
  if (sampleRate === undefined) return bad('sample-rate')
  const layout = readLayout(look, rules)
  if (layout === undefined) return bad('layout')
  const callerNumber = readCallerNumber(look)
  const token = look('token')
  return {
    type: 'start',
    start: {
      callId,
      format: { encoding, sampleRate, interleaved: true, ...layout },
      ...(callerNumber === undefined ? {} : { callerNumber }),
    },
    ...(typeof token === 'string' ? { token } : {}),
  }
}

/** The call-in number in the forms that switches write it (`sip:13…@host`, `+86 13…`); undefined for a withheld one. */
export function readCallerNumber(look: Lookup): string | undefined {
  const written = look('callerNumber', 'caller_number', 'caller_id_number', 'caller', 'from', 'ani')
  if (typeof written !== 'string') return undefined
  const number = written
    .replace(/^(?:sips?|tel):/iu, '')
    .replace(/[@;].*$/u, '')
    .replace(/[\s()]/gu, '')
  return /^\+?[\d-]{3,19}$/u.test(number) ? number : undefined
}

export function readEncoding(written: unknown): Encoding | undefined {
  return namesOfEncodings.get(textOf(written).toLowerCase())
}

export function readSpeaker(written: unknown): Speaker | undefined {
  return namesOfSpeakers.get(textOf(written).toLowerCase())
}

/** `8000`, `"8000"` or, as FreeSWITCH writes it, `"8k"`. */
export function readRate(written: unknown): ForkFormat['sampleRate'] | undefined {
  const number = Number(textOf(written).replace(/k$/iu, '000'))
  return forkRates.find((rate) => rate === number)
}

/** A word, a number or a flag as text; empty for what is neither, which `String` would try to convert by the sender's own fields. */
export function textOf(written: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof written) ? String(written) : ''
}

export function otherSpeaker(speaker: Speaker): Speaker {
  return speaker === 'seat' ? 'citizen' : 'seat'
}

function readLayout(
  look: Lookup,
  rules: StartRules,
): Pick<ForkFormat, 'channels' | 'mixed' | 'swapped'> | undefined {
  const layout = textOf(look('layout', 'mixType', 'mix_type')).toLowerCase()
  const named = readChannels(look('channels', 'tracks') ?? look('channel', 'track'))
  const mixed = layout === 'mixed'
  const channels = named ?? (layout === 'stereo' ? rules.stereo : readMono(layout, rules))
  if (channels === undefined || (mixed && channels.length > 1)) return undefined
  const swapped = ['1', 'true'].includes(textOf(look('swap')))
  return { channels: swapped ? channels.map(otherSpeaker) : channels, mixed, swapped }
}

function readMono(layout: string, { mono }: StartRules): readonly Speaker[] | undefined {
  if (layout === 'mixed') return ['citizen']
  return layout === 'mono' && mono !== undefined ? [mono] : undefined
}

/** One or two different speakers, as a list or as words with commas; undefined for anything else. */
function readChannels(written: unknown): readonly Speaker[] | undefined {
  const words: readonly unknown[] = typeof written === 'string' ? written.split(',') : asList(written)
  const found = words.map(readSpeaker).filter((speaker) => speaker !== undefined)
  const sound = found.length === words.length && found.length <= 2 && new Set(found).size === found.length
  return sound && found.length > 0 ? found : undefined
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function bad(problem: ForkProblem): ForkMessage {
  return { type: 'bad', problem }
}
