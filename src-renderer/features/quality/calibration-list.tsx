import { useCallback, useEffect, type ReactNode } from 'react'
import type { Calibration } from '#shared/contract/review-views.ts'
import { formatDateTime } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { qualityText } from '../../text/quality.ts'
import type { CallListProps } from './call-lists.tsx'
import { formatShare } from '../../format/share.ts'
import { RemoteView } from '../../ui/remote-view.tsx'

const { calibration: words } = qualityText

/** 校准: calls that two reviewers judged apart, with how far they agree and where they do not. */
export function CalibrationList({ place, onOpen, onListed }: CallListProps): ReactNode {
  const { connection } = useDesk()
  const load = useCallback(
    (signal: AbortSignal) => connection.call('review.calibrations', {}, signal),
    [connection],
  )
  const [remote] = useRemote(load, ['review.changed'])
  const calls = remote.kind === 'ready' ? remote.value : null
  useEffect(() => {
    if (calls !== null) onListed(calls.map(({ callId }) => ({ callId, flagId: null })))
  }, [calls, onListed])
  return (
    <RemoteView remote={remote}>
      {(calibrations) =>
        calibrations.length === 0 ? (
          <p className="empty">{words.empty}</p>
        ) : (
          <ul className="quality-items" data-column-entry="" tabIndex={-1}>
            {calibrations.map((each) => (
              <li key={each.callId}>
                <CalibrationItem
                  calibration={each}
                  isOpen={each.callId === place?.callId}
                  onOpen={(flagId) => onOpen({ callId: each.callId, flagId })}
                />
              </li>
            ))}
          </ul>
        )
      }
    </RemoteView>
  )
}

interface ItemProps {
  readonly calibration: Calibration
  readonly isOpen: boolean
  readonly onOpen: (flagId: string | null) => void
}

function CalibrationItem({ calibration, isOpen, onOpen }: ItemProps): ReactNode {
  const { staffName, startedAt, reviewers, done, agreement, kappa, compared, differences } = calibration
  return (
    <>
      <button type="button" className="pick" aria-current={isOpen} onClick={() => onOpen(null)}>
        <span className="quality-item-line">
          <b>{staffName}</b>
          <span className="quality-soft">{formatDateTime(startedAt)}</span>
        </span>
        <span>
          {!done && words.waiting(reviewers.length)}
          {done &&
            [
              ...(agreement === undefined ? [] : [words.agreement(formatShare(agreement))]),
              ...(kappa === undefined ? [] : [words.kappa(kappa.toFixed(2))]),
              words.compared(compared),
            ].join(' · ')}
        </span>
        <span className="quality-soft">{reviewers.join('、')}</span>
      </button>
      {differences.map(({ flagId, title, quote, first, second }) => (
        <button key={flagId} type="button" className="pick quality-difference" onClick={() => onOpen(flagId)}>
          <b>{title}</b> {words.differ(quote, judgement(first), judgement(second))}
        </button>
      ))}
    </>
  )
}

/** `confirm`, `change:rule`, … as a person says it. */
function judgement(code: string): string {
  const [kind = ''] = code.split(':')
  return (words.judgements as Readonly<Record<string, string>>)[kind] ?? code
}
