import type { Database } from 'better-sqlite3'
import { DraftStore } from './draft-store.ts'
import { EntryListQueries } from './entry-list.ts'
import { EntryWords } from './entry-words.ts'
import { EntryTable } from './entry-table.ts'
import { PublishedStore } from './published-store.ts'
import { SignalStore } from './signal-store.ts'

/** The tables of the shared knowledge base. */
export class KnowledgeStore {
  readonly published: PublishedStore
  readonly entries: EntryTable
  readonly list: EntryListQueries
  readonly drafts: DraftStore
  readonly signals: SignalStore

  constructor(database: Database) {
    this.published = new PublishedStore(database)
    const words = new EntryWords(database)
    this.entries = new EntryTable(database, words)
    this.list = new EntryListQueries(database, words)
    this.drafts = new DraftStore(database)
    this.signals = new SignalStore(database)
  }
}
