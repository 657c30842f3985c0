import * as z from 'zod'

const words = z.string().trim().min(1).max(500)
const severity = z.enum(['info', 'caution', 'serious'])

/** Judges a flag: right, wrong, or right under another rule. The reason is always given. */
export const verdictSchema = z.object({
  kind: z.literal('verdict'),
  flagId: z.string(),
  decision: z.enum(['confirm', 'dismiss', 'change']),
  /** The rule that it should have been; with `change` only. */
  toRule: z.string().optional(),
  reason: words,
})

/** A lapse that no rule found: words of a turn, marked from character `from` to before `to`. */
export const addedFlagSchema = z.object({
  kind: z.literal('flag-added'),
  turn: z.number().int().nonnegative(),
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
  rule: z.string().min(1),
  severity,
  reason: words,
})

/** Points of one item of the scorecard, given by a reviewer. */
export const itemScoreSchema = z.object({
  item: z.string(),
  points: z.number().nonnegative(),
  note: z.string().trim().max(200).optional(),
})
export type ItemScore = z.infer<typeof itemScoreSchema>

const bodySchema = z.discriminatedUnion('kind', [
  verdictSchema,
  addedFlagSchema,
  z.object({
    kind: z.literal('scored'),
    items: z.array(itemScoreSchema),
    comment: z.string().trim().max(1000).optional(),
  }),
  /** 复核完成. */
  z.object({ kind: z.literal('finished') }),
  /** 校准: a second reviewer judges the same call without seeing what the first one judged. */
  z.object({ kind: z.literal('calibration-opened') }),
  /** 申诉 by the seat. */
  z.object({ kind: z.literal('appealed'), flagId: z.string(), text: words }),
  /** The answer to an appeal; the second one, by another reviewer, is final. */
  z.object({
    kind: z.literal('appeal-decided'),
    flagId: z.string(),
    outcome: z.enum(['accepted', 'rejected']),
    reason: words,
  }),
  /** The seat does not accept the answer: another reviewer decides. */
  z.object({ kind: z.literal('escalated'), flagId: z.string(), text: words }),
  /** Somebody looked at personal data that is masked otherwise. */
  z.object({ kind: z.literal('revealed'), reason: words }),
])
export type ReviewAct = z.infer<typeof bodySchema>

/** One thing that was done in a review: kept for good, never changed. All that is shown is worked out from these. */
export const reviewEventSchema = z.object({
  /** A uuidv7: also the order of events of one client. */
  id: z.uuid(),
  callId: z.string(),
  /** ISO time. */
  at: z.string(),
  /** Staff number. */
  actor: z.string(),
  act: bodySchema,
})
export type ReviewEvent = z.infer<typeof reviewEventSchema>
