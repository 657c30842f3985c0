import type { Migration } from '../migrate.ts'

export const callsAndTickets: Migration = {
  version: 10,
  name: 'calls-and-tickets',
  sql: `
    CREATE TABLE calls (
      call_id TEXT PRIMARY KEY,
      stream INTEGER NOT NULL UNIQUE,
      started_at TEXT NOT NULL,
      phase TEXT NOT NULL CHECK (phase IN ('live', 'ended', 'interrupted')),
      source TEXT NOT NULL,
      caller_number TEXT,
      host_id TEXT NOT NULL,
      duration_ms REAL NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX calls_by_time ON calls (started_at DESC);

    CREATE TABLE turns (
      call_id TEXT NOT NULL REFERENCES calls ON DELETE CASCADE,
      turn INTEGER NOT NULL,
      speaker TEXT NOT NULL CHECK (speaker IN ('seat', 'citizen')),
      start_ms REAL NOT NULL,
      end_ms REAL NOT NULL,
      text TEXT NOT NULL,
      confidence REAL,
      recovered INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (call_id, turn)
    ) STRICT;

    -- Words still being spoken: what is left of an utterance when the program is killed in the middle of it.
    CREATE TABLE partials (
      call_id TEXT NOT NULL REFERENCES calls ON DELETE CASCADE,
      speaker TEXT NOT NULL CHECK (speaker IN ('seat', 'citizen')),
      start_ms REAL NOT NULL,
      end_ms REAL NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (call_id, speaker)
    ) STRICT;

    CREATE TABLE flags (
      call_id TEXT NOT NULL REFERENCES calls ON DELETE CASCADE,
      turn INTEGER NOT NULL,
      rule TEXT NOT NULL,
      body TEXT NOT NULL,
      dismissed INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (call_id, turn, rule)
    ) STRICT;

    CREATE TABLE tickets (
      ticket_id TEXT PRIMARY KEY,
      call_id TEXT NOT NULL UNIQUE REFERENCES calls,
      draft TEXT NOT NULL,
      answers_read TEXT NOT NULL DEFAULT '[]',
      state TEXT NOT NULL
        CHECK (state IN ('draft', 'queued', 'sent', 'acknowledged', 'conflict', 'parked')),
      number TEXT,
      trouble TEXT,
      saved_at TEXT NOT NULL
    ) STRICT;

    -- Who changed what, when; before and after are JSON of the fields touched. The person's undo reads it too.
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      ticket_id TEXT NOT NULL REFERENCES tickets,
      before TEXT,
      after TEXT,
      undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX audit_by_ticket ON audit (ticket_id, seq);

    -- 发件箱: what must reach the centre. The id is the idempotency key.
    CREATE TABLE outbox (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES tickets,
      body TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'parked', 'done')),
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at TEXT NOT NULL,
      trouble TEXT
    ) STRICT;
    CREATE INDEX outbox_pending ON outbox (state, next_at);

    CREATE TABLE recordings (
      recording_id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      files TEXT NOT NULL,
      duration_ms REAL NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;
  `,
}
