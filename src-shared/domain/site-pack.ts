import * as z from 'zod'
import { requestTypes, urgencies } from './ticket-fields.ts'
import { returnReasons } from './ticket/return-reasons.ts'
import type { MysteryCaller, RehearsalScript } from './rehearsal/rehearsal-script.ts'
import type { Scorecard } from './review/scorecard.ts'

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

/** `权属不清>{district}政务服务和数据管理局`: who gets the ticket next after such a return. */
const returns = list.transform((items, context) =>
  items.flatMap((item) => {
    const [reason = '', to = ''] = item.split('>')
    const known = returnReasons.find((name) => name === reason)
    if (known !== undefined && to !== '') return [{ reason: known, to }]
    context.addIssue({ code: 'custom', message: item })
    return []
  }),
)

/**
 * One rule of the dispatch catalogue (派单目录). `category` is a code or its first two or four digits; `place` is `*`, a
 * district, a street or town, or `road:` and a part of the road's name (`road:高速`). Units may hold `{district}` and
 * `{street}`, which the incident address fills; `unplaced` is the unit while it cannot.
 */
export const dispatchRuleSchema = z.object({
  category: z.string().regex(/^(?:\d{2}|\d{4}|\d{7})$/),
  place: z.string().default('*'),
  unit: z.string().min(1),
  unplaced: z.string().default(''),
  fallback: list,
  returns,
})
export type DispatchRule = z.infer<typeof dispatchRuleSchema>

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const clock = z.string().regex(/^\d{2}:\d{2}$/)
const period = z.object({ from: clock, to: clock }).refine(({ from, to }) => from < to)

/** The working-day calendar (工作日历): days are China's, both ends of a holiday count. */
export const calendarSchema = z.object({
  timezone: z.literal('Asia/Shanghai').default('Asia/Shanghai'),
  /** ISO weekdays (Monday is 1) and the office hours of the bodies that tickets go to. */
  workingHours: z
    .object({ days: z.array(z.int().min(1).max(7)).min(1), periods: z.array(period).min(1) })
    .default({
      days: [1, 2, 3, 4, 5],
      periods: [
        { from: '09:00', to: '12:00' },
        { from: '14:00', to: '18:00' },
      ],
    }),
  hotlineHours: z.array(period).default([]),
  years: z
    .array(
      z.object({
        year: z.int(),
        /** Worked out and not published: what is counted with it is shown as such. */
        assumed: z.boolean().default(false),
        source: z.string().default(''),
        holidays: z.array(z.object({ name: z.string(), from: day, to: day })).default([]),
        makeUpWorkdays: z.array(z.object({ date: day, for: z.string().default('') })).default([]),
      }),
    )
    .default([]),
})
export type Calendar = z.infer<typeof calendarSchema>

/** A legal clock (办理时限): within how long a ticket must be dispatched (派发) or answered (反馈), from the call on. */
const deadlineRuleSchema = z.object({
  what: z.enum(['dispatch', 'feedback']),
  urgency: z.enum(urgencies),
  /** Only for these request types; without it, for those that no other rule names. */
  requestTypes: z.array(z.enum(requestTypes)).optional(),
  limit: z.number().positive(),
  unit: z.enum(['hour', 'workingHour', 'day', 'workingDay']),
})
export type DeadlineRule = z.infer<typeof deadlineRuleSchema>

export const deadlinesSchema = z.object({
  /** The norm that the limits come from. */
  source: z.string().default(''),
  rules: z.array(deadlineRuleSchema).default([]),
})
type Deadlines = z.infer<typeof deadlinesSchema>

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
  /** Groups of words for one thing, some of them vague: only the search for answers uses them. `…` stands for a few characters. */
  meanings: z.array(z.array(z.string())).optional(),
  homophones: z.array(z.object({ heard: z.string(), meant: z.string() })).default([]),
  fillers: z.array(z.string()).default([]),
  foldings: z.array(z.tuple([z.string(), z.string()])).default([]),
})
export type Lexicon = z.infer<typeof lexiconSchema> & {
  /** What pieces of text mean, learnt from `phrasings/`: only the search for answers uses it. */
  readonly vectors?: MeaningVectors
}

/**
 * What pieces of text mean, as learnt from how citizens say things (`tests/bench/fit-meanings.ts`): texts whose pieces' vectors
 * add up to like directions are about the same. Piece `p` has the numbers `values[p × dimensions …]`, times `scales[p]`.
 */
export interface MeaningVectors {
  readonly dimensions: number
  readonly pieces: readonly string[]
  readonly scales: Float32Array
  readonly values: Int8Array
  /** Directions of the matters that were learnt from, one after another, in steps of 1/127. */
  readonly matters: Int8Array
}

/** `lexicon/vectors.json`, which `tests/bench/fit-meanings.ts` writes: numbers are base64. */
export const vectorsFileSchema = z.object({
  dimensions: z.int().positive(),
  /** Parted by blanks. */
  pieces: z.string(),
  /** Little-endian floats. */
  scales: z.string(),
  /** Half a byte each, see `read-vectors.ts`. */
  values: z.string(),
  /** Bytes. */
  matters: z.string(),
})
export type VectorsFile = z.infer<typeof vectorsFileSchema>

/** A file of `lexicon/`: groups like those of `meanings`, the official word as key, what is said for it after it, by blanks. */
export const meaningsSchema = z.record(z.string(), z.string())
export type Meanings = z.infer<typeof meaningsSchema>

export function meaningGroups(meanings: Meanings): string[][] {
  return Object.entries(meanings).map(([official, said]) => [official, ...said.split(/\s+/u).filter(Boolean)])
}

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
  /**
   * With it an entry is scored (`domain/wording/score-turn.ts`): its patterns count as evidence only, its phrases still flag.
   * In logits: 0 flags where a breach is as likely as not, 1 where it is about three times as likely.
   */
  scoreAbove: z.number().optional(),
})
export type NormRule = z.infer<typeof normRuleSchema>

export interface SitePack {
  readonly meta: PackMeta
  readonly divisions: readonly Division[]
  readonly roads: readonly Road[]
  readonly points: readonly Point[]
  readonly subjects: readonly Subject[]
  readonly categories: readonly Category[]
  readonly dispatch: readonly DispatchRule[]
  readonly calendar: Calendar
  readonly deadlines: Deadlines
  readonly answers: readonly Answer[]
  readonly scripts: readonly Script[]
  readonly checklists: readonly Checklist[]
  readonly norms: readonly NormRule[]
  readonly lexicon: Lexicon
  readonly scorecard: Scorecard
  readonly rehearsals: readonly RehearsalScript[]
  readonly mysteryCaller: MysteryCaller
}
