import {
  fieldNames,
  sureConfidence,
  ticketFieldsSchema,
  type FieldEntry,
  type FieldName,
  type HeardFields,
  type TicketDraft,
  type TicketFields,
} from '../ticket-fields.ts'

/** Who changes a draft, and when (ISO). */
export interface Change {
  readonly by: string
  readonly at: string
}

/** Staff "number" of changes that the program made from what it heard. */
export const heardBy = 'heard'

/**
 * Brings what was understood into a draft. What a person typed, accepted or cleared is never touched; a value that is no
 * longer heard (the caller corrected it) goes.
 */
export function applyHeard(draft: TicketDraft, heard: HeardFields, at: string): TicketDraft {
  const next: TicketDraft = {}
  for (const field of fieldNames) {
    const before = draft[field]
    if (before !== undefined && (before.confirmed || before.source === 'history')) {
      next[field] = before
      continue
    }
    const value = heard[field]
    if (value === undefined) continue
    next[field] = {
      value: value.value,
      source: value.evidence.length > 0 ? 'heard' : 'rule',
      confidence: value.confidence,
      evidence: [...value.evidence],
      alternatives: [...value.alternatives],
      ...(value.reason === undefined ? {} : { reason: value.reason }),
      confirmed: false,
      changedAt: before !== undefined && sameValue(before.value, value.value) ? before.changedAt : at,
      changedBy: heardBy,
    }
  }
  return next
}

/** A person's own value. The evidence of what was heard stays, so that the words can still be seen. */
export function setTyped(draft: TicketDraft, field: FieldName, value: unknown, change: Change): TicketDraft {
  const before = draft[field]
  return {
    ...draft,
    [field]: {
      value,
      source: 'typed',
      confidence: 1,
      evidence: before?.evidence ?? [],
      alternatives: before?.alternatives ?? [],
      confirmed: true,
      changedAt: change.at,
      changedBy: change.by,
    } satisfies FieldEntry,
  }
}

/** An empty field that stays empty: a confirmed entry with the value null. */
export function clearField(draft: TicketDraft, field: FieldName, change: Change): TicketDraft {
  return setTyped(draft, field, null, change)
}

/** Accepts the fields named, or every field that is sure where none is named. Source and evidence stay. */
export function acceptFields(
  draft: TicketDraft,
  fields: readonly FieldName[] | undefined,
  change: Change,
): TicketDraft {
  const next: TicketDraft = { ...draft }
  for (const field of fields ?? fieldNames) {
    const entry = draft[field]
    if (entry === undefined || entry.confirmed) continue
    if (fields === undefined && entry.confidence < sureConfidence) continue
    next[field] = { ...entry, confirmed: true, changedAt: change.at, changedBy: change.by }
  }
  return next
}

/** The entries of `draft` that differ from `other`, by field: what an audit row keeps. */
export function changedFields(draft: TicketDraft, other: TicketDraft): TicketDraft {
  const changed: TicketDraft = {}
  for (const field of fieldNames) {
    if (draft[field] !== undefined && !sameValue(draft[field], other[field])) changed[field] = draft[field]
  }
  return changed
}

/** Takes a change back: fields of `after` return to their entry in `before`, or to nothing. */
export function revert(draft: TicketDraft, before: TicketDraft, after: TicketDraft): TicketDraft {
  const touched = new Set(Object.keys(after))
  const kept = Object.entries(draft).filter(([field]) => !touched.has(field))
  return { ...(Object.fromEntries(kept) as TicketDraft), ...before }
}

/** The values of a draft, cleared and empty ones left out: what is sent. */
export function draftValues(draft: TicketDraft): TicketFields {
  const values = Object.entries(draft).flatMap(([field, entry]) =>
    entry.value === null || entry.value === '' ? [] : [[field, entry.value] as const],
  )
  return ticketFieldsSchema.parse(Object.fromEntries(values))
}

function sameValue(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
