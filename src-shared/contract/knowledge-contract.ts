import * as z from 'zod'
import { entryContentSchema, entryIdSchema, entryStates } from '../domain/knowledge/entry.ts'
import { turnSchema } from '../domain/call.ts'
import { entryRevisionSchema } from './central-knowledge.ts'
import {
  coverageGroupSchema,
  entryCheckSchema,
  entryListSchema,
  entryViewSchema,
  importPlanSchema,
  importRowSchema,
  knowledgeStatusSchema,
  saveOutcomeSchema,
  tableFormats,
  trialHitSchema,
  wholeAnswerSchema,
} from './knowledge-views.ts'
import { event, procedure } from './procedure.ts'

/** Procedures and events of the shared knowledge base (知识库). What is read works offline; what is decided needs the centre. */

const everyone = ['operator', 'trainer', 'reviewer', 'lead'] as const
const seats = ['operator', 'lead'] as const
const writers = ['trainer', 'lead'] as const
const none = z.object({})
const entryId = z.object({ entryId: entryIdSchema })
/** The revision that the person saw: of another one nothing is decided. */
const seenRevision = entryId.extend({ revision: z.number().int().positive() })
const reason = z.string().trim().min(1).max(400)

/** Longest piece of a file sent at once, in base64 characters (192 KiB). */
const piece = 262_144

export const entryFilterSchema = z.object({
  /** Words of title, phrasings, keywords, answer or id; pinyin is not meant here. */
  text: z.string().trim().max(200).default(''),
  states: z.array(z.enum(entryStates)).default([]),
  /** A category, or the beginning of its path. */
  category: z.string().default(''),
  /** Expiring within so many days, or expired already. */
  expiringDays: z.number().int().min(0).max(3650).optional(),
  /** Only those marked wrong or expired by seats. */
  marked: z.boolean().default(false),
  /** Only those with edits on this machine. */
  draftHere: z.boolean().default(false),
  /** Only those that the person here may approve. */
  mayApprove: z.boolean().default(false),
})
export type EntryFilter = z.infer<typeof entryFilterSchema>

