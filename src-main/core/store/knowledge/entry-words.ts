import type { Database } from 'better-sqlite3'
import { wordPairs } from './word-pairs.ts'

/** Keeps the pairs by which the list finds entries with some words in them. */
export class EntryWords {
  readonly #database: Database
  #complete = false

  constructor(database: Database) {
    this.#database = database
  }

  /** Of an entry whose words were just written: what was kept of older ones is gone by then. */
  put(entryId: string, words: string): void {
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO knowledge_indexed (entry_id) VALUES (?)')
      .run(entryId)
    this.#database
      .prepare('INSERT INTO knowledge_pairs (rowid, pairs) VALUES (?, ?)')
      .run(lastInsertRowid, wordPairs(words))
  }

  /** Fills in what an older client, which knew no pairs, wrote; costs something once only. */
  complete(): void {
    if (this.#complete) return
    const missing = this.#database
      .prepare(
        `SELECT text.entry_id AS entryId, words FROM knowledge_texts text
         LEFT JOIN knowledge_indexed known ON known.entry_id = text.entry_id WHERE known.id IS NULL`,
      )
      .all() as { entryId: string; words: string }[]
    this.#database.transaction(() => {
      for (const { entryId, words } of missing) this.put(entryId, words)
    })()
    this.#complete = true
  }
}
