import type { Role } from '#shared/contract/procedure.ts'
import type { Identity } from '#shared/contract/central-api.ts'
import { admitAct } from '#shared/domain/review/admit-act.ts'
import { visibleTo } from '#shared/domain/review/blind.ts'
import { foldReview } from '#shared/domain/review/fold-review.ts'
import type { ReviewCase } from '#shared/domain/review/review-case.ts'
import type { ReviewAct, ReviewEvent } from '#shared/domain/review/review-event.ts'
import { countRules, type RuleCounts } from '#shared/domain/review/rule-counts.ts'
import { centralRefusalText } from '#shared/catalogue/central-refusals.ts'
import type { Queries } from '../database/database.ts'
import { findCase, lockReviews } from './case-store.ts'

/** Days that a rule's precision is counted over: wordings and people change. */
const countedDays = 180

/**
 * Keeps an event; returns why it is not taken. The same id again changes nothing. What depends on the pack (its items, its days)
 * was checked by the client; what another reviewer may have done meanwhile is checked here.
 */
export async function takeEvent(
  queries: Queries,
  event: ReviewEvent,
  seat: Identity,
  now: Date,
): Promise<string | undefined> {
  await lockReviews(queries)
  const known = await queries.query('select 1 from review_events where id = $1', [event.id])
  if (known.length > 0) return undefined
  const review = await findCase(queries, event.callId)
  if (review === undefined) return centralRefusalText['not-found']
  if (event.actor !== seat.staffNumber || !mayAct(event.act, seat.roles)) return centralRefusalText.forbidden
  const refused = await refusalOf(queries, event, review)
  if (refused !== undefined) return refused
  await queries.query(
    `insert into review_events (id, position, call_id, received_at, body)
     values ($1, nextval('review_event_positions'), $2, $3, $4::text::jsonb)`,
    [event.id, event.callId, now, JSON.stringify(event)],
  )
  return undefined
}

function mayAct(act: ReviewAct, roles: readonly Role[]): boolean {
  const needed: readonly Role[] =
    act.kind === 'appealed' || act.kind === 'escalated' ? ['operator', 'lead'] : ['reviewer', 'lead']
  return needed.some((role) => roles.includes(role))
}

async function refusalOf(
  queries: Queries,
  { callId, act, actor, at }: ReviewEvent,
  review: ReviewCase,
): Promise<string | undefined> {
  // Points are the client's own: nobody else's can be in the way.
  if (act.kind === 'scored') return undefined
  const events = visibleTo(await eventsOf(queries, callId), actor)
  const named = 'rule' in act ? act.rule : act.kind === 'verdict' ? act.toRule : undefined
  const admitted = admitAct(
    {
      record: foldReview(review.flags, events),
      staffNumber: review.staffNumber,
      turns: review.turns,
      scorecard: { items: [], appeals: { days: countedDays }, ownCalls: 'allow' },
      rules: named === undefined ? [] : [named],
      now: at,
    },
    actor,
    act,
  )
  return admitted.ok ? undefined : admitted.error.message
}

export async function eventsOf(queries: Queries, callId: string): Promise<readonly ReviewEvent[]> {
  const rows = await queries.query<{ body: ReviewEvent }>(
    'select body from review_events where call_id = $1 order by position',
    [callId],
  )
  return rows.map(({ body }) => body)
}

/** In the order in which they came; only of one seat's calls where `staffNumber` is given. */
export async function eventsAfter(
  queries: Queries,
  after: number,
  limit: number,
  staffNumber: string | undefined,
): Promise<{ readonly events: readonly ReviewEvent[]; readonly next: number }> {
  const rows = await queries.query<{ body: ReviewEvent; position: string | number }>(
    `select review_events.body, review_events.position from review_events join review_calls using (call_id)
     where review_events.position > $1 and ($2::text is null or staff_number = $2)
     order by review_events.position limit $3`,
    [after, staffNumber ?? null, limit],
  )
  return { events: rows.map(({ body }) => body), next: Number(rows.at(-1)?.position ?? after) }
}

/** What the verdicts of the last half year say of every version of a rule. */
export async function ruleCounts(queries: Queries, now: Date): Promise<readonly RuleCounts[]> {
  const since = new Date(now.getTime() - countedDays * 86_400_000)
  const calls = await queries.query<{ call_id: string; flags: ReviewCase['flags'] }>(
    `select call_id, body->'flags' as flags from review_calls where received_at >= $1`,
    [since],
  )
  const rows = await queries.query<{ body: ReviewEvent }>(
    `select review_events.body from review_events join review_calls using (call_id)
     where review_calls.received_at >= $1`,
    [since],
  )
  const events = Map.groupBy(
    rows.map(({ body }) => body),
    ({ callId }) => callId,
  )
  return countRules(calls.flatMap(({ call_id, flags }) => foldReview(flags, events.get(call_id) ?? []).flags))
}
