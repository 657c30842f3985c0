import * as z from 'zod'
import { difficulties } from '../domain/rehearsal/rehearsal-script.ts'
import { fieldNames, type FieldName } from '../domain/ticket-fields.ts'
import { callScoreSchema, itemResultSchema } from './review-views.ts'
import { callPhaseSchema, syncStateSchema, turnViewSchema } from './views.ts'

/** What of a rehearsal (演练) a client shows. */

/** Something to rehearse with: a script of the pack, or a recorded call. */
export const rehearsalChoiceSchema = z.object({
  of: z.enum(['script', 'recording']),
  rehearsalId: z.string(),
  title: z.string(),
  topic: z.string(),
  difficulty: z.enum(difficulties).optional(),
  about: z.string(),
  callerNumber: z.string().optional(),
  durationMs: z.number().optional(),
  /** Whether a filled ticket can be compared with the one that is expected. */
  compared: z.boolean(),
})
export type RehearsalChoice = z.infer<typeof rehearsalChoiceSchema>

/** A rehearsal that runs, or ran last. */
export const rehearsalStateSchema = z.object({
  callId: z.string(),
  title: z.string(),
  spoken: z.boolean(),
  state: z.enum(['running', 'paused', 'over']),
  /** Whose turn it is: the citizen waits for the seat, listens to it, speaks, or has hung up. */
  citizen: z.enum(['waiting', 'listening', 'speaking', 'gone']),
  /** The recorded line that sounds now. */
  sound: z.number().int().nonnegative().optional(),
})
export type RehearsalState = z.infer<typeof rehearsalStateSchema>

export const rehearsalSummarySchema = z.object({
  callId: z.string(),
  of: z.enum(['script', 'recording']),
  rehearsalId: z.string(),
  title: z.string(),
  startedAt: z.string(),
  durationMs: z.number(),
  phase: callPhaseSchema,
  spoken: z.boolean(),
  /** Of the points that were judged, 0–100; absent where none were. */
  percent: z.number().optional(),
  submitted: z.boolean(),
})
export type RehearsalSummary = z.infer<typeof rehearsalSummarySchema>

const comparedFieldSchema = z.object({
  field: z.enum(fieldNames as unknown as readonly [FieldName, ...FieldName[]]),
  expected: z.unknown().optional(),
  filled: z.unknown().optional(),
  match: z.enum(['same', 'different', 'missing', 'extra']),
})

export const reportedItemSchema = itemResultSchema.extend({
  words: z.string(),
  quotes: z.array(z.string()),
})
export type ReportedItem = z.infer<typeof reportedItemSchema>

/** 演练报告: the items in a mystery caller's words, and the ticket beside the one that is expected. */
export const rehearsalReportSchema = z.object({
  summary: rehearsalSummarySchema,
  score: callScoreSchema.omit({ items: true, comment: true }).extend({ items: z.array(reportedItemSchema) }),
  /** Where the items come from. */
  source: z.string(),
  /** Absent where nothing is expected. */
  ticket: z.array(comparedFieldSchema).optional(),
  ticketState: syncStateSchema,
  number: z.string().optional(),
  watch: z.array(z.string()),
  turns: z.array(turnViewSchema),
})
export type RehearsalReport = z.infer<typeof rehearsalReportSchema>
