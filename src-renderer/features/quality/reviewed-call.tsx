import type { ReactNode } from 'react'
import { useReview } from './use-review.ts'
import { CallDesk } from './call-desk.tsx'
import type { ReviewPlace } from './quality-desk.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'

export interface ReviewedCallProps {
  readonly place: ReviewPlace
  readonly onPoint: (place: ReviewPlace) => void
  readonly onNextCall: () => void
}

/** The call that is reviewed: sound and words in the middle, judgement at the right. */
export function ReviewedCall(props: ReviewedCallProps): ReactNode {
  const review = useReview(props.place.callId)
  return (
    <RemoteView remote={review.remote}>
      {(call) => <CallDesk {...props} call={call} review={review} />}
    </RemoteView>
  )
}
