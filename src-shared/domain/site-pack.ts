import * as z from 'zod'
import { requestTypes, urgencies } from './ticket-fields.ts'

/**
 * The site pack (知识库): everything a city differs in, as data. One schema a file; `knowledge-base/README.md` describes
 * the files, `src-main/core/knowledge` reads them.
 */

const list = z
  .string()
  .default('')
  .transform((cell) => cell.split('|').filter((item) => item !== ''))

export const packMetaSchema = z.object({
  id: z.string().min(1),
  city: z.string().min(1),
  province: z.string().min(1),
  cityCode: z.string().min(1),
  areaCode: z.string().min(1),
  version: z.string().min(1),
  sample: z.boolean().default(false),
  notice: z.string().default(''),
  hotlineName: z.string().min(1),
  /** How long a seat keeps what it holds, in days: `recordingsDays`, `transcriptsDays`, `ticketsDays`. */
  retention: z.record(z.string(), z.number().int().positive()).default({}),
  /** Whether the sound of calls may be kept (通话录音). */
  recording: z.enum(['keep', 'forbid']).default('keep'),
})
export type PackMeta = z.infer<typeof packMetaSchema>

export const divisionSchema = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  level: z.enum(['district', 'street', 'community']),
  parent: z.string(),
})
export type Division = z.infer<typeof divisionSchema>

export const roadSchema = z.object({ name: z.string().min(1), districts: list, streets: list })
export type Road = z.infer<typeof roadSchema>

export const pointSchema = z.object({
  name: z.string().min(1),
  kind: z.string().min(1),
  district: z.string().default(''),
  street: z.string().default(''),
  aliases: list,
})
export type Point = z.infer<typeof pointSchema>

/** 被反映对象 as `subjects.csv` lists it. */
export const subjectSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  aliases: list,
  address: z.string().default(''),
  kind: z.string().default('other'),
})
export type Subject = z.infer<typeof subjectSchema>

export const categorySchema = z.object({
  code: z.string().regex(/^\d{7}$/),
  level1: z.string().min(1),
  level2: z.string().min(1),
  level3: z.string().min(1),
  keywords: list,
  unit: z.string().min(1),
  urgency: z.enum(urgencies),
})
export type Category = z.infer<typeof categorySchema>

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** One standard answer (口径); also a line of a `kb.jsonl` file, where only id, title and answer are required. */
export const answerSchema = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  similar: z.array(z.string()).default([]),
  category: z.string().default(''),
  keywords: z.array(z.string()).default([]),
  answer: z.string().default(''),
  effective: day.optional(),
  expires: day.optional(),
  source: z.string().optional(),
})
export type Answer = z.infer<typeof answerSchema>

export const scriptPhases = [
  'greeting',
  'ask',
  'readback',
  'hold',
  'transfer',
  'urgent',
  'comfort',
  'closing',
  'wrong-number',
] as const

/** A script (话术) with `{{placeholders}}`. */
export const scriptSchema = z.object({
  id: z.string().min(1),
  phase: z.enum(scriptPhases),
  title: z.string().min(1),
  text: z.string().min(1),
  slots: z.array(z.object({ name: z.string(), anyOf: z.array(z.string()) })).default([]),
  key: z.string().optional(),
  /** The request types (诉求类型) that it is meant for; without it, for any. */
  for: z.array(z.enum(requestTypes)).optional(),
})
export type Script = z.infer<typeof scriptSchema>

export const checklistSchema = z.object({
  category: z.string().min(1),
  ask: z.array(z.object({ element: z.string(), question: z.string() })),
})
export type Checklist = z.infer<typeof checklistSchema>

export const lexiconSchema = z.object({
  synonyms: z.array(z.array(z.string())).default([]),
  homophones: z.array(z.object({ heard: z.string(), meant: z.string() })).default([]),
  fillers: z.array(z.string()).default([]),
  foldings: z.array(z.tuple([z.string(), z.string()])).default([]),
})
export type Lexicon = z.infer<typeof lexiconSchema>

/** A wording rule of the pack. What `patterns` mean is the rule's own business; see `domain/wording`. */
export const normRuleSchema = z.object({
  rule: z.string().min(1),
  title: z.string().min(1),
  clause: z.string().default(''),
  severity: z.enum(['info', 'caution', 'serious']).default('caution'),
  from: day.optional(),
  threshold: z.number().optional(),
  why: z.string().default(''),
  rewrite: z.string().default(''),
  phrases: z.array(z.object({ say: z.string(), rewrite: z.string().optional() })).default([]),
  patterns: z
    .array(z.object({ match: z.string(), why: z.string().optional(), rewrite: z.string().optional() }))
    .default([]),
  /** Regular expressions that make a match harmless. */
  except: z.array(z.string()).default([]),
  /** Regular expressions of what makes a match harmless when it is said nearby; how near is the rule's own business. */
  remedies: z.array(z.string()).optional(),
  /** Regular expressions of which one has to be found in what the citizen says around the match. */
  context: z.array(z.string()).optional(),
})
export type NormRule = z.infer<typeof normRuleSchema>

export interface SitePack {
  readonly meta: PackMeta
  readonly divisions: readonly Division[]
  readonly roads: readonly Road[]
  readonly points: readonly Point[]
  readonly subjects: readonly Subject[]
  readonly categories: readonly Category[]
  readonly answers: readonly Answer[]
  readonly scripts: readonly Script[]
  readonly checklists: readonly Checklist[]
  readonly norms: readonly NormRule[]
  readonly lexicon: Lexicon
}
