import type { Migration } from '../migrate.ts'

/** Matters of other seats' tickets join those of this seat: they have a number of their own and no ticket here. */
export const mattersOfSeats: Migration = {
  version: 80,
  name: 'matters of all seats',
  sql: `
    CREATE TABLE all_matters (
      ticket_id TEXT PRIMARY KEY,
      at INTEGER NOT NULL,
      body TEXT NOT NULL,
      /** Of another seat's ticket; that of one's own stands in tickets. */
      number TEXT
    ) STRICT;
    CREATE TABLE all_matter_keys (
      key TEXT NOT NULL,
      at INTEGER NOT NULL,
      ticket_id TEXT NOT NULL REFERENCES all_matters ON DELETE CASCADE,
      PRIMARY KEY (key, at, ticket_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO all_matters (ticket_id, at, body) SELECT ticket_id, at, body FROM matters;
    INSERT INTO all_matter_keys SELECT key, at, ticket_id FROM matter_keys;
    DROP TABLE matter_keys;
    DROP TABLE matters;
    ALTER TABLE all_matters RENAME TO matters;
    ALTER TABLE all_matter_keys RENAME TO matter_keys;
    CREATE INDEX matter_keys_by_ticket ON matter_keys (ticket_id);
    CREATE INDEX matters_of_others ON matters (at) WHERE number IS NOT NULL;
  `,
}
