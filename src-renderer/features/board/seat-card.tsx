import type { ReactNode } from 'react'
import type { BoardSeat } from '#shared/contract/board-views.ts'
import { formatClock } from '../../format/time.ts'
import { useDesk, useNow } from '../../state/desk-context.ts'
import { createDrafts, useKept } from '../../state/drafts.ts'
import { boardText } from '../../text/board.ts'
import { Button } from '../../ui/button.tsx'
import { LineForm } from '../../ui/line-form.tsx'
import { Icon } from '../../ui/icon.tsx'

/** Whispers that were begun, by staff number. */
const whisperDrafts = createDrafts<string>()

/** A seat: who, in which state, how long already, and how urgent what was found is. */
export function SeatCard({ seat }: { readonly seat: BoardSeat }): ReactNode {
  const { state, staffName, staffNumber, team, urgency, riskTags, matter, own } = seat
  const [begun, keep] = useKept(whisperDrafts, staffNumber)
  return (
    <article
      className="board-seat"
      data-state={state}
      data-urgent={urgency === '突发'}
      aria-label={staffName}
    >
      <header className="board-line">
        <b>
          {staffName} {staffNumber}
        </b>
        <span className="board-state">
          <Icon name={state === 'on-call' ? 'phone' : state === 'gone' ? 'cloudOff' : 'dot'} />
          {boardText.states[state]}
          {seat.callStartedAt !== undefined && <CallClock startedAt={seat.callStartedAt} />}
        </span>
      </header>
      {state === 'on-call' && (
        <p className="board-matter">
          {urgency !== undefined && (
            <b className="board-urgency" data-urgency={urgency}>
              {urgency === '突发' && <Icon name="caution" />}
              {urgency}
            </b>
          )}
          {riskTags.map((tag) => (
            <span key={tag} className="board-tag">
              {tag}
            </span>
          ))}
          {matter === '' ? <span className="board-soft">{boardText.noMatter}</span> : matter}
        </p>
      )}
      <footer className="board-line">
        <span className="board-soft">
          {[team, own ? boardText.own : ''].filter((word) => word !== '').join(' · ')}
        </span>
        {state !== 'gone' && begun === undefined && (
          <span className="board-state">
            <Button kind="quiet" onClick={() => keep('')}>
              {boardText.whisper}
            </Button>
          </span>
        )}
      </footer>
      {begun !== undefined && (
        <WhisperForm
          staffNumber={staffNumber}
          staffName={staffName}
          typed={begun}
          onTyped={keep}
          onDone={() => keep(undefined)}
        />
      )}
    </article>
  )
}

function CallClock({ startedAt }: { readonly startedAt: string }): ReactNode {
  const now = useNow()
  return <time>{formatClock(now - Date.parse(startedAt))}</time>
}

interface WhisperFormProps {
  readonly staffNumber: string
  readonly staffName: string
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly onDone: () => void
}

/** 耳语: one line to one seat; the citizen hears nothing of it. */
function WhisperForm({ staffNumber, staffName, typed, onTyped, onDone }: WhisperFormProps): ReactNode {
  const { connection, fail, notify } = useDesk()

  async function send(text: string): Promise<void> {
    try {
      await connection.call('board.whisper', { staffNumber, text })
      notify(boardText.sent(staffName))
      onDone()
    } catch (error) {
      fail(error)
    }
  }

  return (
    <LineForm
      className="board-whisper"
      label={boardText.whisperTo(staffName)}
      action={boardText.send}
      cancel={boardText.cancel}
      maxLength={200}
      escape
      typed={typed}
      onTyped={onTyped}
      onGiven={(text) => void send(text)}
      onCancel={onDone}
    />
  )
}
