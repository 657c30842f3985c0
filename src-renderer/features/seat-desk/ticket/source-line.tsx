import type { ReactNode } from 'react'
import type { Evidence, FieldEntry, FieldName } from '#shared/domain/ticket-fields.ts'
import { formatClock } from '../../../format/time.ts'
import { openCall, type OpenCall } from '../../../state/call-store.ts'
import { useCall, useTicket, useUi } from '../../../state/desk-context.ts'
import { sourcedEntry } from '../../../state/ticket-store.ts'
import { commandText } from '../../../text/commands.ts'
import { formText } from '../../../text/ticket-form.ts'
import { text } from '../../../text/zh-CN.ts'
import { Kbd } from '../../../ui/kbd.tsx'

/**
 * 出处: what the value under the pointer, or in the field with the focus, came from: who said it, when, in which words. One
 * line at a fixed place, so that nothing jumps and nothing is covered.
 */
export function SourceLine(): ReactNode {
  const field = useUi((state) => state.hoveredField ?? state.focusedField)
  const ticket = useTicket((state) => state.ticket)
  const call = useCall(openCall)
  const entry = field === null ? null : sourcedEntry(ticket, field)
  return (
    <p className="source-line" aria-label={formText.source.label}>
      {field === null || entry === null ? (
        <span className="source-none">{formText.source.none}</span>
      ) : (
        <Source field={field} entry={entry} call={call} />
      )}
    </p>
  )
}

/** Turns whose words are shown; the newest ones settle a value. */
const shown = 2

interface Said {
  readonly turn: number
  readonly startMs: number
  readonly quotes: readonly string[]
}

/** The words of each turn together, the newest turn first: it settled the value. */
function saidIn(evidence: readonly Evidence[]): readonly Said[] {
  const byTurn = Map.groupBy(evidence, ({ turn }) => turn)
  return [...byTurn]
    .map(([turn, pieces]) => ({
      turn,
      startMs: Math.min(...pieces.map(({ startMs }) => startMs)),
      quotes: pieces.map(({ quote }) => quote),
    }))
    .toSorted((left, right) => right.turn - left.turn)
}

interface SourceProps {
  readonly field: FieldName
  readonly entry: FieldEntry
  readonly call: OpenCall | null
}

function Source({ field, entry, call }: SourceProps): ReactNode {
  const { evidence, source, confidence, confirmed } = entry
  const said = saidIn(evidence)
  return (
    <>
      <b>{text.fields[field]}</b>
      {source !== 'heard' && <span>{text.ticket.sources[source]}</span>}
      {said.slice(0, shown).map(({ turn, startMs, quotes }) => {
        const speaker = call?.turns.find(({ index }) => index === turn)?.speaker
        return (
          <span key={turn} className="source-said">
            {formText.source.said(speaker === undefined ? '' : text.speakers[speaker], formatClock(startMs))}{' '}
            {quotes.map(formText.source.quote).join('')}
          </span>
        )
      })}
      {said.length > shown && <span>{formText.source.turns(said.length)}</span>}
      {entry.reason !== undefined && <span className="source-said">{formText.why(entry.reason)}</span>}
      <span className="source-end">
        {!confirmed && source === 'heard' && formText.source.sure(Math.round(confidence * 100))}
        {call?.playable === true && evidence.length > 0 && (
          <>
            {' '}
            <Kbd keys={commandText.playField.key} /> {formText.source.play}
          </>
        )}
      </span>
    </>
  )
}
