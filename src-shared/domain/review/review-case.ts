import * as z from 'zod'
import { turnSchema } from '../call.ts'
import { urgencies } from '../ticket-fields.ts'
import { wordingFlagSchema } from '../wording-flag.ts'
import { revealRoleSchema } from './scorecard.ts'

/** Why a call is looked at: drawn by the sampling plan (抽检), or for what was found in it. */
export const sampleReasons = [
  'drawn',
  'serious',
  'many-flags',
  'urgent',
  'trial-rule',
  'calibration',
] as const
export type SampleReason = (typeof sampleReasons)[number]

/** A flag as it was raised while the call ran. */
export const raisedFlagSchema = wordingFlagSchema.extend({
  /** Of the rule's content at that time: verdicts count for this version and no other. */
  version: z.string().default(''),
  /** True where the rule was on trial (试运行): the seat never saw it. */
  silent: z.boolean().default(false),
  /** The seat clicked it away; it is recorded all the same. */
  dismissed: z.boolean().default(false),
})
export type RaisedFlag = z.infer<typeof raisedFlagSchema>

export const maskSchema = z.object({
  turn: z.number().int().nonnegative(),
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
})
export type Mask = z.infer<typeof maskSchema>

/** A call as it is reviewed: its words and flags, and nothing of who called (least data, 个人信息保护法). */
export const reviewCaseSchema = z.object({
  callId: z.string(),
  /** Whose call it is. */
  staffNumber: z.string(),
  staffName: z.string(),
  team: z.string().default(''),
  /** ISO local time with offset. */
  startedAt: z.string(),
  durationMs: z.number().nonnegative(),
  urgency: z.enum(urgencies).optional(),
  /** A recording that was played as a call (演练). */
  rehearsal: z.boolean(),
  turns: z.array(turnSchema),
  flags: z.array(raisedFlagSchema),
  reasons: z.array(z.enum(sampleReasons)),
  /** Whether its sound can be had. */
  audio: z.boolean(),
  /** Personal data in the words of turns, from character `from` to before `to`. */
  masks: z.array(maskSchema),
  /** Who may look behind them, as the seat's site pack has it; a lead alone where an older client did not say. */
  reveal: z.array(revealRoleSchema).optional(),
})
export type ReviewCase = z.infer<typeof reviewCaseSchema>
