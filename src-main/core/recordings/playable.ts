import { FailureError } from '#shared/base/result.ts'
import { callAudioText } from '#shared/catalogue/call-audio.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { longestSpanMs, type ProcedureArguments, type ProcedureOutput } from '#shared/contract/contract.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import { decodeSpan, endOf } from './decode-span.ts'
import type { Packet } from './packet.ts'
import { encodeWav } from './wav.ts'

/** A call's channels by sample of the call. */
export interface Playable {
  readonly length: number
  readonly channel: (speaker: Speaker, from: number, to: number) => Promise<Int16Array>
}

export function playablePackets(packets: readonly Packet[]): Playable {
  return {
    length: endOf(packets),
    channel: (speaker, from, to) => decodeSpan(packets, speaker, from, to),
  }
}

/** A stretch as a WAV; a FailureError where it is too long (`span-too-long`) or beyond the end (`no-audio`). */
export async function wavSpan(
  playable: Playable,
  { fromMs, toMs, speaker }: Omit<ProcedureArguments<'calls.audio'>, 'callId'>,
): Promise<ProcedureOutput<'calls.audio'>> {
  refuseTooLong(fromMs, toMs)
  const from = sampleAt(fromMs)
  const to = Math.min(sampleAt(toMs), playable.length)
  if (to <= from) throw new FailureError('no-audio', callAudioText.spanEmpty)
  const channels = await Promise.all(
    (speaker === undefined ? speakers : [speaker]).map((one) => playable.channel(one, from, to)),
  )
  return { wavBase64: encodeWav(channels).toString('base64'), fromMs: msAt(from), toMs: msAt(to) }
}

/** Before anything is read for it. */
export function refuseTooLong(fromMs: number, toMs: number): void {
  if (toMs - fromMs <= longestSpanMs) return
  throw new FailureError('span-too-long', callAudioText.spanTooLong(longestSpanMs / 1000))
}

function sampleAt(ms: number): number {
  return Math.round((ms * sampleRate) / 1000)
}

function msAt(sample: number): number {
  return (sample * 1000) / sampleRate
}
