import { useCallback, type ReactNode } from 'react'
import type { AppealLine } from '#shared/contract/review-views.ts'
import { formatClock, formatDateTime } from '../../format/time.ts'
import { useDesk, usePlayback } from '../../state/desk-context.ts'
import { createDrafts, useKept } from '../../state/drafts.ts'
import { isPlaying } from '../../state/playback.ts'
import { useRemote } from '../../state/use-remote.ts'
import { ownReviewText, qualityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LineForm } from '../../ui/line-form.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import './own-reviews.css'

/** 我的质检结果: what reviewers judged of the own calls, to hear again, and to appeal. */
export function OwnReviews({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { connection } = useDesk()
  const load = useCallback((signal: AbortSignal) => connection.call('review.own', {}, signal), [connection])
  const [remote, put] = useRemote(load, ['review.changed'])
  const replace = (line: AppealLine): void => {
    if (remote.kind !== 'ready') return
    const isSame = (other: AppealLine): boolean =>
      other.callId === line.callId && other.flag.flagId === line.flag.flagId
    put(remote.value.map((other) => (isSame(other) ? line : other)))
  }
  return (
    <Dialog title={ownReviewText.title} wide onClose={onClose}>
      <RemoteView remote={remote}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="empty">{ownReviewText.empty}</p>
          ) : (
            <ul className="own-reviews">
              {lines.map((line) => (
                <OwnFlag key={`${line.callId}/${line.flag.flagId}`} line={line} onChanged={replace} />
              ))}
            </ul>
          )
        }
      </RemoteView>
    </Dialog>
  )
}

interface OwnFlagProps {
  readonly line: AppealLine
  readonly onChanged: (line: AppealLine) => void
}

function OwnFlag({ line, onChanged }: OwnFlagProps): ReactNode {
  const { flag } = line
  const verdict = flag.verdicts.at(-1)
  return (
    <li className="own-review">
      <div className="own-review-head">
        <SeverityMark severity={flag.severity} hollow />
        <b>{flag.title}</b>
        <span className="own-review-soft">
          {formatDateTime(line.startedAt)} {formatClock(flag.startMs)}
        </span>
        <PlayFlag line={line} />
      </div>
      <p>“{flag.quote}”</p>
      {flag.rewrite !== '' && <p className="own-review-soft">{qualityText.flag.say(flag.rewrite)}</p>}
      {verdict !== undefined && (
        <p>{ownReviewText.verdict(qualityText.flag.decisions[verdict.decision], verdict.reason)}</p>
      )}
      {flag.appeal?.entries.map(({ at, actor, kind, text }, index) => (
        <p key={index} className="own-review-soft">
          {qualityText.appeal.entry(formatDateTime(at), actor, qualityText.appeal.entries[kind], text)}
        </p>
      ))}
      <Appeal line={line} onChanged={onChanged} />
    </li>
  )
}

function PlayFlag({ line }: { readonly line: AppealLine }): ReactNode {
  const { playback } = useDesk()
  const span = { callId: line.callId, fromMs: line.flag.startMs, toMs: line.flag.endMs }
  const playing = usePlayback((state) => isPlaying(state, span))
  return (
    <Button kind="quiet" onClick={() => (playing ? playback.stop() : void playback.play(span))}>
      {playing ? ownReviewText.stop : ownReviewText.play}
    </Button>
  )
}

/** Appeals that were begun, by flag. */
const appealDrafts = createDrafts<string>()

/** 申诉, or after a rejected one the wish for another reviewer; nothing where neither is open. */
function Appeal({ line, onChanged }: OwnFlagProps): ReactNode {
  const { connection, fail } = useDesk()
  const { may, flagId } = line.flag
  const [begun, keep] = useKept(appealDrafts, `${line.callId}/${flagId}`)
  if (!may.appeal && !may.escalate) return null
  const again = may.escalate

  async function send(text: string): Promise<void> {
    try {
      const input = { callId: line.callId, flagId, text }
      onChanged(await connection.call(again ? 'review.escalate' : 'review.appeal', input))
      keep(undefined)
    } catch (error) {
      fail(error)
    }
  }

  if (begun === undefined) {
    return (
      <Button kind="quiet" onClick={() => keep('')}>
        {again ? ownReviewText.escalate : ownReviewText.appeal}
      </Button>
    )
  }
  return (
    <LineForm
      className="own-review-form"
      label={again ? ownReviewText.escalateReason : ownReviewText.appealReason}
      action={ownReviewText.send}
      cancel={ownReviewText.cancel}
      kind="primary"
      maxLength={500}
      onGiven={(text) => void send(text)}
      typed={begun}
      onTyped={keep}
      onCancel={() => keep(undefined)}
    />
  )
}
