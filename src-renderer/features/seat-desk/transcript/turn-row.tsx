import { memo, type ReactNode } from 'react'
import type { TurnView } from '#shared/contract/views.ts'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import { formatClock } from '../../../format/time.ts'
import type { CallFlag } from '../../../state/call-store.ts'
import { text } from '../../../text/zh-CN.ts'
import { FlagMark } from './flag-mark.tsx'
import { markTurn, type EvidenceSpan, type TurnPiece } from './mark-turn.ts'

export interface MarkActions {
  /** Lights a field while the pointer or the focus is on its words. */
  readonly light: (field: FieldName | null) => void
  /** Goes to the field's editor. */
  readonly open: (field: FieldName) => void
  readonly dismiss: (flag: CallFlag) => void
}

interface TurnRowProps {
  readonly turn: TurnView
  readonly evidence: readonly EvidenceSpan[]
  readonly flags: readonly CallFlag[]
  /** The field to light in this turn, if it has words here. */
  readonly litField: FieldName | null
  readonly actions: MarkActions
}

/** One finished turn: time, speaker, words; the words that filled a field can be pressed. */
export const TurnRow = memo(function TurnRow(props: TurnRowProps): ReactNode {
  const { turn, evidence, flags, litField, actions } = props
  const open = flags.filter((flag) => !flag.dismissed)
  return (
    <li className="turn" data-speaker={turn.speaker} data-turn={turn.index}>
      <time className="turn-time">{formatClock(turn.startMs)}</time>
      <p className="turn-words">
        <span className="turn-who">{text.speakers[turn.speaker]}</span>
        {markTurn(turn.text, evidence, open).map((piece, index) => (
          <Piece key={index} piece={piece} litField={litField} actions={actions} />
        ))}
        {turn.recovered && (
          <span className="turn-recovered" title={text.transcript.recoveredHint}>
            {text.transcript.recovered}
          </span>
        )}
      </p>
    </li>
  )
})

interface PieceProps {
  readonly piece: TurnPiece
  readonly litField: FieldName | null
  readonly actions: MarkActions
}

function Piece({ piece, litField, actions }: PieceProps): ReactNode {
  const [field] = piece.fields
  const words = piece.flagged ? <span className="turn-flagged">{piece.text}</span> : piece.text
  const names = piece.fields.map((name) => text.fields[name]).join('、')
  return (
    <>
      {field === undefined ? (
        words
      ) : (
        <span
          role="button"
          tabIndex={-1}
          className="turn-mark"
          data-stop=""
          data-lit={litField !== null && piece.fields.includes(litField)}
          title={text.transcript.evidenceOf(names)}
          onPointerEnter={() => actions.light(field)}
          onPointerLeave={() => actions.light(null)}
          onFocus={() => actions.light(field)}
          onBlur={() => actions.light(null)}
          onClick={() => actions.open(field)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') actions.open(field)
          }}
        >
          {words}
        </span>
      )}
      {piece.ending.map((flag) => (
        <FlagMark key={flag.rule} flag={flag} onDismiss={actions.dismiss} />
      ))}
    </>
  )
}
