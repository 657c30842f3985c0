import * as z from 'zod'
import { entryMarkSchema } from './central-knowledge.ts'
import { actorSchema, deedSchema, entryContentSchema, entryStates } from '../domain/knowledge/entry.ts'
import { findingSchema, metersSchema } from '../domain/knowledge/finding.ts'
import { mergeSchema } from '../domain/knowledge/merge.ts'

/** What the trainer's workbench (知识工作台) shows. */

/** Where an entry's newest words are: at the centre, only in the site pack so far, or only on this machine. */
export const entryOrigins = ['centre', 'pack', 'here'] as const

/** One line of the list. */
export const entryRowSchema = z.object({
  entryId: z.string(),
  origin: z.enum(entryOrigins),
  title: z.string(),
  category: z.string(),
  state: z.enum(entryStates),
  /** Newest revision; 0 where the centre has none. */
  revision: z.number().int().nonnegative(),
  /** What seats use now, as tickets cite it after the @; absent where they have none. */
  version: z.string().optional(),
  effective: z.string().optional(),
  expires: z.string().optional(),
  /** ISO, and the name of who changed it; absent for an entry of the pack. */
  changedAt: z.string().optional(),
  changedBy: z.string().optional(),
  /** Of the words to say. */
  characters: z.number().int().nonnegative(),
  /** Sent back by a reviewer and not submitted again. */
  returned: z.boolean(),
  /** Edits on this machine that the centre does not have yet. */
  draftHere: z.boolean(),
  /** Read out, and marked wrong or expired since this version was published, at all seats. */
  read: z.number().int().nonnegative(),
  wrong: z.number().int().nonnegative(),
  expired: z.number().int().nonnegative(),
})
export type EntryRow = z.infer<typeof entryRowSchema>

export const entryListSchema = z.object({
  rows: z.array(entryRowSchema),
  /** That fit, on all pages. */
  total: z.number().int().nonnegative(),
  /** All entries by state, whatever was searched for. */
  states: z.record(z.enum(entryStates), z.number().int().nonnegative()),
})
export type EntryList = z.infer<typeof entryListSchema>

/** An entry opened for work. */
export const entryViewSchema = z.object({
  entryId: z.string(),
  origin: z.enum(entryOrigins),
  state: z.enum(entryStates),
  /** 0 where the centre has none: `save` it with `baseRevision` 0. */
  revision: z.number().int().nonnegative(),
  content: entryContentSchema,
  /** What seats say now, where it differs from `content` or not. */
  published: deedSchema.partial().extend({ version: z.string(), content: entryContentSchema }).optional(),
  changed: deedSchema.optional(),
  submitted: deedSchema.optional(),
  returned: deedSchema.extend({ reason: z.string() }).optional(),
  /** Edits that are only here: made offline, or not sent yet. */
  draft: z
    .object({
      baseRevision: z.number().int().nonnegative(),
      content: entryContentSchema,
      savedAt: z.string(),
      /** Why the centre did not take it, in the user's words. */
      trouble: z.string().optional(),
    })
    .optional(),
  /** Whether the person here may approve it: a trainer or lead who wrote none of it since the last publication. */
  mayApprove: z.boolean(),
  marks: z.array(entryMarkSchema),
  read: z.number().int().nonnegative(),
})
export type EntryView = z.infer<typeof entryViewSchema>

/** What became of a save. `kept-here`: the centre is away, it goes out by itself; `conflict`: a person has to choose. */
export const saveOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), entry: entryViewSchema }),
  z.object({ outcome: z.literal('merged'), entry: entryViewSchema, merge: mergeSchema }),
  z.object({ outcome: z.literal('kept-here'), entry: entryViewSchema }),
  z.object({ outcome: z.literal('conflict'), entry: entryViewSchema, merge: mergeSchema }),
])
export type SaveOutcome = z.infer<typeof saveOutcomeSchema>

export const entryCheckSchema = z.object({ meters: metersSchema, findings: z.array(findingSchema) })
export type EntryCheck = z.infer<typeof entryCheckSchema>

/** The test bench (试问): the ranking, and what of the words was found where in each entry. */
export const trialHitSchema = z.object({
  entryId: z.string(),
  title: z.string(),
  version: z.string(),
  answer: z.string(),
  score: z.number(),
  matched: z.array(z.string()),
  why: z.array(
    z.object({
      field: z.enum(['title', 'similar', 'keywords', 'answer']),
      text: z.string(),
      words: z.array(z.string()),
    }),
  ),
})
export type TrialHit = z.infer<typeof trialHitSchema>

/** Questions that found no answer (未命中), grouped by likeness. */
export const coverageGroupSchema = z.object({
  /** The commonest wording. */
  question: z.string(),
  asked: z.number().int().positive(),
  lastAt: z.string(),
  phrasings: z.array(z.object({ text: z.string(), asked: z.number().int().positive() })),
  /** The entry that comes nearest, which may only lack this phrasing. */
  nearest: z.object({ entryId: z.string(), title: z.string() }).optional(),
})
export type CoverageGroup = z.infer<typeof coverageGroupSchema>

export const tableFormats = ['csv', 'jsonl', 'markdown', 'xlsx'] as const
export type TableFormat = (typeof tableFormats)[number]

/** What an import would do with one row; `line` counts from 1 in its file (the sheet's own row for csv and xlsx). */
export const importRowSchema = z.object({
  file: z.string(),
  line: z.number().int().positive(),
  outcome: z.enum(['new', 'changed', 'same', 'bad']),
  entryId: z.string(),
  title: z.string(),
  /** Of a changed one. */
  changes: z.array(z.string()),
  /** Of a bad one, in the user's words. */
  reasons: z.array(z.string()),
})
export type ImportRow = z.infer<typeof importRowSchema>

export const importPlanSchema = z.object({
  planId: z.string(),
  counts: z.object({
    new: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    bad: z.number().int(),
  }),
})
export type ImportPlanView = z.infer<typeof importPlanSchema>

export const knowledgeStatusSchema = z.object({
  /** Whether the centre answered last. */
  centre: z.enum(['starting', 'online', 'offline']),
  /** Number of the last published increment in use at this seat. */
  sequence: z.number().int().nonnegative(),
  /** Answers that seats can be offered here. */
  answers: z.number().int().nonnegative(),
  /** Edits on this machine that wait for the centre. */
  draftsHere: z.number().int().nonnegative(),
  /** Short fingerprint of the key that increments are checked with. */
  key: z.string().optional(),
  /** Such as a refused increment, in the user's words. */
  trouble: z.string().optional(),
})
export type KnowledgeStatus = z.infer<typeof knowledgeStatusSchema>

/** A published answer in full, as a seat opens it. */
export const wholeAnswerSchema = z.object({
  answerId: z.string(),
  version: z.string(),
  content: entryContentSchema,
  publishedAt: z.string().optional(),
  publishedBy: actorSchema.optional(),
})
export type WholeAnswer = z.infer<typeof wholeAnswerSchema>
