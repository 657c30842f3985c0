import type { Migration } from '../migrate.ts'

/**
 * Finds the entries with some words in them without reading them all. The words are cut into overlapping pairs of characters
 * (`knowledge/word-pairs.ts`), so that two characters (医保) are found as well as ten; they are filled in by the program, from
 * `knowledge_texts`, where they are missing.
 */
export const knowledgeWords: Migration = {
  version: 90,
  name: 'knowledge-words',
  sql: `
    CREATE TABLE knowledge_indexed (
      id INTEGER PRIMARY KEY,
      entry_id TEXT NOT NULL UNIQUE REFERENCES knowledge_entries ON DELETE CASCADE
    ) STRICT;

    CREATE VIRTUAL TABLE knowledge_pairs USING fts5 (
      pairs, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
    );

    CREATE TRIGGER knowledge_pairs_gone AFTER DELETE ON knowledge_indexed BEGIN
      DELETE FROM knowledge_pairs WHERE rowid = old.id;
    END;

    -- Whoever writes other words makes the old pairs invalid.
    CREATE TRIGGER knowledge_texts_changed AFTER INSERT ON knowledge_texts BEGIN
      DELETE FROM knowledge_indexed WHERE entry_id = new.entry_id;
    END;
  `,
}
