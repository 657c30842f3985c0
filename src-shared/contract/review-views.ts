import * as z from 'zod'
import { speakerSchema } from '../domain/call.ts'
import { sampleReasons } from '../domain/review/review-case.ts'
import { scorecardItemSchema } from '../domain/review/scorecard.ts'
import { urgencies } from '../domain/ticket-fields.ts'

/** What the reviewer's desk (质检台) and the seat's own view of it show. Times are ms of the call, or ISO. */

export const severitySchema = z.enum(['info', 'caution', 'serious'])
export const standingSchema = z.enum(['open', 'confirmed', 'dismissed', 'changed'])
export const appealStateSchema = z.enum([
  'open',
  'accepted',
  'rejected',
  'escalated',
  'finally-accepted',
  'finally-rejected',
])

const verdictViewSchema = z.object({
  reviewer: z.string(),
  at: z.string(),
  decision: z.enum(['confirm', 'dismiss', 'change']),
  toRule: z.string().optional(),
  reason: z.string(),
})

/** A flag in a review; where the words were said, and how it stands. */
export const reviewFlagSchema = z.object({
  flagId: z.string(),
  origin: z.enum(['rule', 'reviewer']),
  turn: z.number().int().nonnegative(),
  /** Place of the quote in the turn's text, in UTF-16 units; both 0 where it is not in there. */
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  startMs: z.number(),
  endMs: z.number(),
  /** As it counts now: the rule it was changed to, where it was. */
  rule: z.string(),
  title: z.string(),
  /** The rule that raised it, where it was changed. */
  raisedAs: z.string().optional(),
  severity: severitySchema,
  quote: z.string(),
  why: z.string(),
  rewrite: z.string(),
  clause: z.string().optional(),
  /** 试运行: the seat did not see it, and it costs no points. */
  silent: z.boolean(),
  standing: standingSchema,
  /** All that were given, newest last; of a calibration only one's own until both are done. */
  verdicts: z.array(verdictViewSchema),
  appeal: z
    .object({
      state: appealStateSchema,
      /** The exchange, oldest first. */
      entries: z.array(
        z.object({
          at: z.string(),
          actor: z.string(),
          kind: z.enum(['appealed', 'accepted', 'rejected', 'escalated']),
          text: z.string(),
        }),
      ),
    })
    .optional(),
  /** What who asks may do now. */
  may: z.object({ judge: z.boolean(), appeal: z.boolean(), decide: z.boolean(), escalate: z.boolean() }),
})
export type ReviewFlag = z.infer<typeof reviewFlagSchema>

/** One item of the scorecard for one call. */
export const itemResultSchema = z.object({
  item: z.string(),
  group: z.string(),
  title: z.string(),
  /** Full points. */
  of: z.number(),
  /** Absent where nobody judged it, or it is not measured in a call. */
  points: z.number().optional(),
  by: scorecardItemSchema.shape.by,
  /** Flags that cost points. */
  flagIds: z.array(z.string()),
  note: z.string().optional(),
})

/** 评分: points of the items that were judged, over their full points. */
export const callScoreSchema = z.object({
  points: z.number(),
  of: z.number(),
  /** 0–100; absent where nothing was judged. */
  percent: z.number().optional(),
  items: z.array(itemResultSchema),
  comment: z.string().optional(),
})
export type CallScore = z.infer<typeof callScoreSchema>

export const reviewStateSchema = z.enum(['waiting', 'begun', 'finished', 'appealed'])
export type ReviewState = z.infer<typeof reviewStateSchema>

/** A line of the queue. */
export const reviewSummarySchema = z.object({
  callId: z.string(),
  startedAt: z.string(),
  durationMs: z.number(),
  staffNumber: z.string(),
  staffName: z.string(),
  team: z.string(),
  rehearsal: z.boolean(),
  urgency: z.enum(urgencies).optional(),
  reasons: z.array(z.enum(sampleReasons)),
  state: reviewStateSchema,
  /** Flags that are not dismissed, by severity. */
  flags: z.object({ serious: z.number(), caution: z.number(), info: z.number() }),
  /** Flags nobody judged yet. */
  open: z.number(),
  /** The higher, the sooner to be looked at. */
  weight: z.number(),
  percent: z.number().optional(),
})
export type ReviewSummary = z.infer<typeof reviewSummarySchema>

