import * as z from 'zod'
import { fieldNames, type FieldName } from '../domain/ticket-fields.ts'
import { wordingFlagSchema } from '../domain/wording-flag.ts'
import { event, procedure } from './procedure.ts'
import {
  answerHitSchema,
  callSourceSchema,
  callSummarySchema,
  callViewSchema,
  partialSchema,
  recogniserViewSchema,
  recordingSchema,
  scriptViewSchema,
  sessionViewSchema,
  syncViewSchema,
  ticketViewSchema,
  turnViewSchema,
} from './views.ts'

/**
 * All that a client can ask of the core, and all that the core tells a client. Both ends parse with these schemas; there is
 * one dispatcher (`dispatcher.ts`) for every transport.
 */

const everyone = ['operator', 'trainer', 'reviewer', 'lead'] as const
const seats = ['operator', 'lead'] as const
const none = z.object({})
const callId = z.object({ callId: z.string() })
const ticketId = z.object({ ticketId: z.string() })
const fieldName = z.enum(fieldNames as unknown as readonly [FieldName, ...FieldName[]])

/** Longest piece of a recording sent at once, in base64 characters (192 KiB of audio). */
const uploadPiece = 262_144

export const procedures = {
  'session.get': procedure({ input: none, output: sessionViewSchema, roles: everyone }),

  'recordings.list': procedure({ input: none, output: z.array(recordingSchema), roles: everyone }),
  /** Starts adding a recording: one stereo WAV, or two mono WAVs added under one title. */
  'recordings.begin': procedure({
    input: z.object({
      title: z.string().min(1).max(200),
      files: z
        .array(z.object({ name: z.string(), bytes: z.number().int().nonnegative() }))
        .min(1)
        .max(2),
    }),
    output: z.object({ uploadId: z.string() }),
    roles: everyone,
  }),
  'recordings.append': procedure({
    input: z.object({
      uploadId: z.string(),
      file: z.number().int().min(0).max(1),
      base64: z.base64().max(uploadPiece),
    }),
    output: none,
    roles: everyone,
  }),
  'recordings.finish': procedure({
    input: z.object({ uploadId: z.string() }),
    output: recordingSchema,
    roles: everyone,
  }),
  'recordings.cancel': procedure({
    input: z.object({ uploadId: z.string() }),
    output: none,
    roles: everyone,
  }),

  /** `audioStream` is the number that audio frames of this call carry. */
  'calls.start': procedure({
    input: z.object({ source: callSourceSchema, callerNumber: z.string().max(20).optional() }),
    output: z.object({ callId: z.string(), audioStream: z.number().int().nonnegative() }),
    roles: seats,
  }),
  'calls.end': procedure({ input: callId, output: callViewSchema, roles: seats }),
  'calls.get': procedure({ input: callId, output: callViewSchema, roles: everyone }),
  'calls.list': procedure({
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(callSummarySchema),
    roles: everyone,
  }),

  'tickets.setField': procedure({
    input: ticketId.extend({ field: fieldName, value: z.unknown() }),
    output: ticketViewSchema,
    roles: seats,
  }),
  /** Accepts the values of the fields named, or of every field that is sure where none is named. */
  'tickets.accept': procedure({
    input: ticketId.extend({ fields: z.array(fieldName).optional() }),
    output: ticketViewSchema,
    roles: seats,
  }),
  'tickets.clearField': procedure({
    input: ticketId.extend({ field: fieldName }),
    output: ticketViewSchema,
    roles: seats,
  }),
  /** Takes back the last change a person made to the draft. */
  'tickets.undo': procedure({ input: ticketId, output: ticketViewSchema, roles: seats }),
  /** `missing` is not empty when it was not submitted; `despite` submits with elements missing all the same. */
  'tickets.submit': procedure({
    input: ticketId.extend({ despiteMissing: z.boolean().default(false) }),
    output: z.object({ submitted: z.boolean(), ticket: ticketViewSchema }),
    roles: seats,
  }),
  /** Sends a parked ticket once more. */
  'tickets.retry': procedure({ input: ticketId, output: ticketViewSchema, roles: seats }),

  'answers.search': procedure({
    input: z.object({ text: z.string().max(400), top: z.number().int().min(1).max(20).default(5) }),
    output: z.array(answerHitSchema),
    roles: everyone,
  }),
  'answers.markRead': procedure({
    input: ticketId.extend({ answerId: z.string() }),
    output: ticketViewSchema,
    roles: seats,
  }),
  'scripts.list': procedure({
    input: z.object({ callId: z.string().optional() }),
    output: z.array(scriptViewSchema),
    roles: everyone,
  }),
  'flags.dismiss': procedure({
    input: callId.extend({ turn: z.number().int(), rule: z.string() }),
    output: none,
    roles: seats,
  }),
  /** The leaves of the category catalogue, and the subjects whose name or alias contains the words. */
  'catalogue.categories': procedure({
    input: none,
    output: z.array(z.object({ code: z.string(), path: z.array(z.string()), unit: z.string() })),
    roles: everyone,
  }),
  'catalogue.subjects': procedure({
    input: z.object({ text: z.string().max(80) }),
    output: z.array(z.object({ id: z.string(), name: z.string(), address: z.string() })),
    roles: everyone,
  }),
} as const

export const events = {
  /** Sent first on every connection, and again when the core was restarted: what was asked before is lost, ask again. */
  'session.ready': event(sessionViewSchema),
  /** Who sits here changed: the centre answered the sign-in. */
  'session.changed': event(sessionViewSchema, () => 'session'),
  /** A slow client missed events: fetch the call again. */
  'session.resync': event(none, () => 'resync'),
  'call.partial': event(partialSchema, (partial) => `${partial.callId}/${partial.speaker}`),
  'call.turn': event(z.object({ callId: z.string(), turn: turnViewSchema })),
  'call.phase': event(z.object({ callId: z.string(), phase: callViewSchema.shape.phase })),
  'call.progress': event(
    z.object({ callId: z.string(), durationMs: z.number() }),
    (progress) => progress.callId,
  ),
  'call.answers': event(
    z.object({ callId: z.string(), answers: z.array(answerHitSchema) }),
    (change) => change.callId,
  ),
  'call.flag': event(z.object({ callId: z.string(), flag: wordingFlagSchema })),
  'ticket.changed': event(ticketViewSchema, (ticket) => ticket.ticketId),
  'sync.changed': event(syncViewSchema, () => 'sync'),
  'recogniser.changed': event(recogniserViewSchema, () => 'recogniser'),
  /** One calm line for the person at the seat. */
  notice: event(z.object({ code: z.string(), message: z.string() })),
} as const

export type Procedures = typeof procedures
export type ProcedureName = keyof Procedures
export type ProcedureInput<Name extends ProcedureName> = z.input<Procedures[Name]['input']>
export type ProcedureArguments<Name extends ProcedureName> = z.output<Procedures[Name]['input']>
export type ProcedureOutput<Name extends ProcedureName> = z.output<Procedures[Name]['output']>

export type Events = typeof events
export type EventName = keyof Events
export type EventData<Name extends EventName> = z.output<Events[Name]['schema']>
