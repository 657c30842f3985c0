import type { ReactNode } from 'react'
import type { CallScore } from '#shared/contract/review-views.ts'
import { openCall } from '../../../state/call-store.ts'
import { useCall, useDesk, useUi } from '../../../state/desk-context.ts'
import { commandText } from '../../../text/commands.ts'
import { ownReviewText } from '../../../text/quality.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useOwnScore } from './use-own-score.ts'

/** 本通小结: one gentle line once the call is over, unless the seat wants silence. */
export function AfterCall(): ReactNode {
  const { ui } = useDesk().stores
  const silent = useUi((state) => state.dial === 'silent')
  const ended = useCall((state) => {
    const call = openCall(state)
    return call?.phase === 'ended' ? call.callId : null
  })
  const remote = useOwnScore(silent ? null : ended)
  const score = remote.kind === 'ready' ? remote.value : null
  return (
    <div role="status">
      {score !== null && score.of > 0 && (
        <div className="line" data-kind="plain">
          <Icon name="check" />
          {lineOf(score)}
          <span className="line-end">
            <Button
              kind="quiet"
              keys={commandText.ownScore.key}
              onClick={() => ui.setState({ overlay: 'ownScore' })}
            >
              {ownReviewText.open}
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}

function lineOf({ points, of, items }: CallScore): string {
  const judged = items.filter((item) => item.points !== undefined)
  const better = judged.filter((item) => (item.points ?? 0) < item.of).map(({ title }) => title)
  const words = better.length === 0 ? ownReviewText.allGood : ownReviewText.better(better.join('、'))
  return `${ownReviewText.scoreLine(points, of, judged.length, items.length)} · ${words}`
}
