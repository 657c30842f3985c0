import {
  sureConfidence,
  type FieldEntry,
  type FieldName,
  type HeardInstead,
  type TicketDraft,
} from '../ticket-fields.ts'
import { isLessUrgent } from './urgency-order.ts'

/** What was heard and what a person filed do not fit together: a calm line at the field, never a lock. */
export interface TicketHint {
  readonly field: Extract<FieldName, 'urgency' | 'requestType'>
  readonly filed: string
  readonly heard: HeardInstead
}

/** 定性篡改: heard as the first, filed as one of the others. Filing something as graver than it was said is no hint. */
const milderTypes: Readonly<Record<string, readonly string[]>> = {
  举报: ['咨询', '求助', '建议', '表扬'],
  投诉: ['咨询', '求助', '建议', '表扬'],
  求助: ['咨询'],
}

/** The hints for a draft: only about what a person settled, since what is merely heard follows the words by itself. */
export function ticketHints(draft: TicketDraft): readonly TicketHint[] {
  return [urgencyHint(draft.urgency), typeHint(draft.requestType)].filter((hint) => hint !== undefined)
}

function urgencyHint(entry: FieldEntry | undefined): TicketHint | undefined {
  const heard = entry?.heardInstead
  if (entry === undefined || heard === undefined || !isLessUrgent(entry.value, heard.value)) return undefined
  // Lowered with a reason after this was heard: the person has weighed it.
  if (entry.reason !== undefined && heard.at <= entry.changedAt) return undefined
  return { field: 'urgency', filed: wordOf(entry.value), heard }
}

function typeHint(entry: FieldEntry | undefined): TicketHint | undefined {
  const heard = entry?.heardInstead
  if (entry === undefined || heard === undefined || heard.confidence < sureConfidence) return undefined
  const milder = milderTypes[wordOf(heard.value)] ?? []
  if (!milder.includes(wordOf(entry.value))) return undefined
  return { field: 'requestType', filed: wordOf(entry.value), heard }
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')
