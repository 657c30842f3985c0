import type { WordingFlag } from '../wording-flag.ts'
import type { RaisedFlag } from './review-case.ts'
import type { ItemScore, ReviewAct, ReviewEvent } from './review-event.ts'

type Act<Kind extends ReviewAct['kind']> = Extract<ReviewAct, { kind: Kind }>

export interface Verdict {
  readonly reviewer: string
  readonly at: string
  readonly decision: Act<'verdict'>['decision']
  readonly toRule?: string | undefined
  readonly reason: string
}

export type AppealState =
  'open' | 'accepted' | 'rejected' | 'escalated' | 'finally-accepted' | 'finally-rejected'

export interface Appeal {
  readonly state: AppealState
  /** Oldest first. */
  readonly entries: readonly {
    readonly at: string
    readonly actor: string
    readonly kind: 'appealed' | 'accepted' | 'rejected' | 'escalated'
    readonly text: string
  }[]
}

export type Standing = 'open' | 'confirmed' | 'dismissed' | 'changed'

/** A flag with all that was said of it, and what follows: how it stands. */
export interface JudgedFlag {
  readonly flagId: string
  readonly turn: number
  /** As it counts now. */
  readonly rule: string
  readonly severity: WordingFlag['severity']
  readonly standing: Standing
  readonly verdicts: readonly Verdict[]
  readonly appeal?: Appeal | undefined
  /** By a rule while the call ran, or by a reviewer who marked words. */
  readonly from:
    | { readonly origin: 'rule'; readonly raised: RaisedFlag }
    | { readonly origin: 'reviewer'; readonly added: Act<'flag-added'>; readonly by: string }
}

export interface ReviewRecord {
  /** By turn. */
  readonly flags: readonly JudgedFlag[]
  /** Of the reviewer who scored first: that one's review counts. */
  readonly scores: ReadonlyMap<string, ItemScore>
  readonly comment?: string | undefined
  readonly begun: boolean
  /** Reviewers who are done, in their order. */
  readonly finished: readonly string[]
  readonly calibration?: { readonly openedBy: string } | undefined
}

/** Names a flag that a rule raised: a rule counts at most once a turn. An added flag has the id of its event. */
export function flagIdOf(flag: { readonly turn: number; readonly rule: string }): string {
  return `${String(flag.turn)}/${flag.rule}`
}

/** In the order in which things were done. */
export function inOrder(events: readonly ReviewEvent[]): readonly ReviewEvent[] {
  return events.toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What a review has come to: the flags that were raised, and everything that was done since. */
export function foldReview(raised: readonly RaisedFlag[], events: readonly ReviewEvent[]): ReviewRecord {
  const ordered = inOrder(events)
  const flags = [
    ...raised.map((flag) => judge(flagIdOf(flag), { origin: 'rule', raised: flag }, ordered)),
    ...ordered.flatMap(({ id, act, actor }) =>
      act.kind === 'flag-added' ? [judge(id, { origin: 'reviewer', added: act, by: actor }, ordered)] : [],
    ),
  ]
  const opened = ordered.find(({ act }) => act.kind === 'calibration-opened')
  return {
    flags: flags.toSorted((a, b) => a.turn - b.turn),
    ...scoresOf(ordered),
    begun: ordered.some(({ act }) => reviewing.has(act.kind)),
    finished: [...new Set(ordered.flatMap(({ act, actor }) => (act.kind === 'finished' ? [actor] : [])))],
    calibration: opened === undefined ? undefined : { openedBy: opened.actor },
  }
}

const reviewing: ReadonlySet<ReviewAct['kind']> = new Set(['verdict', 'flag-added', 'scored', 'finished'])

function judge(flagId: string, from: JudgedFlag['from'], events: readonly ReviewEvent[]): JudgedFlag {
  const verdicts = events.flatMap(({ act, actor, at }) =>
    act.kind === 'verdict' && act.flagId === flagId
      ? [{ reviewer: actor, at, decision: act.decision, toRule: act.toRule, reason: act.reason }]
      : [],
  )
  const appeal = appealOf(flagId, events)
  const origin = from.origin === 'rule' ? from.raised : from.added
  const first = verdicts[0]
  // Who judged first holds the flag and may think again; a second reviewer of a calibration changes nothing.
  const counts = verdicts.findLast(({ reviewer }) => reviewer === first?.reviewer)
  const standing = standingOf(counts, from.origin, appeal)
  return {
    flagId,
    turn: origin.turn,
    rule: standing === 'changed' ? (counts?.toRule ?? origin.rule) : origin.rule,
    severity: origin.severity,
    standing,
    verdicts,
    appeal,
    from,
  }
}

function standingOf(
  verdict: Verdict | undefined,
  origin: 'rule' | 'reviewer',
  appeal: Appeal | undefined,
): Standing {
  if (appeal?.state === 'accepted' || appeal?.state === 'finally-accepted') return 'dismissed'
  if (verdict === undefined) return origin === 'reviewer' ? 'confirmed' : 'open'
  return ({ confirm: 'confirmed', dismiss: 'dismissed', change: 'changed' } as const)[verdict.decision]
}

function appealOf(flagId: string, events: readonly ReviewEvent[]): Appeal | undefined {
  const entries = events.flatMap(({ act, actor, at }): Appeal['entries'] => {
    if (!('flagId' in act) || act.flagId !== flagId) return []
    if (act.kind === 'appealed' || act.kind === 'escalated') {
      return [{ at, actor, kind: act.kind, text: act.text }]
    }
    return act.kind === 'appeal-decided' ? [{ at, actor, kind: act.outcome, text: act.reason }] : []
  })
  const last = entries.at(-1)
  if (last === undefined) return undefined
  return { entries, state: appealState(last.kind, entries) }
}

function appealState(last: Appeal['entries'][number]['kind'], entries: Appeal['entries']): AppealState {
  if (last === 'appealed') return 'open'
  if (last === 'escalated') return 'escalated'
  if (!entries.some(({ kind }) => kind === 'escalated')) return last
  return last === 'accepted' ? 'finally-accepted' : 'finally-rejected'
}

function scoresOf(events: readonly ReviewEvent[]): Pick<ReviewRecord, 'scores' | 'comment'> {
  const scored = events.flatMap(({ act, actor }) => (act.kind === 'scored' ? [{ act, actor }] : []))
  const own = scored.filter(({ actor }) => actor === scored[0]?.actor).map(({ act }) => act)
  return {
    scores: new Map(own.flatMap(({ items }) => items).map((item) => [item.item, item])),
    comment: own.findLast(({ comment }) => comment !== undefined)?.comment,
  }
}
