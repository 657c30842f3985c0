import type { ClientFrame, ServerFrame } from '#shared/contract/frames.ts'

/** What a page finds as `window.seatBridge`: the same frames as on the headless host's WebSocket. */
export interface SeatBridge {
  readonly send: (frame: ClientFrame) => void
  /** The first handler opens the connection's incoming side; nothing is lost before. Returns how to stop listening. */
  readonly onFrame: (handler: (frame: ServerFrame) => void) => () => void
  /** A frame of audio as `encodeAudioFrame` writes it. */
  readonly sendAudio: (bytes: Uint8Array) => void
  /** Saves a page (HTML without script or anything from outside) as PDF, to a file that the person names. */
  readonly savePdf: (order: SavePdfOrder) => Promise<SavePdfOutcome>
}

export interface SavePdfOrder {
  /** What the person is offered as a name. */
  readonly fileName: string
  readonly html: string
}

export type SavePdfOutcome = 'saved' | 'cancelled' | 'failed'

export const savePdfChannel = 'seat:save-pdf'

/** Brings the port over which all goes that is in the contract. */
export const connectChannel = 'seat:connect'

/** What a page sends over its port, besides audio (bytes). */
export type PageMessage =
  | { readonly type: 'frame'; readonly frame: ClientFrame }
  /** How many frames the page took since it last said so; see `hosts/page-flow.ts`. */
  | { readonly type: 'taken'; readonly frames: number }

/** A page reports after this many frames. */
export const reportEvery = 32
