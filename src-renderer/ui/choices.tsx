import { useId, type ReactNode } from 'react'
import './ui.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly detail?: string
  /** Danger to life: the only use of red. */
  readonly danger?: boolean
}

interface ChoicesProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly disabled?: boolean
  readonly onChange: (value: Value) => void
}

/** A few values side by side, one of which can be chosen (native radio buttons). */
export function Choices<Value extends string>(props: ChoicesProps<Value>): ReactNode {
  const name = useId()
  return (
    <div className="choices" role="radiogroup" aria-label={props.label}>
      {props.choices.map((choice) => (
        <label key={choice.value} className="choice" data-danger={choice.danger}>
          <input
            type="radio"
            name={name}
            checked={choice.value === props.value}
            disabled={props.disabled}
            onChange={() => props.onChange(choice.value)}
          />
          {choice.label}
          {choice.detail !== undefined && <small>{choice.detail}</small>}
        </label>
      ))}
    </div>
  )
}
