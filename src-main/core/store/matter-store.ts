import type { Database } from 'better-sqlite3'
import type { SyncState } from '#shared/contract/views.ts'
import type { Matter } from '#shared/domain/ticket/matter.ts'

/** A matter with how far its ticket has come. */
export interface StoredMatter {
  readonly matter: Matter
  readonly number: string | undefined
  readonly state: SyncState
}

interface MatterRow {
  body: string
  number: string | null
  state: SyncState
}

/** Newest tickets looked at a key: a busy road or a large company has more than could be read. */
const newestOfKey = 60

/** What this seat's tickets are about (同一事项), found by caller, party and place. */
export class MatterStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Adds a matter with its keys, or replaces the one of the same ticket; does nothing where it is as it was. */
  put(matter: Matter, keys: readonly string[]): void {
    const body = JSON.stringify(matter)
    const changed = this.#database
      .prepare(
        `INSERT INTO matters (ticket_id, at, body) VALUES (?, ?, ?)
         ON CONFLICT (ticket_id) DO UPDATE SET at = excluded.at, body = excluded.body WHERE body <> excluded.body`,
      )
      .run(matter.ticketId, matter.at, body).changes
    if (changed === 0) return
    this.#database.prepare('DELETE FROM matter_keys WHERE ticket_id = ?').run(matter.ticketId)
    const insert = this.#database.prepare(
      'INSERT OR IGNORE INTO matter_keys (key, at, ticket_id) VALUES (?, ?, ?)',
    )
    for (const key of keys) insert.run(key, matter.at, matter.ticketId)
  }

  /** The newest matters under any of the keys between two times (ms since 1970), but not that of `ticketId` itself. */
  sharing(
    keys: readonly string[],
    span: { readonly from: number; readonly to: number },
    ticketId: string,
  ): readonly StoredMatter[] {
    const find = this.#database.prepare(
      'SELECT ticket_id FROM matter_keys WHERE key = ? AND at BETWEEN ? AND ? ORDER BY at DESC LIMIT ?',
    )
    const ids = new Set(
      keys.flatMap((key) => find.pluck().all(key, span.from, span.to, newestOfKey) as string[]),
    )
    ids.delete(ticketId)
    const read = this.#database.prepare(
      `SELECT body, number, state FROM matters JOIN tickets USING (ticket_id) WHERE ticket_id = ?`,
    )
    return [...ids].map((id) => {
      const row = read.get(id) as MatterRow
      return { matter: JSON.parse(row.body) as Matter, number: row.number ?? undefined, state: row.state }
    })
  }

  /** Tickets without a matter: those of an earlier client. */
  unread(limit: number): readonly string[] {
    return this.#database
      .prepare('SELECT ticket_id FROM tickets WHERE ticket_id NOT IN (SELECT ticket_id FROM matters) LIMIT ?')
      .pluck()
      .all(limit) as string[]
  }
}
