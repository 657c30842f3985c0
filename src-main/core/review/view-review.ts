import { actText } from '#shared/catalogue/review.ts'
import type { Caller } from '#shared/contract/dispatcher.ts'
import type { ReviewCall, ReviewFlag, ReviewSummary } from '#shared/contract/review-views.ts'
import { admitAct, isCalibrated, type ReviewSituation } from '#shared/domain/review/admit-act.ts'
import { visibleTo } from '#shared/domain/review/blind.ts'
import { foldReview, inOrder, type JudgedFlag, type ReviewRecord } from '#shared/domain/review/fold-review.ts'
import { maskPersonal, maskText } from '#shared/domain/review/masking.ts'
import { countBySeverity, stateOf, weightOf } from '#shared/domain/review/queue.ts'
import { spanOf, spanOfQuote } from '#shared/domain/review/quote-span.ts'
import type { ReviewAct } from '#shared/domain/review/review-event.ts'
import { isSilent } from '#shared/domain/review/sampling.ts'
import { scoreCall } from '#shared/domain/review/score-call.ts'
import type { Scorecard, ScorecardItem } from '#shared/domain/review/scorecard.ts'
import type { ReviewEntry, ReviewWords } from './review-entries.ts'

/** What a view of a review depends on, besides the call. */
export interface ReviewLens {
  readonly caller: Caller
  readonly scorecard: Scorecard
  /** What a call is scored with: the items in use when it began. */
  readonly itemsAt: (startedAt: string) => readonly ScorecardItem[]
  /** Of every rule that a flag may be of, in use or not any more. */
  readonly titles: ReadonlyMap<string, string>
  /** Rules in use. */
  readonly rules: ReadonlySet<string>
  /** ISO time. */
  readonly now: string
}

/** The record as this caller may know it: blind in a calibration. */
function recordFor(entry: ReviewEntry, caller: Caller): ReviewRecord {
  const events = visibleTo(entry.events, caller.staffNumber)
  return events.length === entry.events.length ? entry.record : foldReview(entry.flags, events)
}

export function summarise(entry: ReviewEntry, { caller, itemsAt, rules }: ReviewLens): ReviewSummary {
  const record = recordFor(entry, caller)
  const { percent } = scoreCall(itemsAt(entry.startedAt), record, rules, entry.unjudged)
  return {
    callId: entry.callId,
    startedAt: entry.startedAt,
    durationMs: entry.durationMs,
    staffNumber: entry.staffNumber,
    staffName: entry.staffName,
    team: entry.team,
    rehearsal: entry.rehearsal,
    reasons: [...entry.reasons],
    state: stateOf(record),
    flags: countBySeverity(record.flags),
    open: record.flags.filter((flag) => flag.standing === 'open' && !isSilent(flag)).length,
    weight: weightOf(record, entry.reasons),
    ...(entry.urgency === undefined ? {} : { urgency: entry.urgency }),
    ...(percent === undefined ? {} : { percent }),
  }
}

/** What an act of the caller on this call would be judged by. */
export function situationOf(entry: ReviewEntry, words: ReviewWords, lens: ReviewLens): ReviewSituation {
  return {
    record: recordFor(entry, lens.caller),
    staffNumber: entry.staffNumber,
    turns: words.turns,
    scorecard: { ...lens.scorecard, items: [...lens.itemsAt(entry.startedAt)] },
    rules: [...lens.rules],
    now: lens.now,
  }
}

