import { useCallback, useState, type ReactNode } from 'react'
import type { RehearsalChoice } from '#shared/contract/rehearsal-views.ts'
import { useDesk, useSession, useUi } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { rehearsalDeskText as words } from '../../text/rehearsal.ts'
import { NoticeLine } from '../../ui/notice-line.tsx'
import { ChoiceDetail } from './choice-detail.tsx'
import { ChoiceList } from './choice-list.tsx'
import { History } from './history.tsx'
import { Report } from './report.tsx'
import './rehearsal.css'

/** The rehearsal desk (演练): what can be practised, one's own rehearsals, and their reports. */
export function RehearsalDesk({ desks }: { readonly desks: ReactNode }): ReactNode {
  const session = useSession((state) => state.session)
  const report = useUi((state) => state.rehearsalReport)
  return (
    <div className="desk">
      <header className="top-bar">
        {desks}
        <div className="top-bar-right">
          <span className="soft">{words.private}</span>
          {session !== null && words.who(session.staffName)}
        </div>
      </header>
      <div role="status">
        <NoticeLine />
      </div>
      {report === null ? <Choosing /> : <Report key={report} callId={report} />}
    </div>
  )
}

function Choosing(): ReactNode {
  const { connection } = useDesk()
  const loadChoices = useCallback(
    (signal: AbortSignal) => connection.call('rehearsals.list', {}, signal),
    [connection],
  )
  const loadHistory = useCallback(
    (signal: AbortSignal) => connection.call('rehearsals.history', { limit: 100 }, signal),
    [connection],
  )
  const [choices] = useRemote(loadChoices, ['session.changed'])
  const [history] = useRemote(loadHistory, ['call.phase', 'ticket.changed'])
  const [chosen, setChosen] = useState<RehearsalChoice | null>(null)
  if (choices.kind === 'loading' || history.kind === 'loading')
    return <p className="empty">{words.loading}</p>
  if (choices.kind === 'failed') return <p className="empty">{words.failed(choices.reason)}</p>
  if (history.kind === 'failed') return <p className="empty">{words.failed(history.reason)}</p>
  const shown = chosen ?? choices.value[0] ?? null
  return (
    <main className="rehearsals" tabIndex={-1} aria-label={words.label}>
      <ChoiceList choices={choices.value} history={history.value} chosen={shown} onChoose={setChosen} />
      <ChoiceDetail choice={shown} />
      <History history={history.value} />
    </main>
  )
}
