import * as z from 'zod'
import { rulebookChangeSchema, rulebookRevisionSchema } from '../domain/review/rulebook.ts'

/** The central API's part for changed wording rules and scorecards (规则、评分表). */

export const rulebookPaths = { revisions: '/v1/rulebook/revisions' } as const

/** `position` of the last one read; the next page begins after it. */
export const revisionPageSchema = z.object({ revisions: z.array(rulebookRevisionSchema) })

export const revisionOrderSchema = z.object({
  /** The version that was changed; 0 for the pack's. */
  base: z.number().int().nonnegative(),
  note: z.string().max(500),
  change: rulebookChangeSchema,
})
export type RevisionOrder = z.infer<typeof revisionOrderSchema>
