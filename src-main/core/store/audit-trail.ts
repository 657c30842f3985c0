import type { Database } from 'better-sqlite3'
import type { TicketDraft } from '#shared/domain/ticket-fields.ts'

export type AuditAction =
  | 'typed'
  | 'accepted'
  | 'cleared'
  | 'undone'
  | 'answer-read'
  | 'turn-chosen'
  | 'submitted'
  | 'numbered'
  | 'refused'
  /** The call's recording was removed when its time was over. */
  | 'recording.removed'

/** The words of a turn, where those were changed and not a field. */
export interface TurnWords {
  readonly turn: number
  readonly text: string
}

/** The actions of a person that undo takes back. */
const undoable = "('typed', 'accepted', 'cleared')"

export interface AuditEntry {
  readonly at: string
  readonly actor: string
  readonly action: AuditAction
  readonly ticketId: string
  /** Entries of the fields touched, before and after; a field absent before is absent here. */
  readonly before?: TicketDraft | TurnWords
  readonly after?: TicketDraft | TurnWords
}

/** A change that undo can take back. */
export interface UndoableChange {
  readonly seq: number
  readonly before: TicketDraft
  readonly after: TicketDraft
}

/** 操作留痕: every change of a ticket, who made it and when. Rows are only ever added. */
export class AuditTrail {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(entry: AuditEntry): void {
    this.#database
      .prepare('INSERT INTO audit (at, actor, action, ticket_id, before, after) VALUES (?, ?, ?, ?, ?, ?)')
      .run(
        entry.at,
        entry.actor,
        entry.action,
        entry.ticketId,
        entry.before === undefined ? null : JSON.stringify(entry.before),
        entry.after === undefined ? null : JSON.stringify(entry.after),
      )
  }

  lastUndoable(ticketId: string): UndoableChange | undefined {
    const row = this.#database
      .prepare(
        `SELECT seq, before, after FROM audit
         WHERE ticket_id = ? AND undone = 0 AND action IN ${undoable} ORDER BY seq DESC LIMIT 1`,
      )
      .get(ticketId) as { seq: number; before: string; after: string } | undefined
    return row === undefined
      ? undefined
      : {
          seq: row.seq,
          before: JSON.parse(row.before) as TicketDraft,
          after: JSON.parse(row.after) as TicketDraft,
        }
  }

  markUndone(seq: number): void {
    this.#database.prepare('UPDATE audit SET undone = 1 WHERE seq = ?').run(seq)
  }

  ofTicket(
    ticketId: string,
  ): readonly { readonly at: string; readonly actor: string; readonly action: string }[] {
    return this.#database
      .prepare('SELECT at, actor, action FROM audit WHERE ticket_id = ? ORDER BY seq')
      .all(ticketId) as { at: string; actor: string; action: string }[]
  }
}
