import { Fragment, useState, type ReactNode } from 'react'
import type { Report, ReportRow } from '#shared/contract/review-views.ts'
import { reportCounts } from '#shared/domain/review/report-table.ts'
import { formatClock, formatDateTime } from '../../format/time.ts'
import { qualityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { formatShare } from '../../format/share.ts'
import type { ReviewPlace } from './quality-desk.tsx'

const { report: words } = qualityText

interface ReportTableProps {
  readonly report: Report
  readonly onOpen: (place: ReviewPlace) => void
}

export function ReportTable({ report, onOpen }: ReportTableProps): ReactNode {
  const [opened, setOpened] = useState<string | null>(null)
  const { total } = report
  return (
    <table className="quality-table">
      <thead>
        <tr>
          <th scope="col">{words.groups[report.query.by]}</th>
          {Object.values(words.columns).map((title) => (
            <th key={title} scope="col" className="quality-number">
              {title}
            </th>
          ))}
          <th />
        </tr>
      </thead>
      <tbody>
        {report.rows.map((row) => (
          <Fragment key={row.key}>
            <tr>
              <th scope="row">{row.label}</th>
              <Figures row={row} />
              <td>
                {row.places.length > 0 && (
                  <Button kind="quiet" onClick={() => setOpened(opened === row.key ? null : row.key)}>
                    {opened === row.key ? words.fewer : words.places(row.places.length)}
                  </Button>
                )}
              </td>
            </tr>
            {opened === row.key && <Places row={row} onOpen={onOpen} />}
          </Fragment>
        ))}
        <tr className="report-total">
          <th scope="row">{words.total}</th>
          <Figures row={total} />
          <td />
        </tr>
      </tbody>
    </table>
  )
}

function Figures({ row }: { readonly row: Report['total'] }): ReactNode {
  return (
    <>
      {reportCounts.map((name) => (
        <td key={name} className="quality-number">
          {row[name]}
        </td>
      ))}
      <td className="quality-number">
        {row.precision === undefined ? '—' : formatShare(row.precision.value)}
      </td>
      <td className="quality-number">{row.percent === undefined ? '—' : row.percent.toFixed(1)}</td>
    </>
  )
}

interface PlacesProps {
  readonly row: ReportRow
  readonly onOpen: (place: ReviewPlace) => void
}

/** The seconds behind a row's figures. */
function Places({ row, onOpen }: PlacesProps): ReactNode {
  return (
    <tr>
      <td colSpan={reportCounts.length + 4}>
        <ul className="report-places">
          {row.places.map(({ callId, flagId, startedAt, staffName, title, standing, startMs, quote }) => (
            <li key={`${callId}/${flagId}`}>
              <button type="button" className="report-place" onClick={() => onOpen({ callId, flagId })}>
                <span>
                  {formatDateTime(startedAt)} {formatClock(startMs)}
                </span>
                <span>{staffName}</span>
                <span>{title}</span>
                <span>{qualityText.flag.standings[standing]}</span>
                <span className="report-quote">“{quote}”</span>
              </button>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
