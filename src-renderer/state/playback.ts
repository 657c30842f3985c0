import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Speaker } from '#shared/domain/call.ts'
import type { SpanPlayer } from '../audio/span-player.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'

/** A stretch of a call's recording, ms since the start of the call; both channels, or one speaker's. */
export interface PlayedSpan {
  readonly callId: string
  readonly fromMs: number
  readonly toMs: number
  readonly speaker?: Speaker
}

export interface PlaybackState {
  /** What plays, or is on its way; null where nothing does. */
  readonly span: PlayedSpan | null
  readonly phase: 'idle' | 'loading' | 'playing'
  /** Where it is, ms since the start of the call. */
  readonly atMs: number
}

export type PlaybackStore = StoreApi<PlaybackState>

export interface Playback {
  /** Plays a span instead of what played before; what goes wrong becomes a notice. */
  readonly play: (span: PlayedSpan) => Promise<void>
  readonly stop: () => void
  /** Plays the span, or stops it where it is the one that plays. */
  readonly toggle: (span: PlayedSpan) => void
}

/** Played before and after the words, ms: an ear needs a moment, and an utterance is found a little late or early. */
const lead = 200
const trail = 300

const silence: PlaybackState = { span: null, phase: 'idle', atMs: 0 }

export function createPlaybackStore(): PlaybackStore {
  return createStore<PlaybackState>(() => silence)
}

/** Whether this span plays, or is on its way. */
export function isPlaying(state: PlaybackState, span: PlayedSpan | null): boolean {
  const { span: now } = state
  return (
    now !== null &&
    span !== null &&
    now.callId === span.callId &&
    now.fromMs === span.fromMs &&
    now.toMs === span.toMs &&
    now.speaker === span.speaker
  )
}

export function createPlayback(dependencies: {
  readonly connection: Pick<SeatConnection, 'call'>
  readonly store: PlaybackStore
  readonly player: SpanPlayer
  readonly fail: (error: unknown) => void
}): Playback {
  const { connection, store, player, fail } = dependencies

  function stop(): void {
    player.stop()
    store.setState(silence)
  }

  async function play(span: PlayedSpan): Promise<void> {
    player.stop()
    store.setState({ span, phase: 'loading', atMs: span.fromMs })
    // Another span was asked for while this one was fetched, or it was stopped.
    const isMine = (): boolean => store.getState().span === span
    try {
      const { wavBase64, fromMs } = await connection.call('calls.audio', {
        ...span,
        fromMs: Math.max(0, span.fromMs - lead),
        toMs: span.toMs + trail,
      })
      if (!isMine()) return
      await player.play(bytesOf(wavBase64), {
        onPosition: (ms) => {
          if (isMine()) store.setState({ atMs: fromMs + ms })
        },
        onEnded: () => {
          if (isMine()) store.setState(silence)
        },
      })
      if (isMine()) store.setState({ phase: 'playing' })
    } catch (error) {
      if (!isMine()) return
      store.setState(silence)
      fail(error)
    }
  }

  return {
    play,
    stop,
    toggle: (span) => (isPlaying(store.getState(), span) ? stop() : void play(span)),
  }
}

/** What base64 stands for. */
export function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer
}
