import { reportText } from '../../catalogue/review-report.ts'
import { asPercent, tableOf, type PrintedPlace, type PrintedReport } from './report-table.ts'

/** Places that are printed; the rest is in the client. */
const printedPlaces = 200

const faces =
  "'PingFang SC','HarmonyOS Sans SC','Source Han Sans SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif"

/** Header, footer and page numbers stand in the margins of every page. */
const style = (header: string, footer: string): string => `
@page { size: A4 landscape; margin: 16mm 12mm;
  @top-left { content: ${cssString(header)}; font: 8pt ${faces}; color: #57606a }
  @bottom-left { content: ${cssString(footer)}; font: 8pt ${faces}; color: #57606a }
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt ${faces}; color: #57606a } }
body { font: 10pt/1.5 ${faces}; color: #1f2328; margin: 0 }
h1 { font-size: 16pt; margin: 0 0 2mm } h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid }
p { margin: 0 0 2mm } table + p { margin-top: 2mm } .quiet { color: #57606a; font-size: 9pt }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { border-bottom: 0.3mm solid #c9c9c2; padding: 1mm 2mm; text-align: right; vertical-align: top }
th { border-bottom: 0.5mm solid #1f2328; font-weight: 600 }
th:first-child, td:first-child, .words td, .words th { text-align: left }
tbody tr:last-child.sum td { border-top: 0.5mm solid #1f2328; font-weight: 600 }
tr { break-inside: avoid } thead { display: table-header-group }
figure { margin: 0 0 4mm; max-width: 190mm; break-inside: avoid } svg { width: 100%; height: auto }
`

/** The report as one page to be printed or saved as PDF: no script, no picture from outside, readable without colour. */
export function reportHtml(report: PrintedReport): string {
  const { query, rows, madeAt } = report
  const title = `${reportText.title}：按${reportText.group[query.by]}`
  const filters = (['staffNumber', 'team', 'rule'] as const).flatMap((name) =>
    query[name] === undefined ? [] : [`${reportText.filter[name]} ${query[name]}`],
  )
  const period = reportText.period(query.from, query.to)
  const subtitle = [period, ...filters, reportText.madeAt(madeAt)].join('　')
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(`${title}　${period}`)}</title><style>${style(`${title}　${period}`, reportText.internal)}</style></head><body>
<h1>${escape(title)}</h1>
<p class="quiet">${escape(subtitle)}</p>
${rows.length === 0 ? `<p>${reportText.empty}</p>` : `${chart(report)}${figuresTable(report)}`}
<p class="quiet">${escape(reportText.note)}</p>
${placesTable(rows.flatMap(({ places }) => places))}
</body></html>
`
}

function figuresTable(report: PrintedReport): string {
  const [head = [], ...lines] = tableOf(report)
  const body = lines.map(
    (cells, index) =>
      `<tr${index === lines.length - 1 ? ' class="sum"' : ''}>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`,
  )
  return `<table><thead><tr>${head.map((cell) => `<th>${escape(cell)}</th>`).join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
}

const barsShown = 20
const line = 22
const left = 150
const width = 620

/** Flags a group as bars: confirmed solid, not confirmed hatched, open white; the figures stand beside them. */
function chart({ rows }: PrintedReport): string {
  const shown = rows.slice(0, barsShown)
  const most = Math.max(1, ...shown.map((row) => row.confirmed + row.dismissed + row.open))
  const scale = (width - left - 140) / most
  const bars = shown.map((row, index) => {
    const y = index * line + 26
    const parts = [
      [row.confirmed, '#1f2328'],
      [row.dismissed, 'url(#hatch)'],
      [row.open, '#ffffff'],
    ] as const
    let x = left
    const boxes = parts.map(([count, fill]) => {
      const box = `<rect x="${x.toFixed(1)}" y="${String(y)}" width="${(count * scale).toFixed(1)}" height="14" fill="${fill}" stroke="#1f2328" stroke-width="0.8"/>`
      x += count * scale
      return count === 0 ? '' : box
    })
    const share = row.precision === undefined ? '' : `　${asPercent(row.precision.value)}`
    const figures = `${String(row.confirmed)} / ${String(row.dismissed)} / ${String(row.open)}${share}`
    return `<text x="${String(left - 8)}" y="${String(y + 11)}" text-anchor="end">${escape(shorten(row.label === '' ? reportText.noTeam : row.label))}</text>${boxes.join('')}<text x="${(x + 8).toFixed(1)}" y="${String(y + 11)}">${figures}</text>`
  })
  const { confirmed, dismissed, open } = reportText.columns
  return `<figure><svg viewBox="0 0 ${String(width)} ${String(shown.length * line + 30)}" font-size="10" role="img">
<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><line x1="0" y1="0" x2="0" y2="5" stroke="#1f2328" stroke-width="1.6"/></pattern></defs>
${legend([
  [confirmed, '#1f2328'],
  [dismissed, 'url(#hatch)'],
  [open, '#ffffff'],
])}
${bars.join('\n')}
</svg></figure>`
}

function legend(entries: readonly (readonly [string, string])[]): string {
  return entries
    .map(([label, fill], index) => {
      const x = left + index * 110
      return `<rect x="${String(x)}" y="4" width="14" height="10" fill="${fill}" stroke="#1f2328" stroke-width="0.8"/><text x="${String(x + 20)}" y="13">${escape(label)}</text>`
    })
    .join('')
}

function placesTable(places: readonly PrintedPlace[]): string {
  if (places.length === 0) return ''
  const lines = places.slice(0, printedPlaces).map((place) => {
    const cells = [
      place.startedAt.slice(0, 16).replace('T', ' '),
      place.staffName,
      place.title,
      place.quote,
      clock(place.startMs),
      reportText.standings[place.standing],
    ]
    return `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`
  })
  const head = reportText.placeColumns.map((column) => `<th>${column}</th>`).join('')
  return `<h2>${reportText.placesTitle}</h2><table class="words"><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`
}

const shorten = (label: string): string => (label.length > 14 ? `${label.slice(0, 13)}…` : label)

/** Words of ours: nothing in them ends a string or the style. */
const cssString = (words: string): string => JSON.stringify(words)

/** Minutes and seconds of the call. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
