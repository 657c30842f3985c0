import { assertNever } from '#shared/base/assert-never.ts'
import type { TableFormat } from '#shared/contract/knowledge-views.ts'
import { writeCsv } from './csv.ts'
import { writeJsonLines } from './json-lines.ts'
import { writeMarkdownFolder } from './markdown-folder.ts'
import type { TableEntry } from './table-entry.ts'
import { writeEntries } from './workbook.ts'

interface WrittenTable {
  readonly bytes: Buffer
  /** Ending of the file's name, without the dot. */
  readonly ending: string
  readonly mediaType: string
}

export async function writeTable(format: TableFormat, entries: readonly TableEntry[]): Promise<WrittenTable> {
  switch (format) {
    case 'csv':
      return { bytes: writeCsv(entries), ending: 'csv', mediaType: 'text/csv' }
    case 'jsonl':
      return { bytes: writeJsonLines(entries), ending: 'jsonl', mediaType: 'application/jsonl' }
    case 'markdown':
      return { bytes: writeMarkdownFolder(entries), ending: 'zip', mediaType: 'application/zip' }
    case 'xlsx':
      return {
        bytes: await writeEntries(entries),
        ending: 'xlsx',
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }
    default:
      return assertNever(format)
  }
}
