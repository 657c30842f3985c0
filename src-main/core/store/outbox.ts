import type { Database } from 'better-sqlite3'
import type { TicketSubmission } from '#shared/contract/central-api.ts'

export interface OutboxEntry {
  /** uuidv7: the idempotency key. */
  readonly id: string
  readonly ticketId: string
  readonly body: TicketSubmission
  readonly attempts: number
}

/** 发件箱: stored first, delivered later; in order per ticket because a ticket has one pending entry at a time. */
export class Outbox {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(entry: Omit<OutboxEntry, 'attempts'>, nextAt: string): void {
    this.#database
      .prepare("INSERT INTO outbox (id, ticket_id, body, state, next_at) VALUES (?, ?, ?, 'pending', ?)")
      .run(entry.id, entry.ticketId, JSON.stringify(entry.body), nextAt)
  }

  /** Pending entries that are due, oldest first (uuidv7 sorts by time). */
  due(now: string, limit: number): readonly OutboxEntry[] {
    const rows = this.#database
      .prepare(
        `SELECT id, ticket_id, body, attempts FROM outbox
         WHERE state = 'pending' AND next_at <= ? ORDER BY id LIMIT ?`,
      )
      .all(now, limit) as { id: string; ticket_id: string; body: string; attempts: number }[]
    return rows.map((row) => ({
      id: row.id,
      ticketId: row.ticket_id,
      body: JSON.parse(row.body) as TicketSubmission,
      attempts: row.attempts,
    }))
  }

  /** When the next pending entry is due; undefined when none waits. */
  nextDue(): string | undefined {
    const row = this.#database
      .prepare("SELECT min(next_at) next FROM outbox WHERE state = 'pending'")
      .get() as { next: string | null }
    return row.next ?? undefined
  }

  counts(): { readonly waiting: number; readonly parked: number } {
    return this.#database
      .prepare(
        `SELECT count(*) FILTER (WHERE state = 'pending') waiting,
                count(*) FILTER (WHERE state = 'parked') parked FROM outbox`,
      )
      .get() as { waiting: number; parked: number }
  }

  done(id: string): void {
    this.#database.prepare("UPDATE outbox SET state = 'done', trouble = NULL WHERE id = ?").run(id)
  }

  postpone(id: string, nextAt: string, trouble: string): void {
    this.#database
      .prepare('UPDATE outbox SET attempts = attempts + 1, next_at = ?, trouble = ? WHERE id = ?')
      .run(nextAt, trouble, id)
  }

  park(id: string, trouble: string): void {
    this.#database
      .prepare("UPDATE outbox SET state = 'parked', attempts = attempts + 1, trouble = ? WHERE id = ?")
      .run(trouble, id)
  }

  /** A parked entry that a corrected one takes the place of. */
  withdraw(ticketId: string): void {
    this.#database
      .prepare("UPDATE outbox SET state = 'done' WHERE ticket_id = ? AND state = 'parked'")
      .run(ticketId)
  }

  /** Makes a ticket's entries due at once: parked ones again, and those that wait for their next attempt. */
  release(ticketId: string | undefined, now: string): void {
    this.#database
      .prepare(
        `UPDATE outbox SET state = 'pending', next_at = @now
         WHERE (ticket_id = @ticketId AND state = 'parked') OR (@ticketId IS NULL AND state = 'pending')`,
      )
      .run({ ticketId: ticketId ?? null, now })
  }
}
