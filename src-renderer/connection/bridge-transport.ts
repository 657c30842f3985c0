import type { ClientFrame } from '#shared/contract/frames.ts'
import type { Transport } from './transport.ts'

/** What the preload script puts on `window.seatBridge`. */
export interface SeatBridge {
  send(frame: ClientFrame): void
  /** Returns the function that stops listening. */
  onFrame(handler: (frame: unknown) => void): () => void
  sendAudio(bytes: Uint8Array): void
}

/** Frames through the desktop shell. The shell lives as long as the page, so the state is always open. */
export function bridgeTransport(bridge: SeatBridge): Transport {
  let stop: (() => void) | undefined
  return {
    state: 'open',
    onState: () => undefined,
    onFrame: (handler) => {
      stop = bridge.onFrame(handler)
    },
    send: (frame) => bridge.send(frame),
    sendAudio: (bytes) => bridge.sendAudio(bytes),
    close: () => stop?.(),
  }
}
