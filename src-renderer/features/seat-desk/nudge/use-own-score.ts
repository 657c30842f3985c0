import { useCallback } from 'react'
import type { CallScore } from '#shared/contract/review-views.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { useRemote, type Remote } from '../../../state/use-remote.ts'

/** The own call in the 17 items, as far as rules can judge them; null where there is none to ask about. */
export function useOwnScore(callId: string | null): Remote<CallScore | null> {
  const { connection } = useDesk()
  const load = useCallback(
    async (signal: AbortSignal) =>
      callId === null ? null : connection.call('review.ownScore', { callId }, signal),
    [connection, callId],
  )
  const [remote] = useRemote(load, ['review.changed'])
  return remote
}
