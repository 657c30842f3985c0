import type { Database } from 'better-sqlite3'

/** Which calls have a recording (通话录音), and which had one. */
export class CallAudioStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Notes that a call is recorded; a second time does nothing. */
  begin(callId: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO call_audio (call_id) VALUES (?)').run(callId)
  }

  state(callId: string): 'none' | 'kept' | 'removed' {
    const row = this.#database.prepare('SELECT removed_at FROM call_audio WHERE call_id = ?').get(callId) as
      { removed_at: string | null } | undefined
    if (row === undefined) return 'none'
    return row.removed_at === null ? 'kept' : 'removed'
  }

  /** Kept recordings of calls that began before a local ISO time and are over, oldest first. */
  keptBefore(startedAt: string): readonly { readonly callId: string; readonly ticketId: string }[] {
    return this.#database
      .prepare(
        `SELECT call_id callId, ticket_id ticketId FROM call_audio JOIN calls USING (call_id) JOIN tickets USING (call_id)
         WHERE removed_at IS NULL AND phase != 'live' AND started_at < ? ORDER BY started_at`,
      )
      .all(startedAt) as { callId: string; ticketId: string }[]
  }

  setRemoved(callId: string, at: string): void {
    this.#database.prepare('UPDATE call_audio SET removed_at = ? WHERE call_id = ?').run(at, callId)
  }

  /** Calls whose recording was removed, but whose file may still be there. */
  filesToRemove(): readonly string[] {
    return this.#database
      .prepare('SELECT call_id FROM call_audio WHERE removed_at IS NOT NULL AND file_gone = 0')
      .pluck()
      .all() as string[]
  }

  setFileGone(callId: string): void {
    this.#database.prepare('UPDATE call_audio SET file_gone = 1 WHERE call_id = ?').run(callId)
  }
}
