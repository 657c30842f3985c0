import * as z from 'zod'
import { decodeAudioFrame, type AudioFrame } from '#shared/contract/audio-frame.ts'
import { clientFrameSchema, type ClientFrame } from '#shared/contract/frames.ts'

const pageMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('frame'), frame: clientFrameSchema }),
  z.object({ type: z.literal('taken'), frames: z.number().int().positive() }),
])

export type ReadPageMessage =
  | { readonly type: 'frame'; readonly frame: ClientFrame }
  | { readonly type: 'taken'; readonly frames: number }
  | { readonly type: 'audio'; readonly frame: AudioFrame }

/** Reads what came over a page's port; undefined for what no page of ours sends. */
export function readPageMessage(data: unknown): ReadPageMessage | undefined {
  if (data instanceof Uint8Array) {
    const frame = decodeAudioFrame(data)
    return frame.ok ? { type: 'audio', frame: frame.value } : undefined
  }
  return pageMessageSchema.safeParse(data).data
}