export const knowledgeProcedures = {
  'knowledge.status': procedure({ input: none, output: knowledgeStatusSchema, roles: everyone }),
  'knowledge.list': procedure({
    input: entryFilterSchema.extend({
      order: z.enum(['changed', 'title', 'expires', 'read', 'marked']).default('changed'),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: entryListSchema,
    roles: writers,
  }),
  /** Ids of all entries that fit, for a bulk action on them. */
  'knowledge.ids': procedure({
    input: entryFilterSchema,
    output: z.object({ entryIds: z.array(z.string()) }),
    roles: writers,
  }),
  /** Entries by category, for tree and mind map (思维导图). */
  'knowledge.categories': procedure({
    input: none,
    output: z.array(z.object({ category: z.string(), entries: z.number().int() })),
    roles: writers,
  }),
  'knowledge.get': procedure({ input: entryId, output: entryViewSchema, roles: writers }),
  /** All revisions, newest first; asks the centre. */
  'knowledge.history': procedure({
    input: entryId,
    output: z.array(entryRevisionSchema),
    roles: writers,
  }),
  /** A free id for a new entry. */
  'knowledge.newId': procedure({ input: none, output: entryId, roles: writers }),
  /** Saves a revision; on an older base than the centre's newest it is merged. Stored here first: nothing is lost offline. */
  'knowledge.save': procedure({
    input: entryId.extend({ baseRevision: z.number().int().nonnegative(), content: entryContentSchema }),
    output: saveOutcomeSchema,
    roles: writers,
  }),
  /** Throws the edits on this machine away. */
  'knowledge.dropDraft': procedure({
    input: entryId,
    output: z.object({ dropped: z.boolean() }),
    roles: writers,
  }),
  'knowledge.submit': procedure({ input: seenRevision, output: entryViewSchema, roles: writers }),
  /** Publishes to every seat; refused to those who wrote it. */
  'knowledge.approve': procedure({ input: seenRevision, output: entryViewSchema, roles: writers }),
  'knowledge.return': procedure({
    input: seenRevision.extend({ reason }),
    output: entryViewSchema,
    roles: writers,
  }),
  /** Takes it from every seat. One that only the site pack has is brought to the centre for it: its revision is 0. */
  'knowledge.retire': procedure({
    input: entryId.extend({ revision: z.number().int().nonnegative(), reason }),
    output: entryViewSchema,
    roles: writers,
  }),
  /** The words of an earlier revision become the newest one, a draft. */
  'knowledge.restore': procedure({
    input: seenRevision.extend({ from: z.number().int().positive() }),
    output: entryViewSchema,
    roles: writers,
  }),
  /** The same for many: what cannot be done for one is said of that one. `category` moves them as drafts. */
  'knowledge.bulk': procedure({
    input: z.object({
      entryIds: z.array(entryIdSchema).min(1).max(1000),
      action: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('submit') }),
        z.object({ kind: z.literal('approve') }),
        z.object({ kind: z.literal('retire'), reason }),
        z.object({ kind: z.literal('category'), category: z.string().trim().max(100) }),
        z.object({ kind: z.literal('expires'), expires: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
      ]),
    }),
    output: z.object({
      done: z.array(z.string()),
      failed: z.array(z.object({ entryId: z.string(), message: z.string() })),
    }),
    roles: writers,
  }),
  /** Meters and warnings for words being written, its neighbours considered; fast enough for every pause in typing. */
  'knowledge.check': procedure({
    input: entryId.extend({ content: entryContentSchema.extend({ title: z.string().max(200) }) }),
    output: entryCheckSchema,
    roles: writers,
  }),
  /** Ranks for words or turns of a citizen, as a seat would be offered, and says why. */
  'knowledge.try': procedure({
    input: z.object({
      text: z.string().max(400).default(''),
      turns: z.array(turnSchema).max(200).default([]),
      top: z.number().int().min(1).max(20).default(5),
    }),
    output: z.array(trialHitSchema),
    roles: writers,
  }),
  /** Real questions without an answer that are like this entry: phrasings to add (相似问). */
  'knowledge.proposePhrasings': procedure({
    input: z.object({ content: entryContentSchema.extend({ title: z.string().max(200) }) }),
    output: z.array(z.object({ text: z.string(), asked: z.number().int().positive() })),
    roles: writers,
  }),
  /** What was asked at all seats and not found; asks the centre, falls back to this seat's own while it is away. */
  'knowledge.coverage': procedure({
    input: z.object({
      days: z.number().int().min(1).max(366).default(30),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.array(coverageGroupSchema),
    roles: writers,
  }),
  /** A group is dealt with: it is not shown again until it is asked anew. */
  'knowledge.dismissQuestions': procedure({
    input: z.object({ texts: z.array(z.string().min(1).max(400)).min(1).max(500) }),
    output: none,
    roles: writers,
  }),

  /** One or more files (a Markdown folder is its files, or one file of them joined). */
  'knowledge.importBegin': procedure({
    input: z.object({
      format: z.enum(tableFormats),
      files: z
        .array(z.object({ name: z.string().min(1).max(300), bytes: z.number().int().nonnegative() }))
        .min(1)
        .max(20_000),
    }),
    output: z.object({ uploadId: z.string() }),
    roles: writers,
  }),
  'knowledge.importAppend': procedure({
    input: z.object({
      uploadId: z.string(),
      file: z.number().int().nonnegative(),
      base64: z.base64().max(piece),
    }),
    output: none,
    roles: writers,
  }),
  /** Reads what was sent and says what an import would change (试导入); changes nothing. */
  'knowledge.importPlan': procedure({
    input: z.object({ uploadId: z.string() }),
    output: importPlanSchema,
    roles: writers,
  }),
  'knowledge.importRows': procedure({
    input: z.object({
      planId: z.string(),
      outcome: z.enum(['new', 'changed', 'same', 'bad']).optional(),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(importRowSchema), total: z.number().int().nonnegative() }),
    roles: writers,
  }),
  /** Saves new and changed rows as drafts, progress as `knowledge.importProgress`. Bad rows are left out. */
  'knowledge.importApply': procedure({
    input: z.object({ planId: z.string() }),
    output: z.object({
      saved: z.number().int(),
      failed: z.array(z.object({ entryId: z.string(), message: z.string() })),
    }),
    roles: writers,
  }),
  /** Brings all answers that are only in the site pack to the centre, as drafts. */
  'knowledge.importPack': procedure({ input: none, output: importPlanSchema, roles: writers }),
  /** Makes a file of the entries that fit: their newest words, or only what is published. */
  'knowledge.export': procedure({
    input: z.object({
      format: z.enum(tableFormats),
      filter: entryFilterSchema.prefault({}),
      published: z.boolean().default(false),
    }),
    output: z.object({
      exportId: z.string(),
      name: z.string(),
      mediaType: z.string(),
      bytes: z.number().int(),
      entries: z.number().int(),
    }),
    roles: writers,
  }),
  'knowledge.exportPiece': procedure({
    input: z.object({ exportId: z.string(), from: z.number().int().nonnegative() }),
    output: z.object({ base64: z.base64(), done: z.boolean() }),
    roles: writers,
  }),

  /** The whole published entry, for a seat. */
  'knowledge.answer': procedure({
    input: z.object({ answerId: z.string() }),
    output: wholeAnswerSchema,
    roles: everyone,
  }),
  /** A seat says that an answer is wrong or expired; trainers see it on the entry. */
  'knowledge.mark': procedure({
    input: z.object({
      answerId: z.string(),
      kind: z.enum(['wrong', 'expired']),
      note: z.string().trim().max(200).default(''),
    }),
    output: none,
    roles: seats,
  }),
  /** Trusts the centre's present key (a centre that was set up anew) and takes all increments again. */
  'knowledge.trustCentre': procedure({ input: none, output: knowledgeStatusSchema, roles: ['lead'] }),
} as const

export const knowledgeEvents = {
  'knowledge.statusChanged': event(knowledgeStatusSchema, () => 'knowledge'),
  /** Entries changed at the centre or here: ask again for what is shown. Empty where there are too many to name. */
  'knowledge.changed': event(z.object({ entryIds: z.array(z.string()) })),
  'knowledge.importProgress': event(
    z.object({ planId: z.string(), saved: z.number().int(), total: z.number().int() }),
    ({ planId }) => planId,
  ),
} as const
