import { localIso } from '#shared/base/local-time.ts'
import type { BoardReport } from '#shared/contract/board-report.ts'
import type { Whisper } from '#shared/contract/board-views.ts'
import type { BoardReports } from '#shared/contract/central-review.ts'
import type { Identity } from '#shared/contract/central-api.ts'
import type { Queries } from '../database/database.ts'

/** Reports older than this are of seats that have gone home. */
const keptMs = 7 * 24 * 3_600_000
/** A whisper is of the moment: one that a seat could not be given by then is not given any more. */
const whisperMs = 10 * 60_000

export async function putReport(
  queries: Queries,
  report: BoardReport,
  staffNumber: string,
  now: Date,
): Promise<void> {
  await queries.query(
    `insert into board_reports (staff_number, received_at, body) values ($1, $2, $3::text::jsonb)
     on conflict (staff_number) do update set received_at = excluded.received_at, body = excluded.body`,
    [staffNumber, now, JSON.stringify(report)],
  )
}

export async function listReports(queries: Queries, now: Date): Promise<BoardReports['reports']> {
  const rows = await queries.query<{ body: BoardReport; received_at: Date }>(
    'select body, received_at from board_reports where received_at >= $1 order by staff_number',
    [new Date(now.getTime() - keptMs)],
  )
  return rows.map(({ body, received_at }) => ({
    report: body,
    ageMs: Math.max(0, now.getTime() - received_at.getTime()),
  }))
}

/** False where there is no such seat. */
export async function addWhisper(
  queries: Queries,
  whisper: { readonly id: string; readonly staffNumber: string; readonly text: string },
  from: Identity,
  now: Date,
): Promise<boolean> {
  const rows = await queries.query(
    `insert into whispers (id, staff_number, from_number, from_name, words, whispered_at)
     select $1::uuid, staff_number, $3::text, $4::text, $5::text, $6::timestamptz from seats where staff_number = $2 returning id`,
    [whisper.id, whisper.staffNumber, from.staffNumber, from.staffName, whisper.text, now],
  )
  return rows.length > 0
}

/** What waits for a seat, oldest first; from now on it waits no more. */
export async function takeWhispers(queries: Queries, staffNumber: string, now: Date): Promise<Whisper[]> {
  const rows = await queries.query<{
    id: string
    from_number: string
    from_name: string
    words: string
    whispered_at: Date
  }>(
    `update whispers set given_at = $2 where staff_number = $1 and given_at is null and whispered_at >= $3
     returning id, from_number, from_name, words, whispered_at`,
    [staffNumber, now, new Date(now.getTime() - whisperMs)],
  )
  return rows
    .toSorted((a, b) => a.whispered_at.getTime() - b.whispered_at.getTime())
    .map((row) => ({
      id: row.id,
      from: row.from_number,
      fromName: row.from_name,
      text: row.words,
      at: localIso(row.whispered_at.getTime()),
    }))
}
