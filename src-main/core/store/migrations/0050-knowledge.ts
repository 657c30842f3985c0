import type { Migration } from '../migrate.ts'

/**
 * The shared knowledge base: what is published over the site pack; the list of entries that trainers work on (of the centre, of
 * the pack, or only here), their edits that the centre does not have, how answers fare, and what is to be told to the centre.
 */
export const knowledge: Migration = {
  version: 50,
  name: 'knowledge',
  sql: `
    CREATE TABLE published_answers (
      entry_id TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      content TEXT, -- NULL: no longer to be said, not even where the pack has it
      deed TEXT NOT NULL
    ) STRICT;

    CREATE TABLE knowledge_entries (
      entry_id TEXT PRIMARY KEY,
      origin TEXT NOT NULL CHECK (origin IN ('centre', 'pack', 'here')),
      title TEXT NOT NULL,
      category TEXT NOT NULL,
      state TEXT NOT NULL,
      revision INTEGER NOT NULL,
      version TEXT,
      effective TEXT,
      expires TEXT,
      changed_at TEXT,
      changed_by TEXT,
      authors TEXT NOT NULL,
      returned INTEGER NOT NULL,
      characters INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX knowledge_entries_by_change ON knowledge_entries (changed_at DESC, entry_id);
    CREATE INDEX knowledge_entries_by_state ON knowledge_entries (state);
    CREATE INDEX knowledge_entries_by_title ON knowledge_entries (title);
    CREATE INDEX knowledge_entries_by_category ON knowledge_entries (category);

    -- Apart from the list, whose rows stay short so that 100,000 of them are counted and sorted in a moment.
    CREATE TABLE knowledge_texts (
      entry_id TEXT PRIMARY KEY REFERENCES knowledge_entries ON DELETE CASCADE,
      entry TEXT, -- of the centre
      content TEXT NOT NULL,
      words TEXT NOT NULL
    ) STRICT;

    CREATE TABLE knowledge_drafts (
      entry_id TEXT PRIMARY KEY,
      number INTEGER NOT NULL,
      base_revision INTEGER NOT NULL,
      base TEXT,
      content TEXT NOT NULL,
      saved_at TEXT NOT NULL,
      trouble TEXT
    ) STRICT;

    CREATE TABLE knowledge_adoption (
      entry_id TEXT NOT NULL,
      version TEXT NOT NULL,
      read INTEGER NOT NULL,
      wrong INTEGER NOT NULL,
      expired INTEGER NOT NULL,
      marks TEXT NOT NULL,
      PRIMARY KEY (entry_id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE knowledge_signals (
      id TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      body TEXT NOT NULL,
      sent INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX knowledge_signals_unsent ON knowledge_signals (at) WHERE sent = 0;
  `,
}
