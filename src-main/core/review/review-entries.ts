import { foldReview, type ReviewRecord } from '#shared/domain/review/fold-review.ts'
import { findPersonal } from '#shared/domain/review/masking.ts'
import type { Mask, RaisedFlag, ReviewCase, SampleReason } from '#shared/domain/review/review-case.ts'
import type { ReviewEvent } from '#shared/domain/review/review-event.ts'
import { drawCalls, reasonsFor } from '#shared/domain/review/sampling.ts'
import { unjudgedRules } from '#shared/domain/review/unjudged-rules.ts'
import type { NormRule, SitePack } from '#shared/domain/site-pack.ts'
import { urgencies } from '#shared/domain/ticket-fields.ts'
import type { Turn } from '#shared/domain/call.ts'
import type { Store } from '../store/open-store.ts'
import type { CallStaff, OverCall } from '../store/review-store.ts'

/** A call that can be reviewed, and what its review has come to. */
export interface ReviewEntry extends CallStaff {
  readonly callId: string
  readonly startedAt: string
  readonly durationMs: number
  readonly rehearsal: boolean
  readonly urgency: ReviewCase['urgency']
  /** Of this client, or of another seat. */
  readonly own: boolean
  readonly flags: readonly RaisedFlag[]
  readonly events: readonly ReviewEvent[]
  readonly record: ReviewRecord
  readonly reasons: readonly SampleReason[]
  /** Rules in use that could find nothing in this call, whatever the seat did. */
  readonly unjudged: ReadonlySet<string>
}

/** A call's words and where they hold personal data. */
export interface ReviewWords {
  readonly turns: readonly Turn[]
  readonly masks: readonly Mask[]
}

/** Calls of one client that are looked through: some weeks of one seat. */
const newestCalls = 2_000

/** Reading all calls of a busy seat takes a third of a second; one act of a reviewer asks for them several times. */
const listedMs = 2_000

const nothing: readonly never[] = []

/** All calls that can be reviewed here: this client's own that are over, and those of other seats that the centre gave. */
export class ReviewEntries {
  readonly #store: Store
  readonly #pack: () => Pick<SitePack, 'scorecard' | 'norms'>
  /** Whose the calls of an earlier client are taken to be. */
  readonly #seat: () => CallStaff
  readonly #now: () => number
  #listed: { readonly at: number; readonly entries: readonly ReviewEntry[] } | undefined
  /** Kept by the norms in use: the words of a call that is over stay as they are. */
  readonly #unjudged = new WeakMap<readonly NormRule[], Map<string, ReadonlySet<string>>>()

  constructor(
    store: Store,
    pack: () => Pick<SitePack, 'scorecard' | 'norms'>,
    seat: () => CallStaff,
    now: () => number,
  ) {
    this.#store = store
    this.#pack = pack
    this.#seat = seat
    this.#now = now
  }

  /** A review has changed. */
  forget(): void {
    this.#listed = undefined
  }

  /** Newest first. What a seat changes by itself (the urgency in its draft) shows within a moment. */
  list(): readonly ReviewEntry[] {
    const now = this.#now()
    if (this.#listed === undefined || now - this.#listed.at > listedMs) {
      this.#listed = { at: now, entries: this.#read() }
    }
    return this.#listed.entries
  }

  #read(): readonly ReviewEntry[] {
    const { reviews } = this.#store
    const events = reviews.events()
    const flags = reviews.raisedFlags()
    const calls = reviews.overCalls(newestCalls)
    const drawn = this.#drawn(calls)
    const own = calls.map((call) => {
      const { callId } = call
      return this.#own(call, flags.get(callId) ?? nothing, events.get(callId) ?? nothing, drawn)
    })
    const known = new Set(own.map(({ callId }) => callId))
    const others = reviews
      .cases()
      .filter(({ callId }) => !known.has(callId))
      .map((review) => fromCase(review, events.get(review.callId) ?? nothing, this.#unjudgedIn(review)))
    return [...own, ...others].toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))
  }

  get(callId: string): ReviewEntry | undefined {
    const { reviews } = this.#store
    const events = reviews.events(callId).get(callId) ?? nothing
    const call = reviews.overCall(callId)
    if (call !== undefined) {
      const flags = reviews.raisedFlags(callId).get(callId) ?? nothing
      return this.#own(call, flags, events, this.#drawn(reviews.overCalls(newestCalls)))
    }
    const review = reviews.case(callId)
    return review === undefined ? undefined : fromCase(review, events, this.#unjudgedIn(review))
  }

  words(callId: string): ReviewWords {
    const turns = this.#store.calls.turns(callId)
    if (turns.length === 0) return this.#store.reviews.case(callId) ?? { turns: [], masks: [] }
    const draft = this.#store.tickets.ofCall(callId)?.draft
    const evidence = [draft?.contactName, draft?.contactPhone].flatMap((entry) => entry?.evidence ?? [])
    return {
      turns: turns.map(({ speaker, startMs, endMs, text }) => ({ speaker, startMs, endMs, text })),
      masks: findPersonal(turns, evidence),
    }
  }

  #own(
    call: OverCall,
    flags: readonly RaisedFlag[],
    events: readonly ReviewEvent[],
    drawn: ReadonlySet<string>,
  ): ReviewEntry {
    const { callId, startedAt, durationMs, rehearsal } = call
    const urgency = urgencies.find((name) => name === call.urgency)
    const record = foldReview(flags, events)
    const reasons = reasonsFor(
      { drawn: drawn.has(callId), urgency, calibration: record.calibration !== undefined },
      record.flags,
      this.#pack().scorecard.sampling,
    )
    return {
      ...(call.staff ?? this.#seat()),
      callId,
      startedAt,
      durationMs,
      rehearsal,
      urgency,
      own: true,
      flags,
      events,
      record,
      reasons,
      unjudged: this.#unjudgedOf(callId, () => this.#store.calls.turns(callId)),
    }
  }

  #unjudgedIn({ callId, turns }: ReviewCase): ReadonlySet<string> {
    return this.#unjudgedOf(callId, () => turns)
  }

  #unjudgedOf(callId: string, turns: () => readonly Turn[]): ReadonlySet<string> {
    const { norms } = this.#pack()
    const known = this.#unjudged.get(norms) ?? new Map<string, ReadonlySet<string>>()
    this.#unjudged.set(norms, known)
    const rules = known.get(callId) ?? unjudgedRules(norms, turns(), true)
    known.set(callId, rules)
    return rules
  }

  #drawn(calls: readonly OverCall[]): ReadonlySet<string> {
    const seat = this.#seat()
    return drawCalls(
      calls.map(({ callId, startedAt, staff }) => ({
        callId,
        startedAt,
        staffNumber: (staff ?? seat).staffNumber,
      })),
      this.#pack().scorecard.sampling,
    )
  }
}

function fromCase(
  review: ReviewCase,
  events: readonly ReviewEvent[],
  unjudged: ReadonlySet<string>,
): ReviewEntry {
  const { callId, startedAt, durationMs, rehearsal, urgency, staffNumber, staffName, team, flags } = review
  const record = foldReview(flags, events)
  const calibration = record.calibration !== undefined && !review.reasons.includes('calibration')
  return {
    callId,
    startedAt,
    durationMs,
    rehearsal,
    urgency,
    staffNumber,
    staffName,
    team,
    own: false,
    flags,
    events,
    record,
    reasons: calibration ? [...review.reasons, 'calibration'] : review.reasons,
    unjudged,
  }
}
