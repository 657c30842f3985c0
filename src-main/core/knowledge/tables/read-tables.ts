import { failure, success, type Result } from '#shared/base/result.ts'
import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import type { TableFormat } from '#shared/contract/knowledge-views.ts'
import type { TableRow } from '#shared/domain/knowledge/plan-import.ts'
import { readCsv } from './csv.ts'
import { readJsonLines } from './json-lines.ts'
import { readMarkdownFolder } from './markdown-folder.ts'
import { decodeText, type TableFile } from './table-file.ts'
import { readWorkbook } from './workbook.ts'

/** The rows of all files; a file that cannot be read at all fails the whole. */
export async function readTables(
  format: TableFormat,
  files: readonly TableFile[],
): Promise<Result<readonly TableRow[]>> {
  if (format === 'markdown') return readMarkdownFolder(files)
  const rows: TableRow[] = []
  for (const file of files) {
    const read = format === 'xlsx' ? await readWorkbook(file.name, file.bytes) : readText(format, file)
    if (!read.ok) return read
    rows.push(...read.value)
  }
  return success(rows)
}

function readText(format: 'csv' | 'jsonl', { name, bytes }: TableFile): Result<readonly TableRow[]> {
  const text = decodeText(bytes)
  if (text === undefined) return failure('not-utf8', knowledgeImportText.notUtf8)
  return format === 'csv' ? readCsv(name, text) : success(readJsonLines(name, text))
}
