import type { ClientFrame, ServerFrame } from '#shared/contract/frames.ts'

/** What a page finds as `window.seatBridge`: the same frames as on the headless host's WebSocket. */
export interface SeatBridge {
  readonly send: (frame: ClientFrame) => void
  /** The first handler opens the connection's incoming side; nothing is lost before. Returns how to stop listening. */
  readonly onFrame: (handler: (frame: ServerFrame) => void) => () => void
  /** A frame of audio as `encodeAudioFrame` writes it. */
  readonly sendAudio: (bytes: Uint8Array) => void
}

/** The only message a page sends to the main process itself: it brings the port over which all else goes. */
export const connectChannel = 'seat:connect'

/** What a page sends over its port, besides audio (bytes). */
export type PageMessage =
  | { readonly type: 'frame'; readonly frame: ClientFrame }
  /** How many frames the page took since it last said so; see `hosts/page-flow.ts`. */
  | { readonly type: 'taken'; readonly frames: number }

/** A page reports after this many frames. */
export const reportEvery = 32
