import { failure, success, type Result } from '#shared/base/result.ts'
import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import type { TableRow } from '#shared/domain/knowledge/plan-import.ts'
import { columnOf, readCell } from './columns.ts'

export interface SheetLine {
  /** From 1; the sheet's own row. */
  readonly line: number
  readonly cells: readonly string[]
  readonly problem?: string
}

/** Rows of a sheet whose first line names the columns; columns that mean nothing here are left out. */
export function sheetRows(file: string, lines: readonly SheetLine[]): Result<readonly TableRow[]> {
  const [header, ...body] = lines
  const columns = header?.cells.map(columnOf) ?? []
  if (!columns.includes('title')) return failure('no-title-column', knowledgeImportText.noTitleColumn)
  return success(
    body
      .filter(({ cells, problem }) => problem !== undefined || cells.some((cell) => cell.trim() !== ''))
      .map(({ line, cells, problem }) => ({ file, line, cells: readCells(columns, cells), problem })),
  )
}

function readCells(
  columns: readonly (ReturnType<typeof columnOf> | undefined)[],
  cells: readonly string[],
): TableRow['cells'] {
  return Object.fromEntries(
    columns.flatMap((column, index) => {
      const value = column === undefined ? undefined : readCell(column, cells[index] ?? '')
      return column === undefined || value === undefined ? [] : [[column, value]]
    }),
  )
}
