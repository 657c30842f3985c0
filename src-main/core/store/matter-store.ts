import type { Database } from 'better-sqlite3'
import type { Matter } from '#shared/domain/ticket/matter.ts'

/** A matter with the number of its ticket, once it has one. */
export interface StoredMatter {
  readonly matter: Matter
  readonly number: string | undefined
}

interface MatterRow {
  body: string
  number: string | null
}

/** Newest tickets looked at a key: a busy road or a large company has more than could be read. */
const newestOfKey = 60

/** What the tickets of this seat and of others are about (同一事项), found by caller, party and place. */
export class MatterStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * Adds a matter with its keys, or replaces the one of the same ticket; does nothing where it is as it was.
   *
   * @param number of another seat's ticket
   */
  put(matter: Matter, keys: readonly string[], number?: string): void {
    const body = JSON.stringify(matter)
    const changed = this.#database
      .prepare(
        `INSERT INTO matters (ticket_id, at, body, number) VALUES (?, ?, ?, ?)
         ON CONFLICT (ticket_id) DO UPDATE SET at = excluded.at, body = excluded.body WHERE body <> excluded.body`,
      )
      .run(matter.ticketId, matter.at, body, number ?? null).changes
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
      `SELECT body, coalesce(tickets.number, matters.number) AS number
       FROM matters LEFT JOIN tickets USING (ticket_id) WHERE ticket_id = ?`,
    )
    return [...ids].map((id) => {
      const row = read.get(id) as MatterRow
      return { matter: JSON.parse(row.body) as Matter, number: row.number ?? undefined }
    })
  }

  /** Forgets what other seats' tickets of calls before a time (ms since 1970) are about. */
  forgetOthers(before: number): void {
    this.#database.prepare('DELETE FROM matters WHERE number IS NOT NULL AND at < ?').run(before)
  }

  /** Forgets all matters: nothing is like anything before. */
  clear(): void {
    this.#database.exec('DELETE FROM matter_keys; DELETE FROM matters')
  }

  /** Tickets without a matter: those of an earlier client. */
  unread(limit: number): readonly string[] {
    return this.#database
      .prepare('SELECT ticket_id FROM tickets WHERE ticket_id NOT IN (SELECT ticket_id FROM matters) LIMIT ?')
      .pluck()
      .all(limit) as string[]
  }
}
