import type { ReactNode } from 'react'
import type { ReportQuery, ReportRow } from '#shared/contract/review-views.ts'
import { qualityText } from '../../text/quality.ts'

const { report: words } = qualityText
const parts = ['confirmed', 'dismissed', 'open'] as const
const mostBars = 12

interface ReportChartProps {
  readonly rows: readonly ReportRow[]
  readonly by: ReportQuery['by']
}

/** Flags of each row as one bar of three parts, told apart by hatching and figures, so that no colour is needed. */
export function ReportChart({ rows, by }: ReportChartProps): ReactNode {
  const shown = rows.filter((row) => sumOf(row) > 0).slice(0, mostBars)
  const most = Math.max(1, ...shown.map(sumOf))
  if (shown.length === 0) return null
  return (
    <figure className="report-chart">
      <figcaption>
        {words.chart(words.groups[by])}
        <span className="report-legend" aria-hidden="true">
          {parts.map((part) => (
            <span key={part}>
              <i className="report-part" data-part={part} /> {words.columns[part]}
            </span>
          ))}
        </span>
      </figcaption>
      {shown.map((row) => (
        <div key={row.key} className="report-bar">
          <span className="report-bar-label">{row.label}</span>
          <span className="report-bar-line">
            {parts.map((part) =>
              row[part] === 0 ? null : (
                <span
                  key={part}
                  className="report-part"
                  data-part={part}
                  style={{ width: `${String((row[part] / most) * 100)}%` }}
                  title={`${words.columns[part]} ${String(row[part])}`}
                >
                  <b>{row[part]}</b>
                </span>
              ),
            )}
          </span>
        </div>
      ))}
    </figure>
  )
}

function sumOf(row: ReportRow): number {
  return parts.reduce((sum, part) => sum + row[part], 0)
}
