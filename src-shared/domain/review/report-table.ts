import { reportText } from '../../catalogue/review-report.ts'
import type { ReportFigures, ReportQuery } from './report.ts'

/** A report as it is written out: figures alone, whatever the places behind them look like. */
export interface PrintedReport {
  readonly query: ReportQuery
  readonly madeAt: string
  readonly total: ReportFigures
  readonly rows: readonly (ReportFigures & {
    readonly label: string
    readonly places: readonly PrintedPlace[]
  })[]
}

export interface PrintedPlace {
  readonly startedAt: string
  readonly staffName: string
  readonly title: string
  readonly quote: string
  readonly startMs: number
  readonly standing: keyof typeof reportText.standings
}

/** The figures of a group that are counts, in the order of their columns. */
export const reportCounts = [
  'calls',
  'reviewed',
  'confirmed',
  'dismissed',
  'open',
  'missed',
  'appeals',
  'accepted',
] as const

/** The header, a line a group, and the sum; cells as text. */
export function tableOf({ query, rows, total }: PrintedReport): readonly (readonly string[])[] {
  const { columns, group } = reportText
  return [
    [group[query.by], ...Object.values(columns)],
    ...rows.map((row) => [row.label === '' ? reportText.noTeam : row.label, ...cellsOf(row)]),
    [reportText.total, ...cellsOf(total)],
  ]
}

function cellsOf(figures: ReportFigures): readonly string[] {
  const { precision, percent } = figures
  return [
    ...reportCounts.map((name) => String(figures[name])),
    precision === undefined ? '' : asPercent(precision.value),
    precision === undefined ? '' : `${asPercent(precision.low)}–${asPercent(precision.high)}`,
    percent === undefined ? '' : percent.toFixed(1),
  ]
}

export function asPercent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

/** A field that a spreadsheet would take for a formula (=, +, -, @ in front) is kept as text. */
function csvCell(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180 with a byte order mark, without which spreadsheets read Chinese as something else. */
export function reportCsv(report: PrintedReport): string {
  const lines = tableOf(report).map((cells) => cells.map(csvCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
