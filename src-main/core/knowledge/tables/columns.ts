import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import { contentFields, type EntryContent } from '#shared/domain/knowledge/entry.ts'

/** The columns of a table of entries, in their order. */
export const columnNames = ['id', ...contentFields] as const
export type ColumnName = (typeof columnNames)[number]

const labels: Readonly<Record<ColumnName, string>> = {
  id: knowledgeImportText.id,
  ...knowledgeImportText.fields,
}
const listColumns: ReadonlySet<ColumnName> = new Set(['similar', 'keywords'])

/** Which column a header cell means: its name in the file format or the one that people read. */
export function columnOf(header: string): ColumnName | undefined {
  const name = header.normalize('NFKC').trim()
  return columnNames.find((column) => column === name.toLowerCase() || labels[column] === name)
}

export function labelOf(column: ColumnName): string {
  return labels[column]
}

/** A cell of a sheet as the field takes it. Items of a list are parted by `|` or line breaks. */
export function readCell(column: ColumnName, cell: string): string | readonly string[] {
  const text = cell.replaceAll('\r\n', '\n')
  return listColumns.has(column) ? splitItems(text) : text.trim()
}

export function writeCell(column: ColumnName, entryId: string, content: EntryContent): string {
  if (column === 'id') return entryId
  const value = content[column] ?? ''
  return typeof value === 'string' ? value : value.map(escapeItem).join('|')
}

function escapeItem(item: string): string {
  return item.replaceAll(/[\\|]/gu, (character) => `\\${character}`).replaceAll('\n', '\\n')
}

function splitItems(text: string): readonly string[] {
  const items = ['']
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    const next = text[at + 1]
    if (character === '\\' && (next === '|' || next === '\\' || next === 'n')) {
      items.push(`${items.pop() ?? ''}${next === 'n' ? '\n' : next}`)
      at++
    } else if (character === '|' || character === '\n') items.push('')
    else items.push(`${items.pop() ?? ''}${character}`)
  }
  return items.map((item) => item.trim()).filter((item) => item !== '')
}
