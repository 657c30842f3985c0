import { useState, type ReactNode } from 'react'
import type { ReviewCall } from '#shared/contract/review-views.ts'
import { formatClock, formatDateTime } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { qualityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { LineForm } from '../../ui/line-form.tsx'
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
  const [asking, setAsking] = useState(false)
  const { callId } = call
  const { calibration } = call
  const open = async (reveal: string): Promise<void> => {
    if (await review.act(connection.call('review.get', { callId, reveal }))) setAsking(false)
  }
  return (
    <>
      <div className="column-head">
        <h2>{words.head(call.staffName, formatDateTime(call.startedAt), formatClock(call.durationMs))}</h2>
        <span className="column-note">
          {call.masked ? words.masked : words.revealed}
          {call.masked && call.mayReveal && (
            <Button kind="quiet" onClick={() => setAsking(true)}>
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
      {asking && (
        <LineForm
          className="quality-reason"
          label={words.revealReason}
          action={words.reveal}
          cancel={qualityText.add.cancel}
          maxLength={500}
          onCancel={() => setAsking(false)}
          onGiven={(reveal) => void open(reveal)}
        />
      )}
    </>
  )
}
