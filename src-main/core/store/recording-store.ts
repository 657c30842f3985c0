import type { Database } from 'better-sqlite3'

export interface StoredRecording {
  readonly recordingId: string
  readonly title: string
  /** One stereo file, or the seat's and the citizen's. */
  readonly files: readonly string[]
  readonly durationMs: number
}

interface RecordingRow {
  recording_id: string
  title: string
  files: string
  duration_ms: number
}

/** Recordings that a person added; the rehearsal calls that ship are not here. */
export class RecordingStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(recording: StoredRecording, addedAt: string): void {
    this.#database
      .prepare('INSERT INTO recordings VALUES (?, ?, ?, ?, ?)')
      .run(
        recording.recordingId,
        recording.title,
        JSON.stringify(recording.files),
        recording.durationMs,
        addedAt,
      )
  }

  remove(recordingId: string): void {
    this.#database.prepare('DELETE FROM recordings WHERE recording_id = ?').run(recordingId)
  }

  /** Newest first. */
  list(): readonly StoredRecording[] {
    const rows = this.#database.prepare('SELECT * FROM recordings ORDER BY added_at DESC').all()
    return (rows as RecordingRow[]).map((row) => ({
      recordingId: row.recording_id,
      title: row.title,
      files: JSON.parse(row.files) as string[],
      durationMs: row.duration_ms,
    }))
  }
}
