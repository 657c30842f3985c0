import type { Database } from 'better-sqlite3'
import type { SyncState } from '#shared/contract/views.ts'
import type { TicketDraft } from '#shared/domain/ticket-fields.ts'

/** A ticket with its call, as the lead's board (班长看板) looks at it. */
export interface BoardTicket {
  readonly ticketId: string
  readonly callId: string
  readonly startedAt: string
  readonly callerNumber: string | undefined
  readonly state: SyncState
  readonly number: string | undefined
  readonly draft: TicketDraft
}

interface BoardRow {
  ticket_id: string
  call_id: string
  started_at: string
  caller_number: string | null
  state: SyncState
  number: string | null
  draft: string
}

/** Reads what the lead's board is made of. */
export class BoardStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Tickets of calls that began at or after a local ISO time, newest first. */
  ticketsSince(startedAt: string): readonly BoardTicket[] {
    const rows = this.#database
      .prepare(
        `SELECT ticket_id, call_id, started_at, caller_number, state, number, draft
         FROM tickets JOIN calls USING (call_id) WHERE started_at >= ? ORDER BY started_at DESC`,
      )
      .all(startedAt) as BoardRow[]
    return rows.map((row) => ({
      ticketId: row.ticket_id,
      callId: row.call_id,
      startedAt: row.started_at,
      callerNumber: row.caller_number ?? undefined,
      state: row.state,
      number: row.number ?? undefined,
      draft: JSON.parse(row.draft) as TicketDraft,
    }))
  }
}
