import { useState, type ReactNode } from 'react'
import { rulesText } from '../../text/rules.ts'

interface LinesFieldProps {
  readonly label: string
  readonly lines: readonly string[]
  readonly onChange: (lines: string[]) => void
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

/** A list, one a line. What is typed stays as it is, empty lines too, until the list becomes another one elsewhere. */
export function LinesField({ label, lines, onChange }: LinesFieldProps): ReactNode {
  const [text, setText] = useState(lines.join('\n'))
  const isOwn = linesOf(text).join('\n') === lines.join('\n')
  return (
    <textarea
      className="text-input rules-code"
      aria-label={label}
      placeholder={rulesText.editor.linesHint}
      rows={Math.min(10, Math.max(2, lines.length + 1))}
      spellCheck={false}
      value={isOwn ? text : lines.join('\n')}
      onChange={({ target }) => {
        setText(target.value)
        onChange(linesOf(target.value))
      }}
    />
  )
}
