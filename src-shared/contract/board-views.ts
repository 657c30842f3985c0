import * as z from 'zod'
import { urgencies } from '../domain/ticket-fields.ts'

/** 班长看板: a seat as it is now. */
export const boardSeatSchema = z.object({
  staffNumber: z.string(),
  staffName: z.string(),
  team: z.string(),
  /** `gone`: it has not been heard of for some seconds. */
  state: z.enum(['idle', 'on-call', 'gone']),
  callId: z.string().optional(),
  /** ISO; the call's clock counts from it. */
  callStartedAt: z.string().optional(),
  urgency: z.enum(urgencies).optional(),
  /** 群体 and the other tags. */
  riskTags: z.array(z.string()),
  /** What the matter is, in one line; masked. */
  matter: z.string(),
  seenAt: z.string(),
  /** This seat itself. */
  own: z.boolean(),
})

export const boardDeadlineSchema = z.object({
  ticketId: z.string(),
  number: z.string().optional(),
  staffNumber: z.string(),
  staffName: z.string(),
  what: z.enum(['dispatch', 'feedback']),
  by: z.string(),
  basis: z.string(),
  /** False for a draft that was not sent (未提交). */
  sent: z.boolean(),
  matter: z.string(),
})

export const boardPromiseSchema = z.object({
  ticketId: z.string(),
  number: z.string().optional(),
  staffNumber: z.string(),
  staffName: z.string(),
  what: z.string(),
  /** As it was said (三个工作日内). */
  by: z.string(),
  /** Local day it falls on, where that can be worked out. */
  due: z.string().optional(),
  promisedAt: z.string(),
})

/** Similar matters of different callers that came in close together (疑似群体). */
export const gatheringSchema = z.object({
  key: z.string(),
  summary: z.string(),
  count: z.number().int(),
  from: z.string(),
  to: z.string(),
  tickets: z.array(z.object({ ticketId: z.string(), number: z.string().optional(), at: z.string() })),
})

export const boardSchema = z.object({
  at: z.string(),
  /** Whether other seats can be seen; else this one alone. */
  centre: z.enum(['online', 'offline']),
  seats: z.array(boardSeatSchema),
  /** Soonest first. */
  deadlines: z.array(boardDeadlineSchema),
  promises: z.array(boardPromiseSchema),
  gatherings: z.array(gatheringSchema),
})
export type Board = z.infer<typeof boardSchema>
export type BoardSeat = z.infer<typeof boardSeatSchema>
export type BoardDeadline = z.infer<typeof boardDeadlineSchema>
export type BoardPromise = z.infer<typeof boardPromiseSchema>
export type Gathering = z.infer<typeof gatheringSchema>

/** 耳语: a line from the lead to one seat. */
export const whisperSchema = z.object({
  id: z.string(),
  from: z.string(),
  fromName: z.string(),
  text: z.string(),
  at: z.string(),
})
export type Whisper = z.infer<typeof whisperSchema>
