import {
  fieldNames,
  sureConfidence,
  ticketFieldsSchema,
  type FieldEntry,
  type FieldName,
  type HeardFields,
  type HeardGap,
  type HeardInstead,
  type HeardValue,
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
 * Brings what was understood into a draft. What a person typed, accepted or cleared is never touched: another value that is
 * heard stands beside it. A value that is no longer heard (the caller corrected it) goes.
 */
export function applyHeard(draft: TicketDraft, heard: HeardFields, at: string): TicketDraft {
  const next: TicketDraft = {}
  for (const field of fieldNames) {
    const before = draft[field]
    const value = heard[field]
    if (before?.source === 'history') next[field] = before
    else if (before?.confirmed === true) next[field] = beside(before, value, at)
    else if (value !== undefined) next[field] = heardEntry(value, before, at)
  }
  return next
}

/** Brings what was understood into fields that nobody and nothing has filled: for a ticket that a person works on alone. */
export function fillEmpty(draft: TicketDraft, heard: HeardFields, at: string): TicketDraft {
  const open = Object.entries(heard).filter(([field]) => draft[field as FieldName] === undefined)
  return { ...draft, ...applyHeard({}, Object.fromEntries(open), at) }
}

function heardEntry(heard: HeardValue | HeardGap, before: FieldEntry | undefined, at: string): FieldEntry {
  return {
    value: heard.value ?? null,
    source: heard.evidence.length > 0 ? 'heard' : 'rule',
    confidence: heard.confidence,
    evidence: [...heard.evidence],
    alternatives: [...heard.alternatives],
    ...(heard.reason === undefined ? {} : { reason: heard.reason }),
    ...(heard.ask === undefined ? {} : { ask: heard.ask }),
    ...('partial' in heard ? { partial: heard.partial } : {}),
    confirmed: false,
    changedAt: before !== undefined && sameValue(before.value, heard.value ?? null) ? before.changedAt : at,
    changedBy: heardBy,
  }
}

function beside(entry: FieldEntry, heard: HeardValue | HeardGap | undefined, at: string): FieldEntry {
  const { heardInstead: known, ...own } = entry
  if (heard?.value === undefined || sameValue(entry.value, heard.value)) return own
  const since = known !== undefined && sameValue(known.value, heard.value) ? known.at : at
  return { ...own, heardInstead: insteadOf(heard, since) }
}

function insteadOf(heard: HeardValue | FieldEntry, at: string): HeardInstead {
  return {
    value: heard.value,
    confidence: heard.confidence,
    evidence: [...heard.evidence],
    ...(heard.reason === undefined ? {} : { reason: heard.reason }),
    at,
  }
}

/**
 * A person's own value, with their reason where the field needs one. The evidence of what was heard stays, so that the words
 * can still be seen, and so does the value that was heard.
 */
export function setTyped(
  draft: TicketDraft,
  field: FieldName,
  value: unknown,
  change: Change,
  reason?: string,
): TicketDraft {
  const before = draft[field]
  const heard = heardBeside(before)
  return {
    ...draft,
    [field]: {
      value,
      source: 'typed',
      confidence: 1,
      evidence: before?.evidence ?? [],
      alternatives: before?.alternatives ?? [],
      ...(reason === undefined ? {} : { reason }),
      ...(heard === undefined || sameValue(heard.value, value) ? {} : { heardInstead: heard }),
      confirmed: true,
      changedAt: change.at,
      changedBy: change.by,
    } satisfies FieldEntry,
  }
}

/** What was heard for a field, whether it stands there or beside a person's value. */
function heardBeside(entry: FieldEntry | undefined): HeardInstead | undefined {
  if (entry === undefined || entry.source === 'typed' || entry.source === 'history')
    return entry?.heardInstead
  if (entry.value === null) return entry.heardInstead
  return entry.heardInstead ?? insteadOf(entry, entry.changedAt)
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
    if (entry === undefined || entry.confirmed || entry.value === null) continue
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
