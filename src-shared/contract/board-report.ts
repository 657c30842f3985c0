import * as z from 'zod'
import {
  categoryRefSchema,
  incidentAddressSchema,
  requestTypes,
  subjectRefSchema,
  urgencies,
} from '../domain/ticket-fields.ts'
import { boardDeadlineSchema, boardPromiseSchema, boardSeatSchema } from './board-views.ts'

/** What a ticket is about, without who called: callers are told apart by digests. */
export const boardMatterSchema = z.object({
  ticketId: z.string(),
  number: z.string().optional(),
  /** ms since 1970. */
  at: z.number(),
  phones: z.array(z.string()),
  requestType: z.enum(requestTypes).optional(),
  urgency: z.enum(urgencies).optional(),
  category: categoryRefSchema.optional(),
  subject: subjectRefSchema.optional(),
  address: incidentAddressSchema,
  demand: z.string().optional(),
  words: z.string().max(2_400),
})
export type BoardMatter = z.infer<typeof boardMatterSchema>

/** What a seat tells the lead's board (班长看板) every few seconds. */
export const boardReportSchema = z.object({
  seat: boardSeatSchema.omit({ own: true, seenAt: true }),
  deadlines: z.array(boardDeadlineSchema).max(100),
  promises: z.array(boardPromiseSchema).max(100),
  matters: z.array(boardMatterSchema).max(200),
})
export type BoardReport = z.infer<typeof boardReportSchema>
