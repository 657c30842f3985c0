import type { AudioPiece } from '#shared/contract/central-review.ts'
import type { ReviewCase } from '#shared/domain/review/review-case.ts'
import type { Queries } from '../database/database.ts'

/** Serialises writers: positions are then given in the order in which they can be seen, and no reader skips one. */
const reviewLock = 12_345_040

/** To be called first in a transaction that gives positions. */
export async function lockReviews(queries: Queries): Promise<void> {
  await queries.query('select pg_advisory_xact_lock($1)', [reviewLock])
}

/**
 * Adds a call, or replaces it; false where it is another seat's. Its age counts from when it came first, and one whose words were
 * removed for their age stays as it is.
 */
export async function putCase(
  queries: Queries,
  review: ReviewCase,
  staffNumber: string,
  now: Date,
): Promise<boolean> {
  await lockReviews(queries)
  const rows = await queries.query<{ call_id: string }>(
    `insert into review_calls (call_id, staff_number, received_at, position, body)
     values ($1, $2, $3, nextval('review_call_positions'), $4::text::jsonb)
     on conflict (call_id) do update
       set position = case when review_calls.emptied_at is null then excluded.position else review_calls.position end,
           body = case when review_calls.emptied_at is null then excluded.body else review_calls.body end
       where review_calls.staff_number = excluded.staff_number
     returning call_id`,
    [review.callId, staffNumber, now, JSON.stringify(review)],
  )
  return rows.length > 0
}

export async function findCase(queries: Queries, callId: string): Promise<ReviewCase | undefined> {
  const [row] = await queries.query<{ body: ReviewCase }>(
    'select body from review_calls where call_id = $1',
    [callId],
  )
  return row?.body
}

/** In the order in which they came. */
export async function casesAfter(
  queries: Queries,
  after: number,
  limit: number,
): Promise<{ readonly cases: readonly ReviewCase[]; readonly next: number }> {
  const rows = await queries.query<{ body: ReviewCase; position: string | number }>(
    'select body, position from review_calls where position > $1 order by position limit $2',
    [after, limit],
  )
  return { cases: rows.map(({ body }) => body), next: Number(rows.at(-1)?.position ?? after) }
}

/** Nothing is kept of a call whose words and sound were removed for their age. */
export async function putAudio(queries: Queries, callId: string, piece: AudioPiece): Promise<void> {
  await queries.query(
    `insert into review_audio (call_id, piece, last, base64)
     select call_id, $2::integer, $3::boolean, $4::text from review_calls where call_id = $1 and emptied_at is null
     on conflict (call_id, piece) do update set last = excluded.last, base64 = excluded.base64`,
    [callId, piece.piece, piece.last, piece.base64],
  )
}

export async function findAudio(
  queries: Queries,
  callId: string,
  piece: number,
): Promise<AudioPiece | undefined> {
  const [row] = await queries.query<AudioPiece>(
    'select piece, last, base64 from review_audio where call_id = $1 and piece = $2',
    [callId, piece],
  )
  return row
}
