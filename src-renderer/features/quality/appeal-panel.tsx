import type { ReactNode } from 'react'
import type { ReviewCall, ReviewFlag } from '#shared/contract/review-views.ts'
import { formatDateTime } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useKept } from '../../state/drafts.ts'
import { qualityText } from '../../text/quality.ts'
import { Choices } from '../../ui/choices.tsx'
import { answerDrafts, flagName, noAnswer } from './drafts.ts'
import type { Review } from './use-review.ts'
import { ReasonField } from './reason-field.tsx'

const { appeal: words } = qualityText
const outcomes = ['accepted', 'rejected'] as const

interface AppealPanelProps {
  readonly call: ReviewCall
  readonly flag: ReviewFlag
  readonly appeal: NonNullable<ReviewFlag['appeal']>
  readonly review: Review
}

/** 申诉: what the seat and the reviewers said to each other, and the answer. */
export function AppealPanel({ call, flag, appeal, review }: AppealPanelProps): ReactNode {
  return (
    <div className="quality-appeal">
      <div className="quality-card-head">
        <h3>{words.title}</h3>
        <span className="quality-standing">{words.states[appeal.state]}</span>
      </div>
      <ul className="quality-record">
        {appeal.entries.map(({ at, actor, kind, text }, index) => (
          <li key={index}>{words.entry(formatDateTime(at), actor, words.entries[kind], text)}</li>
        ))}
      </ul>
      {flag.may.decide && <Answer callId={call.callId} flagId={flag.flagId} review={review} />}
    </div>
  )
}

interface AnswerProps {
  readonly callId: string
  readonly flagId: string
  readonly review: Review
}

function Answer({ callId, flagId, review }: AnswerProps): ReactNode {
  const { connection } = useDesk()
  const [draft = noAnswer, keep] = useKept(answerDrafts, flagName({ callId, flagId }))
  const { outcome, reason } = draft
  const complete = outcome !== null && reason.trim() !== ''
  return (
    <form
      className="quality-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (outcome === null || !complete) return
        void review
          .act(connection.call('review.decideAppeal', { callId, flagId, outcome, reason: reason.trim() }))
          .then((done) => {
            if (done) keep(undefined)
          })
      }}
    >
      <Choices
        label={words.decision}
        choices={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
        value={outcome}
        onChange={(chosen) => keep({ ...draft, outcome: chosen })}
      />
      <ReasonField
        label={words.reason}
        value={reason}
        onChange={(typed) => keep({ ...draft, reason: typed })}
      />
      <button type="submit" className="button" data-kind="primary" disabled={!complete || review.busy}>
        {words.save}
      </button>
    </form>
  )
}
