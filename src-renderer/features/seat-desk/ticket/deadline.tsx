import type { ReactNode } from 'react'
import { formatDateTime, formatRemaining } from '../../../format/time.ts'
import { useNow, useTicket } from '../../../state/desk-context.ts'
import { entryOf } from '../../../state/ticket-store.ts'
import { text } from '../../../text/zh-CN.ts'
import { Icon } from '../../../ui/icon.tsx'

/** Less than this is left: said in amber. */
const soonMs = 30 * 60_000

/** 派发时限 by urgency, with the reason that raised it. */
export function Deadline(): ReactNode {
  const dispatchBy = useTicket((state) => state.ticket?.dispatchBy)
  const urgency = useTicket((state) => entryOf(state.ticket, 'urgency'))
  const now = useNow(10_000)
  if (dispatchBy === undefined) return null
  const leftMs = new Date(dispatchBy).getTime() - now
  const left = formatRemaining(leftMs)
  const when = formatDateTime(dispatchBy)
  return (
    <div className="deadline" data-urgent={urgency?.value === '突发'} data-soon={leftMs < soonMs}>
      <Icon name={leftMs < soonMs ? 'caution' : 'ring'} />
      <span>{left === null ? text.ticket.dispatchOver(when) : text.ticket.dispatchBy(when, left)}</span>
      {urgency?.reason !== undefined && urgency.value !== '一般' && (
        <span className="deadline-reason">{urgency.reason}</span>
      )}
    </div>
  )
}
