import { useCallback, type ReactNode } from 'react'
import type { ScorecardDetail } from '#shared/contract/rulebook-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { only } from '../../state/drafts.ts'
import { useRemote } from '../../state/use-remote.ts'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { isSame } from './draft.ts'
import { scorecardDrafts } from './drafts.ts'
import { SaveBar } from './save-bar.tsx'
import { ScoreItemRow, type ScoreItem } from './score-item-row.tsx'
import { useDraft } from './use-draft.ts'
import { VersionList } from './version-list.tsx'

const { scorecard: words } = rulesText

/** 评分表: what calls are scored by from the next one on. */
export function ScorecardPage(): ReactNode {
  const { connection } = useDesk()
  const load = useCallback(
    (signal: AbortSignal) => connection.call('scorecard.get', {}, signal),
    [connection],
  )
  const [remote, put] = useRemote(load, ['rulebook.changed'])
  return (
    <main className="scorecard" tabIndex={-1}>
      <RemoteView remote={remote}>{(detail) => <Editor detail={detail} onSaved={put} />}</RemoteView>
    </main>
  )
}

interface EditorProps {
  readonly detail: ScorecardDetail
  readonly onSaved: (detail: ScorecardDetail) => void
}

function Editor({ detail, onSaved }: EditorProps): ReactNode {
  const { connection } = useDesk()
  const { revision, pack } = detail
  const { content, edit, restore, bar } = useDraft(
    { revision, content: detail.items, drafts: scorecardDrafts, about: only },
    async ({ base, note, content: kept }) => {
      const items = isSame(kept, pack) ? null : kept
      const saved = await connection.call('scorecard.save', { base, note, items })
      onSaved(saved)
      return saved.revision
    },
  )
  return (
    <>
      <div className="rules-scroll">
        <h2>{detail.title}</h2>
        <p className="rules-soft">{words.note}</p>
        <ItemTable items={content} rules={detail.rules} onChange={(items) => edit([...items])} />
        <VersionList
          versions={detail.history}
          onRestore={({ version, items }) => restore(version, items ?? pack)}
          onRestorePack={() => restore(undefined, pack)}
        />
      </div>
      <SaveBar {...bar} />
    </>
  )
}

interface ItemTableProps {
  readonly items: readonly ScoreItem[]
  readonly rules: ScorecardDetail['rules']
  readonly onChange: (items: readonly ScoreItem[]) => void
}

function ItemTable({ items, rules, onChange }: ItemTableProps): ReactNode {
  const judged = items.filter(({ off }) => off !== true)
  const swap = (left: number, right: number): void => {
    const [one, other] = [items[left], items[right]]
    if (one !== undefined && other !== undefined) onChange(items.with(left, other).with(right, one))
  }
  return (
    <>
      <table className="scorecard-table">
        <thead>
          <tr>
            {words.columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <ScoreItemRow
              key={item.id}
              item={item}
              rules={rules}
              onChange={(changed) => onChange(items.with(index, changed))}
              onRemove={() => onChange(items.toSpliced(index, 1))}
              {...(index > 0 && { onUp: () => swap(index, index - 1) })}
              {...(index < items.length - 1 && { onDown: () => swap(index, index + 1) })}
            />
          ))}
        </tbody>
      </table>
      <p className="scorecard-sum">
        <Button onClick={() => onChange([...items, newItem(items)])}>{words.add}</Button>
        <span>
          {words.total(
            judged.length,
            judged.reduce((sum, { points }) => sum + points, 0),
          )}
        </span>
      </p>
    </>
  )
}

/** Points that reviewers gave are kept by the item's id: a new item takes one that no item has. */
function newItem(items: readonly ScoreItem[]): ScoreItem {
  const taken = new Set(items.map(({ id }) => id))
  let number = items.length + 1
  while (taken.has(`item-${String(number)}`)) number += 1
  return {
    id: `item-${String(number)}`,
    group: items.at(-1)?.group ?? words.newGroup,
    title: words.newItem,
    source: '',
    points: 5,
    by: 'reviewer',
    rules: [],
  }
}
