import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'

interface LineFormProps {
  readonly className: string
  readonly label: string
  /** What the button that gives it on says. */
  readonly action: string
  readonly cancel: string
  readonly kind?: 'plain' | 'primary'
  readonly maxLength?: number
  /** Id of a datalist. */
  readonly list?: string
  /** Escape cancels; not in a dialog, which it closes. */
  readonly escape?: boolean
  /** What was typed, as it is given on; empty where it will not do. */
  readonly read?: (typed: string) => string
  /** What stands in it from the start, and what is told of each change: for one whose words are kept elsewhere. */
  readonly typed?: string
  readonly onTyped?: (typed: string) => void
  readonly onGiven: (value: string) => void
  readonly onCancel: () => void
}

/** A line that asks for one thing before something is done: a reason, a day, a word to somebody. */
export function LineForm(props: LineFormProps): ReactNode {
  const { label, action, cancel, kind = 'plain', escape = false, onGiven, onCancel } = props
  const [typed, setTyped] = useState(props.typed ?? '')
  const value = (props.read ?? trimmed)(typed)
  return (
    <form
      className={props.className}
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== '') onGiven(value)
      }}
    >
      <input
        className="text-input"
        autoFocus
        list={props.list}
        aria-label={label}
        placeholder={label}
        maxLength={props.maxLength}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          props.onTyped?.(target.value)
        }}
        onKeyDown={(event) => {
          if (escape && event.key === 'Escape') onCancel()
        }}
      />
      <button type="submit" className="button" data-kind={kind} disabled={value === ''}>
        {action}
      </button>
      <Button kind="quiet" onClick={onCancel}>
        {cancel}
      </Button>
    </form>
  )
}

function trimmed(text: string): string {
  return text.trim()
}
