import type { Database } from 'better-sqlite3'
import type { EntryView } from '#shared/contract/knowledge-views.ts'
import type { Entry, EntryContent } from '#shared/domain/knowledge/entry.ts'
import { measure } from '#shared/domain/knowledge/meters.ts'
import type { EntryWords } from './entry-words.ts'

type Origin = EntryView['origin']

export interface KnownEntry {
  readonly entryId: string
  readonly origin: Origin
  /** As the centre has it; undefined for one of the pack or only of here. */
  readonly entry: Entry | undefined
  readonly content: EntryContent
}

interface EntryRow {
  entry_id: string
  origin: Origin
  entry: string | null
  content: string
}

/** The entries that trainers work on, each with what the list asks for. */
export class EntryTable {
  readonly #database: Database
  readonly #words: EntryWords

  constructor(database: Database, words: EntryWords) {
    this.#database = database
    this.#words = words
  }

  get(entryId: string): KnownEntry | undefined {
    const row = this.#database
      .prepare('SELECT * FROM knowledge_entries JOIN knowledge_texts USING (entry_id) WHERE entry_id = ?')
      .get(entryId)
    return row === undefined ? undefined : toKnown(row as EntryRow)
  }

  idOfTitle(title: string): string | undefined {
    return this.#database
      .prepare('SELECT entry_id FROM knowledge_entries WHERE title = ? LIMIT 1')
      .pluck()
      .get(title) as string | undefined
  }

  /** `version` is what seats use of it, from wherever. */
  put({ entryId, origin, entry, content }: KnownEntry, version: string | undefined): void {
    const { title, similar, category, keywords, answer, effective, expires } = content
    this.#database
      .prepare(
        `INSERT INTO knowledge_entries (entry_id, origin, title, category, state, revision, version, effective, expires,
           changed_at, changed_by, authors, returned, characters)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (entry_id) DO UPDATE SET origin = excluded.origin, title = excluded.title,
           category = excluded.category, state = excluded.state, revision = excluded.revision,
           version = excluded.version, effective = excluded.effective, expires = excluded.expires,
           changed_at = excluded.changed_at, changed_by = excluded.changed_by, authors = excluded.authors,
           returned = excluded.returned, characters = excluded.characters`,
      )
      .run(
        entryId,
        origin,
        title,
        category,
        stateOf(origin, entry),
        entry?.revision ?? 0,
        version ?? null,
        effective ?? null,
        expires ?? null,
        entry?.changed.at ?? null,
        entry?.changed.by.staffName ?? null,
        JSON.stringify(entry?.authors ?? []),
        entry?.returned === undefined ? 0 : 1,
        measure(answer).characters,
      )
    const words = [entryId, title, ...similar, ...keywords, answer].join('\n').toLowerCase()
    this.#database
      .prepare('INSERT OR REPLACE INTO knowledge_texts (entry_id, entry, content, words) VALUES (?, ?, ?, ?)')
      .run(entryId, entry === undefined ? null : JSON.stringify(entry), JSON.stringify(content), words)
    this.#words.put(entryId, words)
  }

  remove(entryId: string): void {
    this.#database.prepare('DELETE FROM knowledge_entries WHERE entry_id = ?').run(entryId)
  }

  removeAllOf(origin: Origin): void {
    this.#database.prepare('DELETE FROM knowledge_entries WHERE origin = ?').run(origin)
  }
}

/** An answer of the pack is in use; what is only here is a draft. */
function stateOf(origin: Origin, entry: Entry | undefined): Entry['state'] {
  return entry?.state ?? (origin === 'pack' ? 'published' : 'draft')
}

function toKnown({ entry_id: entryId, origin, entry, content }: EntryRow): KnownEntry {
  return {
    entryId,
    origin,
    entry: entry === null ? undefined : (JSON.parse(entry) as Entry),
    content: JSON.parse(content) as EntryContent,
  }
}
