import type { ReactNode } from 'react'
import type { ReviewCall } from '#shared/contract/review-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useKept } from '../../state/drafts.ts'
import { qualityText, scoreText } from '../../text/quality.ts'
import { ScoreRows, type ScoreItem } from '../../ui/score-rows.tsx'
import { commentDrafts } from './drafts.ts'
import type { Review } from './use-review.ts'

interface ScorePanelProps {
  readonly call: ReviewCall
  readonly review: Review
}

/** 评分表 of this call: rules take their points off by themselves, the rest is given here. */
export function ScorePanel({ call, review }: ScorePanelProps): ReactNode {
  const { connection } = useDesk()
  const { score, callId, may } = call
  const give = (item: ScoreItem, points: number): void =>
    void review.act(connection.call('review.setScore', { callId, items: [{ item: item.item, points }] }))
  return (
    <div className="quality-card">
      <div className="quality-card-head">
        <h3>{scoreText.title}</h3>
        <span className="quality-standing">
          {scoreText.total(score.points, score.of)}
          {score.percent !== undefined && ` · ${scoreText.percent(score.percent)}`}
        </span>
      </div>
      <ScoreRows
        items={score.items}
        {...(may.add && {
          editor: (item: ScoreItem) => <PointsInput item={item} onGive={(points) => give(item, points)} />,
        })}
      />
      <Comment call={call} review={review} />
    </div>
  )
}

interface PointsInputProps {
  readonly item: ScoreItem
  readonly onGive: (points: number) => void
}

/** Points of an item that a person judges; kept as soon as they are chosen. */
function PointsInput({ item, onGive }: PointsInputProps): ReactNode {
  const choices = Array.from({ length: Math.floor(item.of) + 1 }, (_, index) => item.of - index)
  return (
    <select
      className="text-input"
      aria-label={qualityText.score.give(item.title)}
      value={item.points ?? ''}
      onChange={({ target }) => {
        if (target.value !== '') onGive(Number(target.value))
      }}
    >
      {item.points === undefined && <option value="">{scoreText.without.reviewer}</option>}
      {choices.map((points) => (
        <option key={points} value={points}>
          {scoreText.points(points, item.of)}
        </option>
      ))}
    </select>
  )
}

function Comment({ call, review }: ScorePanelProps): ReactNode {
  const { connection } = useDesk()
  const kept = call.score.comment ?? ''
  const [draft, keep] = useKept(commentDrafts, call.callId)
  const comment = draft ?? kept
  return (
    <label className="quality-field">
      {qualityText.score.comment}
      <textarea
        className="text-input"
        rows={2}
        maxLength={1000}
        disabled={!call.may.add}
        value={comment}
        onChange={({ target }) => keep(target.value)}
        onBlur={() => {
          if (comment.trim() === kept) return keep(undefined)
          const input = { callId: call.callId, items: [], comment: comment.trim() }
          void review.act(connection.call('review.setScore', input)).then((done) => {
            if (done) keep(undefined)
          })
        }}
      />
    </label>
  )
}
