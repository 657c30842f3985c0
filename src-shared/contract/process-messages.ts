import type { Speaker } from '../domain/call.ts'
import type { AudioFrame } from './audio-frame.ts'
import type { ClientFrame, ServerFrame } from './frames.ts'

/**
 * What the processes of one client say to each other. The host stands in the middle: it starts core and asr, restarts them,
 * and passes audio straight to asr, so that the death of one costs the other nothing.
 */

/** One channel of one call in the recogniser. Times of its events are ms since the start of the call. */
interface ChannelRef {
  readonly stream: number
  readonly speaker: Speaker
}

export type AsrCommand =
  | { readonly type: 'audio'; readonly frame: AudioFrame }
  /** No more audio comes: finish the last words, then answer `closed`. */
  | ({ readonly type: 'close' } & ChannelRef)

export type AsrEvent =
  | { readonly type: 'ready'; readonly model: string; readonly note: string }
  /** The model cannot be used; asr stays up and answers nothing else. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
  | ({ readonly type: 'partial' } & ChannelRef & Words)
  | ({ readonly type: 'final' } & ChannelRef & Words & { readonly confidence?: number })
  /** Audio up to this sample is decoded; nothing before `settledSample` is needed again after a restart. */
  | ({
      readonly type: 'progress'
      readonly decodedSample: number
      readonly settledSample: number
    } & ChannelRef)
  | ({ readonly type: 'closed' } & ChannelRef)

interface Words {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

/** How the core reaches the central API. */
export interface CentreAddress {
  readonly url: string
  readonly token: string
}

export type HostToCore =
  | { readonly type: 'connected'; readonly connection: number }
  | { readonly type: 'disconnected'; readonly connection: number }
  /** The connection's outgoing buffer is full, or has room again. */
  | { readonly type: 'congested'; readonly connection: number; readonly congested: boolean }
  | { readonly type: 'frame'; readonly connection: number; readonly frame: ClientFrame }
  | { readonly type: 'asr'; readonly event: AsrEvent }
  | { readonly type: 'asr-down'; readonly reason: string }
  | { readonly type: 'centre'; readonly address: CentreAddress }
  | { readonly type: 'stop' }

export type CoreToHost =
  | { readonly type: 'started' }
  /** Trying again cannot help (a broken database, a broken pack): the sentence is for the person. */
  | { readonly type: 'cannot-start'; readonly message: string }
  | { readonly type: 'frame'; readonly connection: number; readonly frame: ServerFrame }
  | { readonly type: 'asr'; readonly command: AsrCommand }
  | { readonly type: 'stopped' }

export type HostToAsr = AsrCommand | { readonly type: 'stop' }
