import type { ReviewCase } from '#shared/domain/review/review-case.ts'
import type { Scorecard } from '#shared/domain/review/scorecard.ts'
import type { ReviewEntry, ReviewWords } from './review-entries.ts'

/** A call as it goes to the centre: words and flags, and nothing of who called. */
export function makeCase(
  entry: ReviewEntry,
  words: ReviewWords,
  audio: boolean,
  reveal: Scorecard['reveal'],
): ReviewCase {
  const { callId, staffNumber, staffName, team, startedAt, durationMs, urgency, rehearsal } = entry
  return {
    callId,
    staffNumber,
    staffName,
    team,
    startedAt,
    durationMs,
    rehearsal,
    turns: [...words.turns],
    flags: [...entry.flags],
    reasons: [...entry.reasons],
    audio,
    masks: [...words.masks],
    reveal: [...reveal],
    ...(urgency === undefined ? {} : { urgency }),
  }
}
