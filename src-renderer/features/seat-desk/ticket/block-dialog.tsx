import type { ReactNode } from 'react'
import { useDesk, useTicket } from '../../../state/desk-context.ts'
import { text } from '../../../text/zh-CN.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'

/** Names what is missing before a ticket goes out without it; the person decides. */
export function BlockDialog(): ReactNode {
  const desk = useDesk()
  const blocked = useTicket((state) => state.blocked)
  const missing = useTicket((state) => state.ticket?.missing)
  if (!blocked) return null
  return (
    <Dialog title={text.ticket.blockedTitle} onClose={desk.ticket.unblock}>
      <ul className="block-list">
        {missing?.map(({ element, label, question }) => (
          <li key={element}>
            <b>{label}</b> {text.ticket.ask(question)}
          </li>
        ))}
      </ul>
      <p className="block-note">{text.ticket.blockedNote}</p>
      <div className="block-actions">
        <Button kind="primary" onClick={desk.ticket.unblock}>
          {text.ticket.goBack}
        </Button>
        <Button onClick={() => void desk.ticket.submit(true)}>{text.ticket.submitAnyway}</Button>
      </div>
    </Dialog>
  )
}
