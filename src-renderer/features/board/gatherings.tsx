import type { ReactNode } from 'react'
import type { Gathering } from '#shared/contract/board-views.ts'
import { formatTimeOfDay } from '../../format/time.ts'
import { boardText } from '../../text/board.ts'

/** 疑似群体: similar matters of different callers that came in close together. */
export function Gatherings({ gatherings }: { readonly gatherings: readonly Gathering[] }): ReactNode {
  if (gatherings.length === 0) return <p className="empty">{boardText.noGatherings}</p>
  return (
    <ul className="board-scroll" data-column-entry="" tabIndex={-1}>
      {gatherings.map(({ key, summary, count, from, to, tickets }) => (
        <li key={key} className="board-promise">
          <div className="board-line">
            <b>{boardText.count(count)}</b>
            <span className="board-soft">{boardText.span(formatTimeOfDay(from), formatTimeOfDay(to))}</span>
          </div>
          <div>{summary}</div>
          <div className="board-soft">{tickets.flatMap(({ number }) => number ?? []).join('、')}</div>
        </li>
      ))}
    </ul>
  )
}
