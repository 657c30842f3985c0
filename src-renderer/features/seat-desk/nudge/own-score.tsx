import type { ReactNode } from 'react'
import { openCall } from '../../../state/call-store.ts'
import { useCall } from '../../../state/desk-context.ts'
import { ownReviewText, scoreText } from '../../../text/quality.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { RemoteView } from '../../../ui/remote-view.tsx'
import { ScoreRows } from '../../../ui/score-rows.tsx'
import { useOwnScore } from './use-own-score.ts'

/** The own call item by item. */
export function OwnScore({ onClose }: { readonly onClose: () => void }): ReactNode {
  const callId = useCall((state) => openCall(state)?.callId ?? null)
  const remote = useOwnScore(callId)
  return (
    <Dialog title={ownReviewText.scoreTitle} onClose={onClose}>
      <RemoteView remote={remote}>
        {(score) =>
          score !== null && (
            <>
              <p>{scoreText.total(score.points, score.of)}</p>
              <ScoreRows items={score.items} />
              <p className="empty">{ownReviewText.scoreNote}</p>
            </>
          )
        }
      </RemoteView>
    </Dialog>
  )
}
