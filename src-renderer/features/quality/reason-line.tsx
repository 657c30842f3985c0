import { useState, type ReactNode } from 'react'
import { qualityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'

interface ReasonLineProps {
  readonly label: string
  readonly action: string
  readonly onGiven: (reason: string) => Promise<void>
  readonly onCancel: () => void
}

/** A line that asks for a reason before something is done. */
export function ReasonLine({ label, action, onGiven, onCancel }: ReasonLineProps): ReactNode {
  const [reason, setReason] = useState('')
  return (
    <form
      className="quality-reason"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') void onGiven(reason.trim())
      }}
    >
      <input
        className="quality-input"
        aria-label={label}
        placeholder={label}
        maxLength={500}
        autoFocus
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <button type="submit" className="button" disabled={reason.trim() === ''}>
        {action}
      </button>
      <Button kind="quiet" onClick={onCancel}>
        {qualityText.add.cancel}
      </Button>
    </form>
  )
}
