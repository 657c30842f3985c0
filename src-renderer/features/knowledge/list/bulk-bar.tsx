import { useState, type ReactNode } from 'react'
import { parseDay } from '../../../format/day.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { LineForm } from '../../../ui/line-form.tsx'
import { useBench, useBenchState } from '../state/bench.ts'
import type { BulkAction } from '../state/list-actions.ts'
import { useFocusAfter } from '../use-focus-after.ts'

const { bulk: words } = knowledgeText

type Asked = 'retire' | 'category' | 'expires'

const actionOf: Readonly<Record<Asked, (value: string) => BulkAction>> = {
  retire: (reason) => ({ kind: 'retire', reason }),
  category: (category) => ({ kind: 'category', category }),
  expires: (expires) => ({ kind: 'expires', expires }),
}

/** What can be done to all selected entries at once. */
export function BulkBar(): ReactNode {
  const count = useBenchState((state) => state.list.selected.size)
  return count === 0 ? null : <BulkActions count={count} />
}

function BulkActions({ count }: { readonly count: number }): ReactNode {
  const bench = useBench()
  const [asked, setAsked] = useState<Asked | null>(null)
  useFocusAfter('.entry-list')
  return (
    <div className="bulk-bar" role="group" aria-label={words.label}>
      <b>{words.selected(count)}</b>
      {asked === null ? (
        <>
          <Button onClick={() => void bench.list.bulk({ kind: 'submit' })}>{words.submit}</Button>
          <Button onClick={() => void bench.list.bulk({ kind: 'approve' })}>{words.approve}</Button>
          {(['category', 'expires', 'retire'] as const).map((name) => (
            <Button key={name} onClick={() => setAsked(name)}>
              {words.actions[name]}
            </Button>
          ))}
          <Button kind="quiet" onClick={() => bench.list.clearSelection()}>
            {words.clear}
          </Button>
        </>
      ) : (
        <BulkValue
          asked={asked}
          onDone={(value) => {
            setAsked(null)
            if (value !== null) void bench.list.bulk(actionOf[asked](value))
          }}
        />
      )}
    </div>
  )
}

interface BulkValueProps {
  readonly asked: Asked
  /** Null = not after all. */
  readonly onDone: (value: string | null) => void
}

function BulkValue({ asked, onDone }: BulkValueProps): ReactNode {
  useFocusAfter('.entry-list')
  return (
    <LineForm
      className="bulk-value"
      label={words.values[asked]}
      action={words.actions[asked]}
      cancel={words.cancel}
      kind="primary"
      escape
      {...(asked === 'category' && { list: 'known-categories' })}
      {...(asked === 'expires' && { read: (typed: string) => parseDay(typed) ?? '' })}
      onGiven={onDone}
      onCancel={() => onDone(null)}
    />
  )
}
