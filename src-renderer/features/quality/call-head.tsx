import type { ReactNode } from 'react'
import type { ReviewCall } from '#shared/contract/review-views.ts'
import { formatClock, formatDateTime } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useKept } from '../../state/drafts.ts'
import { qualityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { LineForm } from '../../ui/line-form.tsx'
import { revealDrafts } from './drafts.ts'
import type { Review } from './use-review.ts'

const { call: words } = qualityText

/** Whose call it is, what may be seen of it, and how to be done with it. */
export function CallHead({
  call,
  review,
}: {
  readonly call: ReviewCall
  readonly review: Review
}): ReactNode {
  const { connection } = useDesk()
  const { callId } = call
  const [asked, ask] = useKept(revealDrafts, callId)
  const { calibration } = call
  const open = async (reveal: string): Promise<void> => {
    if (await review.act(connection.call('review.get', { callId, reveal }))) ask(undefined)
  }
  return (
    <>
      <div className="column-head">
        <h2>{words.head(call.staffName, formatDateTime(call.startedAt), formatClock(call.durationMs))}</h2>
        <span className="column-note">
          {call.masked ? words.masked : words.revealed}
          {call.masked && call.mayReveal && (
            <Button kind="quiet" onClick={() => ask('')}>
              {words.reveal}
            </Button>
          )}
          {calibration === undefined ? (
            <Button
              kind="quiet"
              disabled={review.busy}
              onClick={() => void review.act(connection.call('review.openCalibration', { callId }))}
            >
              {words.calibrate}
            </Button>
          ) : (
            words.calibrating(calibration.reviewers.join('、') || words.nobody)
          )}
          {call.state === 'finished' && !call.may.finish && words.finished}
          {call.may.finish && (
            <Button
              kind="primary"
              disabled={review.busy}
              onClick={() => void review.act(connection.call('review.finish', { callId }))}
            >
              {words.finish}
            </Button>
          )}
        </span>
      </div>
      {asked !== undefined && (
        <LineForm
          className="quality-reason"
          label={words.revealReason}
          action={words.reveal}
          cancel={qualityText.add.cancel}
          maxLength={500}
          typed={asked}
          onTyped={ask}
          onCancel={() => ask(undefined)}
          onGiven={(reveal) => void open(reveal)}
        />
      )}
    </>
  )
}
