import * as z from 'zod'

/** One item of the scorecard (评分项). */
export const scorecardItemSchema = z.object({
  id: z.string().min(1),
  group: z.string().min(1),
  title: z.string().min(1),
  /** Where it comes from. */
  source: z.string().default(''),
  /** Full points. */
  points: z.number().positive(),
  /**
   * `rules`: full points less `deduct` for every flag of these rules. `reviewer`: a person gives them.
   * `exchange`: measured at the switch and not in one call (接通率).
   */
  by: z.enum(['rules', 'reviewer', 'exchange']),
  rules: z.array(z.string()).default([]),
  /** Points that one flag costs; all of them where it is not said. */
  deduct: z.number().positive().optional(),
  /** Kept, but not judged (停用). */
  off: z.boolean().optional(),
})
export type ScorecardItem = z.infer<typeof scorecardItemSchema>

/** Which calls are reviewed. */
export const samplingPlanSchema = z.object({
  /** Calls drawn by chance, of each seat's calls in a week; at least `leastPerWeek` of them. */
  share: z.number().min(0).max(1).default(0.03),
  leastPerWeek: z.number().int().nonnegative().default(2),
  /** So many cautions in one call bring it into the queue. */
  manyFlags: z.number().int().positive().default(3),
})
export type SamplingPlan = z.infer<typeof samplingPlanSchema>

/** Roles that a pack can let look behind the masks (脱敏). */
export const revealRoleSchema = z.enum(['reviewer', 'lead'])

/** The pack's `scorecard.yaml`: what is judged, which calls are, and by which limits. */
export const scorecardSchema = z.object({
  title: z.string().default(''),
  /** The scheme that the items follow. */
  source: z.string().default(''),
  items: z.array(scorecardItemSchema).default([]),
  sampling: samplingPlanSchema.default(() => samplingPlanSchema.parse({})),
  trial: z
    .object({
      /** A new or changed rule is silent until so many of its flags were judged… */
      verdicts: z.number().int().positive().default(20),
      /** …and the lower end of its precision's 95 % interval is at least this. */
      precision: z.number().min(0).max(1).default(0.8),
    })
    .default({ verdicts: 20, precision: 0.8 }),
  appeals: z
    .object({
      /** Days to appeal in, and to escalate in, from the verdict or the answer on. */
      days: z.number().int().positive().default(7),
    })
    .default({ days: 7 }),
  /** Whether somebody may review calls of their own; for a single machine and for training. */
  ownCalls: z.enum(['allow', 'forbid']).default('forbid'),
  /** Who may look behind the masks (脱敏), each time on record. */
  reveal: z.array(revealRoleSchema).default(['lead']),
})
export type Scorecard = z.infer<typeof scorecardSchema>
