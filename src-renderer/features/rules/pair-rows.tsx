import type { ReactNode } from 'react'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'

const { editor: words } = rulesText

interface Pair {
  readonly first: string
  readonly second: string
}

interface PairRowsProps {
  /** What stands in the first field of a row. */
  readonly what: string
  readonly rows: readonly Pair[]
  /** `origins`: of each row its place before, undefined for a new one. */
  readonly onChange: (rows: readonly Pair[], origins: readonly (number | undefined)[]) => void
}

/** Rows of two fields: what is found, and what to say instead. */
export function PairRows({ what, rows, onChange }: PairRowsProps): ReactNode {
  const places = rows.map((_row, index) => index)
  return (
    <div className="rules-pairs">
      {rows.map((row, index) => (
        // Rows have no id; a row is removed with its place.
        <div key={index} className="rules-pair">
          <input
            className="text-input rules-code"
            aria-label={words.row(what, index + 1)}
            placeholder={what}
            spellCheck={false}
            value={row.first}
            onChange={({ target }) => onChange(rows.with(index, { ...row, first: target.value }), places)}
          />
          <input
            className="text-input"
            aria-label={words.row(words.rewriteOf, index + 1)}
            placeholder={words.rewriteOf}
            value={row.second}
            onChange={({ target }) => onChange(rows.with(index, { ...row, second: target.value }), places)}
          />
          <button
            type="button"
            className="button rules-remove"
            aria-label={words.removeRow(index + 1)}
            onClick={() => onChange(rows.toSpliced(index, 1), places.toSpliced(index, 1))}
          >
            ×
          </button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, { first: '', second: '' }], [...places, undefined])}>
        {words.addRow}
      </Button>
    </div>
  )
}
