import type { ReactNode } from 'react'
import { openCall } from '../../../state/call-store.ts'
import { useCall } from '../../../state/desk-context.ts'
import { ownReviewText, qualityText, scoreText } from '../../../text/quality.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { ScoreRows } from '../../../ui/score-rows.tsx'
import { useOwnScore } from './use-own-score.ts'

/** The own call item by item. */
export function OwnScore({ onClose }: { readonly onClose: () => void }): ReactNode {
  const callId = useCall((state) => openCall(state)?.callId ?? null)
  const remote = useOwnScore(callId)
  return (
    <Dialog title={ownReviewText.scoreTitle} onClose={onClose}>
      {remote.kind === 'loading' && <p className="empty">{qualityText.loading}</p>}
      {remote.kind === 'failed' && <p className="empty">{qualityText.failed(remote.reason)}</p>}
      {remote.kind === 'ready' && remote.value !== null && (
        <>
          <p>{scoreText.total(remote.value.points, remote.value.of)}</p>
          <ScoreRows items={remote.value.items} />
          <p className="empty">{ownReviewText.scoreNote}</p>
        </>
      )}
    </Dialog>
  )
}
