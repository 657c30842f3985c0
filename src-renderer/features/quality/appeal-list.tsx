import { useCallback, useEffect, type ReactNode } from 'react'
import { formatClock, formatDateTime } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { qualityText } from '../../text/quality.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import type { CallListProps } from './call-lists.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'

const { appeal: words } = qualityText

/** 申诉: flags that a seat does not accept; those that wait for an answer first. */
export function AppealList({ place, onOpen, onListed }: CallListProps): ReactNode {
  const { connection } = useDesk()
  const load = useCallback(
    (signal: AbortSignal) => connection.call('review.appeals', {}, signal),
    [connection],
  )
  const [remote] = useRemote(load, ['review.changed'])
  const lines = remote.kind === 'ready' ? remote.value : null
  useEffect(() => {
    if (lines !== null) onListed(lines.map(({ callId, flag }) => ({ callId, flagId: flag.flagId })))
  }, [lines, onListed])
  return (
    <RemoteView remote={remote}>
      {(appeals) =>
        appeals.length === 0 ? (
          <p className="empty">{words.empty}</p>
        ) : (
          <ul className="quality-items" data-column-entry="" tabIndex={-1}>
            {appeals.map(({ callId, flag, staffName, staffNumber, startedAt }) => (
              <li key={`${callId}/${flag.flagId}`}>
                <button
                  type="button"
                  className="pick"
                  aria-current={place?.callId === callId && place.flagId === flag.flagId}
                  onClick={() => onOpen({ callId, flagId: flag.flagId })}
                >
                  <span className="quality-item-line">
                    <b>{flag.title}</b>
                    <SeverityMark severity={flag.severity} words />
                  </span>
                  <span className="quality-item-line">
                    <span className="quality-soft">
                      {staffName} {staffNumber} · {formatDateTime(startedAt)} · {formatClock(flag.startMs)}
                    </span>
                  </span>
                  <span>{flag.appeal === undefined ? '' : words.states[flag.appeal.state]}</span>
                </button>
              </li>
            ))}
          </ul>
        )
      }
    </RemoteView>
  )
}
