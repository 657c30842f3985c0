import type { Adoption, Signal, Unanswered } from '#shared/contract/central-knowledge.ts'
import type { Queries } from '../database/database.ts'
import { nextStamp } from './write-turn.ts'

/** Marks of a version that are told; older ones count only. */
const newestMarks = 20
/** Questions told at once, the most asked first. */
const mostQuestions = 5_000

/** Takes what a seat tells, each signal once; only within a write turn. */
export async function takeSignals(
  queries: Queries,
  signals: readonly Signal[],
  staffNumber: string,
): Promise<void> {
  for (const signal of signals) {
    const about = signal.kind === 'unanswered' ? undefined : signal
    const added = await queries.query(
      `insert into knowledge_signals (id, kind, at, staff_number, entry_id, version, text, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning 1`,
      [
        signal.id,
        signal.kind,
        new Date(signal.at),
        staffNumber,
        about?.entryId ?? null,
        about?.version ?? null,
        signal.kind === 'unanswered' ? signal.text : null,
        about?.note ?? '',
      ],
    )
    if (added.length > 0 && about !== undefined)
      await count(queries, about.entryId, about.version, about.kind)
  }
}

async function count(
  queries: Queries,
  entryId: string,
  version: string,
  kind: 'read' | 'wrong' | 'expired',
): Promise<void> {
  const one = (counted: string): number => (counted === kind ? 1 : 0)
  await queries.query(
    `insert into knowledge_adoption as kept (entry_id, version, stamp, read, wrong, expired)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (entry_id, version) do update set stamp = excluded.stamp, read = kept.read + excluded.read,
       wrong = kept.wrong + excluded.wrong, expired = kept.expired + excluded.expired`,
    [entryId, version, await nextStamp(queries), one('read'), one('wrong'), one('expired')],
  )
}

interface MarkRow {
  readonly entry_id: string
  readonly version: string
  readonly kind: 'wrong' | 'expired'
  readonly note: string
  readonly at: Date
  readonly staff_number: string
}

/** How answers fare whose counts changed after a stamp, in the order of those changes. */
export async function adoptionAfter(
  queries: Queries,
  after: number,
  limit: number,
): Promise<readonly Adoption[]> {
  const rows = await queries.query<Omit<Adoption, 'entryId' | 'marks'> & { entry_id: string }>(
    `select stamp, entry_id, version, read, wrong, expired from knowledge_adoption
     where stamp > $1 order by stamp limit $2`,
    [after, limit],
  )
  const marks = await queries.query<MarkRow>(
    `select entry_id, version, kind, note, at, staff_number from (
       select *, row_number() over (partition by entry_id, version order by at desc) as place
       from knowledge_signals where kind in ('wrong', 'expired') and entry_id = any($1)
     ) ranked where place <= $2 order by at desc`,
    [rows.map((row) => row.entry_id), newestMarks],
  )
  return rows.map(({ entry_id: entryId, ...row }) => ({
    ...row,
    entryId,
    marks: marks
      .filter((mark) => mark.entry_id === entryId && mark.version === row.version)
      .map(({ kind, note, at, staff_number: staffNumber }) => ({
        kind,
        note,
        at: at.toISOString(),
        staffNumber,
      })),
  }))
}

/** Questions without an answer since a time that nobody has dealt with, the most asked first. */
export async function unansweredSince(queries: Queries, since: Date): Promise<readonly Unanswered[]> {
  const rows = await queries.query<{ text: string; asked: number; last_at: Date }>(
    `select signal.text, count(*)::integer as asked, max(signal.at) as last_at
     from knowledge_signals signal left join knowledge_dismissals done on done.text = signal.text
     where signal.kind = 'unanswered' and signal.at >= $1 and (done.at is null or signal.at > done.at)
     group by signal.text order by asked desc, last_at desc limit $2`,
    [since, mostQuestions],
  )
  return rows.map(({ text, asked, last_at: lastAt }) => ({ text, asked, lastAt: lastAt.toISOString() }))
}

export async function dismissQuestions(queries: Queries, texts: readonly string[], now: Date): Promise<void> {
  for (const text of texts) {
    await queries.query(
      `insert into knowledge_dismissals (text, at) values ($1, $2)
       on conflict (text) do update set at = excluded.at`,
      [text, now],
    )
  }
}
