import type { ReactNode } from 'react'
import type { BoardPromise } from '#shared/contract/board-views.ts'
import { boardText } from '../../text/board.ts'

/** 承诺 that were made to citizens, as they fall due. */
export function Promises({ promises }: { readonly promises: readonly BoardPromise[] }): ReactNode {
  if (promises.length === 0) return <p className="empty">{boardText.noPromises}</p>
  return (
    <ul className="board-scroll" data-column-entry="" tabIndex={-1}>
      {promises.map((promise) => (
        <li key={`${promise.ticketId}/${promise.what}`} className="board-promise">
          <div>{promise.what}</div>
          <div className="board-soft">
            {[
              boardText.promised(promise.by),
              ...(promise.due === undefined ? [] : [boardText.due(promise.due)]),
              promise.staffName,
              promise.number ?? '',
            ]
              .filter((word) => word !== '')
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  )
}
