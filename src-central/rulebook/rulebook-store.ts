import type { Identity } from '#shared/contract/central-api.ts'
import type { RevisionOrder } from '#shared/contract/central-rulebook.ts'
import { subjectOf, type RulebookChange, type RulebookRevision } from '#shared/domain/review/rulebook.ts'
import type { Queries } from '../database/database.ts'

/** Serialises writers: versions and positions are then given without a gap. */
const rulebookLock = 12_345_050

interface Row {
  readonly position: string | number
  readonly version: number
  readonly saved_at: Date
  readonly staff_number: string
  readonly staff_name: string
  readonly note: string
  readonly change: RulebookChange
}

/** Keeps a version; undefined where another one was saved since the one that was changed. To be called in a transaction. */
export async function addRevision(
  queries: Queries,
  { base, note, change }: RevisionOrder,
  seat: Identity,
  now: Date,
): Promise<RulebookRevision | undefined> {
  await queries.query('select pg_advisory_xact_lock($1)', [rulebookLock])
  const subject = subjectOf(change)
  const [newest] = await queries.query<{ version: number | null }>(
    'select max(version) as version from rulebook_revisions where subject = $1',
    [subject],
  )
  if ((newest?.version ?? 0) !== base) return undefined
  const [row] = await queries.query<Row>(
    `insert into rulebook_revisions (position, subject, version, saved_at, staff_number, staff_name, note, change)
     select coalesce(max(position), 0) + 1, $1::text, $2::integer, $3::timestamptz, $4::text, $5::text, $6::text, $7::text::jsonb
     from rulebook_revisions returning *`,
    [subject, base + 1, now, seat.staffNumber, seat.staffName, note, JSON.stringify(change)],
  )
  return row === undefined ? undefined : toRevision(row)
}

/** In the order in which they were saved. */
export async function revisionsAfter(
  queries: Queries,
  after: number,
  limit: number,
): Promise<RulebookRevision[]> {
  const rows = await queries.query<Row>(
    'select * from rulebook_revisions where position > $1 order by position limit $2',
    [after, limit],
  )
  return rows.map(toRevision)
}

function toRevision(row: Row): RulebookRevision {
  return {
    position: Number(row.position),
    version: row.version,
    at: row.saved_at.toISOString(),
    by: row.staff_number,
    byName: row.staff_name,
    note: row.note,
    change: row.change,
  }
}
