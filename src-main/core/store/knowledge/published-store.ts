import type { Database } from 'better-sqlite3'
import type { Deed, EntryContent } from '#shared/domain/knowledge/entry.ts'

export interface PublishedEntry {
  readonly entryId: string
  readonly version: number
  /** Undefined where it was retired. */
  readonly content: EntryContent | undefined
  readonly deed: Deed
}

interface PublishedRow {
  entry_id: string
  version: number
  content: string | null
  deed: string
}

/** What the centre has published, as far as its increments were checked and taken. */
export class PublishedStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  put({ entryId, version, content, deed }: PublishedEntry): void {
    this.#database
      .prepare(
        'INSERT OR REPLACE INTO published_answers (entry_id, version, content, deed) VALUES (?, ?, ?, ?)',
      )
      .run(entryId, version, content === undefined ? null : JSON.stringify(content), JSON.stringify(deed))
  }

  get(entryId: string): PublishedEntry | undefined {
    const row = this.#database.prepare('SELECT * FROM published_answers WHERE entry_id = ?').get(entryId)
    return row === undefined ? undefined : toEntry(row as PublishedRow)
  }

  all(): readonly PublishedEntry[] {
    return (this.#database.prepare('SELECT * FROM published_answers').all() as PublishedRow[]).map(toEntry)
  }

  clear(): void {
    this.#database.exec('DELETE FROM published_answers')
  }
}

function toEntry({ entry_id: entryId, version, content, deed }: PublishedRow): PublishedEntry {
  return {
    entryId,
    version,
    content: content === null ? undefined : (JSON.parse(content) as EntryContent),
    deed: JSON.parse(deed) as Deed,
  }
}
