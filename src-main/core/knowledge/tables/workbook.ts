import { readSheet } from 'read-excel-file/node'
import writeWorkbook from 'write-excel-file/node'
import { failure, type Result } from '#shared/base/result.ts'
import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import type { TableRow } from '#shared/domain/knowledge/plan-import.ts'
import { columnNames, labelOf, writeCell } from './columns.ts'
import { sheetRows } from './sheet-rows.ts'
import type { TableEntry } from './table-entry.ts'

/** Reads the first sheet of an .xlsx; its own row numbers are the lines. */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<Result<readonly TableRow[]>> {
  try {
    const rows = await readSheet(Buffer.from(bytes), { trim: false })
    return sheetRows(
      file,
      rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })),
    )
  } catch {
    return failure('bad-workbook', knowledgeImportText.badWorkbook)
  }
}

export async function writeEntries(entries: readonly TableEntry[]): Promise<Buffer> {
  const header = columnNames.map((column) => ({ value: labelOf(column), fontWeight: 'bold' as const }))
  const rows = entries.map(({ entryId, content }) =>
    columnNames.map((column) => ({ value: writeCell(column, entryId, content), type: String })),
  )
  return writeWorkbook([header, ...rows]).toBuffer()
}

/** A cell that Excel took for a date is the day; other values are as they are shown. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
