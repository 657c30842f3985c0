import type { Database } from 'better-sqlite3'
import type { CallSource, TurnView } from '#shared/contract/views.ts'
import type { Speaker } from '#shared/domain/call.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'
import { viewOf, type TurnLayers } from '../calls/turn-layers.ts'

export interface CallRecord {
  readonly callId: string
  /** Number that its audio frames carry. */
  readonly stream: number
  /** ISO local time with offset. */
  readonly startedAt: string
  readonly phase: 'live' | 'ended' | 'interrupted'
  readonly source: CallSource
  readonly callerNumber: string | undefined
  /** The host process that the call began under; another one after the whole client was restarted. */
  readonly hostId: string
  readonly durationMs: number
}

export interface StoredPartial {
  readonly speaker: Speaker
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

export type StoredFlag = WordingFlag & { readonly dismissed: boolean }

/** The version of a wording rule that raised a flag. */
export interface RuleAtWork {
  readonly version: string
  readonly silent: boolean
}

interface CallRow {
  call_id: string
  stream: number
  started_at: string
  phase: CallRecord['phase']
  source: string
  caller_number: string | null
  host_id: string
  duration_ms: number
}

interface TurnRow {
  turn: number
  speaker: Speaker
  start_ms: number
  end_ms: number
  text: string
  confidence: number | null
  recovered: number
  /** JSON of {@link KeptLayers}; null for words as they were streamed. */
  layers: string | null
}

type KeptLayers = Pick<TurnLayers, 'streamed' | 'secondPass' | 'corrections' | 'decided'>

/** Calls (通话), their turns, the words still being spoken, and the wording flags. */
export class CallStore {
  readonly #database: Database
  readonly #firstStream: number

  /** `firstStream`: the audio stream number of the first call. */
  constructor(database: Database, firstStream = 1) {
    this.#database = database
    this.#firstStream = firstStream
  }

  /** Adds a call and gives it the next audio stream number. */
  insert(call: Omit<CallRecord, 'stream' | 'durationMs'>): number {
    const row = this.#database
      .prepare(
        `INSERT INTO calls (call_id, stream, started_at, phase, source, caller_number, host_id)
         VALUES (?, (SELECT coalesce(max(stream) + 1, ?) FROM calls), ?, ?, ?, ?, ?) RETURNING stream`,
      )
      .get(
        call.callId,
        this.#firstStream,
        call.startedAt,
        call.phase,
        JSON.stringify(call.source),
        call.callerNumber ?? null,
        call.hostId,
      ) as { stream: number }
    return row.stream
  }

  get(callId: string): CallRecord | undefined {
    const row = this.#database.prepare('SELECT * FROM calls WHERE call_id = ?').get(callId)
    return row === undefined ? undefined : toCall(row as CallRow)
  }

  /** Newest first. */
  list(limit: number): readonly CallRecord[] {
    const rows = this.#database.prepare('SELECT * FROM calls ORDER BY started_at DESC, stream DESC LIMIT ?')
    return (rows.all(limit) as CallRow[]).map(toCall)
  }

  inPhase(phase: CallRecord['phase']): readonly CallRecord[] {
    const rows = this.#database.prepare('SELECT * FROM calls WHERE phase = ? ORDER BY stream')
    return (rows.all(phase) as CallRow[]).map(toCall)
  }

  setPhase(callId: string, phase: CallRecord['phase']): void {
    this.#database.prepare('UPDATE calls SET phase = ? WHERE call_id = ?').run(phase, callId)
  }

  setCallerNumber(callId: string, callerNumber: string): void {
    this.#database.prepare('UPDATE calls SET caller_number = ? WHERE call_id = ?').run(callerNumber, callId)
  }

  setDuration(callId: string, durationMs: number): void {
    this.#database
      .prepare('UPDATE calls SET duration_ms = max(duration_ms, ?) WHERE call_id = ?')
      .run(durationMs, callId)
  }

  turns(callId: string): readonly TurnView[] {
    return this.turnLayers(callId).map(viewOf)
  }

  turnLayers(callId: string): readonly TurnLayers[] {
    const rows = this.#database.prepare('SELECT * FROM turns WHERE call_id = ? ORDER BY turn')
    return (rows.all(callId) as TurnRow[]).map(toTurn)
  }

