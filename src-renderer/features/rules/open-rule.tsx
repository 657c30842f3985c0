import { useCallback, type ReactNode } from 'react'
import type { RuleDetail, RuleLine } from '#shared/contract/rulebook-views.ts'
import { formatShare } from '../../format/share.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Column } from '../../ui/column.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { emptyEntry, withoutEmptyRows, type RuleEntry } from './draft.ts'
import { EntryForm } from './entry-form.tsx'
import { SaveBar } from './save-bar.tsx'
import { TestBench } from './test-bench.tsx'
import { useDraft } from './use-draft.ts'
import { VersionList } from './version-list.tsx'

const { editor: words } = rulesText

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
  const { connection } = useDesk()
  const { content, edit, restore, restorePack, bar } = useDraft<readonly RuleEntry[]>(
    { ...detail, content: detail.entries },
    async ({ base, note, content: kept }) => {
      const entries = kept === null ? null : [...kept]
      const saved = await connection.call('rules.save', { rule: line.rule, base, note, entries })
      onSaved(saved)
      return saved.revision
    },
    withoutEmptyRows,
  )
  return (
    <>
      <Column name="rule-form" title={line.title} note={rulesText.list.states[line.state]}>
        <div className="rules-scroll">
          <p className="rules-soft">{words.needs(line.needs.verdicts, formatShare(line.needs.precision))}</p>
          <EntryForms entries={content} onChange={edit} />
          <VersionList
            versions={detail.history}
            onRestore={({ version, entries }) => restore({ version, content: entries })}
            onRestorePack={restorePack}
          />
        </div>
        <SaveBar {...bar} />
      </Column>
      <TestBench rule={line.rule} entries={content} />
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
          className="text-input"
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
