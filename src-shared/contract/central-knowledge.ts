import * as z from 'zod'
import { deedSchema, entryContentSchema, entryIdSchema, entrySchema } from '../domain/knowledge/entry.ts'
import { incrementSchema } from '../domain/knowledge/increment.ts'
import { mergeSchema } from '../domain/knowledge/merge.ts'

/** The knowledge part of the central API (知识库接口): one definition for the server, the seat's client and the OpenAPI document. */

export const knowledgePaths = {
  key: '/v1/knowledge/key',
  changes: '/v1/knowledge/changes',
  entries: '/v1/knowledge/entries',
  saves: '/v1/knowledge/saves',
  steps: '/v1/knowledge/steps',
  signals: '/v1/knowledge/signals',
  adoption: '/v1/knowledge/adoption',
  unanswered: '/v1/knowledge/unanswered',
  dismissals: '/v1/knowledge/dismissals',
} as const

/** Saves, steps or signals sent at once. */
export const knowledgeBatch = 100

/** The key that increments are signed with: Ed25519, SPKI in base64. */
export const signingKeySchema = z.object({ algorithm: z.literal('Ed25519'), publicKey: z.base64() })

export const incrementPageSchema = z.object({
  increments: z.array(incrementSchema),
  /** The centre's newest; smaller than what a seat has where the centre was set up anew. */
  newest: z.number().int().nonnegative(),
})
export type IncrementPage = z.infer<typeof incrementPageSchema>

/** Entries as they are, in the order of their last change: `stamp` grows with every change of any of them. */
export const stampedEntriesSchema = z.object({
  entries: z.array(z.object({ stamp: z.number().int().positive(), entry: entrySchema })),
})

export const revisionStepNames = [
  'saved',
  'merged',
  'imported',
  'restored',
  'submitted',
  'returned',
  'published',
  'retired',
] as const

/** A revision with all that was done to it, in that order. */
export const entryRevisionSchema = z.object({
  revision: z.number().int().positive(),
  content: entryContentSchema,
  saved: deedSchema,
  steps: z.array(deedSchema.extend({ step: z.enum(revisionStepNames), note: z.string().optional() })),
})
export type EntryRevision = z.infer<typeof entryRevisionSchema>

export const entrySaveSchema = z.object({
  entryId: entryIdSchema,
  /** The revision that was edited; 0 where the centre had none. */
  baseRevision: z.number().int().nonnegative(),
  /** What was edited, where it was no revision of the centre: an answer of the site pack. */
  base: entryContentSchema.optional(),
  content: entryContentSchema,
  how: z.enum(['saved', 'imported', 'restored']).default('saved'),
})
export type EntrySave = z.infer<typeof entrySaveSchema>

/** `same`: the centre has just this already. `conflict`: nothing was saved, a person has to choose. */
export const saveResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['saved', 'same']), entry: entrySchema }),
  z.object({ outcome: z.enum(['merged', 'conflict']), entry: entrySchema, merge: mergeSchema }),
])
export type SaveResult = z.infer<typeof saveResultSchema>

const reason = z.string().trim().min(1).max(400)
export const entryStepSchema = z.discriminatedUnion('step', [
  z.object({
    entryId: entryIdSchema,
    step: z.enum(['submit', 'approve']),
    revision: z.number().int().positive(),
  }),
  z.object({
    entryId: entryIdSchema,
    step: z.enum(['return', 'retire']),
    revision: z.number().int().positive(),
    reason,
  }),
])
export type EntryStep = z.infer<typeof entryStepSchema>

/** In the order of the steps; a refused one says why in the user's words. */
export const stepResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), entry: entrySchema }),
  z.object({ outcome: z.literal('refused'), entryId: z.string(), code: z.string(), message: z.string() }),
])
export type StepResult = z.infer<typeof stepResultSchema>

/** What a seat tells of its answers: read out (已播报), wrong (有误), expired (过期), or a question without one (未命中). */
export const signalSchema = z.discriminatedUnion('kind', [
  z.object({
    id: z.uuid(),
    at: z.iso.datetime(),
    kind: z.enum(['read', 'wrong', 'expired']),
    entryId: z.string().max(100),
    version: z.string().max(100),
    note: z.string().max(200).default(''),
  }),
  z.object({
    id: z.uuid(),
    at: z.iso.datetime(),
    kind: z.literal('unanswered'),
    text: z.string().min(1).max(200),
  }),
])
export type Signal = z.infer<typeof signalSchema>

export const entryMarkSchema = z.object({
  kind: z.enum(['wrong', 'expired']),
  note: z.string(),
  at: z.string(),
  staffNumber: z.string(),
})

/** How a version of an answer fares at all seats; `marks` are the newest ones. */
export const adoptionSchema = z.object({
  stamp: z.number().int().positive(),
  entryId: z.string(),
  version: z.string(),
  read: z.number().int().nonnegative(),
  wrong: z.number().int().nonnegative(),
  expired: z.number().int().nonnegative(),
  marks: z.array(entryMarkSchema),
})
export type Adoption = z.infer<typeof adoptionSchema>

export const unansweredSchema = z.object({
  text: z.string(),
  asked: z.number().int().positive(),
  lastAt: z.string(),
})
export type Unanswered = z.infer<typeof unansweredSchema>
