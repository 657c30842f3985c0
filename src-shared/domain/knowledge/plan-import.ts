import type * as z from 'zod'
import { knowledgeImportText as say } from '../../catalogue/knowledge-import.ts'
import {
  changedContent,
  contentFields,
  entryContentSchema,
  entryIdSchema,
  type ContentField,
  type EntryContent,
} from './entry.ts'

/** A row as a table gave it; `problem` where it could not even be read. */
export interface TableRow {
  readonly file: string
  /** From 1, in its file. */
  readonly line: number
  /** Cells by column: text, or lists of texts. An empty one clears what is there, one that is absent leaves it. */
  readonly cells: Readonly<Record<string, unknown>>
  readonly problem?: string | undefined
}

/** What an import would do with a row; `content` and `revision` of those that would be saved. */
export interface PlannedRow {
  readonly file: string
  readonly line: number
  readonly outcome: 'new' | 'changed' | 'same' | 'bad'
  readonly entryId: string
  readonly title: string
  /** Columns that would change, in the user's words. */
  readonly changes: readonly string[]
  readonly reasons: readonly string[]
  readonly content?: EntryContent
}

/** The entries that are there. */
export interface ExistingEntries {
  readonly contentOf: (entryId: string) => EntryContent | undefined
  /** A row without an id means the entry with its title. */
  readonly idOfTitle: (title: string) => string | undefined
}

/** The dry run (试导入): what each row would do. Nothing is changed by it. */
export function planImport(
  rows: readonly TableRow[],
  existing: ExistingEntries,
  newId: () => string,
): readonly PlannedRow[] {
  const seen = new Map<string, TableRow>()
  return rows.map((row) => {
    const planned = planRow(row, existing, newId)
    if (planned.outcome === 'bad') return planned
    const first = seen.get(planned.entryId)
    if (first !== undefined) return bad(row, planned.entryId, [say.repeated(planned.entryId, first.line)])
    seen.set(planned.entryId, row)
    return planned
  })
}

function planRow(row: TableRow, existing: ExistingEntries, newId: () => string): PlannedRow {
  const { file, line, cells } = row
  const given = textOf(cells['id'])
  if (row.problem !== undefined) return bad(row, given, [row.problem])
  const id = entryIdSchema.safeParse(given)
  if (given !== '' && !id.success) return bad(row, given, [say.badId])
  const knownId = id.success ? id.data : existing.idOfTitle(textOf(cells['title']))
  const known = knownId === undefined ? undefined : existing.contentOf(knownId)
  const parsed = entryContentSchema.safeParse(withCells(known, cells), { reportInput: true })
  if (!parsed.success) return bad(row, given, reasonsOf(parsed.error))
  const content = parsed.data
  const reasons = doubtsAbout(content)
  if (reasons.length > 0) return bad(row, given, reasons)
  const entryId = knownId ?? newId()
  const changes = known === undefined ? [] : changedContent(known, content).filter((field) => field in cells)
  const outcome = known === undefined ? 'new' : changes.length === 0 ? 'same' : 'changed'
  return {
    file,
    line,
    outcome,
    entryId,
    title: content.title,
    changes: changes.map((field) => said(field, content)),
    reasons: [],
    ...(outcome === 'same' ? {} : { content }),
  }
}

/** What is there with the cells of a row over it; without what a cell empties. */
function withCells(known: EntryContent | undefined, cells: TableRow['cells']): Record<string, unknown> {
  const given = contentFields.filter((field) => field in cells).map((field) => [field, cells[field]] as const)
  const all = { ...known, ...Object.fromEntries(given) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)))
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

function said(field: ContentField, content: EntryContent): string {
  const name = say.fields[field]
  return isEmpty(content[field]) ? say.cleared(name) : name
}

/** What fits the schema and is wrong all the same. */
function doubtsAbout({ answer, effective, expires }: EntryContent): readonly string[] {
  return [
    ...(answer.trim() === '' ? [say.noAnswer] : []),
    ...[effective, expires].flatMap((day) => (day === undefined || isDay(day) ? [] : [say.noSuchDay(day)])),
    ...(effective !== undefined && expires !== undefined && effective > expires ? [say.datesReversed] : []),
  ]
}

/** 2026-02-30 looks like a date and is none. */
function isDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day)
}

function bad({ file, line, cells }: TableRow, entryId: string, reasons: readonly string[]): PlannedRow {
  return { file, line, outcome: 'bad', entryId, title: textOf(cells['title']), changes: [], reasons }
}

function reasonsOf(error: z.ZodError): readonly string[] {
  return error.issues.map((issue) => {
    const [field] = issue.path
    const name = say.fields[field as keyof typeof say.fields] as string | undefined
    const label = name ?? String(field ?? '')
    if (issue.code === 'too_big') return say.tooLong(label, Number(issue.maximum))
    const value = issue.input
    if (issue.code === 'too_small' || value === undefined || value === '') return say.missing(label)
    return say.wrong(label)
  })
}

function textOf(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''
}
