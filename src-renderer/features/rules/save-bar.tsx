import { useState, type ReactNode } from 'react'
import { explain } from '../../state/explain.ts'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import type { Draft } from './draft.ts'

const { editor: words } = rulesText

interface SaveBarProps {
  readonly draft: Draft<unknown> | null
  /** Somebody saved another version since. */
  readonly outdated: boolean
  readonly onNote: (note: string) => void
  readonly onDiscard: () => void
  readonly onSave: () => Promise<void>
}

/** Keeps a change as a new version, or drops it; why it was refused stays in sight until the next try. */
export function SaveBar({ draft, outdated, onNote, onDiscard, onSave }: SaveBarProps): ReactNode {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const save = (): void => {
    setRefusal(null)
    setSaving(true)
    onSave()
      .catch((error: unknown) => setRefusal(explain(error)))
      .finally(() => setSaving(false))
  }
  const ready = draft !== null && !outdated && !saving
  useKeys({ '$mod+s': () => (ready ? save() : undefined) })
  const message = outdated ? words.outdated : refusal
  return (
    <div className="rules-save">
      {message !== null && (
        <p className="rules-refusal" role="alert">
          {message}
        </p>
      )}
      <div className="rules-save-line">
        <input
          className="text-input"
          aria-label={words.note}
          placeholder={draft === null ? words.clean : words.note}
          maxLength={500}
          disabled={draft === null}
          value={draft?.note ?? ''}
          onChange={({ target }) => onNote(target.value)}
        />
        <Button
          disabled={draft === null}
          onClick={() => {
            setRefusal(null)
            onDiscard()
          }}
        >
          {words.discard}
        </Button>
        <Button kind="primary" keys="Ctrl S" disabled={!ready} onClick={save}>
          {words.save}
        </Button>
      </div>
    </div>
  )
}
