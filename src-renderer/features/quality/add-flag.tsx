import { useState, type ReactNode } from 'react'
import { severitySchema, type ReviewCall } from '#shared/contract/review-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { qualityText, severityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import type { MarkedWords } from './marked-words.ts'
import type { Review } from './use-review.ts'
import { useRules } from './use-rules.ts'
import { ReasonField } from './reason-field.tsx'

const { add: words } = qualityText
const severities = severitySchema.options.map((value) => ({ value, label: severityText[value] }))

interface AddFlagProps {
  readonly call: ReviewCall
  readonly words: MarkedWords
  readonly review: Review
  readonly onDone: () => void
}

/** A lapse that no rule found: the marked words under a rule, with a reason. */
export function AddFlag({ call, words: marked, review, onDone }: AddFlagProps): ReactNode {
  const { connection } = useDesk()
  const rules = useRules()
  const [rule, setRule] = useState('')
  const [severity, setSeverity] = useState<(typeof severities)[number]['value']>('caution')
  const [reason, setReason] = useState('')
  const complete = rule !== '' && reason.trim() !== ''

  async function add(): Promise<void> {
    if (!complete) return
    const input = { callId: call.callId, ...marked, rule, severity, reason: reason.trim() }
    if (await review.act(connection.call('review.addFlag', input))) onDone()
  }

  return (
    <>
      <div className="column-head">
        <h2>{words.title}</h2>
      </div>
      <form
        className="quality-card quality-form"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <p>“{call.turns[marked.turn]?.text.slice(marked.from, marked.to)}”</p>
        <label className="quality-field">
          {words.rule}
          <select
            className="text-input"
            value={rule}
            autoFocus
            onChange={({ target }) => {
              setRule(target.value)
              setSeverity(rules.find((each) => each.rule === target.value)?.severity ?? severity)
            }}
          >
            <option value="">{qualityText.flag.pickRule}</option>
            {rules.map((each) => (
              <option key={each.rule} value={each.rule}>
                {each.title}
              </option>
            ))}
          </select>
        </label>
        <Choices label={words.severity} choices={severities} value={severity} onChange={setSeverity} />
        <ReasonField label={words.reason} value={reason} onChange={setReason} />
        <span className="quality-actions">
          <button type="submit" className="button" data-kind="primary" disabled={!complete || review.busy}>
            {words.save}
          </button>
          <Button kind="quiet" onClick={onDone}>
            {words.cancel}
          </Button>
        </span>
      </form>
    </>
  )
}
