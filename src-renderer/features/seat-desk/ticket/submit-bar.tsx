import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { TicketView } from '#shared/contract/views.ts'
import { useDesk, useTicket } from '../../../state/desk-context.ts'
import { isEditableState } from '#shared/contract/views.ts'
import { canUndo } from '../../../state/ticket-store.ts'
import { commandText } from '../../../text/commands.ts'
import { text } from '../../../text/zh-CN.ts'
import { Button } from '../../../ui/button.tsx'
import { keepFocus } from '../../../ui/keep-focus.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'

const stateIcons: Record<TicketView['state'], IconName> = {
  draft: 'dot',
  queued: 'wait',
  sent: 'wait',
  acknowledged: 'check',
  conflict: 'caution',
  parked: 'caution',
}

/** The end of the form: what can be done with the ticket, and how far it has come. */
export function SubmitBar({ ticket }: { readonly ticket: TicketView }): ReactNode {
  const desk = useDesk()
  const submitting = useTicket((state) => state.submitting)
  const undoable = useTicket(canUndo)
  const bar = useRef<HTMLDivElement>(null)
  // The fields are closed once it is on its way; from here Tab goes on to what can still be done.
  useEffect(() => {
    if (!isEditableState(ticket.state)) keepFocus(bar.current)
  }, [ticket.state])
  return (
    <div ref={bar} className="submit-bar" tabIndex={-1}>
      {ticket.number === undefined ? (
        isEditableState(ticket.state) && (
          <Button
            kind="primary"
            keys={commandText.submit.key}
            disabled={submitting}
            onClick={() => void desk.ticket.submit(false)}
          >
            {text.ticket.submit}
          </Button>
        )
      ) : (
        <TicketNumber number={ticket.number} />
      )}
      {ticket.state === 'parked' && (
        <Button onClick={() => void desk.ticket.retry()}>{text.ticket.retry}</Button>
      )}
      {ticket.state === 'draft' ? (
        <>
          <Button keys={commandText.acceptSure.key} onClick={() => void desk.ticket.accept()}>
            {text.ticket.accept}
          </Button>
          <Button keys={commandText.undo.key} disabled={!undoable} onClick={() => void desk.ticket.undo()}>
            {text.ticket.undo}
          </Button>
        </>
      ) : (
        <span className="submit-state" role="status" data-state={ticket.state}>
          <Icon name={stateIcons[ticket.state]} />
          {text.states[ticket.state]}
          {ticket.trouble !== undefined && <span className="submit-trouble">{ticket.trouble}</span>}
        </span>
      )}
    </div>
  )
}

function TicketNumber({ number }: { readonly number: string }): ReactNode {
  const desk = useDesk()
  const [copied, setCopied] = useState(false)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(number)
      setCopied(true)
    } catch {
      desk.notify(text.ticket.notCopied)
    }
  }
  return (
    <span className="number">
      <span className="number-label">{text.ticket.number}</span>
      <output className="number-digits">{number}</output>
      <Button onClick={() => void copy()}>{copied ? text.ticket.copied : text.ticket.copy}</Button>
    </span>
  )
}
