import { useCallback, type ReactNode } from 'react'
import { FailureError } from '#shared/base/result.ts'
import type { RuleDetail, RuleLine } from '#shared/contract/rulebook-views.ts'
import { formatShare } from '../../format/share.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Column } from '../../ui/column.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { isSame, newRule, withoutEmptyRows, type Draft, type RuleContent } from './draft.ts'
import { ruleDrafts } from './drafts.ts'
import { EntryForms } from './entry-forms.tsx'
import { SaveBar } from './save-bar.tsx'
import { TestBench } from './test-bench.tsx'
import { useDraft } from './use-draft.ts'
import { VersionList } from './version-list.tsx'

const { editor: words, list } = rulesText

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

/** 新建: the same for a rule that was never saved. */
export function NewRule({ rule }: { readonly rule: string }): ReactNode {
  return <Editor line={null} detail={newRule(rule)} onSaved={() => undefined} />
}

interface EditorProps {
  /** Null for a rule that was never saved. */
  readonly line: RuleLine | null
  readonly detail: RuleDetail
  readonly onSaved: (detail: RuleDetail) => void
}

function Editor({ line, detail, onSaved }: EditorProps): ReactNode {
  const { connection, fail, notify } = useDesk()
  const { rule, pack, removed } = detail
  const save = async ({ base, note, content: kept }: Draft<RuleContent>): Promise<number> => {
    if (kept.entries.some(({ title }) => title.trim() === '')) throw new FailureError('no-name', words.noName)
    const entries = withoutEmptyRows(kept.entries)
    const order = { rule, base, note, off: kept.off, entries: isSame(entries, pack) ? null : entries }
    const saved = await connection.call('rules.save', order)
    onSaved(saved)
    return saved.revision
  }
  const edited = { revision: detail.revision, content: detail, drafts: ruleDrafts, about: rule }
  const { content, edit, restore, discard, bar } = useDraft<RuleContent>(edited, save)
  const { entries, off } = content
  const remove = (): void => {
    const order = { rule, base: detail.revision, note: words.removeNote, entries: null }
    connection.call('rules.save', order).then((saved) => {
      discard()
      onSaved(saved)
      notify(words.removed)
    }, fail)
  }
  return (
    <>
      <Column
        name="rule-form"
        title={line?.title ?? words.newRule}
        note={line === null ? words.unsaved : list.states[line.state]}
      >
        <div className="rules-scroll">
          <p className="rules-soft">{hintOf(line, removed)}</p>
          <label className="rules-switch">
            <input
              type="checkbox"
              checked={!off}
              onChange={({ target }) => edit({ entries, off: !target.checked })}
            />
            {words.on} <span className="rules-soft">{words.onHint}</span>
          </label>
          <EntryForms
            entries={entries}
            autoFocus={line === null}
            onChange={(changed) => edit({ entries: changed, off })}
          />
          {line !== null && (
            <VersionList
              versions={detail.history.map((version) => ({ ...version, state: stateOf(version, pack) }))}
              onRestore={(version) => {
                const restored = version.entries ?? pack
                if (restored !== null) restore(version.version, { entries: restored, off: version.off })
              }}
              {...(pack !== null && {
                onRestorePack: () => restore(undefined, { entries: pack, off: false }),
              })}
            />
          )}
          {line !== null && pack === null && !removed && (
            <Button kind="quiet" onClick={remove}>
              {words.remove}
            </Button>
          )}
        </div>
        <SaveBar {...bar} />
      </Column>
      <TestBench rule={rule} entries={entries} />
    </>
  )
}

function hintOf(line: RuleLine | null, removed: boolean): string {
  if (line === null) return words.newHint
  return removed ? words.removedHint : words.needs(line.needs.verdicts, formatShare(line.needs.precision))
}

function stateOf(
  { entries, off }: RuleDetail['history'][number],
  pack: RuleDetail['pack'],
): 'off' | 'removed' | undefined {
  if (off) return 'off'
  return entries === null && pack === null ? 'removed' : undefined
}
