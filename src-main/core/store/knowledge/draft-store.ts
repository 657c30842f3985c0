import type { Database } from 'better-sqlite3'
import type { EntryContent } from '#shared/domain/knowledge/entry.ts'

/** An edit that the centre does not have. */
export interface StoredDraft {
  readonly entryId: string
  /** Changes with every save, so that only what was sent is taken for delivered. */
  readonly number: number
  readonly baseRevision: number
  /** What was edited, where it was no revision of the centre. */
  readonly base: EntryContent | undefined
  readonly content: EntryContent
  readonly savedAt: string
  /** Why the centre did not take it: it waits for the person. */
  readonly trouble: string | undefined
}

interface DraftRow {
  entry_id: string
  number: number
  base_revision: number
  base: string | null
  content: string
  saved_at: string
  trouble: string | null
}

/** Edits on this machine, kept before anything is asked of the centre. */
export class DraftStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  put(draft: Omit<StoredDraft, 'number' | 'trouble'>): StoredDraft {
    const { entryId, baseRevision, base, content, savedAt } = draft
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO knowledge_drafts (entry_id, number, base_revision, base, content, saved_at)
         VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM knowledge_drafts), ?, ?, ?, ?)`,
      )
      .run(
        entryId,
        baseRevision,
        base === undefined ? null : JSON.stringify(base),
        JSON.stringify(content),
        savedAt,
      )
    const stored = this.get(entryId)
    if (stored === undefined) throw new Error('the draft was not kept')
    return stored
  }

  get(entryId: string): StoredDraft | undefined {
    const row = this.#database.prepare('SELECT * FROM knowledge_drafts WHERE entry_id = ?').get(entryId)
    return row === undefined ? undefined : toDraft(row as DraftRow)
  }

  /** Those that the centre was not asked to take yet, oldest first. */
  waiting(limit: number): readonly StoredDraft[] {
    return (
      this.#database
        .prepare('SELECT * FROM knowledge_drafts WHERE trouble IS NULL ORDER BY number LIMIT ?')
        .all(limit) as DraftRow[]
    ).map(toDraft)
  }

  /** Those of entries that are not listed. */
  withoutEntry(): readonly StoredDraft[] {
    return (
      this.#database
        .prepare(
          'SELECT * FROM knowledge_drafts WHERE entry_id NOT IN (SELECT entry_id FROM knowledge_entries)',
        )
        .all() as DraftRow[]
    ).map(toDraft)
  }

  count(): number {
    return this.#database.prepare('SELECT count(*) FROM knowledge_drafts').pluck().get() as number
  }

  /** The centre has it. One that was saved again meanwhile stays. */
  delivered({ entryId, number }: StoredDraft): void {
    this.#database
      .prepare('DELETE FROM knowledge_drafts WHERE entry_id = ? AND number = ?')
      .run(entryId, number)
  }

  refused({ entryId, number }: StoredDraft, trouble: string): void {
    this.#database
      .prepare('UPDATE knowledge_drafts SET trouble = ? WHERE entry_id = ? AND number = ?')
      .run(trouble, entryId, number)
  }

  drop(entryId: string): boolean {
    return this.#database.prepare('DELETE FROM knowledge_drafts WHERE entry_id = ?').run(entryId).changes > 0
  }
}

function toDraft(row: DraftRow): StoredDraft {
  return {
    entryId: row.entry_id,
    number: row.number,
    baseRevision: row.base_revision,
    base: row.base === null ? undefined : (JSON.parse(row.base) as EntryContent),
    content: JSON.parse(row.content) as EntryContent,
    savedAt: row.saved_at,
    trouble: row.trouble ?? undefined,
  }
}
