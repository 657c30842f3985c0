import { useState, type ReactNode } from 'react'
import type { TicketView } from '#shared/contract/views.ts'
import { useDesk, useTicket } from '../../../state/desk-context.ts'
import { isEditableState } from '#shared/contract/views.ts'
import { commandText } from '../../../text/commands.ts'
import { text } from '../../../text/zh-CN.ts'
import { Button } from '../../../ui/button.tsx'
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
  return (
    <div className="submit-bar">
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
          <Button
            keys={commandText.undo.key}
            disabled={!ticket.canUndo}
            onClick={() => void desk.ticket.undo()}
          >
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
  const [copied, setCopied] = useState(false)
  return (
    <span className="number">
      <span className="number-label">{text.ticket.number}</span>
      <output className="number-digits">{number}</output>
      <Button onClick={() => void navigator.clipboard.writeText(number).then(() => setCopied(true))}>
        {copied ? text.ticket.copied : text.ticket.copy}
      </Button>
    </span>
  )
}
