import type { ReactNode } from 'react'
import type { FieldEntry, FieldName } from '#shared/domain/ticket-fields.ts'
import { formatClock } from '../../../format/time.ts'
import { useDesk, useTicket, useUi } from '../../../state/desk-context.ts'
import { sourcedEntry, trustOf } from '../../../state/ticket-store.ts'
import { text } from '../../../text/zh-CN.ts'
import { Icon } from '../../../ui/icon.tsx'
import { EvidencePlayer } from './evidence-player.tsx'
import { RowNotes } from './row-notes.tsx'

interface FieldRowProps {
  /** The fields of this row; the first one names it. */
  readonly fields: readonly [FieldName, ...FieldName[]]
  readonly label?: string
  /** Shown under where the value came from. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** A row of the form: label, editors, and where the value came from. */
export function FieldRow({ fields, label, more, children }: FieldRowProps): ReactNode {
  return (
    <>
      <div className="row">
        <label className="row-label" htmlFor={`field-${fields[0]}`}>
          {label ?? text.fields[fields[0]]}
        </label>
        <div className="row-editors">{children}</div>
        <span className="row-end">
          <SourceChip fields={fields} />
          {more}
        </span>
      </div>
      <RowNotes fields={fields} />
    </>
  )
}

/** Where a value came from: when it was said, or the hand that typed it. Of several fields the one with the focus counts. */
export function SourceChip({ fields }: { readonly fields: readonly FieldName[] }): ReactNode {
  const ticket = useTicket((state) => state.ticket)
  const focused = useUi((state) => state.focusedField)
  const desk = useDesk()
  const order = [...fields].sort((left, right) => Number(right === focused) - Number(left === focused))
  const known = order.find((field) => sourcedEntry(ticket, field) !== null)
  const entry = known === undefined ? null : sourcedEntry(ticket, known)
  if (known === undefined || entry === null) return null
  return (
    <span
      className="chip"
      title={entry.reason}
      onPointerEnter={() => desk.stores.ui.setState({ hoveredField: known })}
      onPointerLeave={() => desk.stores.ui.setState({ hoveredField: null })}
    >
      {entry.confirmed && (
        <span className="chip-confirmed" title={text.ticket.confirmed}>
          <Icon name="check" />
        </span>
      )}
      {trustOf(entry) === 'doubtful' && (
        <span className="chip-doubtful" title={text.ticket.doubtful}>
          <Icon name="caution" />
        </span>
      )}
      <EvidencePlayer entry={entry} words={sourceWords(entry)} />
    </span>
  )
}

function sourceWords(entry: FieldEntry): string {
  const evidence = entry.evidence.at(-1)
  if (evidence === undefined || entry.source === 'typed') return text.ticket.sources[entry.source]
  return formatClock(evidence.startMs)
}
