import type { Migration } from '../migrate.ts'

/** Reviews (质检): whose call it was, calls of other seats, what was done, and the versions of wording rules. */
export const reviews: Migration = {
  version: 60,
  name: 'reviews',
  sql: `
    -- Of the rule's content; and whether it was on trial, so that the seat never saw the flag.
    ALTER TABLE flags ADD COLUMN version TEXT NOT NULL DEFAULT '';
    ALTER TABLE flags ADD COLUMN silent INTEGER NOT NULL DEFAULT 0;

    -- Whose call it was, and what of it the centre has: a digest of its words and flags, and pieces of its sound.
    CREATE TABLE call_staff (
      call_id TEXT PRIMARY KEY REFERENCES calls ON DELETE CASCADE,
      staff_number TEXT NOT NULL,
      staff_name TEXT NOT NULL,
      team TEXT NOT NULL,
      sent_digest TEXT,
      audio_sent INTEGER NOT NULL DEFAULT 0,
      audio_whole INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- Calls of other seats, as the centre gave them.
    CREATE TABLE review_cases (
      call_id TEXT PRIMARY KEY,
      started_at TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    -- Only ever added to. A call may be of another seat, so there is no reference.
    CREATE TABLE review_events (
      id TEXT PRIMARY KEY,
      call_id TEXT NOT NULL,
      at TEXT NOT NULL,
      body TEXT NOT NULL,
      sent INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX review_events_by_call ON review_events (call_id);
    CREATE INDEX review_events_unsent ON review_events (at) WHERE sent = 0;

    CREATE TABLE rule_versions (
      rule TEXT NOT NULL,
      version TEXT NOT NULL,
      since TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('active', 'trial')),
      PRIMARY KEY (rule, version)
    ) STRICT;
  `,
}
