import * as z from 'zod'

/** What crosses a connection between a client and the core, whatever carries it. */

export const clientFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.number().int(), name: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.number().int() }),
])
export type ClientFrame = z.infer<typeof clientFrameSchema>

export const failureSchema = z.object({ code: z.string(), message: z.string() })

export const serverFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id: z.number().int(), output: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.number().int(), error: failureSchema }),
  z.object({ type: z.literal('event'), name: z.string(), data: z.unknown() }),
])
export type ServerFrame = z.infer<typeof serverFrameSchema>
