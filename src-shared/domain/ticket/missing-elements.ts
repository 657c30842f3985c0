import type { Checklist } from '../site-pack.ts'
import type { FieldName, TicketDraft, TicketFields } from '../ticket-fields.ts'

/** An element that a ticket still lacks, and the sentence that asks the citizen for it. */
export interface MissingElement {
  readonly element: string
  readonly label: string
  readonly question: string
}

interface Element {
  readonly element: string
  readonly label: string
  readonly question: string
  /** Any of these fields settles it. */
  readonly anyOf: readonly FieldName[]
  readonly needed: (fields: Partial<TicketFields>) => boolean
}

const always = (): boolean => true
/** A question that was asked and a word of praise need no place, time or demand to be handled. */
const handled = (fields: Partial<TicketFields>): boolean =>
  fields.requestType !== '咨询' && fields.requestType !== '表扬'

/** 五要素 (time, place, persons, event, demand) plus the type and a way to answer, in the order to ask. */
const elements: readonly Element[] = [
  {
    element: 'type',
    label: '诉求类型',
    question: '请问您是想咨询、求助还是投诉呢？',
    anyOf: ['requestType'],
    needed: always,
  },
  {
    element: 'event',
    label: '事件',
    question: '请您说一下是什么情况，好吗？',
    anyOf: ['content', 'category'],
    needed: always,
  },
  {
    element: 'place',
    label: '地点',
    question: '请问事情发生在哪个区、哪条路、多少号？',
    anyOf: ['incidentAddress'],
    needed: handled,
  },
  {
    element: 'time',
    label: '时间',
    question: '请问是什么时候开始的？',
    anyOf: ['incidentTime'],
    needed: handled,
  },
  {
    element: 'persons',
    label: '诉求人',
    question: '请问您贵姓？',
    anyOf: ['contactName'],
    needed: (fields) => fields.anonymous !== true,
  },
  {
    element: 'phone',
    label: '联系电话',
    question: '请问用哪个电话联系您方便？',
    anyOf: ['contactPhone'],
    needed: (fields) => fields.anonymous !== true,
  },
  {
    element: 'demand',
    label: '诉求目的',
    question: '请问您希望怎样处理？',
    anyOf: ['demand'],
    needed: handled,
  },
]

/**
 * What is missing of the five elements (五要素). The questions are the pack's for the category where its checklist has one,
 * else general ones.
 */
export function missingElements(
  draft: TicketDraft,
  checklists: readonly Checklist[],
): readonly MissingElement[] {
  const fields = Object.fromEntries(
    Object.entries(draft).map(([field, entry]) => [field, entry.value]),
  ) as Partial<TicketFields>
  const asked = checklistFor(fields, checklists)
  return elements
    .filter((item) => item.needed(fields) && !item.anyOf.some((field) => isFilled(fields[field])))
    .map(({ element, label, question }) => ({
      element,
      label,
      question: asked?.ask.find((entry) => entry.element === element)?.question ?? question,
    }))
}

function checklistFor(
  fields: Partial<TicketFields>,
  checklists: readonly Checklist[],
): Checklist | undefined {
  const path = fields.category?.path ?? []
  return path
    .toReversed()
    .map((name) => checklists.find((checklist) => checklist.category === name))
    .find((checklist) => checklist !== undefined)
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}
