import type { ClientFrame } from '#shared/contract/frames.ts'
import type { Transport } from './transport.ts'

/** What the preload script puts on `window.seatBridge`. */
export interface SeatBridge {
  send(frame: ClientFrame): void
  /** Returns the function that stops listening. */
  onFrame(handler: (frame: unknown) => void): () => void
  sendAudio(bytes: Uint8Array): void
  savePdf(order: { readonly fileName: string; readonly html: string }): Promise<SavePdfOutcome>
}

export type SavePdfOutcome = 'saved' | 'cancelled' | 'failed'

/** Frames through the desktop shell. The shell lives as long as the page, so the state is always open. */
export function bridgeTransport(bridge: Omit<SeatBridge, 'savePdf'>): Transport {
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
