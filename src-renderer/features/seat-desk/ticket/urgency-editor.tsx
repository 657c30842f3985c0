import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { urgencies, type TicketFields } from '#shared/domain/ticket-fields.ts'
import { isLessUrgent } from '#shared/domain/ticket/urgency-order.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { formText } from '../../../text/ticket-form.ts'
import { text } from '../../../text/zh-CN.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { isComposing } from '../../../ui/composing.ts'
import { FieldFrame } from './field-frame.tsx'
import { focusField } from './focus-field.ts'
import { useField } from './use-field.ts'

type Urgency = NonNullable<TicketFields['urgency']>

const choices = urgencies.map((value) => ({
  value,
  label: value,
  detail: text.ticket.dispatchHours[value],
  danger: value === '突发',
}))

/** 紧急程度: raised at once, lowered with a reason that is kept. */
export function UrgencyEditor(): ReactNode {
  const control = useField('urgency')
  const desk = useDesk()
  const [lowered, setLowered] = useState<Urgency | null>(null)

  function choose(value: Urgency): void {
    const needsReason = isLessUrgent(value, control.value)
    setLowered(needsReason ? value : null)
    // Back to where it stands: nothing was changed.
    if (!needsReason && value !== control.value) control.edit(value)
  }

  function close(): void {
    // The choice that stands is checked again before the focus goes to it.
    flushSync(() => setLowered(null))
    focusField('urgency')
  }

  return (
    <FieldFrame field="urgency" trust={control.trust} problem={control.refused}>
      <Choices
        label={text.fields.urgency}
        choices={choices}
        value={lowered ?? control.value}
        disabled={control.disabled}
        onChange={choose}
      />
      {lowered !== null && !control.disabled && (
        <LowerReason
          value={lowered}
          onCancel={close}
          onConfirm={(reason) => void desk.ticket.lowerUrgency(lowered, reason).then(close)}
        />
      )}
    </FieldFrame>
  )
}

interface LowerReasonProps {
  readonly value: Urgency
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

function LowerReason({ value, onConfirm, onCancel }: LowerReasonProps): ReactNode {
  const [reason, setReason] = useState('')
  const filled = reason.trim() !== ''
  return (
    <form
      className="lower"
      data-own-enter="true"
      onSubmit={(event) => {
        event.preventDefault()
        if (filled) onConfirm(reason.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
        event.stopPropagation()
        onCancel()
      }}
    >
      <input
        className="lower-reason"
        aria-label={formText.lower.label(value)}
        placeholder={formText.lower.label(value)}
        title={formText.lower.kept}
        maxLength={200}
        // Nothing else can be done with the class that was just pressed.
        ref={(input) => input?.focus()}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button disabled={!filled} onClick={() => onConfirm(reason.trim())}>
        {formText.lower.confirm}
      </Button>
    </form>
  )
}
