import type { ReactNode } from 'react'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'
import { emptyEntry, type RuleEntry } from './draft.ts'
import { EntryForm } from './entry-form.tsx'

const { editor: words } = rulesText

interface EntryFormsProps {
  readonly entries: readonly RuleEntry[]
  /** The name takes the focus when it appears. */
  readonly autoFocus: boolean
  readonly onChange: (entries: readonly RuleEntry[]) => void
}

/** The name of a rule, and its groups one under the other. */
export function EntryForms({ entries, autoFocus, onChange }: EntryFormsProps): ReactNode {
  const [first] = entries
  return (
    <>
      <label className="rules-field">
        {words.name}
        <input
          className="text-input"
          data-column-entry=""
          autoFocus={autoFocus}
          value={first?.title ?? ''}
          onChange={({ target }) => onChange(entries.map((entry) => ({ ...entry, title: target.value })))}
        />
      </label>
      {entries.map((entry, index) => (
        // Groups have no id of their own and are only added and removed as a whole.
        <EntryForm
          key={index}
          entry={entry}
          place={words.entry(index + 1, entries.length)}
          onChange={(changed) => onChange(entries.with(index, changed))}
          {...(entries.length > 1 && { onRemove: () => onChange(entries.toSpliced(index, 1)) })}
        />
      ))}
      {first !== undefined && (
        <Button onClick={() => onChange([...entries, emptyEntry(first)])}>{words.addEntry}</Button>
      )}
    </>
  )
}
