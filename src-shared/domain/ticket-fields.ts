import * as z from 'zod'

/** 诉求类型: the six request types. */
export const requestTypes = ['咨询', '求助', '投诉', '举报', '建议', '表扬'] as const
/** 紧急程度, most urgent first. Dispatch within 1 h, 2 h and 24 h (DB11/T 2021—2022). */
export const urgencies = ['突发', '及时', '一般'] as const
export const genders = ['男', '女'] as const
/** 风险标签: several people, unpaid wages, the press or the public's eye, extreme words, told before without result. */
export const riskTags = ['群体', '欠薪', '舆情', '极端', '重复'] as const
export type RiskTag = (typeof riskTags)[number]

const localTime = z.string().regex(/^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2})?)?$/)

/** 事发时间 at the granularity spoken, local time; `to` is absent while the matter goes on. */
export const incidentTimeSchema = z.union([
  localTime,
  z.object({ from: localTime, to: localTime.optional() }),
])
export type IncidentTime = z.infer<typeof incidentTimeSchema>

/** 事发地址: the place of the incident, never the home address. */
export const incidentAddressSchema = z.object({
  district: z.string().optional(),
  street: z.string().optional(),
  community: z.string().optional(),
  road: z.string().optional(),
  number: z.string().optional(),
  poi: z.string().optional(),
  detail: z.string().optional(),
})
export type IncidentAddress = z.infer<typeof incidentAddressSchema>

/** 被反映对象: by id where the pack lists it, else by name alone. */
export const subjectRefSchema = z.object({ id: z.string().optional(), name: z.string() })
export type SubjectRef = z.infer<typeof subjectRefSchema>

/** 事项分类: a leaf of the pack's category catalogue. */
export const categoryRefSchema = z.object({ code: z.string(), path: z.array(z.string()) })
export type CategoryRef = z.infer<typeof categoryRefSchema>

/** 承诺: what the seat promised; by when and to whom as it was said (三个工作日内; absent to: to the caller). */
export const promiseSchema = z.object({
  what: z.string().max(60),
  by: z.string().max(30).optional(),
  to: z.string().max(30).optional(),
})
export type Promised = z.infer<typeof promiseSchema>

/** The values a ticket may hold. A field that was not said is absent. */
export const ticketFieldsSchema = z.object({
  contactName: z.string().max(40).optional(),
  gender: z.enum(genders).optional(),
  contactPhone: z
    .string()
    .regex(/^\d{5,15}$/)
    .optional(),
  requestType: z.enum(requestTypes).optional(),
  urgency: z.enum(urgencies).optional(),
  incidentTime: incidentTimeSchema.optional(),
  incidentAddress: incidentAddressSchema.optional(),
  subject: subjectRefSchema.optional(),
  category: categoryRefSchema.optional(),
  /** 承办单位: the unit that handles the matter, from the dispatch catalogue. */
  unit: z.string().max(60).optional(),
  /** 诉求内容: what happened, objective, no judgement. */
  content: z.string().max(2000).optional(),
  /** 诉求目的: one line that starts with a verb. */
  demand: z.string().max(200).optional(),
  confidential: z.boolean().optional(),
  anonymous: z.boolean().optional(),
  amountYuan: z.number().nonnegative().optional(),
  people: z.number().int().positive().optional(),
  riskTags: z.array(z.enum(riskTags)).optional(),
  promises: z.array(promiseSchema).optional(),
  /** 关联工单: numbers of tickets about the same matter, or the seat's own id of one that has no number yet. */
  linked: z.array(z.string().min(1).max(40)).max(20).optional(),
})
export type TicketFields = z.infer<typeof ticketFieldsSchema>
export type FieldName = keyof TicketFields

/** Field names in the order of the form. */
export const fieldNames = Object.keys(ticketFieldsSchema.shape) as readonly FieldName[]

/** The words a value came from: turn index (0-based), quote, and the span of audio in ms. */
export const evidenceSchema = z.object({
  turn: z.number().int().nonnegative(),
  quote: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  confidence: z.number().min(0).max(1),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** What understanding says about one field. */
export interface HeardValue<T = unknown> {
  readonly value: T
  /** 0–1; from {@link sureConfidence} on, one key accepts it with the others. */
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  /** Other readings, best first. */
  readonly alternatives: readonly T[]
  /** One short Chinese sentence, where a value needs a reason (request type, urgency). */
  readonly reason?: string
  /** The sentence that asks the citizen for what is missing of the value or doubtful in it. */
  readonly ask?: string
}

/**
 * A field of which only a part was heard (nine digits of a telephone number): it has no value, so that nothing half heard is
 * sent, and says what to ask.
 */
export interface HeardGap {
  readonly value?: undefined
  /** What was heard, as it is shown: 139 0247 99＿＿. */
  readonly partial: string
  readonly ask: string
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  readonly alternatives: readonly never[]
  readonly reason?: string
}

/** Everything understood so far; one entry a field that was said. */
export type HeardFields = { readonly [K in FieldName]?: HeardValue<NonNullable<TicketFields[K]>> | HeardGap }

/** From this confidence on a value counts as sure (solid bar, accepted by F2). */
export const sureConfidence = 0.8

export const fieldSourceSchema = z.enum(['typed', 'heard', 'rule', 'history'])

/** What is heard where a person's own value stands: shown beside it, and never put in its place. */
export const heardInsteadSchema = z.object({
  value: z.unknown(),
  confidence: z.number().min(0).max(1),
  evidence: z.array(evidenceSchema),
  reason: z.string().optional(),
  /** ISO time since when it is heard. */
  at: z.string(),
})
export type HeardInstead = z.infer<typeof heardInsteadSchema>

/** One field of a draft as stored and shown: the value and how it came to be. */
export const fieldEntrySchema = z.object({
  value: z.unknown(),
  source: fieldSourceSchema,
  confidence: z.number().min(0).max(1),
  evidence: z.array(evidenceSchema),
  alternatives: z.array(z.unknown()),
  /** Why the value is what it is: what understanding says, or a person who lowered the urgency. */
  reason: z.string().optional(),
  /** The sentence that asks the citizen for what is missing or doubtful. */
  ask: z.string().optional(),
  /** What was heard of a value that is not complete; the value is null then. */
  partial: z.string().optional(),
  heardInstead: heardInsteadSchema.optional(),
  /** True once a person typed, picked or accepted it: from then on nothing that is heard replaces it. */
  confirmed: z.boolean(),
  /** ISO time and staff number of the last change. */
  changedAt: z.string(),
  changedBy: z.string(),
})
export type FieldEntry = z.infer<typeof fieldEntrySchema>

/** A draft: entries by field. A field cleared by a person is kept as a confirmed entry with value null. */
export const ticketDraftSchema = z.partialRecord(
  z.enum(fieldNames as unknown as readonly [FieldName, ...FieldName[]]),
  fieldEntrySchema,
)
export type TicketDraft = z.infer<typeof ticketDraftSchema>
