import * as z from 'zod'
import { speakerSchema } from '../domain/call.ts'
import { fieldNames, type FieldName } from '../domain/ticket-fields.ts'
import { wordingFlagSchema } from '../domain/wording-flag.ts'
import { captureChoiceSchema } from './capture-choice.ts'
import { knowledgeEvents, knowledgeProcedures } from './knowledge-contract.ts'
import { event, procedure } from './procedure.ts'
import { rehearsalEvents, rehearsalProcedures } from './rehearsal-contract.ts'
import { reviewEvents, reviewProcedures } from './review-contract.ts'
import { rulebookEvents, rulebookProcedures } from './rulebook-contract.ts'
import {
  answerHitSchema,
  callSourceSchema,
  callSummarySchema,
  callViewSchema,
  mediaForkViewSchema,
  modelRoles,
  modelViewSchema,
  partialSchema,
  recogniserViewSchema,
  recordingSchema,
  scriptViewSchema,
  sessionViewSchema,
  settingsSchema,
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
/** Trainers, too, work on a call and its ticket where it is a rehearsal (演练); the core refuses them the real ones. */
const practising = [...seats, 'trainer'] as const
const none = z.object({})
const callId = z.object({ callId: z.string() })
const ticketId = z.object({ ticketId: z.string() })
const modelId = z.object({ modelId: z.string() })
const fieldName = z.enum(fieldNames as unknown as readonly [FieldName, ...FieldName[]])

/** Longest piece of a recording sent at once, in base64 characters (192 KiB of audio). */
const uploadPiece = 262_144

/** Longest stretch of a recording that is played at once, ms. */
export const longestSpanMs = 120_000

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
  /** Recognises what the citizen says in a recording, without a call: the words come as `recording.heard`. */
  'recordings.listen': procedure({
    input: z.object({ recordingId: z.string() }),
    output: none,
    roles: everyone,
  }),
  'recordings.cancel': procedure({
    input: z.object({ uploadId: z.string() }),
    output: none,
    roles: everyone,
  }),
  /** Removes a recording that a person added; calls that were made of it keep their words and lose their sound. */
  'recordings.remove': procedure({
    input: z.object({ recordingId: z.string() }),
    output: none,
    roles: everyone,
  }),

  /** `audioStream` is the number that audio frames of this call carry. */
  'calls.start': procedure({
    input: z.object({ source: callSourceSchema, callerNumber: z.string().max(20).optional() }),
    output: z.object({ callId: z.string(), audioStream: z.number().int().nonnegative() }),
    roles: practising,
  }),
  'calls.end': procedure({ input: callId, output: callViewSchema, roles: practising }),
  'calls.get': procedure({ input: callId, output: callViewSchema, roles: everyone }),
  'calls.list': procedure({
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(callSummarySchema),
    roles: everyone,
  }),

  /** A stretch of the call's recording as a WAV of at most {@link longestSpanMs}; both channels, or one speaker's. */
  'calls.audio': procedure({
    input: callId.extend({
      fromMs: z.number().nonnegative(),
      toMs: z.number().positive(),
      speaker: speakerSchema.optional(),
    }),
    output: z.object({ wavBase64: z.base64(), fromMs: z.number(), toMs: z.number() }),
    roles: everyone,
  }),
  /** Takes the second pass of a turn into use or out of it, or one of its corrections: a name, or null for what was heard. */
  'turns.choose': procedure({
    input: callId.extend({
      turn: z.number().int().nonnegative(),
      choice: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('second-pass'), inUse: z.boolean() }),
        z.object({
          kind: z.literal('correction'),
          at: z.number().int().nonnegative(),
          name: z.string().nullable(),
        }),
      ]),
    }),
    output: turnViewSchema,
    roles: everyone,
  }),

  'settings.get': procedure({ input: none, output: settingsSchema, roles: everyone }),
  'settings.set': procedure({ input: settingsSchema.partial(), output: settingsSchema, roles: everyone }),

  'models.list': procedure({ input: none, output: z.array(modelViewSchema), roles: everyone }),
  /** Begins a fetch and returns at once; progress comes as `models.changed`. A fetch that was cut off goes on where it was. */
  'models.fetch': procedure({
    input: modelId.extend({ mirror: z.string().optional() }),
    output: none,
    roles: everyone,
  }),
  'models.cancel': procedure({ input: modelId, output: none, roles: everyone }),
  /** Checks the files and tries the model in a process of its own. */
  'models.verify': procedure({ input: modelId, output: modelViewSchema, roles: everyone }),
  /** Takes a model's files from a folder or an archive on this machine. */
  'models.import': procedure({
    input: modelId.extend({ path: z.string().min(1).max(1000) }),
    output: modelViewSchema,
    roles: everyone,
  }),
  'models.remove': procedure({ input: modelId, output: modelViewSchema, roles: everyone }),
  /** Uses the model for its role once it has been tried; `null` uses none (second pass and punctuation only). */
  'models.choose': procedure({
    input: z.object({ role: z.enum(modelRoles), modelId: z.string().nullable() }),
    output: z.array(modelViewSchema),
    roles: everyone,
  }),

  /** What each speaker is heard through at this seat; null before anybody chose. */
  'devices.get': procedure({
    input: none,
    output: z.object({ choice: captureChoiceSchema.nullable() }),
    roles: everyone,
  }),
  'devices.set': procedure({ input: z.object({ choice: captureChoiceSchema }), output: none, roles: seats }),
  /** Makes what this machine plays a recording device, for pages that no shell grants it to; its name, or null where it cannot. */
  'devices.openSystemSound': procedure({
    input: none,
    output: z.object({ label: z.string().nullable() }),
    roles: seats,
  }),

  'mediaFork.get': procedure({ input: none, output: mediaForkViewSchema, roles: everyone }),

  'tickets.setField': procedure({
    input: ticketId.extend({
      field: fieldName,
      value: z.unknown(),
      /** Why, where the urgency is lowered; kept on the audit trail. */
      reason: z.string().trim().min(1).max(200).optional(),
    }),
    output: ticketViewSchema,
    roles: practising,
  }),
  /** Accepts the values of the fields named, or of every field that is sure where none is named. */
  'tickets.accept': procedure({
    input: ticketId.extend({ fields: z.array(fieldName).optional() }),
    output: ticketViewSchema,
    roles: practising,
  }),
  'tickets.clearField': procedure({
    input: ticketId.extend({ field: fieldName }),
    output: ticketViewSchema,
    roles: practising,
  }),
  /** Takes back the last change a person made to the draft. */
  'tickets.undo': procedure({ input: ticketId, output: ticketViewSchema, roles: practising }),
  /** `missing` is not empty when it was not submitted; `despite` submits with elements missing all the same. */
  'tickets.submit': procedure({
    input: ticketId.extend({ despiteMissing: z.boolean().default(false) }),
    output: z.object({ submitted: z.boolean(), ticket: ticketViewSchema }),
    roles: practising,
  }),
  /** Sends a parked ticket once more. */
  'tickets.retry': procedure({ input: ticketId, output: ticketViewSchema, roles: practising }),

  'answers.search': procedure({
    input: z.object({ text: z.string().max(400), top: z.number().int().min(1).max(20).default(5) }),
    output: z.array(answerHitSchema),
    roles: everyone,
  }),
  'answers.markRead': procedure({
    input: ticketId.extend({ answerId: z.string() }),
    output: ticketViewSchema,
    roles: practising,
  }),
  ...knowledgeProcedures,
  ...reviewProcedures,
  ...rulebookProcedures,
  ...rehearsalProcedures,
  ...rulebookProcedures,

  'scripts.list': procedure({
    input: z.object({ callId: z.string().optional() }),
    output: z.array(scriptViewSchema),
    roles: everyone,
  }),
  'flags.dismiss': procedure({
    input: callId.extend({ turn: z.number().int(), rule: z.string() }),
    output: none,
    roles: practising,
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
  'settings.changed': event(settingsSchema, () => 'settings'),
  'models.changed': event(modelViewSchema, (model) => model.id),
  'mediaFork.changed': event(mediaForkViewSchema, () => 'media-fork'),
  ...knowledgeEvents,
  ...reviewEvents,
  ...rulebookEvents,
  ...rehearsalEvents,
  ...rulebookEvents,
  /** A turn of the citizen in a recording that is listened to; `done` after the last. */
  'recording.heard': event(z.object({ recordingId: z.string(), text: z.string(), done: z.boolean() })),
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