/** A call on the reviewer's desk. Words are masked (脱敏) unless `masked` is false. */
export const reviewCallSchema = reviewSummarySchema.extend({
  masked: z.boolean(),
  /** Whether who asks may see it unmasked, which goes on record. */
  mayReveal: z.boolean(),
  /** Whether `review.audio` and `review.peaks` have something. */
  playable: z.boolean(),
  turns: z.array(
    z.object({
      index: z.number().int().nonnegative(),
      speaker: speakerSchema,
      startMs: z.number(),
      endMs: z.number(),
      text: z.string(),
    }),
  ),
  marks: z.array(reviewFlagSchema),
  score: callScoreSchema,
  calibration: z
    .object({
      openedBy: z.string(),
      /** Who has finished; of others only their number is known before both are done. */
      reviewers: z.array(z.string()),
      revealed: z.boolean(),
    })
    .optional(),
  may: z.object({ judge: z.boolean(), add: z.boolean(), finish: z.boolean() }),
  /** What was done, newest first: who, when, in words. */
  history: z.array(z.object({ at: z.string(), actor: z.string(), text: z.string() })),
})
export type ReviewCall = z.infer<typeof reviewCallSchema>

/** Loudness over time, 0–100 a bucket, for the waveform. */
export const peaksSchema = z.object({
  bucketMs: z.number().positive(),
  seat: z.array(z.number().int().min(0).max(100)),
  citizen: z.array(z.number().int().min(0).max(100)),
})
export type Peaks = z.infer<typeof peaksSchema>

/** 申诉 in a list: the flag with its call. */
export const appealLineSchema = z.object({
  callId: z.string(),
  startedAt: z.string(),
  staffNumber: z.string(),
  staffName: z.string(),
  flag: reviewFlagSchema,
})
export type AppealLine = z.infer<typeof appealLineSchema>

/** A share with its 95 % interval (Wilson). */
export const shareSchema = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
})

/** A wording rule and what the verdicts say of it. */
export const ruleStandingSchema = z.object({
  rule: z.string(),
  title: z.string(),
  severity: severitySchema,
  /** Of the rule as it is now. */
  version: z.string(),
  state: z.enum(['active', 'trial']),
  /** ISO; when this version was first seen. */
  since: z.string(),
  /** Of the verdicts on this version. */
  confirmed: z.number().int().nonnegative(),
  dismissed: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  /** Flags that no one judged yet. */
  open: z.number().int().nonnegative(),
  /** Added by reviewers, or changed to this rule: what it missed. */
  missed: z.number().int().nonnegative(),
  /** Confirmed of judged; absent where nothing was. */
  precision: shareSchema.optional(),
  /** Judged flags that a trial needs, and the least low end of its precision. */
  needs: z.object({ verdicts: z.number(), precision: z.number() }),
})
export type RuleStanding = z.infer<typeof ruleStandingSchema>

/** Two reviewers' verdicts on one call. */
export const calibrationSchema = z.object({
  callId: z.string(),
  startedAt: z.string(),
  staffName: z.string(),
  /** Both, once both are done; before, who is (who asks sees no verdict of others). */
  reviewers: z.array(z.string()),
  done: z.boolean(),
  /** Share of things judged alike, and Cohen's κ; absent until both are done, κ also where it has no meaning. */
  agreement: z.number().optional(),
  kappa: z.number().optional(),
  compared: z.number().int().nonnegative(),
  differences: z.array(
    z.object({
      flagId: z.string(),
      title: z.string(),
      quote: z.string(),
      first: z.string(),
      second: z.string(),
    }),
  ),
})
export type Calibration = z.infer<typeof calibrationSchema>

export const reportGroups = ['seat', 'team', 'rule', 'day', 'week', 'month'] as const
export const reportQuerySchema = z.object({
  /** Local days, both included. */
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(reportGroups),
  staffNumber: z.string().optional(),
  team: z.string().optional(),
  rule: z.string().optional(),
})
export type ReportQuery = z.infer<typeof reportQuerySchema>

export const reportRowSchema = z.object({
  key: z.string(),
  label: z.string(),
  calls: z.number().int(),
  /** Reviews that are finished. */
  reviewed: z.number().int(),
  confirmed: z.number().int(),
  dismissed: z.number().int(),
  open: z.number().int(),
  missed: z.number().int(),
  /** Appeals, and how many were accepted. */
  appeals: z.number().int(),
  accepted: z.number().int(),
  precision: shareSchema.optional(),
  /** Mean of the calls' scores. */
  percent: z.number().optional(),
  /** The seconds behind the figures, at most 200. */
  places: z.array(
    z.object({
      callId: z.string(),
      flagId: z.string(),
      startedAt: z.string(),
      staffName: z.string(),
      rule: z.string(),
      title: z.string(),
      standing: standingSchema,
      startMs: z.number(),
      endMs: z.number(),
      quote: z.string(),
    }),
  ),
})
export const reportSchema = z.object({
  query: reportQuerySchema,
  madeAt: z.string(),
  total: reportRowSchema.omit({ places: true, key: true, label: true }),
  rows: z.array(reportRowSchema),
})
export type Report = z.infer<typeof reportSchema>
export type ReportRow = z.infer<typeof reportRowSchema>
