import type { ReactNode } from 'react'
import { severitySchema, type ReviewCall } from '#shared/contract/review-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { qualityText, severityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import type { MarkDraft } from './drafts.ts'
import { placeOfQuote } from './marked-words.ts'
import type { Review } from './use-review.ts'
import { useRules } from './use-rules.ts'
import { ReasonField } from './reason-field.tsx'

const { add: words } = qualityText
const severities = severitySchema.options.map((value) => ({ value, label: severityText[value] }))

interface AddFlagProps {
  readonly call: ReviewCall
  readonly mark: MarkDraft
  readonly review: Review
  /** Undefined where it is done with. */
  readonly onChange: (mark: MarkDraft | undefined) => void
}

/** A lapse that no rule found: the marked words under a rule, with a reason. */
export function AddFlag({ call, mark, review, onChange }: AddFlagProps): ReactNode {
  const { connection } = useDesk()
  const rules = useRules()
  const { marked, quote, rule, severity, reason } = mark
  const place = placeOfQuote(marked, quote, call.turns[marked.turn]?.text ?? '')
  const complete = place !== null && rule !== '' && reason.trim() !== ''

  async function add(): Promise<void> {
    if (!complete) return
    const input = { callId: call.callId, ...place, rule, severity, reason: reason.trim() }
    if (await review.act(connection.call('review.addFlag', input))) onChange(undefined)
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
        <label className="quality-field">
          {words.quote}
          <input
            className="text-input"
            aria-invalid={place === null}
            value={quote}
            onChange={({ target }) => onChange({ ...mark, quote: target.value })}
          />
          {place === null && <span>{words.notSaid}</span>}
        </label>
        <label className="quality-field">
          {words.rule}
          <select
            className="text-input"
            value={rule}
            autoFocus
            onChange={({ target }) => {
              const known = rules.find((each) => each.rule === target.value)
              onChange({ ...mark, rule: target.value, severity: known?.severity ?? severity })
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
        <Choices
          label={words.severity}
          choices={severities}
          value={severity}
          onChange={(chosen) => onChange({ ...mark, severity: chosen })}
        />
        <ReasonField
          label={words.reason}
          value={reason}
          onChange={(typed) => onChange({ ...mark, reason: typed })}
        />
        <span className="quality-actions">
          <button type="submit" className="button" data-kind="primary" disabled={!complete || review.busy}>
            {words.save}
          </button>
          <Button kind="quiet" onClick={() => onChange(undefined)}>
            {words.cancel}
          </Button>
        </span>
      </form>
    </>
  )
}
