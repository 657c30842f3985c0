import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import type { TableRow } from '#shared/domain/knowledge/plan-import.ts'
import type { TableEntry } from './table-entry.ts'

/** Reads an entry a line, as `seat search --kb` takes them. */
export function readJsonLines(file: string, text: string): readonly TableRow[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '')
    .map(({ line, text: json }) => {
      const cells = parseObject(json)
      return cells === undefined
        ? { file, line, cells: {}, problem: knowledgeImportText.badJson }
        : { file, line, cells }
    })
}

export function writeJsonLines(entries: readonly TableEntry[]): Buffer {
  return Buffer.from(
    entries.map(({ entryId, content }) => `${JSON.stringify({ id: entryId, ...content })}\n`).join(''),
  )
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
