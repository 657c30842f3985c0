import { FailureError, unwrap } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { reviewText } from '#shared/catalogue/review.ts'
import type { ProcedureArguments, ProcedureOutput } from '#shared/contract/contract.ts'
import type { Caller } from '#shared/contract/dispatcher.ts'
import type { AppealLine, CallScore, ReviewCall, RuleStanding } from '#shared/contract/review-views.ts'
import { admitAct } from '#shared/domain/review/admit-act.ts'
import { foldReview, type JudgedFlag } from '#shared/domain/review/fold-review.ts'
import type { ReviewCase } from '#shared/domain/review/review-case.ts'
import type { ReviewAct } from '#shared/domain/review/review-event.ts'
import { countRules, type RuleCounts } from '#shared/domain/review/rule-counts.ts'
import { scoreCall } from '#shared/domain/review/score-call.ts'
import type { NormRule, SitePack } from '#shared/domain/site-pack.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { Store } from '../store/open-store.ts'
import type { CallStaff } from '../store/review-store.ts'
import { ReviewEntries, type ReviewEntry, type ReviewWords } from './review-entries.ts'
import { ruleStandings } from './rule-standings.ts'
import type { RuleTrials } from './rule-trials.ts'
import {
  masked,
  mayReveal,
  situationOf,
  summarise,
  viewFlag,
  viewReview,
  type ReviewLens,
} from './view-review.ts'

export interface ReviewDeskOptions {
  readonly store: Store
  readonly clock: Clock
  readonly newId: () => string
  readonly pack: () => SitePack
  readonly trials: RuleTrials
  readonly itemsAt: ReviewLens['itemsAt']
  readonly titles: () => ReviewLens['titles']
  /** Who sits here. */
  readonly seat: () => CallStaff
  /** Whether there is sound of this call, here or at the centre. */
  readonly playable: (callId: string) => boolean
  /** Counts of rules that the centre knows of; none while it is away. */
  readonly centralCounts: () => readonly RuleCounts[]
  /** A call of another seat, unmasked; the centre puts it on record. Throws a FailureError. */
  readonly revealAtCentre: (callId: string, reason: string) => Promise<ReviewCase>
  readonly publish: Publish
  /** Something waits to be sent to the centre. */
  readonly onChange: () => void
}

type Queue = ProcedureArguments<'review.queue'>

/** The reviewer's desk (质检台) and the seat's side of it: every act is checked, kept for good, and told. */
export class ReviewDesk {
  readonly entries: ReviewEntries
  readonly #options: ReviewDeskOptions

  constructor(options: ReviewDeskOptions) {
    this.#options = options
    const { store, clock, pack, seat } = options
    this.entries = new ReviewEntries(store, pack, seat, clock.now)
  }

  /** A call of this client is over: from now on it can be reviewed. */
  callEnded(callId: string): void {
    this.#options.store.reviews.noteStaff(callId, this.#options.seat())
    this.changed(callId)
    this.#options.onChange()
  }

  /** Something of this call's review changed, here or at the centre. */
  changed(callId: string): void {
    this.entries.forget()
    this.#options.publish('review.changed', { callId })
  }

