import type { Database } from 'better-sqlite3'
import type { SyncState } from '#shared/contract/views.ts'
import type { TicketDraft } from '#shared/domain/ticket-fields.ts'

export interface TicketRecord {
  readonly ticketId: string
  readonly callId: string
  readonly draft: TicketDraft
  /** Ids of the answers read out on the call (答复). */
  readonly answersRead: readonly string[]
  readonly state: SyncState
  /** 工单编号, once the centre gave it. */
  readonly number: string | undefined
  readonly trouble: string | undefined
  readonly savedAt: string
}

interface TicketRow {
  ticket_id: string
  call_id: string
  draft: string
  answers_read: string
  state: SyncState
  number: string | null
  trouble: string | null
  saved_at: string
}

/** Tickets (工单): one a call. */
export class TicketStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Adds a ticket, or replaces the one with the same id. */
  put(ticket: TicketRecord): void {
    this.#database
      .prepare(
        `INSERT INTO tickets (ticket_id, call_id, draft, answers_read, state, number, trouble, saved_at)
         VALUES (@ticketId, @callId, @draft, @answersRead, @state, @number, @trouble, @savedAt)
         ON CONFLICT (ticket_id) DO UPDATE SET draft = @draft, answers_read = @answersRead, state = @state,
           number = @number, trouble = @trouble, saved_at = @savedAt`,
      )
      .run({
        ...ticket,
        draft: JSON.stringify(ticket.draft),
        answersRead: JSON.stringify(ticket.answersRead),
        number: ticket.number ?? null,
        trouble: ticket.trouble ?? null,
      })
  }

  get(ticketId: string): TicketRecord | undefined {
    return this.#one('SELECT * FROM tickets WHERE ticket_id = ?', ticketId)
  }

  ofCall(callId: string): TicketRecord | undefined {
    return this.#one('SELECT * FROM tickets WHERE call_id = ?', callId)
  }

  #one(sql: string, id: string): TicketRecord | undefined {
    const row = this.#database.prepare(sql).get(id) as TicketRow | undefined
    if (row === undefined) return undefined
    return {
      ticketId: row.ticket_id,
      callId: row.call_id,
      draft: JSON.parse(row.draft) as TicketDraft,
      answersRead: JSON.parse(row.answers_read) as string[],
      state: row.state,
      number: row.number ?? undefined,
      trouble: row.trouble ?? undefined,
      savedAt: row.saved_at,
    }
  }
}
