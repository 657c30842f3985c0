import * as z from 'zod'
import { ticketFieldsSchema } from '../ticket-fields.ts'

export const difficulties = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof difficulties)[number]

/** `-1T22:00` is 22:00 on the day before the call; without an hour the day is meant. */
const daysBefore = z.string().regex(/^-\d{1,3}(?:T\d{2}:\d{2})?$/)

/** What the ticket should hold in the end: only what the script lets the seat find out. */
export const expectedFieldsSchema = ticketFieldsSchema
  .pick({
    contactName: true,
    gender: true,
    contactPhone: true,
    requestType: true,
    urgency: true,
    incidentAddress: true,
    subject: true,
    demand: true,
    confidential: true,
    anonymous: true,
    amountYuan: true,
    people: true,
  })
  .extend({
    /** Code of a leaf of the category catalogue. */
    category: z
      .string()
      .regex(/^\d{7}$/)
      .optional(),
    incidentTime: daysBefore.optional(),
  })
export type ExpectedFields = z.infer<typeof expectedFieldsSchema>

const lineSchema = z.object({
  say: z.string().min(1),
  /** How often the seat must have spoken since the citizen's last words; more than once for somebody who hesitates. */
  turns: z.number().int().positive().default(1),
  /** Goes on by itself after so many seconds of silence, instead of waiting for an answer. */
  after: z.number().positive().max(60).optional(),
})

/** Said when the seat's words contain one of `to`: what nobody asks for is never told. */
const answerSchema = z.object({ to: z.array(z.string().min(1)).min(1), say: z.string().min(1) })

/** A scripted rehearsal (演练脚本) of the pack: `rehearsals/*.yaml`, one call a file. */
export const rehearsalScriptSchema = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  topic: z.string().min(1),
  difficulty: z.enum(difficulties),
  /** What the trainee may know before the call. */
  about: z.string().min(1),
  /** What mattered in it: shown after the call. */
  watch: z.array(z.string().min(1)).default([]),
  callerNumber: z
    .string()
    .regex(/^\d{5,15}$/)
    .optional(),
  pace: z.enum(['slow', 'normal', 'fast']).default('normal'),
  lines: z.array(lineSchema).min(1),
  answers: z.array(answerSchema).default([]),
  /** Said once where the seat leaves the citizen waiting for so many seconds. */
  nudge: z.object({ after: z.number().positive().max(120), say: z.string().min(1) }).optional(),
  farewell: z.string().min(1).optional(),
  expected: expectedFieldsSchema.optional(),
})
export type RehearsalScript = z.infer<typeof rehearsalScriptSchema>

/** What the mystery caller (暗访员) says of one item of the scorecard. */
const itemWordsSchema = z.object({
  /** All points were given. */
  good: z.string().default(''),
  /** Some points were lost. */
  lost: z.string().default(''),
  /** Nobody has judged it: what a listener should pay attention to. */
  open: z.string().default(''),
  /** The item is whether the call was answered within so many seconds; measured at the desk. */
  ringingSeconds: z.number().positive().optional(),
})

/** The pack's `mystery-caller.yaml`: the report of a rehearsal in a mystery caller's words, by item of the scorecard. */
export const mysteryCallerSchema = z.object({
  source: z.string().default(''),
  items: z.record(z.string(), itemWordsSchema).default({}),
})
export type MysteryCaller = z.infer<typeof mysteryCallerSchema>
