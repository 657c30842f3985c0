import { FailureError } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { rehearsalText } from '#shared/catalogue/rehearsal.ts'
import type { Caller } from '#shared/contract/dispatcher.ts'
import type { RehearsalChoice, RehearsalReport, RehearsalSummary } from '#shared/contract/rehearsal-views.ts'
import { compareTicket } from '#shared/domain/rehearsal/compare-ticket.ts'
import { mysteryReport, type MysteryReport } from '#shared/domain/rehearsal/mystery-report.ts'
import { unjudgedRules } from '#shared/domain/review/unjudged-rules.ts'
import { foldReview } from '#shared/domain/review/fold-review.ts'
import type { ReviewEvent } from '#shared/domain/review/review-event.ts'
import { scoreCall } from '#shared/domain/review/score-call.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { draftValues } from '#shared/domain/ticket/draft.ts'
import type { RecordingLibrary } from '../calls/recording-library.ts'
import type { Clock } from '../clock.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { RehearsalCall } from './citizen-part.ts'

export interface RehearsalReportsOptions {
  readonly store: Store
  readonly pack: () => SitePack
  readonly recordings: RecordingLibrary
  readonly clock: Clock
  readonly newId: () => string
}

type Rehearsed = CallRecord & { readonly source: RehearsalCall }

/** Rehearsals looked through for one's own: years of practice. */
const newest = 1_000

/** What there is to rehearse with: the scripts of the pack from easy to hard, then the recordings. */
export function rehearsalChoices(pack: SitePack, recordings: RecordingLibrary): RehearsalChoice[] {
  const scripts = pack.rehearsals.map(
    ({ id, title, topic, difficulty, about, callerNumber, expected }): RehearsalChoice => ({
      of: 'script',
      rehearsalId: id,
      title,
      topic,
      difficulty,
      about,
      compared: expected !== undefined,
      ...(callerNumber === undefined ? {} : { callerNumber }),
    }),
  )
  const rank = { easy: 0, medium: 1, hard: 2 } as const
  return [
    ...scripts.toSorted((a, b) => rank[a.difficulty ?? 'easy'] - rank[b.difficulty ?? 'easy']),
    ...recordings
      .list()
      .map(({ recordingId, title, description, durationMs, callerNumber }): RehearsalChoice => ({
        of: 'recording',
        rehearsalId: recordingId,
        title,
        topic: '',
        about: description,
        durationMs,
        compared: false,
        ...(callerNumber === undefined ? {} : { callerNumber }),
      })),
  ]
}

/** The reports of rehearsals (演练报告): worked out from what was kept, by the pack in use. */
export class RehearsalReports {
  readonly #options: RehearsalReportsOptions

  constructor(options: RehearsalReportsOptions) {
    this.#options = options
  }

  /** One's own, newest first. */
  history(limit: number, { staffNumber }: Caller): RehearsalSummary[] {
    const { store } = this.#options
    return store.calls
      .list(newest)
      .filter((call) => call.phase !== 'live')
      .filter(({ callId }) => store.reviews.overCall(callId)?.staff?.staffNumber === staffNumber)
      .filter(isRehearsed)
      .slice(0, limit)
      .map((call) => this.#summary(call, this.#score(call)))
  }

  report(callId: string, caller: Caller): RehearsalReport {
    const { store, pack } = this.#options
    const call = this.#own(callId, caller)
    const ticket = store.tickets.ofCall(callId)
    if (ticket === undefined) throw new FailureError('not-found', errorMessages.ticketNotFound)
    const script = pack().rehearsals.find(
      ({ id }) => call.source.of === 'script' && id === call.source.rehearsalId,
    )
    const expected = script?.expected
    const score = this.#score(call)
    return {
      summary: this.#summary(call, score),
      score: { ...score, items: score.items.map((item) => ({ ...item, quotes: [...item.quotes] })) },
      source: pack().mysteryCaller.source || pack().scorecard.source,
      ticketState: ticket.state,
      watch: [...(script?.watch ?? [])],
      turns: [...store.calls.turns(callId)],
      ...(ticket.number === undefined ? {} : { number: ticket.number }),
      ...(expected === undefined
        ? {}
        : {
            ticket: compareTicket(
              { fields: expected, startedAt: call.startedAt, pathOf: (code) => this.#pathOf(code) },
              draftValues(ticket.draft),
            ).map((field) => ({ ...field })),
          }),
    }
  }

  /** Points by whoever listened, for an item that no rule judges; nobody reviews a rehearsal but the people at this machine. */
  judge(callId: string, item: string, points: number, caller: Caller): RehearsalReport {
    const { store, pack, clock, newId } = this.#options
    this.#own(callId, caller)
    const known = pack().scorecard.items.find(({ id }) => id === item)
    if (known?.by !== 'reviewer' || points > known.points) {
      throw new FailureError('bad-item', rehearsalText.unknownItem)
    }
    const act: ReviewEvent['act'] = { kind: 'scored', items: [{ item, points }] }
    store.reviews.addEvent({ id: newId(), callId, at: clock.iso(), actor: caller.staffNumber, act }, false)
    return this.report(callId, caller)
  }

  #own(callId: string, { staffNumber }: Caller): Rehearsed {
    const { store } = this.#options
    const call = store.calls.get(callId)
    const owner = store.reviews.overCall(callId)?.staff?.staffNumber
    if (call === undefined || owner !== staffNumber || !isRehearsed(call)) {
      throw new FailureError('not-found', errorMessages.callNotFound)
    }
    return call
  }

  #score({ callId, source }: Rehearsed): MysteryReport {
    const { store, pack } = this.#options
    const { reviews } = store
    const { scorecard, norms, mysteryCaller } = pack()
    const record = foldReview(
      reviews.raisedFlags(callId).get(callId) ?? [],
      reviews.events(callId).get(callId) ?? [],
    )
    const rules = new Set(norms.map(({ rule }) => rule))
    return mysteryReport(
      scoreCall(scorecard.items, record, rules),
      record.flags,
      mysteryCaller,
      {
        unjudged: unjudgedRules(norms, store.calls.turns(callId), source.spoken),
        answeredAfterMs: source.answeredAfterMs,
      },
      (item) => scorecard.items.find(({ id }) => id === item)?.rules ?? [],
    )
  }

  #summary(call: Rehearsed, { percent }: MysteryReport): RehearsalSummary {
    const { callId, startedAt, durationMs, phase, source } = call
    return {
      callId,
      startedAt,
      durationMs,
      phase,
      of: source.of,
      rehearsalId: source.rehearsalId,
      title: source.title,
      spoken: source.spoken,
      submitted: this.#options.store.tickets.ofCall(callId)?.state === 'acknowledged',
      ...(percent === undefined ? {} : { percent }),
    }
  }

  #pathOf(code: string): readonly string[] {
    const leaf = this.#options.pack().categories.find((category) => category.code === code)
    return leaf === undefined ? [code] : [leaf.level1, leaf.level2, leaf.level3]
  }
}

function isRehearsed(call: CallRecord): call is Rehearsed {
  return call.source.kind === 'rehearsal'
}
