import { useCallback, type ReactNode } from 'react'
import { mostTrialCalls } from '#shared/contract/rulebook-contract.ts'
import { formatDateTime } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'

const { bench: words } = rulesText

interface TrialCallsProps {
  readonly chosen: readonly string[]
  readonly onChoose: (callIds: readonly string[]) => void
}

/** Calls that are over, to be ticked. */
export function TrialCalls({ chosen, onChoose }: TrialCallsProps): ReactNode {
  const { connection } = useDesk()
  const load = useCallback((signal: AbortSignal) => connection.call('rules.calls', {}, signal), [connection])
  const [remote] = useRemote(load, ['review.changed'])
  const toggle = (callId: string): void =>
    onChoose(chosen.includes(callId) ? chosen.filter((id) => id !== callId) : [...chosen, callId])
  return (
    <RemoteView remote={remote}>
      {(calls) => {
        if (calls.length === 0) return <p className="rules-soft">{words.noCalls}</p>
        const newest = calls.slice(0, mostTrialCalls).map(({ callId }) => callId)
        return (
          <fieldset className="rules-calls">
            <legend>
              {words.calls}
              <Button kind="quiet" onClick={() => onChoose(newest)}>
                {words.newest(newest.length)}
              </Button>
              <Button kind="quiet" onClick={() => onChoose([])}>
                {words.none}
              </Button>
            </legend>
            {calls.map(({ callId, startedAt, staffName, turns, rehearsal }) => (
              <label key={callId}>
                <input
                  type="checkbox"
                  checked={chosen.includes(callId)}
                  disabled={chosen.length >= mostTrialCalls && !chosen.includes(callId)}
                  onChange={() => toggle(callId)}
                />
                {words.call(formatDateTime(startedAt), staffName, turns)}
                {rehearsal && <span className="rules-soft">{words.rehearsal}</span>}
              </label>
            ))}
          </fieldset>
        )
      }}
    </RemoteView>
  )
}
