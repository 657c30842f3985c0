import type { Speaker } from '#shared/domain/call.ts'

/** Where the audio of a call comes from. */
export interface AudioSource {
  /** The channels that must end before the call has. */
  readonly channels: readonly Speaker[]
  /** Frames will carry this number; nothing is sent before `play`. `onEnd`: there is no more audio. */
  load(options: { readonly stream: number; readonly fromSample: number; readonly onEnd: () => void }): void
  /** Begins; a second call does nothing. */
  play(): void
  /** The recogniser decoded a channel up to that sample. */
  consumed(speaker: Speaker, sample: number): void
  /** No more audio is wanted. */
  stop(): void
}

/** Audio that a page captures or the switch sends: it reaches the host by itself, and core only follows its words. */
export function arrivingSource(
  channels: readonly Speaker[],
  stop: () => void = () => undefined,
): AudioSource {
  return {
    channels,
    load: () => undefined,
    play: () => undefined,
    consumed: () => undefined,
    stop,
  }
}
