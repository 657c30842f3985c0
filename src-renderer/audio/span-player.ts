/** Plays one piece of sound at a time on the system's default output. */
export interface SpanPlayer {
  /**
   * Plays a WAV from its start, instead of what played before; resolves once it sounds. `onPosition` hears ms since its start,
   * `onEnded` that it came to its end by itself. Rejects where the sound cannot be decoded or no output can be had.
   */
  readonly play: (wav: ArrayBuffer, on: SpanListeners) => Promise<void>
  /** Stops what plays, or is about to. */
  readonly stop: () => void
}

export interface SpanListeners {
  readonly onPosition: (ms: number) => void
  readonly onEnded: () => void
}
