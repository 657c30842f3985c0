import { Fragment, type ReactNode } from 'react'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import { turnText } from '../../../text/turns.ts'
import { text } from '../../../text/zh-CN.ts'
import { ChoiceMenu, type MenuChoice } from './choice-menu.tsx'
import { FlagMark } from './flag-mark.tsx'
import type { TurnPiece } from './mark-turn.ts'
import type { MarkActions } from './mark-actions.ts'

interface PieceProps {
  readonly turn: number
  readonly piece: TurnPiece
  /** The field to light, if it has words in this turn. */
  readonly litField: FieldName | null
  readonly actions: MarkActions
}

/** Words of a turn with all that can be done with them. */
export function Piece(props: PieceProps): ReactNode {
  const { piece, actions } = props
  const [field] = piece.fields
  return (
    <>
      {piece.correction !== null ? (
        <CorrectedWords {...props} correction={piece.correction} />
      ) : field === undefined ? (
        <Words piece={piece} />
      ) : (
        <EvidenceWords {...props} field={field} />
      )}
      {piece.ending.map((flag) => (
        <FlagMark key={flag.rule} flag={flag} onDismiss={actions.dismiss} />
      ))}
    </>
  )
}

/** Numbers as a ticket writes them carry how they were spoken. */
function Words({ piece }: { readonly piece: TurnPiece }): ReactNode {
  const words = piece.parts.map(({ text: part, spoken }, index) =>
    spoken === undefined ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <span key={index} className="turn-written" title={turnText.spoken(spoken)}>
        {part}
      </span>
    ),
  )
  return piece.flagged ? <span className="turn-flagged">{words}</span> : words
}

/** Words that filled a field: pressed, they lead there. */
function EvidenceWords({ piece, litField, actions, field }: PieceProps & { readonly field: FieldName }) {
  return (
    <span
      role="button"
      tabIndex={-1}
      className="turn-mark"
      data-stop=""
      data-lit={litField !== null && piece.fields.includes(litField)}
      title={text.transcript.evidenceOf(namesOf(piece))}
      onPointerEnter={() => actions.light(field)}
      onPointerLeave={() => actions.light(null)}
      onFocus={() => actions.light(field)}
      onBlur={() => actions.light(null)}
      onClick={() => actions.open(field)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') actions.open(field)
      }}
    >
      <Words piece={piece} />
    </span>
  )
}

type CorrectedProps = PieceProps & { readonly correction: NonNullable<TurnPiece['correction']> }

/** Words that sound like a name of the pack: the name put in, or proposed beside them; what was heard is a click away. */
function CorrectedWords({ turn, piece, litField, actions, correction }: CorrectedProps): ReactNode {
  const { start: at, heard, candidates, chosen } = correction
  const take = (name: string | null) => (): void => actions.choose(turn, { kind: 'correction', at, name })
  const [best] = candidates
  const [field] = piece.fields
  const choices: readonly MenuChoice[] = [
    { key: '', words: heard, note: turnText.heard, run: take(null) },
    ...candidates.map(({ name, kind }) => ({
      key: name,
      words: name,
      note: turnText.kinds[kind],
      run: take(name),
    })),
    ...piece.fields.map((each) => ({
      key: `field:${each}`,
      words: turnText.toField(text.fields[each]),
      run: () => actions.open(each),
    })),
  ]
  return (
    <>
      <ChoiceMenu
        label={piece.text}
        className={field === undefined ? 'turn-name' : 'turn-name turn-name-evidence'}
        title={chosen === null ? turnText.proposal(best?.name ?? '') : turnText.corrected(heard)}
        choices={choices}
        current={chosen ?? ''}
        onEnter={() => field !== undefined && actions.light(field)}
        onLeave={() => field !== undefined && actions.light(null)}
      >
        <span data-lit={litField !== null && piece.fields.includes(litField)}>
          <Words piece={piece} />
        </span>
      </ChoiceMenu>
      {chosen === null && best !== undefined && (
        <button
          type="button"
          className="turn-proposal"
          tabIndex={-1}
          aria-label={turnText.takeTitle(best.name)}
          title={turnText.takeTitle(best.name)}
          onClick={take(best.name)}
        >
          {turnText.take(best.name)}
        </button>
      )}
    </>
  )
}

const namesOf = (piece: TurnPiece): string => piece.fields.map((name) => text.fields[name]).join('、')
