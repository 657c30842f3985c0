import type { ClientFrame } from '#shared/contract/frames.ts'

/** `refused`: the host does not let this page in (its cookie is of an earlier start); trying again does not help. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused'

/** Carries frames between this page and the core; one connection at a time, opened again by the transport itself. */
export interface Transport {
  readonly state: ConnectionState
  onState(handler: (state: ConnectionState) => void): void
  onFrame(handler: (frame: unknown) => void): void
  send(frame: ClientFrame): void
  sendAudio(bytes: Uint8Array): void
  close(): void
}
