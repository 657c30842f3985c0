import { useCallback, useState } from 'react'
import type { ReviewCall } from '#shared/contract/review-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote, type Remote } from '../../state/use-remote.ts'

export interface Review {
  readonly remote: Remote<ReviewCall>
  /** Does something that answers with the call as it is then; what is refused is said. True where it was done. */
  readonly act: (work: Promise<ReviewCall>) => Promise<boolean>
  /** Something is on its way. */
  readonly busy: boolean
}

/** A call under review, read again when somebody else changed it. */
export function useReview(callId: string): Review {
  const { connection, fail } = useDesk()
  const load = useCallback(
    (signal: AbortSignal) => connection.call('review.get', { callId }, signal),
    [connection, callId],
  )
  const [remote, put] = useRemote(load, ['review.changed'])
  const [busy, setBusy] = useState(false)
  const act = useCallback(
    async (work: Promise<ReviewCall>) => {
      setBusy(true)
      try {
        put(await work)
        return true
      } catch (error) {
        fail(error)
        return false
      } finally {
        setBusy(false)
      }
    },
    [put, fail],
  )
  return { remote, act, busy }
}
