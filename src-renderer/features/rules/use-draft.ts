import { useState } from 'react'
import { useDesk } from '../../state/desk-context.ts'
import { rulesText } from '../../text/rules.ts'
import { isSame, type Draft } from './draft.ts'

const { editor, history } = rulesText

/** What is edited: the version in use, and what the pack brings. */
interface Edited<Content> {
  readonly revision: number
  readonly content: Content
  readonly pack: Content
}

/** A version that may be put back; without content of its own it is the pack's. */
interface Version<Content> {
  readonly version: number
  readonly content: Content | null | undefined
}

interface DraftControls<Content> {
  /** What the form shows. */
  readonly content: Content
  readonly edit: (content: Content) => void
  readonly restore: (version: Version<Content>) => void
  readonly restorePack: () => void
  /** For the bar that saves. */
  readonly bar: {
    readonly draft: Draft<Content> | null
    readonly outdated: boolean
    readonly onNote: (note: string) => void
    readonly onDiscard: () => void
    readonly onSave: () => Promise<void>
  }
}

/**
 * A change to something that has versions, until it is saved or dropped. `save` sends it (null: the pack's own) and gives the
 * number of the new version.
 */
export function useDraft<Content>(
  { revision, content: current, pack }: Edited<Content>,
  save: (draft: Draft<Content | null>) => Promise<number>,
  tidy: (content: Content) => Content = (content) => content,
): DraftControls<Content> {
  const { notify } = useDesk()
  const [draft, setDraft] = useState<Draft<Content> | null>(null)
  const content = draft?.content ?? current
  const edit = (changed: Content, note = draft?.note ?? ''): void =>
    setDraft({ base: draft?.base ?? revision, content: changed, note })
  return {
    content,
    edit: (changed) => edit(changed),
    restore: ({ version, content: restored }) => edit(restored ?? pack, history.restoreNote(version)),
    restorePack: () => edit(pack, history.restorePackNote),
    bar: {
      draft,
      outdated: draft !== null && draft.base !== revision,
      onNote: (note) => edit(content, note),
      onDiscard: () => setDraft(null),
      onSave: async () => {
        if (draft === null) return
        const kept = tidy(draft.content)
        const saved = await save({ ...draft, content: isSame(kept, pack) ? null : kept })
        setDraft(null)
        notify(editor.saved(saved))
      },
    },
  }
}
