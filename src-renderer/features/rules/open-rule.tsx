import { useCallback, useState, type ReactNode } from 'react'
import type { RuleDetail, RuleLine } from '#shared/contract/rulebook-views.ts'
import { formatShare } from '../../format/share.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Column } from '../../ui/column.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { emptyEntry, isSame, withoutEmptyRows, type Draft, type RuleEntry } from './draft.ts'
import { EntryForm } from './entry-form.tsx'
import { SaveBar } from './save-bar.tsx'
import { TestBench } from './test-bench.tsx'
import { VersionList } from './version-list.tsx'

const { editor: words, history } = rulesText

/** One rule: its form with its versions in the middle, the bench beside it. */
export function OpenRule({ line }: { readonly line: RuleLine }): ReactNode {
  const { connection } = useDesk()
  const { rule } = line
  const load = useCallback(
    (signal: AbortSignal) => connection.call('rules.get', { rule }, signal),
    [connection, rule],
  )
  const [remote, put] = useRemote(load, ['rulebook.changed'])
  return (
    <RemoteView remote={remote}>
      {(detail) => <Editor line={line} detail={detail} onSaved={put} />}
    </RemoteView>
  )
}

interface EditorProps {
  readonly line: RuleLine
  readonly detail: RuleDetail
  readonly onSaved: (detail: RuleDetail) => void
}

function Editor({ line, detail, onSaved }: EditorProps): ReactNode {
  const { connection, notify } = useDesk()
  const [draft, setDraft] = useState<Draft<readonly RuleEntry[]> | null>(null)
  const entries = draft?.content ?? detail.entries
  const edit = (content: readonly RuleEntry[], note = draft?.note ?? ''): void =>
    setDraft({ base: draft?.base ?? detail.revision, content, note })
  const save = async (): Promise<void> => {
    if (draft === null) return
    const kept = withoutEmptyRows(draft.content)
    const saved = await connection.call('rules.save', {
      rule: line.rule,
      base: draft.base,
      note: draft.note,
      entries: isSame(kept, detail.pack) ? null : kept,
    })
    onSaved(saved)
    setDraft(null)
    notify(words.saved(saved.revision))
  }
  return (
    <>
      <Column name="rule-form" title={line.title} note={rulesText.list.states[line.state]}>
        <div className="rules-scroll">
          <p className="rules-soft">{words.needs(line.needs.verdicts, formatShare(line.needs.precision))}</p>
          <EntryForms entries={entries} onChange={edit} />
          <VersionList
            versions={detail.history}
            onRestore={({ version, entries: restored }) =>
              edit(restored ?? detail.pack, history.restoreNote(version))
            }
            onRestorePack={() => edit(detail.pack, history.restorePackNote)}
          />
        </div>
        <SaveBar
          draft={draft}
          outdated={draft !== null && draft.base !== detail.revision}
          onNote={(note) => edit(entries, note)}
          onDiscard={() => setDraft(null)}
          onSave={save}
        />
      </Column>
      <TestBench rule={line.rule} entries={entries} />
    </>
  )
}

interface EntryFormsProps {
  readonly entries: readonly RuleEntry[]
  readonly onChange: (entries: readonly RuleEntry[]) => void
}

function EntryForms({ entries, onChange }: EntryFormsProps): ReactNode {
  const [first] = entries
  return (
    <>
      <label className="rules-field">
        {words.name}
        <input
          className="rules-input"
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
