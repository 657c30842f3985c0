import { useCallback, useState, type ReactNode } from 'react'
import type { Report as ReportView, ReportQuery } from '#shared/contract/review-views.ts'
import { reportGroups } from '#shared/contract/review-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { qualityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { printReport } from './print-report.ts'
import type { ReviewPlace } from './quality-desk.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { ReportChart } from './report-chart.tsx'
import { ReportTable } from './report-table.tsx'

const { report: words } = qualityText
const monthMs = 30 * 86_400_000
const mediaTypes = { csv: 'text/csv;charset=utf-8', html: 'text/html;charset=utf-8' } as const

/** A local day, `YYYY-MM-DD`. */
function dayOf(ms: number): string {
  const date = new Date(ms)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** 报表 of a period, by seat, team, rule or time; every figure leads to the seconds behind it. */
export function Report({ onOpen }: { readonly onOpen: (place: ReviewPlace) => void }): ReactNode {
  const { connection } = useDesk()
  const [query, setQuery] = useState<ReportQuery>(() => ({
    from: dayOf(Date.now() - monthMs),
    to: dayOf(Date.now()),
    by: 'rule',
  }))
  const load = useCallback(
    (signal: AbortSignal) => connection.call('review.report', query, signal),
    [connection, query],
  )
  const [remote] = useRemote(load, ['review.changed'])
  return (
    <main className="quality-page" tabIndex={-1}>
      <QueryLine query={query} onChange={setQuery} />
      <RemoteView remote={remote}>
        {(report: ReportView) =>
          report.rows.length === 0 ? (
            <p className="empty">{words.empty}</p>
          ) : (
            <>
              <ReportChart rows={report.rows} by={query.by} />
              <ReportTable report={report} onOpen={onOpen} />
            </>
          )
        }
      </RemoteView>
    </main>
  )
}

interface QueryLineProps {
  readonly query: ReportQuery
  readonly onChange: (query: ReportQuery) => void
}

function QueryLine({ query, onChange }: QueryLineProps): ReactNode {
  const { connection, fail, notify } = useDesk()
  const file = (format: 'csv' | 'html') => connection.call('review.exportReport', { ...query, format })
  const save = (format: 'csv' | 'html'): void => {
    file(format).then(
      ({ fileName, text }) => saveFile(fileName, new Blob([text], { type: mediaTypes[format] })),
      fail,
    )
  }
  const print = (): void => {
    file('html')
      .then(printReport)
      .then((outcome) => {
        if (outcome !== 'cancelled') notify(words.printed[outcome])
      }, fail)
  }
  return (
    <div className="report-query">
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {words[end]}
          <input
            className="text-input"
            type="date"
            value={query[end]}
            onChange={({ target }) => {
              if (target.value !== '') onChange({ ...query, [end]: target.value })
            }}
          />
        </label>
      ))}
      <label>
        {words.by}
        <select
          className="text-input"
          value={query.by}
          onChange={({ target }) => {
            const by = reportGroups.find((group) => group === target.value)
            if (by !== undefined) onChange({ ...query, by })
          }}
        >
          {reportGroups.map((group) => (
            <option key={group} value={group}>
              {words.groups[group]}
            </option>
          ))}
        </select>
      </label>
      <span className="report-actions">
        <Button onClick={() => save('csv')}>{words.csv}</Button>
        <Button onClick={() => save('html')}>{words.html}</Button>
        <Button kind="primary" onClick={print}>
          {words.print}
        </Button>
      </span>
    </div>
  )
}
