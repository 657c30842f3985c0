import type { CallFlag } from '../../../state/call-store.ts'
import type { Evidence, FieldName, TicketDraft } from '#shared/domain/ticket-fields.ts'
import { fieldNames } from '#shared/domain/ticket-fields.ts'

/** Words of a turn that filled a field. */
export interface EvidenceSpan {
  readonly field: FieldName
  readonly quote: string
}

/** A piece of a turn's text: what it filled, what was flagged in it. */
export interface TurnPiece {
  readonly text: string
  readonly fields: readonly FieldName[]
  readonly flagged: boolean
  /** Flags whose words end here: their names stand after the piece. */
  readonly ending: readonly CallFlag[]
}

/** The evidence of a draft by turn index, fields in the order of the form. */
export function evidenceByTurn(draft: TicketDraft): ReadonlyMap<number, readonly EvidenceSpan[]> {
  const byTurn = new Map<number, EvidenceSpan[]>()
  for (const field of fieldNames) {
    for (const { turn, quote } of evidenceOf(draft, field)) {
      const spans = byTurn.get(turn) ?? []
      spans.push({ field, quote })
      byTurn.set(turn, spans)
    }
  }
  return byTurn
}

function evidenceOf(draft: TicketDraft, field: FieldName): readonly Evidence[] {
  const entry = draft[field]
  return entry === undefined || entry.value === null ? [] : entry.evidence
}

interface Range {
  readonly start: number
  readonly end: number
}

function rangeOf(text: string, quote: string): Range | null {
  const start = quote === '' ? -1 : text.indexOf(quote)
  return start < 0 ? null : { start, end: start + quote.length }
}

/**
 * Cuts a turn's text at every border of evidence and flags; the pieces joined give the text again. A quote that does not
 * occur marks nothing; a flag without its words stands at the end of the turn.
 */
export function markTurn(
  text: string,
  evidence: readonly EvidenceSpan[],
  flags: readonly CallFlag[],
): readonly TurnPiece[] {
  const spans = evidence.flatMap(({ field, quote }) => {
    const range = rangeOf(text, quote)
    return range === null ? [] : { ...range, field }
  })
  const flagged = flags.map((flag) => ({
    ...(rangeOf(text, flag.quote) ?? { start: 0, end: text.length }),
    flag,
  }))
  const cuts = [
    ...new Set([0, text.length, ...[...spans, ...flagged].flatMap(({ start, end }) => [start, end])]),
  ]
  cuts.sort((left, right) => left - right)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const covers = (range: Range): boolean => range.start <= start && range.end >= end
    const around = flagged.filter(covers)
    return {
      text: text.slice(start, end),
      fields: [...new Set(spans.filter(covers).map((span) => span.field))],
      flagged: around.length > 0,
      ending: around.filter((range) => range.end === end).map((range) => range.flag),
    }
  })
}
