import { failure, success, type Result } from '#shared/base/result.ts'
import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import type { TableRow } from '#shared/domain/knowledge/plan-import.ts'
import { columnOf, labelOf, readCell, type ColumnName } from './columns.ts'

export interface SheetLine {
  /** From 1; the sheet's own row. */
  readonly line: number
  readonly cells: readonly string[]
  readonly problem?: string
}

/**
 * Rows of a sheet whose first line names the columns; columns that mean nothing here are left out. A cell past the end of a
 * short line is empty. Fails with `no-key-column` (neither id nor title) or `column-twice`.
 */
export function sheetRows(file: string, lines: readonly SheetLine[]): Result<readonly TableRow[]> {
  const [header, ...body] = lines
  const columns = header?.cells.map(columnOf) ?? []
  if (!columns.includes('id') && !columns.includes('title')) {
    return failure('no-key-column', knowledgeImportText.noKeyColumn)
  }
  const twice = columns.find((column, index) => column !== undefined && columns.indexOf(column) !== index)
  if (twice !== undefined) return failure('column-twice', knowledgeImportText.columnTwice(labelOf(twice)))
  return success(
    body
      .filter(({ cells, problem }) => problem !== undefined || cells.some((cell) => cell.trim() !== ''))
      .map(({ line, cells, problem }) => ({ file, line, cells: readCells(columns, cells), problem })),
  )
}

function readCells(
  columns: readonly (ColumnName | undefined)[],
  cells: readonly string[],
): TableRow['cells'] {
  return Object.fromEntries(
    columns.flatMap((column, index) =>
      column === undefined ? [] : [[column, readCell(column, cells[index] ?? '')] as const],
    ),
  )
}
