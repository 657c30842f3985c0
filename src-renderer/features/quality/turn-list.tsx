import { memo, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ReviewCall, ReviewFlag } from '#shared/contract/review-views.ts'
import { formatClock } from '../../format/time.ts'
import { qualityText } from '../../text/quality.ts'
import { text } from '../../text/zh-CN.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { cutMarks } from './cut-marks.ts'
import type { ReviewPlayer } from './review-player.ts'

type Turn = ReviewCall['turns'][number]

interface TurnListProps {
  readonly call: ReviewCall
  readonly player: ReviewPlayer
  readonly flagId: string | null
  readonly onFlag: (flag: ReviewFlag) => void
}

const none: readonly ReviewFlag[] = []

/** The words of the call; the turn that sounds is lit, flagged words lead to their flag. */
export function TurnList({ call, player, flagId, onFlag }: TurnListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const byTurn = useMemo(() => Map.groupBy(call.marks, (flag) => flag.turn), [call.marks])
  const current = useStore(player.store, ({ atMs }) => turnAt(call.turns, atMs))
  const flagged = call.marks.find((flag) => flag.flagId === flagId)?.turn
  useEffect(() => {
    const row = scroller.current?.querySelector(`[data-turn="${String(current ?? flagged)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [current, flagged])
  return (
    <div className="quality-turns" ref={scroller}>
      {call.turns.every((turn) => turn.text === '') && <p className="empty">{qualityText.call.expired}</p>}
      <ol>
        {call.turns.map((turn) => (
          <TurnRow
            key={turn.index}
            turn={turn}
            flags={byTurn.get(turn.index) ?? none}
            isCurrent={turn.index === current}
            flagId={turn.index === flagged ? flagId : null}
            player={player}
            onFlag={onFlag}
          />
        ))}
      </ol>
    </div>
  )
}

/** The turn that began last before a time. */
function turnAt(turns: readonly Turn[], atMs: number): number | undefined {
  return turns.findLast((turn) => turn.startMs <= atMs + 1)?.index
}

interface TurnRowProps {
  readonly turn: Turn
  readonly flags: readonly ReviewFlag[]
  readonly isCurrent: boolean
  readonly flagId: string | null
  readonly player: ReviewPlayer
  readonly onFlag: (flag: ReviewFlag) => void
}

const TurnRow = memo(function TurnRow(props: TurnRowProps): ReactNode {
  const { turn, flags, isCurrent, flagId, player, onFlag } = props
  return (
    <li className="quality-turn" data-turn={turn.index} data-speaker={turn.speaker} data-current={isCurrent}>
      <button
        type="button"
        className="quality-turn-time"
        onClick={() => player.playSpan(turn.startMs, turn.endMs)}
        title={text.speakers[turn.speaker]}
      >
        {formatClock(turn.startMs)}
      </button>
      <span className="quality-turn-who">{text.speakers[turn.speaker]}</span>
      <span data-words={turn.index}>
        {cutMarks(turn.text, flags).map((piece) => (
          <span
            key={piece.from}
            className={piece.flags.length > 0 ? 'quality-marked' : undefined}
            data-chosen={piece.flags.some((flag) => flag.flagId === flagId)}
          >
            {piece.text}
          </span>
        ))}
      </span>
      <span className="quality-turn-flags">
        {flags.map((flag) => (
          <button
            key={flag.flagId}
            type="button"
            className="quality-flag"
            aria-pressed={flag.flagId === flagId}
            data-standing={flag.standing}
            onClick={() => onFlag(flag)}
          >
            <SeverityMark severity={flag.severity} hollow={flag.standing !== 'open'} />
            {flag.title}
          </button>
        ))}
      </span>
    </li>
  )
})
