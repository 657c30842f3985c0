import { localIso } from '#shared/base/local-time.ts'
import { reportText } from '#shared/catalogue/review-report.ts'
import { reviewText } from '#shared/catalogue/review.ts'
import type { Caller } from '#shared/contract/dispatcher.ts'
import type { Calibration, Report, ReportQuery } from '#shared/contract/review-views.ts'
import { isCalibrated } from '#shared/domain/review/admit-act.ts'
import { compareReviewers } from '#shared/domain/review/calibrate-reviewers.ts'
import { maskText } from '#shared/domain/review/masking.ts'
import { spanOf, spanOfQuote } from '#shared/domain/review/quote-span.ts'
import { reportHtml } from '#shared/domain/review/report-html.ts'
import { reportCsv } from '#shared/domain/review/report-table.ts'
import { isReported, makeReport, type ReportedCall, type ReportPlace } from '#shared/domain/review/report.ts'
import { scoreCall } from '#shared/domain/review/score-call.ts'
import type { ReviewEntries, ReviewEntry, ReviewWords } from './review-entries.ts'
import type { ReviewLens } from './view-review.ts'

/** Places shown behind one line of a report. */
const longestPlaces = 200

/** Reports (质检报表) over the calls that are known here, with words masked. */
export class ReviewReports {
  readonly #entries: ReviewEntries
  readonly #lens: (caller: Caller) => ReviewLens

  constructor(entries: ReviewEntries, lens: (caller: Caller) => ReviewLens) {
    this.#entries = entries
    this.#lens = lens
  }

  report(query: ReportQuery, caller: Caller): Report {
    const { itemsAt, titles, rules, now } = this.#lens(caller)
    const calls = this.#entries
      .list()
      .filter((entry) => isReported(entry, query))
      .map((entry): ReportedCall => {
        const { percent } = scoreCall(itemsAt(entry.startedAt), entry.record, rules, entry.unjudged)
        return { ...entry, ...(percent === undefined ? {} : { percent }) }
      })
    const { total, rows } = makeReport(calls, query, titles)
    const words = new Map<string, ReviewWords>()
    const wordsOf = (callId: string): ReviewWords => {
      const known = words.get(callId) ?? this.#entries.words(callId)
      words.set(callId, known)
      return known
    }
    return {
      query,
      madeAt: localIso(Date.parse(now)),
      total,
      rows: rows.map((row) => ({
        ...row,
        places: row.places.slice(0, longestPlaces).map((place) => ({
          ...viewPlace(place, wordsOf(place.call.callId)),
          title: titles.get(place.flag.rule) ?? place.flag.rule,
        })),
      })),
    }
  }

  export(
    { format, ...query }: ReportQuery & { readonly format: 'csv' | 'html' },
    caller: Caller,
  ): { fileName: string; text: string } {
    const report = this.report(query, caller)
    const name = reportText.fileName(reportText.group[query.by], query.from, query.to)
    return { fileName: `${name}.${format}`, text: format === 'csv' ? reportCsv(report) : reportHtml(report) }
  }

  /** Calls that two reviewers judge (校准), newest first; nothing of the verdicts before both are done. */
  calibrations(caller: Caller): Calibration[] {
    const { titles } = this.#lens(caller)
    return this.#entries
      .list()
      .filter(({ record }) => record.calibration !== undefined)
      .map((entry) => this.#calibration(entry, titles))
  }

  #calibration(entry: ReviewEntry, titles: ReadonlyMap<string, string>): Calibration {
    const { callId, startedAt, staffName, record } = entry
    const [first, second] = record.finished
    const done = isCalibrated(record)
    const base = { callId, startedAt, staffName, reviewers: record.finished.slice(0, 2), done }
    if (!done || first === undefined || second === undefined) return { ...base, compared: 0, differences: [] }
    const { compared, share, kappa } = compareReviewers(record.flags, first, second)
    const words = this.#entries.words(callId)
    return {
      ...base,
      compared: compared.length,
      ...(share === undefined ? {} : { agreement: share }),
      ...(kappa === undefined ? {} : { kappa }),
      differences: compared
        .filter((pair) => pair.first !== pair.second)
        .map((pair) => {
          const flag = record.flags.find(({ flagId }) => flagId === pair.flagId)
          return {
            flagId: pair.flagId,
            title: titles.get(flag?.rule ?? '') ?? flag?.rule ?? '',
            quote: flag === undefined ? '' : quoteOf(flag, words).quote,
            first: reviewText.judgement(pair.first, titles),
            second: reviewText.judgement(pair.second, titles),
          }
        }),
    }
  }
}

function viewPlace(
  { call, flag }: ReportPlace,
  words: ReviewWords,
): Omit<Report['rows'][number]['places'][number], 'title'> {
  return {
    callId: call.callId,
    flagId: flag.flagId,
    startedAt: call.startedAt,
    staffName: call.staffName,
    rule: flag.rule,
    standing: flag.standing,
    ...quoteOf(flag, words),
  }
}

function quoteOf(
  flag: ReportPlace['flag'],
  { turns, masks }: ReviewWords,
): { startMs: number; endMs: number; quote: string } {
  const turn = turns[flag.turn] ?? { startMs: 0, endMs: 0, text: '' }
  const { from } = flag
  const span =
    from.origin === 'rule'
      ? spanOfQuote(turn, from.raised.quote)
      : spanOf(turn, from.added.from, from.added.to)
  const quote = maskText(turn.text, flag.turn, masks).slice(span.from, span.to)
  return { startMs: span.startMs, endMs: span.endMs, quote }
}
