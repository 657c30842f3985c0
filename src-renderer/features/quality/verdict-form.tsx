import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { ReviewCall, ReviewFlag } from '#shared/contract/review-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useKept } from '../../state/drafts.ts'
import { qualityText } from '../../text/quality.ts'
import { Choices } from '../../ui/choices.tsx'
import { flagName, noVerdict, verdictDrafts, type Decision } from './drafts.ts'
import type { Review } from './use-review.ts'
import { useRules } from './use-rules.ts'

const { flag: words } = qualityText

const decisions = [
  { value: 'confirm', label: words.decisions.confirm, detail: 'Y' },
  { value: 'dismiss', label: words.decisions.dismiss, detail: 'N' },
  { value: 'change', label: words.decisions.change, detail: 'R' },
] as const

interface VerdictFormProps {
  readonly call: ReviewCall
  readonly flag: ReviewFlag
  readonly review: Review
  readonly onJudged: () => void
}

/** 判定: right, wrong, or right under another rule; always with a reason, of which some are at hand. */
export function VerdictForm(props: VerdictFormProps): ReactNode {
  const { call, flag, review, onJudged } = props
  const { connection } = useDesk()
  const rules = useRules()
  const about = flagName({ callId: call.callId, flagId: flag.flagId })
  const [draft = noVerdict, keep] = useKept(verdictDrafts, about)
  const { decision, reason, toRule } = draft
  const before = useRef(decision)
  const input = useRef<HTMLInputElement>(null)
  const known = useId()
  useEffect(() => {
    // A key chose it: what is missing now is why. One that was there from before leaves the focus where it is.
    if (decision !== null && decision !== before.current) input.current?.focus()
    before.current = decision
  }, [decision])
  const onDecision = (chosen: Decision | null): void => keep({ ...draft, decision: chosen })
  const complete = decision !== null && reason.trim() !== '' && (decision !== 'change' || toRule !== '')

  async function judge(): Promise<void> {
    if (decision === null || !complete) return
    const done = await review.act(
      connection.call('review.judge', {
        callId: call.callId,
        flagId: flag.flagId,
        decision,
        reason: reason.trim(),
        ...(decision === 'change' ? { toRule } : {}),
      }),
    )
    if (!done) return
    input.current?.blur()
    keep(undefined)
    onJudged()
  }

  return (
    <form
      className="quality-form"
      onSubmit={(event) => {
        event.preventDefault()
        void judge()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        input.current?.blur()
        onDecision(null)
      }}
    >
      <Choices label={words.decision} choices={decisions} value={decision} onChange={onDecision} />
      {decision === 'change' && (
        <label className="quality-field">
          {words.toRule}
          <select
            className="text-input"
            value={toRule}
            onChange={({ target }) => keep({ ...draft, toRule: target.value })}
          >
            <option value="">{words.pickRule}</option>
            {rules
              .filter(({ rule }) => rule !== flag.rule)
              .map(({ rule, title }) => (
                <option key={rule} value={rule}>
                  {title}
                </option>
              ))}
          </select>
        </label>
      )}
      {decision !== null && (
        <>
          <label className="quality-field">
            {words.reason}
            <input
              ref={input}
              className="text-input"
              list={known}
              maxLength={500}
              value={reason}
              onChange={({ target }) => keep({ ...draft, reason: target.value })}
            />
          </label>
          <datalist id={known}>
            {words.reasons[decision].map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
          <button type="submit" className="button" data-kind="primary" disabled={!complete || review.busy}>
            {words.save}
          </button>
        </>
      )}
    </form>
  )
}
