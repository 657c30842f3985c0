import type { ReactNode } from 'react'
import type { RehearsalSummary } from '#shared/contract/rehearsal-views.ts'
import { formatClock, formatDateTime } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { rehearsalDeskText as words } from '../../text/rehearsal.ts'
import { Column } from '../../ui/column.tsx'

/** One's own rehearsals on this machine, newest first; each opens its report. */
export function History({ history }: { readonly history: readonly RehearsalSummary[] }): ReactNode {
  const { ui } = useDesk().stores
  return (
    <Column name="rehearsed" title={words.history.title}>
      <div className="rehearsal-scroll" data-column-entry="" tabIndex={-1}>
        {history.length === 0 && <p className="empty">{words.history.none}</p>}
        <ul>
          {history.map(({ callId, title, startedAt, durationMs, spoken, phase, percent }) => (
            <li key={callId}>
              <button type="button" className="pick" onClick={() => ui.setState({ rehearsalReport: callId })}>
                <span className="rehearsal-row">
                  {title}
                  <b>{percent === undefined ? words.noScore : words.score(percent)}</b>
                </span>
                <span className="rehearsal-facts">
                  {formatDateTime(startedAt)} · {formatClock(durationMs)} ·{' '}
                  {words.choice.modes[spoken ? 'spoken' : 'typed']}
                  {phase === 'interrupted' && ` · ${words.history.cut}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Column>
  )
}
