import * as z from 'zod'
import { event, procedure } from './procedure.ts'
import {
  rehearsalChoiceSchema,
  rehearsalReportSchema,
  rehearsalStateSchema,
  rehearsalSummarySchema,
} from './rehearsal-views.ts'

/**
 * Rehearsals (演练). One begins by `calls.start` with a source of the kind `rehearsal` and is a call like any other on the
 * desk; but it is kept apart, and nothing of it leaves this machine.
 */

const practising = ['operator', 'trainer', 'lead'] as const
const none = z.object({})
const callId = z.object({ callId: z.string() })

export const rehearsalProcedures = {
  'rehearsals.list': procedure({
    input: none,
    output: z.array(rehearsalChoiceSchema),
    roles: practising,
  }),
  /** One's own on this machine, newest first. */
  'rehearsals.history': procedure({
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(rehearsalSummarySchema),
    roles: practising,
  }),
  /** The one that runs, or null. */
  'rehearsals.current': procedure({
    input: none,
    output: z.object({ current: rehearsalStateSchema.nullable() }),
    roles: practising,
  }),
  /** A sentence that the seat typed instead of speaking it. */
  'rehearsals.say': procedure({
    input: callId.extend({ text: z.string().trim().min(1).max(500) }),
    output: none,
    roles: practising,
  }),
  /** `typing`: the seat is at it, the citizen waits; `hurry`: the citizen speaks now. */
  'rehearsals.control': procedure({
    input: callId.extend({ action: z.enum(['pause', 'resume', 'hurry', 'typing']) }),
    output: none,
    roles: practising,
  }),
  /** The sound of a line of a recorded call. */
  'rehearsals.sound': procedure({
    input: callId.extend({ line: z.number().int().nonnegative() }),
    output: z.object({ wavBase64: z.base64() }),
    roles: practising,
  }),
  'rehearsals.report': procedure({ input: callId, output: rehearsalReportSchema, roles: practising }),
  /** Points of an item that a person judges, by whoever listened. */
  'rehearsals.judge': procedure({
    input: callId.extend({ item: z.string(), points: z.number().nonnegative() }),
    output: rehearsalReportSchema,
    roles: practising,
  }),
} as const

export const rehearsalEvents = {
  'rehearsal.changed': event(rehearsalStateSchema, (state) => state.callId),
} as const
