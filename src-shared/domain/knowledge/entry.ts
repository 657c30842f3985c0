import * as z from 'zod'
import type { Answer } from '../site-pack.ts'

/** What a knowledge entry (知识条目) is: the same words everywhere it is written, reviewed, published and searched. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Ids are file names, and parts of `id@version` on a ticket. */
export const entryIdSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u)

/**
 * What trainers write. The bounds keep a slip of the clipboard out; what makes a good answer is said by `check-entry.ts`.
 * `answer` is Markdown of bold, lists, line breaks and links; paragraphs are parted by blank lines.
 */
export const entryContentSchema = z.object({
  title: z.string().trim().min(1).max(200),
  similar: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
  category: z.string().trim().max(100).default(''),
  keywords: z.array(z.string().trim().min(1).max(60)).max(100).default([]),
  answer: z.string().trim().max(8000).default(''),
  effective: day.optional(),
  expires: day.optional(),
  source: z.string().trim().max(400).optional(),
})
export type EntryContent = z.infer<typeof entryContentSchema>

export const contentFields = [
  'title',
  'similar',
  'category',
  'keywords',
  'answer',
  'effective',
  'expires',
  'source',
] as const satisfies readonly (keyof EntryContent)[]
export type ContentField = (typeof contentFields)[number]

/** 草稿 → 审核中 → 已发布 → 已停用: the state of an entry's newest revision. Seats go on using the published one. */
export const entryStates = ['draft', 'review', 'published', 'retired'] as const
export type EntryState = (typeof entryStates)[number]

export const actorSchema = z.object({ staffNumber: z.string(), staffName: z.string() })
export type Actor = z.infer<typeof actorSchema>

export const deedSchema = z.object({ at: z.string(), by: actorSchema })
export type Deed = z.infer<typeof deedSchema>

/** An entry as the centre holds it. Every save is a revision, counted from 1; the published one is the `version` a ticket cites. */
export const entrySchema = z.object({
  id: entryIdSchema,
  state: z.enum(entryStates),
  revision: z.number().int().positive(),
  content: entryContentSchema,
  changed: deedSchema,
  /** Who wrote since the last publication: none of them may approve. */
  authors: z.array(z.string()),
  /** Present while it waits for a reviewer. */
  submitted: deedSchema.optional(),
  /** Why a reviewer sent it back; gone once it is submitted again. */
  returned: deedSchema.extend({ reason: z.string() }).optional(),
  /** What seats use now. */
  published: deedSchema.extend({ revision: z.number().int().positive() }).optional(),
})
export type Entry = z.infer<typeof entrySchema>

/** How the search for answers sees an entry. */
export function toAnswer(id: string, content: EntryContent): Answer {
  return { id, ...content }
}

/** An answer of a pack or a table as content; its bounds are not looked at. */
export function fromAnswer(answer: Answer): EntryContent {
  const { title, similar, category, keywords, effective, expires, source } = answer
  return {
    title,
    similar,
    category,
    keywords,
    answer: answer.answer,
    ...(effective === undefined ? {} : { effective }),
    ...(expires === undefined ? {} : { expires }),
    ...(source === undefined ? {} : { source }),
  }
}

/** The fields in which two contents differ. */
export function changedContent(before: EntryContent, after: EntryContent): readonly ContentField[] {
  return contentFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}
