import type { ReviewFlag } from '#shared/contract/review-views.ts'
import { createDrafts } from '../../state/drafts.ts'
import type { MarkedWords } from './marked-words.ts'
import type { ReviewPlace } from './quality-desk.tsx'

/** What stands on this desk while another flag, another call or another desk is on screen. */

export type Decision = ReviewFlag['verdicts'][number]['decision']

export interface VerdictDraft {
  readonly decision: Decision | null
  readonly reason: string
  /** Empty until one was chosen. */
  readonly toRule: string
}
export const noVerdict: VerdictDraft = { decision: null, reason: '', toRule: '' }
/** By flag. */
export const verdictDrafts = createDrafts<VerdictDraft>()

export interface AnswerDraft {
  readonly outcome: 'accepted' | 'rejected' | null
  readonly reason: string
}
export const noAnswer: AnswerDraft = { outcome: null, reason: '' }
/** By flag. */
export const answerDrafts = createDrafts<AnswerDraft>()

export interface MarkDraft {
  readonly marked: MarkedWords
  /** The marked words; they can be cut down to fewer. */
  readonly quote: string
  readonly rule: string
  readonly severity: ReviewFlag['severity']
  readonly reason: string
}
/** By call. */
export const markDrafts = createDrafts<MarkDraft>()
/** Reasons to look behind the masks (脱敏), by call. */
export const revealDrafts = createDrafts<string>()
/** 总评, by call. */
export const commentDrafts = createDrafts<string>()

/** What was shown last. */
export interface QualityView {
  readonly view: 'calls' | 'rules' | 'report'
  readonly list: 'queue' | 'appeals' | 'calibrations'
  readonly place: ReviewPlace | null
}
export const qualityViews = createDrafts<QualityView>()

/** Of a flag, among those of all calls. */
export function flagName({ callId, flagId }: ReviewPlace): string {
  return `${callId}/${flagId ?? ''}`
}
