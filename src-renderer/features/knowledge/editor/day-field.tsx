import { useState, type ReactNode } from 'react'
import { parseDay } from '../../../format/day.ts'
import { knowledgeText } from '../../../text/knowledge.ts'

interface DayFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string
  readonly onChange: (day: string) => void
}

/** A date as it is typed: quicker than a calendar, and written the same on every machine. What is no day is not taken. */
export function DayField({ label, day, onChange }: DayFieldProps): ReactNode {
  const [typed, setTyped] = useState(day)
  const shown = (parseDay(typed) ?? '') === day || (day === '' && typed !== '') ? typed : day
  const wrong = shown !== '' && parseDay(shown) === undefined
  const id = `entry-day-${label}`
  return (
    <div className="field-line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="text-input"
        inputMode="numeric"
        placeholder={knowledgeText.editor.dayHint}
        aria-invalid={wrong}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(parseDay(event.target.value) ?? '')
        }}
        onBlur={() => setTyped(parseDay(typed) ?? typed)}
      />
    </div>
  )
}
