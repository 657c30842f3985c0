import * as z from 'zod'

/** A wording rule's finding on one seat turn. `turn` is the 0-based index in the call. */
export const wordingFlagSchema = z.object({
  turn: z.number().int().nonnegative(),
  rule: z.string(),
  quote: z.string(),
  severity: z.enum(['info', 'caution', 'serious']),
  /** Why, in one Chinese sentence. */
  why: z.string(),
  /** What to say instead; empty where nothing helps. */
  rewrite: z.string(),
  /** The norm's clause, where the pack names one. */
  clause: z.string().optional(),
})
export type WordingFlag = z.infer<typeof wordingFlagSchema>
