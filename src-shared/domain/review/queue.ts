import type { JudgedFlag, ReviewRecord } from './fold-review.ts'
import type { SampleReason } from './review-case.ts'
import { isSilent } from './sampling.ts'

export type ReviewState = 'waiting' | 'begun' | 'finished' | 'appealed'

/** How far a review has come. One that is done is taken up again by an appeal. */
export function stateOf(record: ReviewRecord): ReviewState {
  const appealed = record.flags.some(
    ({ appeal }) => appeal?.state === 'open' || appeal?.state === 'escalated',
  )
  if (appealed) return 'appealed'
  const needed = record.calibration === undefined ? 1 : 2
  if (record.finished.length >= needed) return 'finished'
  return record.begun ? 'begun' : 'waiting'
}

const flagWeights: Record<JudgedFlag['severity'], number> = { serious: 100, caution: 10, info: 1 }
/** A seat waits for the answer to its appeal; after it come danger to the citizen, and what was drawn. */
const stateWeights: Record<ReviewState, number> = { appealed: 1000, begun: 2, waiting: 0, finished: 0 }
const reasonWeights: Partial<Record<SampleReason, number>> = {
  urgent: 50,
  calibration: 20,
  'trial-rule': 8,
  drawn: 5,
}

/** How soon a call should be looked at; 0 where nothing is left to do. */
export function weightOf(record: ReviewRecord, reasons: readonly SampleReason[]): number {
  const state = stateOf(record)
  if (state === 'finished') return 0
  const open = record.flags.filter((flag) => flag.standing === 'open' && !isSilent(flag))
  const ofFlags = open.reduce((sum, { severity }) => sum + flagWeights[severity], 0)
  const ofReasons = reasons.reduce((sum, reason) => sum + (reasonWeights[reason] ?? 0), 0)
  return stateWeights[state] + ofFlags + ofReasons
}

/** Flags that stand, by severity; those of rules on trial left out. */
export function countBySeverity(flags: readonly JudgedFlag[]): Record<JudgedFlag['severity'], number> {
  const standing = flags.filter((flag) => flag.standing !== 'dismissed' && !isSilent(flag))
  const of = (wanted: JudgedFlag['severity']): number =>
    standing.filter(({ severity }) => severity === wanted).length
  return { serious: of('serious'), caution: of('caution'), info: of('info') }
}
