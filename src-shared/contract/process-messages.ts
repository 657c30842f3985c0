import type { Speaker } from '../domain/call.ts'
import type { Failure } from '../base/result.ts'
import type { AudioFrame } from './audio-frame.ts'
import type { ClientFrame, ServerFrame } from './frames.ts'
import type { MediaForkView } from './views.ts'

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
  /**
   * Tries a model in a child; answered by `probed`, also by an asr whose own model failed. `installed`: the folder to look in
   * instead of that of the installed models, for one that is not in its place yet.
   */
  | {
      readonly type: 'probe'
      readonly request: string
      readonly modelId: string
      readonly installed?: string
    }
  /** Answered by `alive`: a recogniser that answers nothing hangs. */
  | { readonly type: 'ping' }

export type AsrEvent =
  | {
      readonly type: 'ready'
      readonly model: string
      readonly note: string
      /** Title of the model of the second pass (二次识别), where one is chosen and sound. */
      readonly secondPass?: string
      readonly punctuation: boolean
      /** Whether this model listens for names (热词); it read their file when it was loaded. */
      readonly takesHotWords: boolean
      /** What was chosen and cannot be used, a sentence each; speech is recognised without it. */
      readonly troubles?: readonly string[]
    }
  /** The model cannot be used; asr stays up and answers nothing else. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
  | ({ readonly type: 'partial' } & ChannelRef & Words)
  | ({ readonly type: 'final' } & ChannelRef & Words & { readonly confidence?: number } & Punctuated)
  /** The second pass of a final that was sent before: same channel, same times. */
  | ({ readonly type: 'revised' } & ChannelRef & Words & Punctuated)
  /** The second pass is left out because the machine is too busy, or has begun again. */
  | { readonly type: 'second-pass'; readonly skipping: boolean }
  | { readonly type: 'probed'; readonly request: string; readonly problem?: Failure }
  | { readonly type: 'alive' }
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

interface Punctuated {
  /** `text` with marks by the punctuation model, where one is chosen. */
  readonly punctuated?: string
  /** Places in `text` that a pause (停顿) follows; only of models that tell when each word was said. */
  readonly pausesAfter?: readonly number[]
}

/** What the host tells the core of a media fork (媒体分流); its audio goes the way of all audio. */
export type ForkEvent =
  | {
      readonly type: 'start'
      readonly forkId: string
      readonly channels: readonly Speaker[]
      readonly callerNumber?: string
      /** The number that the call's frames carry, where it was accepted before: it goes on or is over, and never begins anew. */
      readonly stream?: number
    }
  /** The switch hung up. */
  | { readonly type: 'stop'; readonly forkId: string }
  /** The connection broke without a word, or came back. */
  | { readonly type: 'lost' | 'back'; readonly forkId: string }
  /** The door itself: shown on the device page. */
  | { readonly type: 'view'; readonly view: MediaForkView }

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
  /** Audio of a device or of the switch, to be recorded; answered by `recorded`. */
  | { readonly type: 'audio'; readonly frame: AudioFrame }
  | { readonly type: 'fork'; readonly event: ForkEvent }
  | { readonly type: 'asr-down'; readonly reason: string }
  | { readonly type: 'centre'; readonly address: CentreAddress }
  | { readonly type: 'stop' }

export type CoreToHost =
  | { readonly type: 'started' }
  /** Trying again cannot help (a broken database, a broken pack): the sentence is for the person. */
  | { readonly type: 'cannot-start'; readonly message: string }
  | { readonly type: 'frame'; readonly connection: number; readonly frame: ServerFrame }
  | { readonly type: 'asr'; readonly command: AsrCommand }
  /** Another model was chosen, or other hot words: asr starts anew and hears what is not settled again. */
  | { readonly type: 'restart-asr' }
  /** Audio before this sample of the channel is safe on the disk, or will never be recorded. */
  | ({ readonly type: 'recorded'; readonly sample: number } & ChannelRef)
  /** The fork's call has begun and its frames carry `stream`; or it is refused or over, with the sentence for the switch's log. */
  | { readonly type: 'fork-accepted'; readonly forkId: string; readonly stream: number }
  | { readonly type: 'fork-refused'; readonly forkId: string; readonly message: string }
  | { readonly type: 'stopped' }

export type HostToAsr = AsrCommand | { readonly type: 'stop' }