  turnCount(callId: string): number {
    return this.#database
      .prepare('SELECT count(*) FROM turns WHERE call_id = ?')
      .pluck()
      .get(callId) as number
  }

  /** Adds a turn, or replaces the one with the same index; a flag on words that are not there any more goes. */
  putTurn(callId: string, turn: TurnLayers): void {
    const { text } = viewOf(turn)
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO turns
           (call_id, turn, speaker, start_ms, end_ms, text, confidence, recovered, layers)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        callId,
        turn.index,
        turn.speaker,
        turn.startMs,
        turn.endMs,
        text,
        turn.confidence ?? null,
        turn.recovered ? 1 : 0,
        keptLayers(turn),
      )
    this.#database
      .prepare(
        `DELETE FROM flags
         WHERE call_id = ? AND turn = ? AND dismissed = 0 AND instr(?, json_extract(body, '$.quote')) = 0`,
      )
      .run(callId, turn.index, text)
  }

  partials(callId: string): readonly StoredPartial[] {
    return this.#database
      .prepare(
        'SELECT speaker, start_ms startMs, end_ms endMs, text FROM partials WHERE call_id = ? ORDER BY start_ms',
      )
      .all(callId) as StoredPartial[]
  }

  putPartial(callId: string, partial: StoredPartial): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO partials VALUES (?, ?, ?, ?, ?)')
      .run(callId, partial.speaker, partial.startMs, partial.endMs, partial.text)
  }

  dropPartial(callId: string, speaker: Speaker): void {
    this.#database.prepare('DELETE FROM partials WHERE call_id = ? AND speaker = ?').run(callId, speaker)
  }

  /** What the seat may see: flags of rules on trial (试运行) are kept for the reviewer alone. */
  flags(callId: string): readonly StoredFlag[] {
    const rows = this.#database
      .prepare('SELECT body, dismissed FROM flags WHERE call_id = ? AND silent = 0 ORDER BY turn, rule')
      .all(callId) as { body: string; dismissed: number }[]
    return rows.map((row) => ({ ...(JSON.parse(row.body) as WordingFlag), dismissed: row.dismissed === 1 }))
  }

  /** Adds a flag with the version of its rule, silent where that is on trial; true if it is new. */
  addFlag(callId: string, flag: WordingFlag, { version, silent }: RuleAtWork): boolean {
    const result = this.#database
      .prepare(
        'INSERT OR IGNORE INTO flags (call_id, turn, rule, body, version, silent) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(callId, flag.turn, flag.rule, JSON.stringify(flag), version, silent ? 1 : 0)
    return result.changes > 0
  }

  dismissFlag(callId: string, turn: number, rule: string): void {
    this.#database
      .prepare('UPDATE flags SET dismissed = 1 WHERE call_id = ? AND turn = ? AND rule = ?')
      .run(callId, turn, rule)
  }
}

function toCall(row: CallRow): CallRecord {
  return {
    callId: row.call_id,
    stream: row.stream,
    startedAt: row.started_at,
    phase: row.phase,
    source: JSON.parse(row.source) as CallSource,
    callerNumber: row.caller_number ?? undefined,
    hostId: row.host_id,
    durationMs: row.duration_ms,
  }
}

function toTurn(row: TurnRow): TurnLayers {
  const layers: KeptLayers =
    row.layers === null
      ? { streamed: { text: row.text }, corrections: [], decided: false }
      : (JSON.parse(row.layers) as KeptLayers)
  return {
    index: row.turn,
    speaker: row.speaker,
    startMs: row.start_ms,
    endMs: row.end_ms,
    recovered: row.recovered === 1,
    ...(row.confidence === null ? {} : { confidence: row.confidence }),
    ...layers,
  }
}

function keptLayers(turn: TurnLayers): string | null {
  const { streamed, secondPass, corrections, decided } = turn
  const plain =
    streamed.punctuated === undefined && secondPass === undefined && corrections.length === 0 && !decided
  return plain ? null : JSON.stringify({ streamed, secondPass, corrections, decided })
}
