import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { BoardDesk } from '../board/board-desk.ts'
import type { ReviewAudio } from './review-audio.ts'
import type { ReviewDesk } from './review-desk.ts'
import type { ReviewReports } from './review-reports.ts'
import type { RulebookDesk } from './rulebook/rulebook-desk.ts'

type QualityProcedure = Extract<keyof Handlers, `review.${string}` | `board.${string}`>

/** What the procedures of review and board ask for. */
export interface QualityServices {
  readonly reviews: ReviewDesk
  readonly reports: ReviewReports
  readonly reviewAudio: ReviewAudio
  readonly board: BoardDesk
  readonly rulebook: RulebookDesk
  /** Asks the centre soon; what is new is told by events. */
  readonly refresh: () => void
  /** Code: `centre-away`. */
  readonly whisper: (whisper: { readonly staffNumber: string; readonly text: string }) => Promise<void>
}

/** One line a procedure. */
export function qualityHandlers(quality: () => QualityServices): Pick<Handlers, QualityProcedure> {
  return {
    'review.queue': (query, caller) => {
      quality().refresh()
      return quality().reviews.queue(query, caller)
    },
    'review.get': ({ callId, reveal }, caller) =>
      reveal === undefined
        ? quality().reviews.get(callId, caller)
        : quality().reviews.reveal(callId, reveal, caller),
    'review.audio': (span) => quality().reviewAudio.span(span),
    'review.peaks': ({ callId }) => quality().reviewAudio.peaks(callId),
    'review.judge': ({ callId, ...verdict }, caller) =>
      quality().reviews.act(callId, { kind: 'verdict', ...verdict }, caller),
    'review.addFlag': ({ callId, ...mark }, caller) =>
      quality().reviews.act(callId, { kind: 'flag-added', ...mark }, caller),
    'review.setScore': ({ callId, ...scores }, caller) =>
      quality().reviews.act(callId, { kind: 'scored', ...scores }, caller),
    'review.finish': ({ callId }, caller) => quality().reviews.act(callId, { kind: 'finished' }, caller),
    'review.openCalibration': ({ callId }, caller) =>
      quality().reviews.act(callId, { kind: 'calibration-opened' }, caller),
    'review.calibrations': (_input, caller) => quality().reports.calibrations(caller),
    'review.appeals': (_input, caller) => {
      quality().refresh()
      return quality().reviews.appeals(caller)
    },
    'review.decideAppeal': ({ callId, ...decision }, caller) =>
      quality().reviews.act(callId, { kind: 'appeal-decided', ...decision }, caller),
    'review.rules': () => quality().reviews.rules(),
    'review.report': (query, caller) => quality().reports.report(query, caller),
    'review.exportReport': (query, caller) => quality().reports.export(query, caller),
    'review.ownScore': ({ callId }, caller) => quality().reviews.ownScore(callId, caller),
    'review.own': ({ limit }, caller) => {
      quality().refresh()
      return quality().reviews.own(limit, caller)
    },
    'review.appeal': ({ callId, ...appeal }, caller) =>
      quality().reviews.appeal(callId, { kind: 'appealed', ...appeal }, caller),
    'review.escalate': ({ callId, ...appeal }, caller) =>
      quality().reviews.appeal(callId, { kind: 'escalated', ...appeal }, caller),
    'board.get': () => quality().board.refreshed(),
    'board.whisper': async (whisper) => {
      await quality().whisper(whisper)
      return {}
    },
  }
}
