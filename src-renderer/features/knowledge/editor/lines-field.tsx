import { useState, type ReactNode } from 'react'

interface LinesFieldProps {
  readonly label: string
  readonly hint: string
  readonly rows: number
  readonly items: readonly string[]
  readonly onChange: (items: string[]) => void
}

/** A list as text, an item a line: quicker to type and to paste into than a field an item. */
export function LinesField({ label, hint, rows, items, onChange }: LinesFieldProps): ReactNode {
  const joined = items.join('\n')
  const [typed, setTyped] = useState(joined)
  // Blank lines are typed on the way to the next item; they are in the text and not in the items.
  const shown = itemsOf(typed).join('\n') === joined ? typed : joined
  const id = `entry-lines-${label}`
  return (
    <div className="field-line">
      <label htmlFor={id}>
        {label}
        {items.length > 0 && <small> {items.length}</small>}
      </label>
      <textarea
        id={id}
        className="text-input"
        rows={Math.min(12, Math.max(rows, shown.split('\n').length))}
        placeholder={hint}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(itemsOf(event.target.value))
        }}
      />
    </div>
  )
}

function itemsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
