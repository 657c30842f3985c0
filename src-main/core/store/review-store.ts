import type { Database } from 'better-sqlite3'
import type { RaisedFlag, ReviewCase } from '#shared/domain/review/review-case.ts'
import type { ReviewEvent } from '#shared/domain/review/review-event.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'

/** Whose call it was. */
export interface CallStaff {
  readonly staffNumber: string
  readonly staffName: string
  readonly team: string
}

/** A call of this client that is over. */
export interface OverCall {
  readonly callId: string
  readonly startedAt: string
  readonly durationMs: number
  readonly rehearsal: boolean
  readonly urgency: string | undefined
  /** Undefined for calls of an earlier client. */
  readonly staff: CallStaff | undefined
}

interface OverRow {
  call_id: string
  started_at: string
  duration_ms: number
  kind: string
  urgency: string | null
  staff_number: string | null
  staff_name: string | null
  team: string | null
}

interface FlagRow {
  call_id: string
  body: string
  dismissed: number
  version: string
  silent: number
}

/** What reviews (质检) are made of: this client's calls, those of other seats, and all that was done. */
export class ReviewStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  noteStaff(callId: string, { staffNumber, staffName, team }: CallStaff): void {
    this.#database
      .prepare(
        'INSERT OR IGNORE INTO call_staff (call_id, staff_number, staff_name, team) VALUES (?, ?, ?, ?)',
      )
      .run(callId, staffNumber, staffName, team)
  }

  /** Newest first. */
  overCalls(limit: number): readonly OverCall[] {
    return (
      this.#database.prepare(`${overCalls} ORDER BY started_at DESC LIMIT ?`).all(limit) as OverRow[]
    ).map(toOver)
  }

  overCall(callId: string): OverCall | undefined {
    const row = this.#database.prepare(`${overCalls} AND call_id = ?`).get(callId) as OverRow | undefined
    return row === undefined ? undefined : toOver(row)
  }

  /** By call; of one call, or of all. */
  raisedFlags(callId?: string): ReadonlyMap<string, readonly RaisedFlag[]> {
    const rows = this.#database
      .prepare('SELECT * FROM flags WHERE @callId IS NULL OR call_id = @callId ORDER BY call_id, turn, rule')
      .all({ callId: callId ?? null }) as FlagRow[]
    return group(rows, (row) => row.call_id, toRaised)
  }

  /** By call; of one call, or of all. */
  events(callId?: string): ReadonlyMap<string, readonly ReviewEvent[]> {
    const rows = this.#database
      .prepare('SELECT call_id, body FROM review_events WHERE @callId IS NULL OR call_id = @callId')
      .all({ callId: callId ?? null }) as { call_id: string; body: string }[]
    return group(
      rows,
      (row) => row.call_id,
      ({ body }) => JSON.parse(body) as ReviewEvent,
    )
  }

  /** Adds an event; true if it is new. `sent`: it came from the centre. */
  addEvent(event: ReviewEvent, sent: boolean): boolean {
    const { changes } = this.#database
      .prepare(
        `INSERT INTO review_events (id, call_id, at, body, sent) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO NOTHING`,
      )
      .run(event.id, event.callId, event.at, JSON.stringify(event), sent ? 1 : 0)
    if (sent) this.setSent([event.id])
    return changes > 0
  }

  /** Oldest first. */
  unsent(limit: number): readonly ReviewEvent[] {
    const rows = this.#database.prepare(
      'SELECT body FROM review_events WHERE sent = 0 ORDER BY at, id LIMIT ?',
    )
    return (rows.pluck().all(limit) as string[]).map((body) => JSON.parse(body) as ReviewEvent)
  }

  setSent(ids: readonly string[]): void {
    const set = this.#database.prepare('UPDATE review_events SET sent = 1 WHERE id = ?')
    for (const id of ids) set.run(id)
  }

  /** Takes back an event that the centre did not take. */
  removeEvent(id: string): void {
    this.#database.prepare('DELETE FROM review_events WHERE id = ? AND sent = 0').run(id)
  }

  /** Calls of other seats, newest first. */
  cases(): readonly ReviewCase[] {
    const rows = this.#database.prepare('SELECT body FROM review_cases ORDER BY started_at DESC')
    return (rows.pluck().all() as string[]).map((body) => JSON.parse(body) as ReviewCase)
  }

  case(callId: string): ReviewCase | undefined {
    const body = this.#database.prepare('SELECT body FROM review_cases WHERE call_id = ?').pluck().get(callId)
    return body === undefined ? undefined : (JSON.parse(body as string) as ReviewCase)
  }

  /** Adds a call of another seat, or replaces it. */
  putCase(review: ReviewCase): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO review_cases (call_id, started_at, body) VALUES (?, ?, ?)')
      .run(review.callId, review.startedAt, JSON.stringify(review))
  }

  /** Removes calls of other seats that began before a local ISO time; what was done in their reviews stays. */
  removeCasesBefore(startedAt: string): void {
    this.#database.prepare('DELETE FROM review_cases WHERE started_at < ?').run(startedAt)
  }

  /** What of a call the centre has. */
  sentOf(callId: string): {
    readonly digest: string | undefined
    readonly pieces: number
    readonly whole: boolean
  } {
    const row = this.#database
      .prepare(
        'SELECT sent_digest digest, audio_sent pieces, audio_whole whole FROM call_staff WHERE call_id = ?',
      )
      .get(callId) as { digest: string | null; pieces: number; whole: number } | undefined
    return { digest: row?.digest ?? undefined, pieces: row?.pieces ?? 0, whole: row?.whole === 1 }
  }

  setCaseSent(callId: string, digest: string): void {
    this.#database.prepare('UPDATE call_staff SET sent_digest = ? WHERE call_id = ?').run(digest, callId)
  }

  setAudioSent(callId: string, pieces: number, whole: boolean): void {
    this.#database
      .prepare('UPDATE call_staff SET audio_sent = ?, audio_whole = ? WHERE call_id = ?')
      .run(pieces, whole ? 1 : 0, callId)
  }
}

const overCalls = `
  SELECT calls.call_id, started_at, duration_ms, json_extract(source, '$.kind') kind,
    json_extract(draft, '$.urgency.value') urgency, staff_number, staff_name, team
  FROM calls LEFT JOIN tickets USING (call_id) LEFT JOIN call_staff USING (call_id)
  WHERE phase != 'live'`

function toOver(row: OverRow): OverCall {
  const { staff_number: staffNumber, staff_name: staffName, team } = row
  return {
    callId: row.call_id,
    startedAt: row.started_at,
    durationMs: row.duration_ms,
    rehearsal: row.kind === 'recording',
    urgency: row.urgency ?? undefined,
    staff:
      staffNumber === null || staffName === null || team === null
        ? undefined
        : { staffNumber, staffName, team },
  }
}

function toRaised({ body, dismissed, version, silent }: FlagRow): RaisedFlag {
  const flag = JSON.parse(body) as WordingFlag
  return { ...flag, version, dismissed: dismissed === 1, silent: silent === 1 }
}

function group<Row, Item>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const row of rows) {
    const items = groups.get(keyOf(row))
    if (items === undefined) groups.set(keyOf(row), [toItem(row)])
    else items.push(toItem(row))
  }
  return groups
}
