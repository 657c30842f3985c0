import * as z from 'zod'
import { parseJson } from '../../base/parse-json.ts'
import { failure, success, type Result } from '../../base/result.ts'
import { knowledgeText } from '../../catalogue/knowledge.ts'
import { deedSchema, entryContentSchema, entryIdSchema } from './entry.ts'

/** What a published increment (增量) does: an answer to use from now on, or one to use no longer. */
const changeSchema = z.discriminatedUnion('kind', [
  deedSchema.extend({
    kind: z.literal('put'),
    entryId: entryIdSchema,
    version: z.number().int().positive(),
    content: entryContentSchema,
  }),
  deedSchema.extend({
    kind: z.literal('remove'),
    entryId: entryIdSchema,
    version: z.number().int().positive(),
  }),
])
export type PublishedChange = z.infer<typeof changeSchema>

/**
 * A change on its way to the seats. `sequence` counts from 1 without gaps, `previous` is the digest of the one before (of
 * nothing: 64 zeros), `signature` is Ed25519 over {@link signedText}. `body` is the change as text, so that what is checked is
 * what was signed, whatever a newer centre writes into it.
 */
export const incrementSchema = z.object({
  sequence: z.number().int().positive(),
  previous: z.string().regex(/^[0-9a-f]{64}$/),
  body: z.string(),
  signature: z.base64(),
})
export type Increment = z.infer<typeof incrementSchema>

/** How far a seat has come: the last increment it has, and that one's digest. */
export const feedPositionSchema = z.object({ sequence: z.number().int().nonnegative(), digest: z.string() })
export type FeedPosition = z.infer<typeof feedPositionSchema>

export const feedStart: FeedPosition = { sequence: 0, digest: '0'.repeat(64) }

export interface IncrementChecks {
  /** SHA-256 in hex. */
  readonly digest: (text: string) => string
  readonly isSigned: (text: string, signature: string) => boolean
}

/** The text that is signed and digested. */
export function signedText({ sequence, previous, body }: Omit<Increment, 'signature'>): string {
  return `${String(sequence)}\n${previous}\n${body}`
}

/**
 * Reads the increments that follow `position`, in their order. Fails, taking none of them, with `increment-order` (a gap, a
 * repetition, or another history), `increment-forged` (not signed by the centre) or `increment-unreadable`.
 */
export function readIncrements(
  position: FeedPosition,
  increments: readonly Increment[],
  checks: IncrementChecks,
): Result<{ readonly changes: readonly PublishedChange[]; readonly position: FeedPosition }> {
  const changes: PublishedChange[] = []
  let { sequence, digest } = position
  for (const increment of increments) {
    if (increment.sequence !== sequence + 1 || increment.previous !== digest) {
      return failure('increment-order', knowledgeText.incrementOrder(sequence + 1))
    }
    const text = signedText(increment)
    if (!checks.isSigned(text, increment.signature)) {
      return failure('increment-forged', knowledgeText.incrementForged(increment.sequence))
    }
    const change = changeSchema.safeParse(parseJson(increment.body))
    if (!change.success)
      return failure('increment-unreadable', knowledgeText.incrementUnreadable(increment.sequence))
    changes.push(change.data)
    sequence = increment.sequence
    digest = checks.digest(text)
  }
  return success({ changes, position: { sequence, digest } })
}
