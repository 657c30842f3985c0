import { createStore, type StoreApi } from 'zustand/vanilla'

/** A piece of the recording, ms since the start of the call. */
export interface SoundPiece {
  readonly wav: ArrayBuffer
  readonly fromMs: number
}

/** What makes a piece sound (`element-sound.ts`). */
export interface Sound {
  /** Sounds a WAV from `atMs` in it, instead of what sounded before; rejects where it cannot. */
  readonly play: (wav: ArrayBuffer, atMs: number, rate: number, on: SoundListeners) => Promise<void>
  readonly stop: () => void
  readonly setRate: (rate: number) => void
  readonly dispose: () => void
}

export interface SoundListeners {
  /** Ms since the start of the WAV. */
  readonly onPosition: (ms: number) => void
  readonly onEnded: () => void
}

export const rates = [0.5, 0.75, 1, 1.25, 1.5, 2] as const

export interface PlayerState {
  readonly phase: 'idle' | 'loading' | 'playing'
  /** Ms since the start of the call. */
  readonly atMs: number
  readonly rate: number
  /** Where it stops by itself. */
  readonly untilMs: number | null
}

export interface ReviewPlayer {
  readonly store: StoreApi<PlayerState>
  /** From where it is, to the end. */
  readonly play: () => void
  readonly pause: () => void
  readonly toggle: () => void
  /** Goes there; goes on playing if it did. */
  readonly seek: (ms: number) => void
  readonly playSpan: (fromMs: number, toMs: number) => void
  /** The next speed of {@link rates} up (1) or down (-1). */
  readonly changeRate: (step: 1 | -1) => void
  readonly dispose: () => void
}

/** Fetched and decoded at once, ms: short enough to be there soon, long enough that seams are rare. */
export const pieceMs = 60_000

/** Plays a call's recording piece by piece; what was fetched is kept while the call is open. */
export function createReviewPlayer(dependencies: {
  readonly durationMs: number
  readonly fetchPiece: (fromMs: number, toMs: number) => Promise<SoundPiece>
  readonly sound: Sound
  readonly fail: (error: unknown) => void
}): ReviewPlayer {
  const { durationMs, fetchPiece, sound, fail } = dependencies
  const store = createStore<PlayerState>(() => ({ phase: 'idle', atMs: 0, rate: 1, untilMs: null }))
  const pieces = new Map<number, Promise<SoundPiece>>()
  // What was asked for last is what sounds; whatever comes later of what was asked before is not.
  let asked = 0

  const within = (ms: number): number => Math.min(Math.max(0, ms), durationMs)

  async function pieceAt(index: number): Promise<SoundPiece> {
    const known = pieces.get(index)
    if (known !== undefined) return known
    const from = index * pieceMs
    const piece = fetchPiece(from, Math.min(from + pieceMs, durationMs))
    pieces.set(index, piece)
    piece.catch(() => pieces.delete(index))
    return piece
  }

  function pause(): void {
    asked += 1
    sound.stop()
    store.setState({ phase: 'idle', untilMs: null })
  }

  async function begin(fromMs: number, untilMs: number | null): Promise<void> {
    const mine = ++asked
    sound.stop()
    const atMs = within(fromMs)
    const end = untilMs ?? durationMs
    store.setState({ phase: 'loading', atMs, untilMs })
    const index = Math.floor(atMs / pieceMs)
    try {
      const piece = await pieceAt(index)
      if (mine !== asked) return
      await sound.play(piece.wav, Math.max(0, atMs - piece.fromMs), store.getState().rate, {
        onPosition: (ms) => {
          if (mine !== asked) return
          const now = piece.fromMs + ms
          store.setState({ atMs: within(now) })
          if (now >= end) pause()
        },
        onEnded: () => {
          if (mine !== asked) return
          const next = (index + 1) * pieceMs
          if (next < end) void begin(next, untilMs)
          else pause()
        },
      })
      if (mine === asked) store.setState({ phase: 'playing' })
    } catch (error) {
      if (mine !== asked) return
      pause()
      fail(error)
    }
  }

  function play(): void {
    const { atMs } = store.getState()
    void begin(atMs >= durationMs ? 0 : atMs, null)
  }

  return {
    store,
    play,
    pause,
    toggle: () => (store.getState().phase === 'idle' ? play() : pause()),
    seek: (ms) => {
      if (store.getState().phase === 'idle') store.setState({ atMs: within(ms) })
      else void begin(ms, null)
    },
    playSpan: (fromMs, toMs) => void begin(fromMs, within(toMs)),
    changeRate: (step) => {
      const now = rates.findIndex((rate) => rate === store.getState().rate)
      const rate = rates[Math.min(rates.length - 1, Math.max(0, now + step))] ?? 1
      store.setState({ rate })
      sound.setRate(rate)
    },
    dispose: () => {
      asked += 1
      sound.dispose()
    },
  }
}
