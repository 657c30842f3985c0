import { elementText } from '../../catalogue/elements.ts'
import type { Checklist } from '../site-pack.ts'
import type { FieldName, TicketDraft, TicketFields } from '../ticket-fields.ts'

/** An element that a ticket still lacks, and the sentence that asks the citizen for it. */
export interface MissingElement {
  readonly element: string
  readonly label: string
  readonly question: string
}

interface Element {
  readonly element: keyof typeof elementText
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
    anyOf: ['requestType'],
    needed: always,
  },
  {
    element: 'event',
    anyOf: ['content', 'category'],
    needed: always,
  },
  {
    element: 'place',
    anyOf: ['incidentAddress'],
    needed: handled,
  },
  {
    element: 'time',
    anyOf: ['incidentTime'],
    needed: handled,
  },
  {
    element: 'persons',
    anyOf: ['contactName'],
    needed: (fields) => fields.anonymous !== true,
  },
  {
    element: 'phone',
    anyOf: ['contactPhone'],
    needed: (fields) => fields.anonymous !== true,
  },
  {
    element: 'demand',
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
    .map(({ element }) => ({
      element,
      label: elementText[element].label,
      question:
        asked?.ask.find((entry) => entry.element === element)?.question ?? elementText[element].question,
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
