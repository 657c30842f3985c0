import { useCallback, type ReactNode } from 'react'
import type { Board } from '#shared/contract/board-views.ts'
import { formatTimeOfDay } from '../../format/time.ts'
import { useDesk, useSession } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { boardText } from '../../text/board.ts'
import { Column } from '../../ui/column.tsx'
import { NoticeLine } from '../../ui/notice-line.tsx'
import { Deadlines } from './deadlines.tsx'
import { Gatherings } from './gatherings.tsx'
import { Promises } from './promises.tsx'
import { SeatCard } from './seat-card.tsx'
import { useBoard } from './use-board.ts'
import './board.css'

/** 班长看板: the seats as they are now, and what runs out or gathers. */
export function BoardDesk({ desks }: { readonly desks: ReactNode }): ReactNode {
  const session = useSession((state) => state.session)
  const { connection } = useDesk()
  const load = useCallback((signal: AbortSignal) => connection.call('board.get', {}, signal), [connection])
  const [remote, put] = useRemote(load)
  useBoard(put)
  const board = remote.kind === 'ready' ? remote.value : null
  return (
    <div className="desk">
      <header className="top-bar">
        {desks}
        <div className="top-bar-right">
          {board !== null && <span className="soft">{boardText.at(formatTimeOfDay(board.at))}</span>}
          {session !== null && boardText.lead(session.staffName)}
        </div>
      </header>
      <div role="status">
        <NoticeLine />
        {board?.centre === 'offline' && <div className="line">{boardText.offline}</div>}
      </div>
      {remote.kind === 'loading' && <p className="empty">{boardText.loading}</p>}
      {remote.kind === 'failed' && <p className="empty">{boardText.failed(remote.reason)}</p>}
      {board !== null && <Columns board={board} />}
    </div>
  )
}

function Columns({ board }: { readonly board: Board }): ReactNode {
  const { seats, deadlines, promises, gatherings } = board
  const onCall = seats.filter(({ state }) => state === 'on-call').length
  return (
    <main className="board" tabIndex={-1} aria-label={boardText.label}>
      <Column name="seats" title={boardText.seats} note={boardText.seatsNote(onCall, seats.length)}>
        <div className="board-scroll board-seats" data-column-entry="" tabIndex={-1}>
          {seats.length === 0 && <p className="empty">{boardText.noSeats}</p>}
          {seats.map((seat) => (
            <SeatCard key={seat.staffNumber} seat={seat} />
          ))}
        </div>
      </Column>
      <Column name="deadlines" title={boardText.deadlines} note={boardText.deadlinesNote}>
        <Deadlines deadlines={deadlines} />
      </Column>
      <div className="board-stack">
        <Column name="promises" title={boardText.promises}>
          <Promises promises={promises} />
        </Column>
        <Column name="gatherings" title={boardText.gatherings}>
          <Gatherings gatherings={gatherings} />
        </Column>
      </div>
    </main>
  )
}
