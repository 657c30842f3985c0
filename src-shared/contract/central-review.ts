import * as z from 'zod'
import { reviewCaseSchema } from '../domain/review/review-case.ts'
import { reviewEventSchema } from '../domain/review/review-event.ts'
import { boardReportSchema } from './board-report.ts'
import { whisperSchema } from './board-views.ts'

/** The central API's part for reviews (质检) and the lead's board (班长看板): what clients of one city share. */

export const reviewPaths = {
  cases: '/v1/review/calls',
  events: '/v1/review/events',
  rules: '/v1/review/rules',
  reports: '/v1/board/reports',
  whispers: '/v1/board/whispers',
} as const

/** Most of one kind in one request. */
export const reviewBatch = 100

/** One piece of a call's sound in base64 characters; with its JSON it stays under the limit of a request. */
export const longestAudioPiece = 220_000

/** Position in what the centre received: the next page begins after it. */
const cursor = z.number().int().nonnegative()

/** Calls are masked (脱敏). */
export const casePageSchema = z.object({ cases: z.array(reviewCaseSchema), next: cursor })
export type CasePage = z.infer<typeof casePageSchema>

export const eventBatchSchema = z.object({ events: z.array(reviewEventSchema).max(reviewBatch) })
export const eventPageSchema = z.object({ events: z.array(reviewEventSchema), next: cursor })
export type EventPage = z.infer<typeof eventPageSchema>

/** Of the events sent: those that the centre does not take, and why; another reviewer was first. */
export const eventResultSchema = z.object({
  refused: z.array(z.object({ id: z.string(), message: z.string() })),
})
export type EventResult = z.infer<typeof eventResultSchema>

/** A piece of a call's recording: Opus packets as the client records them. Pieces are numbered from 0. */
export const audioPieceSchema = z.object({
  piece: z.number().int().min(0).max(9_999),
  base64: z.base64().max(longestAudioPiece),
  /** Nothing comes after it. */
  last: z.boolean(),
})
export type AudioPiece = z.infer<typeof audioPieceSchema>

const count = z.number().int().nonnegative()
export const ruleCountsSchema = z.object({
  counts: z.array(
    z.object({
      rule: z.string(),
      version: z.string(),
      confirmed: count,
      dismissed: count,
      changed: count,
      open: count,
      missed: count,
    }),
  ),
})

export const revealSchema = z.object({ reason: z.string().trim().min(1).max(500) })

/** What waits for this seat; each whisper is given once. */
export const whispersSchema = z.object({ whispers: z.array(whisperSchema) })

export const boardReportsSchema = z.object({
  reports: z.array(
    z.object({
      report: boardReportSchema,
      /** How long ago it came, ms: clocks of machines differ. */
      ageMs: z.number().nonnegative(),
    }),
  ),
})
export type BoardReports = z.infer<typeof boardReportsSchema>

export const whisperOrderSchema = z.object({
  staffNumber: z.string().max(40),
  text: z.string().trim().min(1).max(200),
})
