import type { ReactNode } from 'react'
import type { BoardDeadline } from '#shared/contract/board-views.ts'
import { formatDateTime, formatRemaining } from '../../format/time.ts'
import { useNow } from '../../state/desk-context.ts'
import { boardText } from '../../text/board.ts'
import { Icon } from '../../ui/icon.tsx'

/** Less than this is near: the shortest dispatch limit is an hour (Beijing norm). */
const nearMs = 3_600_000
const stepMs = 60_000

/** 时限 that run, the soonest first, drafts that were not sent among them. */
export function Deadlines({ deadlines }: { readonly deadlines: readonly BoardDeadline[] }): ReactNode {
  const now = useNow(stepMs)
  if (deadlines.length === 0) return <p className="empty">{boardText.noDeadlines}</p>
  return (
    <ul className="board-scroll" data-column-entry="" tabIndex={-1}>
      {deadlines.map((deadline) => (
        <li key={`${deadline.ticketId}/${deadline.what}`} className="board-item">
          <Left ms={Date.parse(deadline.by) - now} />
          <div>
            <div className="board-line">
              <b>{boardText.whats[deadline.what]}</b>
              <span>{formatDateTime(deadline.by)}</span>
              <span className="board-soft">{deadline.number ?? ''}</span>
              {!deadline.sent && <span className="board-tag">{boardText.unsent}</span>}
            </div>
            <div>{deadline.matter}</div>
            <div className="board-soft">
              {deadline.staffName} · {deadline.basis}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Left({ ms }: { readonly ms: number }): ReactNode {
  const left = formatRemaining(ms)
  const words = left === null ? boardText.over(formatRemaining(Math.max(1, -ms)) ?? '') : boardText.left(left)
  const state = left === null ? 'over' : ms < nearMs ? 'near' : 'far'
  return (
    <span className="board-left" data-state={state}>
      {state !== 'far' && <Icon name={state === 'over' ? 'caution' : 'ring'} />}
      {words}
    </span>
  )
}
