import type { mediaForkText } from '#shared/catalogue/media-fork.ts'
import type { Speaker } from '#shared/domain/call.ts'

/** What a switch says over a media fork (媒体分流), whatever its dialect; docs/media-fork.md describes each. */

/** Dialects: our own, FreeSWITCH's mod_audio_fork and its kin, and Twilio's media streams. */
export const forkStyles = ['own', 'mod_audio_fork', 'twilio'] as const
export type ForkStyle = (typeof forkStyles)[number]

/** 16-bit linear (little-endian), or one of the two codes of G.711. */
export const encodings = ['l16', 'mulaw', 'alaw'] as const
export type Encoding = (typeof encodings)[number]

export const forkRates = [8_000, 16_000] as const
export type ForkRate = (typeof forkRates)[number]

export interface ForkFormat {
  readonly encoding: Encoding
  readonly sampleRate: ForkRate
  /** Who speaks; in the order of the samples where they are interleaved. */
  readonly channels: readonly Speaker[]
  /** False where each piece of audio names its channel. */
  readonly interleaved: boolean
  /** One channel with both voices in it. */
  readonly mixed: boolean
  /** The fork hangs on the seat's leg: what comes in there is the seat's voice. */
  readonly swapped: boolean
}

export interface ForkStart {
  readonly callId: string
  readonly callerNumber?: string
  readonly format: ForkFormat
}

export type ForkProblem = keyof typeof mediaForkText.problems

export type ForkMessage =
  | { readonly type: 'start'; readonly start: ForkStart; readonly token?: string }
  /** The call-in number, told after the start. */
  | { readonly type: 'caller'; readonly callerNumber: string }
  /** `speaker` where the format is not interleaved; `atMs` since the connection's start, where the sender says it. */
  | { readonly type: 'audio'; readonly bytes: Uint8Array; readonly speaker?: Speaker; readonly atMs?: number }
  /** So much audio was left out. */
  | { readonly type: 'gap'; readonly ms: number }
  | { readonly type: 'stop' }
  | { readonly type: 'ping' }
  | { readonly type: 'bad'; readonly problem: ForkProblem }

/** A WebSocket message as it came. */
export type Incoming = string | Uint8Array
