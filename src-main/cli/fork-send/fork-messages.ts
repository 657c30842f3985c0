import { encodeALaw, encodeMuLaw } from '#shared/audio/g711.ts'
import { createResampler } from '#shared/audio/resample.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import type { DecodedRecording } from '../../core/calls/recording/read-recording.ts'
import type { Encoding, ForkRate, ForkStyle } from '../../hosts/media-fork/fork-message.ts'

/** A message as a switch would send it, and when: milliseconds since the call began. */
export interface TimedMessage {
  readonly atMs: number
  readonly message: string | Buffer
}

export interface ForkCallPlan {
  readonly recording: DecodedRecording
  readonly style: ForkStyle
  readonly encoding: Encoding
  readonly rate: ForkRate
  readonly callId: string
  readonly callerNumber?: string
  readonly token?: string
}

/** A telephone line's packet. */
const packetMs = 20

const encodeSample: Readonly<Record<Encoding, (target: Buffer, offset: number, sample: number) => void>> = {
  l16: (target, offset, sample) => target.writeInt16LE(sample, offset),
  mulaw: (target, offset, sample) => target.writeUInt8(encodeMuLaw(sample), offset),
  alaw: (target, offset, sample) => target.writeUInt8(encodeALaw(sample), offset),
}

/** What a switch of that dialect would send for the recorded call, from its first word to its last. */
export function forkMessages(plan: ForkCallPlan): readonly TimedMessage[] {
  const channels = speakers.flatMap((speaker) => {
    const samples = plan.recording.channels[speaker]
    return samples === undefined ? [] : [{ speaker, samples: toRate(samples, plan.rate) }]
  })
  // mod_audio_fork on the citizen's leg puts the citizen first.
  const ordered = plan.style === 'mod_audio_fork' ? channels.toReversed() : channels
  const end = plan.recording.durationMs
  return [
    ...opening(
      plan,
      ordered.map(({ speaker }) => speaker),
    ),
    ...audio(plan, ordered),
    ...closing(plan, end),
  ]
}

/** What the address must say: a mod_audio_fork says nothing of its audio. */
export function forkQuery(
  plan: Pick<ForkCallPlan, 'style' | 'rate' | 'recording'>,
): Readonly<Record<string, string>> {
  if (plan.style !== 'mod_audio_fork') return {}
  const isStereo = speakers.every((speaker) => plan.recording.channels[speaker] !== undefined)
  return { style: plan.style, rate: String(plan.rate), layout: isStereo ? 'stereo' : 'mono' }
}

interface Channel {
  readonly speaker: Speaker
  readonly samples: Int16Array
}

function opening(plan: ForkCallPlan, channels: readonly Speaker[]): readonly TimedMessage[] {
  const { callId, callerNumber, token, encoding, rate } = plan
  const told = { callerNumber, token }
  switch (plan.style) {
    case 'own':
      return [text(0, { type: 'start', callId, ...told, encoding, sampleRate: rate, channels })]
    case 'mod_audio_fork':
      return [text(0, { callId, ...told })]
    case 'twilio': {
      const start = {
        callSid: callId,
        streamSid: `MZ${callId}`,
        tracks: channels.map(trackOf),
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: rate, channels: 1 },
        customParameters: told,
      }
      return [
        text(0, { event: 'connected', protocol: 'Call', version: '1.0.0' }),
        text(0, { event: 'start', sequenceNumber: '1', start, streamSid: start.streamSid }),
      ]
    }
  }
}

function closing({ style, callId }: ForkCallPlan, atMs: number): readonly TimedMessage[] {
  if (style === 'own') return [text(atMs, { type: 'stop' })]
  return style === 'twilio' ? [text(atMs, { event: 'stop', stop: { callSid: callId } })] : []
}

function audio(plan: ForkCallPlan, channels: readonly Channel[]): readonly TimedMessage[] {
  const perPacket = (plan.rate * packetMs) / 1000
  const length = Math.max(0, ...channels.map(({ samples }) => samples.length))
  const messages: TimedMessage[] = []
  for (let start = 0; start < length; start += perPacket) {
    const atMs = (start * 1000) / plan.rate
    const pieces = channels.map(({ samples }) => samples.subarray(start, start + perPacket))
    if (plan.style === 'twilio') {
      channels.forEach(({ speaker }, index) =>
        messages.push(media(atMs, speaker, encode([pieces[index] ?? new Int16Array(0)], plan.encoding))),
      )
    } else {
      messages.push({ atMs, message: encode(pieces, plan.encoding) })
    }
  }
  return messages
}

function media(atMs: number, speaker: Speaker, bytes: Buffer): TimedMessage {
  const payload = bytes.toString('base64')
  const chunk = String(atMs / packetMs + 1)
  return text(atMs, {
    event: 'media',
    media: { track: trackOf(speaker), chunk, timestamp: String(atMs), payload },
  })
}

/** On the citizen's leg, the citizen's voice comes in. */
function trackOf(speaker: Speaker): 'inbound' | 'outbound' {
  return speaker === 'citizen' ? 'inbound' : 'outbound'
}

/** Interleaves the channels. */
function encode(channels: readonly Int16Array[], encoding: Encoding): Buffer {
  const width = encoding === 'l16' ? 2 : 1
  const length = channels[0]?.length ?? 0
  const bytes = Buffer.alloc(length * channels.length * width)
  channels.forEach((samples, channel) => {
    samples.forEach((sample, index) =>
      encodeSample[encoding](bytes, (index * channels.length + channel) * width, sample),
    )
  })
  return bytes
}

function toRate(samples: Int16Array, rate: ForkRate): Int16Array {
  const resampler = createResampler(sampleRate, rate)
  const all = [...resampler.push(Float32Array.from(samples)), ...resampler.flush()]
  return Int16Array.from(all, (sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample))))
}

function text(atMs: number, value: object): TimedMessage {
  return { atMs, message: JSON.stringify(value) }
}
