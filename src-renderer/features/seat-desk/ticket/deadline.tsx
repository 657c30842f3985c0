import type { ReactNode } from 'react'
import { formatDateTime, formatRemaining } from '../../../format/time.ts'
import { useNow, useTicket } from '../../../state/desk-context.ts'
import { entryOf } from '../../../state/ticket-store.ts'
import { formText } from '../../../text/ticket-form.ts'
import { Icon } from '../../../ui/icon.tsx'

/** Less than this is left: said in amber. */
const soonMs = 30 * 60_000

/** 派发 and 反馈时限 by urgency and type, with the rule they come from and the reason that raised the urgency. */
export function Deadline(): ReactNode {
  const clocks = useTicket((state) => state.ticket?.deadlines) ?? []
  const urgency = useTicket((state) => entryOf(state.ticket, 'urgency'))
  const now = useNow(10_000)
  const dispatch = clocks.find(({ what }) => what === 'dispatch')
  const feedback = clocks.find(({ what }) => what === 'feedback')
  if (dispatch === undefined) return null
  const leftMs = new Date(dispatch.by).getTime() - now
  const left = formatRemaining(leftMs)
  const when = formatDateTime(dispatch.by)
  return (
    <div className="deadline" data-urgent={urgency?.value === '突发'} data-soon={leftMs < soonMs}>
      <Icon name={leftMs < soonMs ? 'caution' : 'ring'} />
      <span title={dispatch.basis}>
        {left === null ? formText.deadline.over(when) : formText.deadline.dispatch(when, left)}
      </span>
      {urgency?.reason !== undefined && urgency.value !== '一般' && (
        <span className="deadline-reason">{urgency.reason}</span>
      )}
      {feedback !== undefined && (
        <span className="deadline-feedback" title={feedback.basis}>
          {formText.deadline.feedback(formatDateTime(feedback.by))} · {feedback.basis}
        </span>
      )}
    </div>
  )
}
