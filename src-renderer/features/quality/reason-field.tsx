import type { ReactNode } from 'react'

interface ReasonFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Why it is judged so; what a reviewer does always has a reason. */
export function ReasonField({ label, value, onChange }: ReasonFieldProps): ReactNode {
  return (
    <label className="quality-field">
      {label}
      <input
        className="text-input"
        maxLength={500}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}