  /** Verdicts came in: trials may be over. */
  rulesChanged(): void {
    const { trials, pack, publish } = this.#options
    trials.use(pack())
    trials.settle(this.#counts(), pack().scorecard.trial)
    publish('review.rulesChanged', {})
  }

  queue(query: Queue, caller: Caller): ProcedureOutput<'review.queue'> {
    const lens = this.#lens(caller)
    const items = this.entries
      .list()
      .filter((entry) => query.all || entry.reasons.length > 0)
      .filter((entry) => fits(entry, query))
      .map((entry) => summarise(entry, lens))
      .filter(({ state }) => query.state === undefined || state === query.state)
    const ordered =
      query.order === 'newest' ? items : items.toSorted((left, right) => right.weight - left.weight)
    return { items: ordered.slice(query.offset, query.offset + query.limit), total: items.length }
  }

  get(callId: string, caller: Caller): ReviewCall {
    return this.#view(this.#entry(callId), this.entries.words(callId), caller, false)
  }

  /** Unmasked, with the reason on record. */
  async reveal(callId: string, reason: string, caller: Caller): Promise<ReviewCall> {
    if (!mayReveal(caller, this.#options.pack().scorecard)) {
      throw new FailureError('forbidden', reviewText.mayNotReveal)
    }
    const entry = this.#entry(callId)
    if (entry.own) {
      this.#keep(entry, { kind: 'revealed', reason }, caller)
      return this.#view(this.#entry(callId), this.entries.words(callId), caller, true)
    }
    const review = await this.#options.revealAtCentre(callId, reason)
    // The record of it is the centre's, and comes from there.
    this.#options.onChange()
    const { flags } = review
    const unmasked = { ...entry, flags, record: foldReview(flags, entry.events) }
    return this.#view(unmasked, review, caller, true)
  }

  /** Does what a reviewer wants done. */
  act(callId: string, act: ReviewAct, caller: Caller): ReviewCall {
    this.#keep(this.#entry(callId), act, caller)
    return this.get(callId, caller)
  }

  /** Does what a seat wants done with a flag on its own call. */
  appeal(callId: string, act: ReviewAct & { readonly flagId: string }, caller: Caller): AppealLine {
    this.#keep(this.#entry(callId), act, caller)
    const entry = this.#entry(callId)
    const line = this.#lines(entry, caller, ({ flagId }) => flagId === act.flagId).at(0)
    if (line === undefined) throw new FailureError('not-found', reviewText.unknownFlag)
    return line
  }

  /** Appeals of all seats, those that wait first. */
  appeals(caller: Caller): AppealLine[] {
    const waits = ({ flag }: AppealLine): number =>
      flag.appeal?.state === 'open' || flag.appeal?.state === 'escalated' ? 0 : 1
    return this.entries
      .list()
      .flatMap((entry) => this.#lines(entry, caller, ({ appeal }) => appeal !== undefined))
      .toSorted((left, right) => waits(left) - waits(right))
  }

  /** The caller's own flags that were judged, newest first. */
  own(limit: number, caller: Caller): AppealLine[] {
    return this.entries
      .list()
      .filter(({ staffNumber }) => staffNumber === caller.staffNumber)
      .flatMap((entry) => this.#lines(entry, caller, ({ standing }) => standing !== 'open'))
      .slice(0, limit)
  }

  ownScore(callId: string, caller: Caller): CallScore {
    const entry = this.#entry(callId)
    if (entry.staffNumber !== caller.staffNumber) throw new FailureError('forbidden', reviewText.notYours)
    const { itemsAt, rules } = this.#lens(caller)
    return scoreCall(itemsAt(entry.startedAt), entry.record, rules, entry.unjudged)
  }

  /** Of the rules in use. */
  rules(): RuleStanding[] {
    return this.standings(this.#options.pack().norms)
  }

  /** What the verdicts say of these norms, in use or not. */
  standings(norms: readonly NormRule[]): RuleStanding[] {
    const { trials, pack } = this.#options
    const { scorecard } = pack()
    trials.use(pack())
    return ruleStandings({ norms, scorecard }, trials.versionsOf(norms), this.#counts())
  }

  /** What reports and calibrations are made from. */
  lens(caller: Caller): ReviewLens {
    return this.#lens(caller)
  }

  #keep(entry: ReviewEntry, act: ReviewAct, caller: Caller): void {
    const { store, clock, newId } = this.#options
    const words = this.entries.words(entry.callId)
    unwrap(admitAct(situationOf(entry, words, this.#lens(caller)), caller.staffNumber, act))
    const { callId } = entry
    store.reviews.addEvent({ id: newId(), callId, at: clock.iso(), actor: caller.staffNumber, act }, false)
    this.changed(callId)
    if (act.kind !== 'revealed' && act.kind !== 'scored' && act.kind !== 'finished') this.rulesChanged()
    this.#options.onChange()
  }

  #view(entry: ReviewEntry, words: ReviewWords, caller: Caller, revealed: boolean): ReviewCall {
    return viewReview(entry, words, this.#lens(caller), {
      revealed,
      playable: this.#options.playable(entry.callId),
    })
  }

  /** Flags of a call as the caller may see them: unmasked on a call of their own. */
  #lines(entry: ReviewEntry, caller: Caller, wanted: (flag: JudgedFlag) => boolean): AppealLine[] {
    if (!entry.record.flags.some(wanted)) return []
    const lens = this.#lens(caller)
    const words = this.entries.words(entry.callId)
    const situation = situationOf(entry, words, lens)
    const seen = entry.staffNumber === caller.staffNumber ? words : masked(words)
    const { callId, startedAt, staffNumber, staffName } = entry
    return situation.record.flags.filter(wanted).map((flag) => ({
      callId,
      startedAt,
      staffNumber,
      staffName,
      flag: viewFlag(flag, situation, seen, lens),
    }))
  }

  /** What is known here, or at the centre where that knows more. */
  #counts(): readonly RuleCounts[] {
    const here = countRules(this.entries.list().flatMap(({ record }) => record.flags))
    return mergeCounts(here, this.#options.centralCounts())
  }

  #lens(caller: Caller): ReviewLens {
    const { norms, scorecard } = this.#options.pack()
    const { itemsAt, titles, clock } = this.#options
    const rules = new Set(norms.map(({ rule }) => rule))
    return { caller, scorecard, itemsAt, titles: titles(), rules, now: clock.iso() }
  }

  #entry(callId: string): ReviewEntry {
    const entry = this.entries.get(callId)
    if (entry !== undefined) return entry
    const known = this.#options.store.calls.get(callId)
    if (known !== undefined) throw new FailureError('call-running', reviewText.stillRunning)
    throw new FailureError('not-found', errorMessages.callNotFound)
  }
}

function fits(entry: ReviewEntry, { reason, severity, rule, staffNumber }: Queue): boolean {
  const { flags } = entry.record
  return (
    (reason === undefined || entry.reasons.includes(reason)) &&
    (severity === undefined || flags.some((flag) => flag.severity === severity)) &&
    (rule === undefined || flags.some((flag) => flag.rule === rule)) &&
    (staffNumber === undefined || entry.staffNumber === staffNumber)
  )
}

function mergeCounts(here: readonly RuleCounts[], there: readonly RuleCounts[]): readonly RuleCounts[] {
  const keyOf = ({ rule, version }: RuleCounts): string => `${rule}@${version}`
  const sizeOf = ({ confirmed, dismissed, changed }: RuleCounts): number => confirmed + dismissed + changed
  const merged = new Map(here.map((counts) => [keyOf(counts), counts]))
  for (const counts of there) {
    const known = merged.get(keyOf(counts))
    if (known === undefined || sizeOf(counts) > sizeOf(known)) merged.set(keyOf(counts), counts)
  }
  return [...merged.values()]
}
