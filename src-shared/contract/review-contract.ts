import * as z from 'zod'
import { speakerSchema } from '../domain/call.ts'
import { addedFlagSchema, itemScoreSchema, verdictSchema } from '../domain/review/review-event.ts'
import { sampleReasons } from '../domain/review/review-case.ts'
import { boardSchema, whisperSchema } from './board-views.ts'
import { event, procedure } from './procedure.ts'
import {
  appealLineSchema,
  calibrationSchema,
  callScoreSchema,
  peaksSchema,
  reportQuerySchema,
  reportSchema,
  reviewCallSchema,
  reviewStateSchema,
  reviewSummarySchema,
  ruleStandingSchema,
  severitySchema,
} from './review-views.ts'

/** The procedures of review (质检) and of the lead's board (班长看板); spread into `contract.ts`. */

const everyone = ['operator', 'trainer', 'reviewer', 'lead'] as const
const reviewers = ['reviewer', 'lead'] as const
const seats = ['operator', 'lead'] as const
const leads = ['lead'] as const
const none = z.object({})
const callId = z.object({ callId: z.string() })
const flag = callId.extend({ flagId: z.string() })
const words = z.string().trim().min(1).max(500)

export const reviewProcedures = {
  /** Calls to look at, weightiest first; `total` counts all that fit. */
  'review.queue': procedure({
    input: z.object({
      state: reviewStateSchema.optional(),
      reason: z.enum(sampleReasons).optional(),
      severity: severitySchema.optional(),
      rule: z.string().optional(),
      staffNumber: z.string().optional(),
      /** Also calls that no plan drew and no flag brought in. */
      all: z.boolean().default(false),
      order: z.enum(['weight', 'newest']).default('weight'),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ items: z.array(reviewSummarySchema), total: z.number().int() }),
    roles: reviewers,
  }),
  /** `reveal` gives the reason for looking behind the masks; it goes on record. */
  'review.get': procedure({
    input: callId.extend({ reveal: words.optional() }),
    output: reviewCallSchema,
    roles: reviewers,
  }),
  /** As `calls.audio`, also for calls of other seats; at most two minutes at once. */
  'review.audio': procedure({
    input: callId.extend({
      fromMs: z.number().nonnegative(),
      toMs: z.number().positive(),
      speaker: speakerSchema.optional(),
    }),
    output: z.object({ wavBase64: z.base64(), fromMs: z.number(), toMs: z.number() }),
    roles: reviewers,
  }),
  'review.peaks': procedure({ input: callId, output: peaksSchema, roles: reviewers }),
  'review.judge': procedure({
    input: flag.extend({
      decision: verdictSchema.shape.decision,
      toRule: z.string().optional(),
      reason: words,
    }),
    output: reviewCallSchema,
    roles: reviewers,
  }),
  'review.addFlag': procedure({
    input: callId.extend(addedFlagSchema.omit({ kind: true }).shape),
    output: reviewCallSchema,
    roles: reviewers,
  }),
  /** Points of the items that a person judges; those not named stay as they were. */
  'review.setScore': procedure({
    input: callId.extend({
      items: z.array(itemScoreSchema).max(100),
      comment: z.string().trim().max(1000).optional(),
    }),
    output: reviewCallSchema,
    roles: reviewers,
  }),
  'review.finish': procedure({ input: callId, output: reviewCallSchema, roles: reviewers }),
  'review.openCalibration': procedure({ input: callId, output: reviewCallSchema, roles: reviewers }),
  'review.calibrations': procedure({ input: none, output: z.array(calibrationSchema), roles: reviewers }),

  /** Appeals of all seats; those that wait for an answer first. */
  'review.appeals': procedure({ input: none, output: z.array(appealLineSchema), roles: reviewers }),
  'review.decideAppeal': procedure({
    input: flag.extend({ outcome: z.enum(['accepted', 'rejected']), reason: words }),
    output: reviewCallSchema,
    roles: reviewers,
  }),

  'review.rules': procedure({ input: none, output: z.array(ruleStandingSchema), roles: everyone }),
  'review.report': procedure({ input: reportQuerySchema, output: reportSchema, roles: reviewers }),
  /** The report as a file: `csv` with a byte order mark for spreadsheets, `html` to be printed (PDF). */
  'review.exportReport': procedure({
    input: reportQuerySchema.extend({ format: z.enum(['csv', 'html']) }),
    output: z.object({ fileName: z.string(), text: z.string() }),
    roles: reviewers,
  }),

  /** The seat's own call in the items that can be judged without a person. */
  'review.ownScore': procedure({ input: callId, output: callScoreSchema, roles: seats }),
  /** The seat's own flags that were judged, newest first. */
  'review.own': procedure({
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(appealLineSchema),
    roles: seats,
  }),
  'review.appeal': procedure({ input: flag.extend({ text: words }), output: appealLineSchema, roles: seats }),
  'review.escalate': procedure({
    input: flag.extend({ text: words }),
    output: appealLineSchema,
    roles: seats,
  }),

  'board.get': procedure({ input: none, output: boardSchema, roles: leads }),
  'board.whisper': procedure({
    input: z.object({ staffNumber: z.string(), text: z.string().trim().min(1).max(200) }),
    output: none,
    roles: leads,
  }),
} as const

export const reviewEvents = {
  /** Ask again for this call where it is shown. */
  'review.changed': event(callId, (change) => change.callId),
  /** A rule's standing changed: verdicts were given, or a trial is over. */
  'review.rulesChanged': event(none, () => 'rules'),
  'board.changed': event(boardSchema, () => 'board'),
  'board.whispered': event(whisperSchema),
} as const
