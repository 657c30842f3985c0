import type { CallFlag } from '../../../state/call-store.ts'
import type { Evidence, FieldName, TicketDraft } from '#shared/domain/ticket-fields.ts'
import { fieldNames } from '#shared/domain/ticket-fields.ts'
import type { Stretch } from '#shared/text/written-form/written-text.ts'
import { placeOf, type ShownCorrection, type TurnDisplay } from './display-turn.ts'

/** Words of a turn that filled a field. */
export interface EvidenceSpan {
  readonly field: FieldName
  readonly quote: string
}

/** Words of a piece, and how they were spoken where that is written otherwise. */
export interface PiecePart {
  readonly text: string
  readonly spoken?: string
}

/** A piece of a turn's text: what it filled, what was flagged in it, which name it may be. */
export interface TurnPiece {
  readonly text: string
  readonly parts: readonly PiecePart[]
  readonly fields: readonly FieldName[]
  readonly flagged: boolean
  /** Flags whose words end here: their names stand after the piece. */
  readonly ending: readonly CallFlag[]
  readonly correction: ShownCorrection['correction'] | null
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

/**
 * Cuts a turn's text at every border of evidence, flags and corrections; the pieces joined give the text again. A correction
 * stays in one piece. A quote that does not occur marks nothing; a flag without its words stands at the end of the turn.
 */
export function markTurn(
  display: TurnDisplay,
  evidence: readonly EvidenceSpan[],
  flags: readonly CallFlag[],
): readonly TurnPiece[] {
  const { text } = display.written
  const whole = { start: 0, end: text.length }
  const spans = evidence.flatMap(({ field, quote }) => {
    const place = placeOf(display, quote)
    return place === null ? [] : { ...around(place, display.corrections), field }
  })
  const flagged = flags.map((flag) => ({
    ...around(placeOf(display, flag.quote) ?? whole, display.corrections),
    flag,
  }))
  const borders = [whole, ...spans, ...flagged, ...display.corrections]
  const cuts = [...new Set(borders.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const covers = (range: Stretch): boolean => range.start <= start && range.end >= end
    const flagsHere = flagged.filter(covers)
    return {
      text: text.slice(start, end),
      parts: partsOf(display, { start, end }),
      fields: [...new Set(spans.filter(covers).map((span) => span.field))],
      flagged: flagsHere.length > 0,
      ending: flagsHere.filter((range) => range.end === end).map((range) => range.flag),
      correction: display.corrections.find(covers)?.correction ?? null,
    }
  })
}

/** The range with the whole of every correction that it touches. */
function around(range: Stretch, corrections: readonly Stretch[]): Stretch {
  const touched = corrections.filter(({ start, end }) => start < range.end && end > range.start)
  return {
    start: Math.min(range.start, ...touched.map(({ start }) => start)),
    end: Math.max(range.end, ...touched.map(({ end }) => end)),
  }
}

function partsOf({ written }: TurnDisplay, { start, end }: Stretch): readonly PiecePart[] {
  const parts: PiecePart[] = []
  let at = start
  for (const span of written.spans) {
    if (span.kind === 'mark' || span.start < start || span.end > end) continue
    if (span.start > at) parts.push({ text: written.text.slice(at, span.start) })
    parts.push({ text: written.text.slice(span.start, span.end), spoken: span.spoken })
    at = span.end
  }
  return at < end ? [...parts, { text: written.text.slice(at, end) }] : parts
}
