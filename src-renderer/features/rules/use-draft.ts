import { useKept, type Drafts } from '../../state/drafts.ts'
import { useDesk } from '../../state/desk-context.ts'
import { rulesText } from '../../text/rules.ts'
import type { Draft } from './draft.ts'

const { editor, history } = rulesText

/** What is edited: the version in use, and where its draft is kept. */
interface Edited<Content> {
  readonly revision: number
  readonly content: Content
  readonly drafts: Drafts<Draft<Content>>
  readonly about: string
}

interface DraftControls<Content> {
  /** What the form shows. */
  readonly content: Content
  readonly edit: (content: Content) => void
  /** Puts an earlier version into the form, or (undefined) the pack's. */
  readonly restore: (version: number | undefined, content: Content) => void
  readonly discard: () => void
  /** For the bar that saves. */
  readonly bar: {
    readonly draft: Draft<Content> | null
    readonly outdated: boolean
    readonly onNote: (note: string) => void
    readonly onDiscard: () => void
    readonly onSave: () => Promise<void>
  }
}

/** A change to something that has versions, until it is saved or dropped. `save` gives the number of the new version. */
export function useDraft<Content>(
  { revision, content: current, drafts, about }: Edited<Content>,
  save: (draft: Draft<Content>) => Promise<number>,
): DraftControls<Content> {
  const { notify } = useDesk()
  const [draft = null, setDraft] = useKept(drafts, about)
  const content = draft?.content ?? current
  const edit = (changed: Content, note = draft?.note ?? ''): void =>
    setDraft({ base: draft?.base ?? revision, content: changed, note })
  const discard = (): void => setDraft(undefined)
  return {
    content,
    edit: (changed) => edit(changed),
    restore: (version, restored) =>
      edit(restored, version === undefined ? history.restorePackNote : history.restoreNote(version)),
    discard,
    bar: {
      draft,
      outdated: draft !== null && draft.base !== revision,
      onNote: (note) => edit(content, note),
      onDiscard: discard,
      onSave: async () => {
        if (draft === null) return
        const saved = await save(draft)
        discard()
        notify(editor.saved(saved))
      },
    },
  }
}
