import { memo, useMemo, type KeyboardEvent, type ReactNode } from 'react'
import type { TurnView } from '#shared/contract/views.ts'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import { formatClock } from '../../../format/time.ts'
import type { CallFlag } from '../../../state/call-store.ts'
import { useSession } from '../../../state/desk-context.ts'
import { turnText } from '../../../text/turns.ts'
import { text } from '../../../text/zh-CN.ts'
import { ChoiceMenu } from './choice-menu.tsx'
import { displayTurn } from './display-turn.ts'
import type { MarkActions } from './mark-actions.ts'
import { markTurn, type EvidenceSpan } from './mark-turn.ts'
import { PlayTurn } from './play-turn.tsx'
import { Piece } from './turn-piece.tsx'

interface TurnRowProps {
  readonly turn: TurnView
  readonly evidence: readonly EvidenceSpan[]
  readonly flags: readonly CallFlag[]
  /** The field to light in this turn, if it has words here. */
  readonly litField: FieldName | null
  readonly isPlaying: boolean
  readonly actions: MarkActions
}

const noNames: readonly string[] = []

/** One finished turn: time, speaker, words; the words that filled a field, and those that may be a name, can be pressed. */
export const TurnRow = memo(function TurnRow(props: TurnRowProps): ReactNode {
  const { turn, evidence, flags, litField, isPlaying, actions } = props
  const keep = useSession((state) => state.session?.pack.numberedNames) ?? noNames
  const display = useMemo(() => displayTurn(turn, keep), [turn, keep])
  const open = flags.filter((flag) => !flag.dismissed)
  return (
    <li
      className="turn"
      data-speaker={turn.speaker}
      data-turn={turn.index}
      data-playing={isPlaying}
      data-stop=""
      tabIndex={-1}
      onKeyDown={(event) => onTurnKey(event, turn, actions)}
    >
      <span className="turn-place">
        <time className="turn-time">{formatClock(turn.startMs)}</time>
        {actions.play !== undefined && <PlayTurn isPlaying={isPlaying} onPlay={() => actions.play?.(turn)} />}
      </span>
      <p className="turn-words">
        <span className="turn-who">{text.speakers[turn.speaker]}</span>
        {markTurn(display, evidence, open).map((piece, index) => (
          <Piece key={index} turn={turn.index} piece={piece} litField={litField} actions={actions} />
        ))}
        <SecondPass turn={turn} actions={actions} />
        {turn.recovered && (
          <span className="turn-recovered" title={text.transcript.recoveredHint}>
            {text.transcript.recovered}
          </span>
        )}
      </p>
    </li>
  )
})

/** Space plays the turn from wherever in it the focus is; Enter on the turn itself opens its first menu. */
function onTurnKey(event: KeyboardEvent<HTMLLIElement>, turn: TurnView, actions: MarkActions): void {
  const { currentTarget: row, target } = event
  if (event.key === ' ' && actions.play !== undefined) {
    // Elsewhere Space plays the field that has the focus.
    event.stopPropagation()
    event.preventDefault()
    actions.play(turn)
  }
  if (event.key === 'Enter' && target === row) {
    event.preventDefault()
    row.querySelector<HTMLElement>('[data-menu]')?.click()
  }
}

/** 二次识别: a tiny mark whose menu has both readings. */
function SecondPass({ turn, actions }: Pick<TurnRowProps, 'turn' | 'actions'>): ReactNode {
  const { secondPass } = turn
  if (secondPass === undefined) return null
  const use = (inUse: boolean) => (): void => actions.choose(turn.index, { kind: 'second-pass', inUse })
  const first = turn.heard ?? turn.text
  return (
    <ChoiceMenu
      label={turnText.second}
      className={secondPass.inUse ? 'turn-pass turn-pass-used' : 'turn-pass'}
      title={secondPass.inUse ? turnText.secondPassInUse : turnText.secondPassAtHand}
      current={secondPass.inUse ? 'second' : 'first'}
      choices={[
        {
          key: 'second',
          words: secondPass.text,
          note: turnText.second,
          run: use(true),
        },
        { key: 'first', words: first, note: turnText.first, run: use(false) },
      ]}
    >
      {turnText.secondPass}
    </ChoiceMenu>
  )
}
