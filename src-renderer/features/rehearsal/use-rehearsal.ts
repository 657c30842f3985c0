import { useCallback, useEffect } from 'react'
import type { RehearsalState } from '#shared/contract/rehearsal-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'

/** The rehearsal that runs, as the core tells it; null where none does. */
export function useRehearsal(): RehearsalState | null {
  const { connection } = useDesk()
  const load = useCallback(
    async (signal: AbortSignal) => (await connection.call('rehearsals.current', {}, signal)).current,
    [connection],
  )
  const [remote, put] = useRemote<RehearsalState | null>(load, ['call.phase'])
  useEffect(() => connection.on('rehearsal.changed', put), [connection, put])
  return remote.kind === 'ready' ? remote.value : null
}
