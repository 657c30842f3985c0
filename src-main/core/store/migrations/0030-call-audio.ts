import type { Migration } from '../migrate.ts'

/** Which calls have a recording (通话录音); the sound itself lies in `call-audio/`. A row stays when its file was removed. */
export const callAudio: Migration = {
  version: 30,
  name: 'call-audio',
  sql: `
    CREATE TABLE call_audio (
      call_id TEXT PRIMARY KEY REFERENCES calls ON DELETE CASCADE,
      removed_at TEXT,
      file_gone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
  `,
}
