import type { EntryContent } from '#shared/domain/knowledge/entry.ts'

/** An entry on its way out. */
export interface TableEntry {
  readonly entryId: string
  readonly content: EntryContent
}