export function viewReview(
  entry: ReviewEntry,
  words: ReviewWords,
  lens: ReviewLens,
  shown: { readonly revealed: boolean; readonly playable: boolean },
): ReviewCall {
  const situation = situationOf(entry, words, lens)
  const { record } = situation
  const seen = shown.revealed ? words : masked(words)
  const { caller, scorecard } = lens
  const may = (act: ReviewAct): boolean => admitAct(situation, caller.staffNumber, act).ok
  const events = visibleTo(entry.events, caller.staffNumber)
  return {
    ...summarise(entry, lens),
    masked: !shown.revealed,
    mayReveal: mayReveal(caller, scorecard),
    playable: shown.playable,
    turns: seen.turns.map((turn, index) => ({ index, ...turn })),
    marks: viewFlags(situation, seen, lens),
    score: {
      ...scoreCall(situation.scorecard.items, record, lens.rules, entry.unjudged),
      ...(record.comment === undefined ? {} : { comment: record.comment }),
    },
    ...(record.calibration === undefined
      ? {}
      : {
          calibration: {
            openedBy: record.calibration.openedBy,
            reviewers: [...entry.record.finished],
            revealed: isCalibrated(entry.record),
          },
        }),
    may: {
      judge: record.flags.some(({ flagId }) =>
        may({ kind: 'verdict', flagId, decision: 'confirm', reason: '-' }),
      ),
      add: may({ kind: 'scored', items: [] }),
      finish: may({ kind: 'finished' }) && !record.finished.includes(caller.staffNumber),
    },
    history: inOrder(events)
      .toReversed()
      .map(({ at, actor, act }) => ({ at, actor, text: actText(act) })),
  }
}

export function mayReveal({ roles }: Caller, { reveal }: Scorecard): boolean {
  return reveal.some((role) => roles.includes(role))
}

export function masked({ turns, masks }: ReviewWords): ReviewWords {
  return { turns: turns.map((turn, index) => ({ ...turn, text: maskText(turn.text, index, masks) })), masks }
}

export function viewFlags(situation: ReviewSituation, words: ReviewWords, lens: ReviewLens): ReviewFlag[] {
  return situation.record.flags.map((flag) => viewFlag(flag, situation, words, lens))
}

/** A flag with its words as the caller may see them; `situation` holds them unmasked, so that the quote is found. */
export function viewFlag(
  flag: JudgedFlag,
  situation: ReviewSituation,
  words: ReviewWords,
  { caller, titles }: ReviewLens,
): ReviewFlag {
  const { flagId, from } = flag
  const said = situation.turns[flag.turn]
  const turn = { startMs: 0, endMs: 0, ...words.turns[flag.turn], text: said?.text ?? '' }
  const span =
    from.origin === 'rule'
      ? spanOfQuote(turn, from.raised.quote)
      : spanOf(turn, from.added.from, from.added.to)
  const quote = words.turns[flag.turn]?.text.slice(span.from, span.to) ?? ''
  const origin = from.origin === 'rule' ? from.raised : from.added
  const may = (act: ReviewAct): boolean => admitAct(situation, caller.staffNumber, act).ok
  const reviews = caller.roles.includes('reviewer') || caller.roles.includes('lead')
  const given = { flagId, reason: '-' }
  return {
    flagId,
    origin: from.origin,
    turn: flag.turn,
    ...span,
    rule: flag.rule,
    title: titles.get(flag.rule) ?? flag.rule,
    ...(origin.rule === flag.rule ? {} : { raisedAs: origin.rule }),
    severity: flag.severity,
    quote: span.to === 0 && from.origin === 'rule' ? maskPersonal(from.raised.quote) : quote,
    ...(from.origin === 'rule'
      ? explained(from.raised)
      : { why: from.added.reason, rewrite: '', silent: false }),
    standing: flag.standing,
    verdicts: flag.verdicts.map(({ toRule, ...verdict }) => ({
      ...verdict,
      ...(toRule === undefined ? {} : { toRule }),
    })),
    ...(flag.appeal === undefined
      ? {}
      : { appeal: { state: flag.appeal.state, entries: [...flag.appeal.entries] } }),
    may: {
      judge: reviews && may({ kind: 'verdict', decision: 'confirm', ...given }),
      appeal: may({ kind: 'appealed', flagId, text: '-' }),
      decide: reviews && may({ kind: 'appeal-decided', outcome: 'accepted', ...given }),
      escalate: may({ kind: 'escalated', flagId, text: '-' }),
    },
  }
}

function explained({
  why,
  rewrite,
  clause,
  silent,
}: ReviewEntry['flags'][number]): Pick<ReviewFlag, 'why' | 'rewrite' | 'clause' | 'silent'> {
  return { why, rewrite, silent, ...(clause === undefined ? {} : { clause }) }
}
