import { useCallback, type ReactNode } from 'react'
import type { RehearsalReport } from '#shared/contract/rehearsal-views.ts'
import { formatClock, formatDateTime } from '../../format/time.ts'
import { rehearsedOf } from '../../state/call-store.ts'
import { useCall, useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { rehearsalDeskText } from '../../text/rehearsal.ts'
import { Button } from '../../ui/button.tsx'
import { Column } from '../../ui/column.tsx'
import { ReportItems } from './report-items.tsx'
import { startRehearsal } from './start-rehearsal.ts'
import { TicketTable } from './ticket-table.tsx'

const { report: words } = rehearsalDeskText

/** 演练报告: the 17 items in a mystery caller's words, beside the ticket that was filled and the one that was expected. */
export function Report({ callId }: { readonly callId: string }): ReactNode {
  const { connection } = useDesk()
  const load = useCallback(
    (signal: AbortSignal) => connection.call('rehearsals.report', { callId }, signal),
    [connection, callId],
  )
  const [remote, put] = useRemote(load, ['ticket.changed'])
  if (remote.kind === 'loading') return <p className="empty">{rehearsalDeskText.loading}</p>
  if (remote.kind === 'failed') {
    return (
      <div className="empty">
        <p>{rehearsalDeskText.failed(remote.reason)}</p>
        <Back />
      </div>
    )
  }
  const report = remote.value
  return (
    <main className="rehearsal-report" tabIndex={-1} aria-label={words.title}>
      <Column name="report" title={words.title} note={report.source}>
        <Head report={report} />
        <ReportItems report={report} onJudged={put} />
      </Column>
      <Column name="report-ticket" title={words.ticket} note={matchedOf(report)}>
        <div className="rehearsal-scroll rehearsal-beside" data-column-entry="" tabIndex={-1}>
          <TicketTable report={report} />
          <Watch watch={report.watch} />
          <Words report={report} />
        </div>
      </Column>
    </main>
  )
}

function matchedOf({ ticket }: RehearsalReport): string {
  if (ticket === undefined) return ''
  return words.matched(ticket.filter(({ match }) => match === 'same').length, ticket.length)
}

function Back(): ReactNode {
  const { ui } = useDesk().stores
  const open = useCall(rehearsedOf)
  return (
    <Button onClick={() => ui.setState({ rehearsalReport: null })}>
      {open === null ? words.back : words.desk}
    </Button>
  )
}

function Head({ report: { summary, score } }: { readonly report: RehearsalReport }): ReactNode {
  const desk = useDesk()
  const again = (): void => {
    const choice = { ...summary, callerNumber: undefined }
    void desk.connection.call('rehearsals.list', {}).then((choices) => {
      const known = choices.find(({ rehearsalId }) => rehearsalId === summary.rehearsalId)
      void startRehearsal(desk, { ...choice, callerNumber: known?.callerNumber })
    }, desk.fail)
  }
  return (
    <div className="rehearsal-head">
      <span className="rehearsal-head-words">
        <b>{summary.title}</b>
        <span className="soft">
          {formatDateTime(summary.startedAt)} · {formatClock(summary.durationMs)} ·{' '}
          {rehearsalDeskText.choice.modes[summary.spoken ? 'spoken' : 'typed']}
        </span>
      </span>
      <span className="rehearsal-total">
        {score.of === 0 ? words.noTotal : words.total(score.points, score.of)}
      </span>
      <Button onClick={again}>{words.again}</Button>
      <Back />
    </div>
  )
}

function Watch({ watch }: { readonly watch: readonly string[] }): ReactNode {
  if (watch.length === 0) return null
  return (
    <section>
      <h3>{words.watch}</h3>
      <ul className="rehearsal-watch">
        {watch.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Words({ report: { turns, score } }: { readonly report: RehearsalReport }): ReactNode {
  const quotes = score.items.flatMap((item) => item.quotes)
  return (
    <section>
      <h3>{words.words}</h3>
      <ol className="rehearsal-turns">
        {turns.map(({ index, speaker, startMs, text, punctuated }) => (
          <li
            key={index}
            data-speaker={speaker}
            data-flagged={speaker === 'seat' && quotes.some((quote) => text.includes(quote))}
          >
            <time>{formatClock(startMs)}</time>
            <b>{words[speaker]}</b>
            <span>{punctuated ?? text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
