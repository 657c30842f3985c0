import { foldReview } from './fold-review.ts'
import { isCalibrated } from './admit-act.ts'
import type { ReviewAct, ReviewEvent } from './review-event.ts'

const judging: ReadonlySet<ReviewAct['kind']> = new Set(['verdict', 'flag-added', 'scored', 'finished'])

/** What a reviewer may know of: in a calibration (校准) nothing of what another one judged, until both are done. */
export function visibleTo(events: readonly ReviewEvent[], reviewer: string): readonly ReviewEvent[] {
  const record = foldReview([], events)
  if (record.calibration === undefined || isCalibrated(record)) return events
  return events.filter(({ act, actor }) => actor === reviewer || !judging.has(act.kind))
}
