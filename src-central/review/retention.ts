import type { FastifyBaseLogger } from 'fastify'
import type { ReviewCase } from '#shared/domain/review/review-case.ts'
import type { Database, Queries } from '../database/database.ts'
import { lockReviews } from './case-store.ts'

const dayMs = 24 * 3_600_000
/** The database may still be opening. */
const firstAfterMs = 60_000
/** After one that failed. */
const againAfterMs = 3_600_000
/** Calls emptied in one transaction: writers wait for it. */
const batch = 100

export interface RetentionOptions {
  readonly database: Database
  readonly now: () => Date
  /** How long words and sound are kept, from when the call came. */
  readonly days: number
  readonly logger: Pick<FastifyBaseLogger, 'info' | 'warn'>
}

/** Removes what is too old soon after the start and once a day from then on; the answer stops it. */
export function emptyOldCallsDaily(options: RetentionOptions): () => void {
  let stopped = false
  let timer = setTimeout(() => void sweep(), firstAfterMs).unref()
  async function sweep(): Promise<void> {
    const done = await sweepOnce(options, () => stopped)
    if (!stopped) timer = setTimeout(() => void sweep(), done ? dayMs : againAfterMs).unref()
  }
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

async function sweepOnce(
  { database, now, days, logger }: RetentionOptions,
  isStopped: () => boolean,
): Promise<boolean> {
  try {
    const calls = await emptyOldCalls(database, now(), days)
    if (calls > 0) logger.info({ calls, days }, 'words and sound of old reviews removed')
    return true
  } catch (error) {
    if (!isStopped()) logger.warn({ err: error }, 'old reviews not removed, trying again')
    return false
  }
}

/**
 * Takes words and sound out of the reviews that came more than `days` ago, unless a seat still waits for the answer to its
 * appeal (申诉). Which rule flagged what and when, verdicts, appeals and points stay: what is counted and reported is as before.
 * Gives the number of calls.
 */
export async function emptyOldCalls(database: Database, now: Date, days: number): Promise<number> {
  const before = new Date(now.getTime() - days * dayMs)
  let emptied = 0
  for (;;) {
    const calls = await database.transaction((queries) => emptySome(queries, before, now))
    emptied += calls
    if (calls < batch) return emptied
  }
}

/** A flag of the call whose last word about an appeal is the seat's. */
const unansweredAppeal = `
  select from (
    select distinct on (body #>> '{act,flagId}') body #>> '{act,kind}' as kind
    from review_events
    where call_id = review_calls.call_id
      and body #>> '{act,kind}' in ('appealed', 'escalated', 'appeal-decided')
    order by body #>> '{act,flagId}', position desc
  ) last_words
  where kind <> 'appeal-decided'`

async function emptySome(queries: Queries, before: Date, now: Date): Promise<number> {
  await lockReviews(queries)
  const rows = await queries.query<{ call_id: string; body: ReviewCase }>(
    `select call_id, body from review_calls
     where emptied_at is null and received_at < $1 and not exists (${unansweredAppeal})
     order by received_at limit $2`,
    [before, batch],
  )
  for (const { call_id: callId, body } of rows) {
    await queries.query(
      'update review_calls set body = $2::text::jsonb, emptied_at = $3 where call_id = $1',
      [callId, JSON.stringify(emptied(body)), now],
    )
    await queries.query('delete from review_audio where call_id = $1', [callId])
  }
  return rows.length
}

/** Who spoke when stays, and nothing of what was said. */
function emptied(review: ReviewCase): ReviewCase {
  return {
    ...review,
    turns: review.turns.map((turn) => ({ ...turn, text: '' })),
    flags: review.flags.map((flag) => ({ ...flag, quote: '' })),
    masks: [],
    audio: false,
  }
}
