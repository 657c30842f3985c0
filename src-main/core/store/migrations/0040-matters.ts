import type { Migration } from '../migrate.ts'

/** What tickets are about, with the keys that find those that may be about the same: callers, parties, places. */
export const matters: Migration = {
  version: 40,
  name: 'matters',
  sql: `
    CREATE TABLE matters (
      ticket_id TEXT PRIMARY KEY REFERENCES tickets ON DELETE CASCADE,
      at INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE matter_keys (
      key TEXT NOT NULL,
      at INTEGER NOT NULL,
      ticket_id TEXT NOT NULL REFERENCES matters ON DELETE CASCADE,
      PRIMARY KEY (key, at, ticket_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX matter_keys_by_ticket ON matter_keys (ticket_id);
  `,
}
