import * as z from 'zod'
import { speakerSchema } from '../domain/call.ts'
import { ruleEntriesSchema, scorecardItemsSchema } from '../domain/review/rulebook.ts'
import { ruleStandingSchema, severitySchema, standingSchema } from './review-views.ts'

/** What the trainer's desk for rules and scorecard (规范) shows. */

/** Of a rule: in use, on trial (试运行), switched off (停用), or removed (已删除); what is removed can be put back. */
const ruleStateSchema = z.enum([...ruleStandingSchema.shape.state.options, 'off', 'removed'])

/** A rule in the list: where it stands, and whose version is in use. */
export const ruleLineSchema = ruleStandingSchema.extend({
  state: ruleStateSchema,
  clause: z.string(),
  /** The day from which on it is in force; absent where it always was. */
  from: z.iso.date().optional(),
  /** 0: the pack's own. */
  revision: z.number().int().nonnegative(),
})
export type RuleLine = z.infer<typeof ruleLineSchema>

const revisionSchema = z.object({
  version: z.number().int().positive(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  note: z.string(),
})

export const ruleDetailSchema = z.object({
  rule: z.string(),
  /** Of the newest version; of a removed rule the last that it had. */
  entries: ruleEntriesSchema,
  off: z.boolean(),
  removed: z.boolean(),
  /** Of the pack; null for a rule that trainers made (自建规则). */
  pack: ruleEntriesSchema.nullable(),
  revision: z.number().int().nonnegative(),
  /** Newest first; without entries: back to the pack's, or removed where that has none. */
  history: z.array(revisionSchema.extend({ entries: ruleEntriesSchema.nullable(), off: z.boolean() })),
})
export type RuleDetail = z.infer<typeof ruleDetailSchema>

export const scorecardDetailSchema = z.object({
  title: z.string(),
  items: scorecardItemsSchema,
  pack: scorecardItemsSchema,
  revision: z.number().int().nonnegative(),
  history: z.array(revisionSchema.extend({ items: scorecardItemsSchema.nullable() })),
  /** What an item can be judged by. */
  rules: z.array(z.object({ rule: z.string(), title: z.string() })),
})
export type ScorecardDetail = z.infer<typeof scorecardDetailSchema>

/** A call that a rule can be tried on. */
export const trialCallSchema = z.object({
  callId: z.string(),
  startedAt: z.string(),
  durationMs: z.number(),
  staffName: z.string(),
  turns: z.number().int(),
  rehearsal: z.boolean(),
})
export type TrialCall = z.infer<typeof trialCallSchema>

const sides = z.object({ before: z.number().int(), after: z.number().int() })

/** What the rule would flag before and after a change. Words are masked (脱敏). */
export const ruleTrialSchema = z.object({
  calls: z.array(
    z.object({
      /** Absent for a dialogue that was pasted. */
      callId: z.string().optional(),
      startedAt: z.string().optional(),
      staffName: z.string().optional(),
      turns: z.array(z.object({ speaker: speakerSchema, text: z.string() })),
      flags: z.array(
        z.object({
          change: z.enum(['kept', 'new', 'gone']),
          turn: z.number().int().nonnegative(),
          quote: z.string(),
          severity: severitySchema,
          why: z.string(),
          /** How reviewers judged it, where it was raised while the call ran. */
          standing: standingSchema.optional(),
        }),
      ),
    }),
  ),
  flags: sides,
  /** Of the flags that were judged. */
  confirmed: sides,
  dismissed: sides,
})
export type RuleTrial = z.infer<typeof ruleTrialSchema>
