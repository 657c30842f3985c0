import { parse } from 'csv-parse/sync'
import type { Result } from '#shared/base/result.ts'
import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import type { TableRow } from '#shared/domain/knowledge/plan-import.ts'
import { columnNames, labelOf, writeCell } from './columns.ts'
import { sheetRows, type SheetLine } from './sheet-rows.ts'
import type { TableEntry } from './table-entry.ts'

/** Without it Excel takes a CSV for GBK. */
const byteOrderMark = '\uFEFF'

interface ParsedRow {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Reads a CSV with a header line; a broken row is a row with a problem. `line` is where the row ends in the file. */
export function readCsv(file: string, text: string): Result<readonly TableRow[]> {
  const broken: SheetLine[] = []
  const rows = parse(text, {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = Number(error?.['lines'] ?? 1)
      broken.push({ line, cells: [], problem: knowledgeImportText.badRow(error?.code ?? '') })
      return undefined
    },
  }) as unknown as readonly ParsedRow[]
  const [header, ...body] = rows.map(({ record, info }): SheetLine => ({ line: info.lines, cells: record }))
  const lines = [...body, ...broken].toSorted((left, right) => left.line - right.line)
  return sheetRows(file, header === undefined ? [] : [header, ...lines])
}

export function writeCsv(entries: readonly TableEntry[]): Buffer {
  const rows = [
    columnNames.map(labelOf),
    ...entries.map(({ entryId, content }) =>
      columnNames.map((column) => writeCell(column, entryId, content)),
    ),
  ]
  const text = rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')
  return Buffer.from(`${byteOrderMark}${text}`)
}

function quote(cell: string): string {
  return /[",\r\n]/u.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell
}
