import { useState, type ReactNode } from 'react'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { isDirty, type OpenEntry } from '../state/bench-store.ts'
import { useBench } from '../state/bench.ts'
import { canApprove, canComeBack, canSendBack, canSubmit } from '../state/next-steps.ts'
import { useFocusAfter } from '../use-focus-after.ts'

const { editor: words } = knowledgeText

/** The steps that the entry can take now. */
export function StepBar({ open }: { readonly open: OpenEntry }): ReactNode {
  const bench = useBench()
  const { view, busy, asked } = open
  const errors = open.check?.findings.filter(({ severity }) => severity === 'error').length ?? 0
  if (asked !== null) {
    return (
      <ReasonLine
        asked={asked}
        onDone={(reason) => {
          bench.askReason(null)
          if (reason === null) return
          void (asked === 'return' ? bench.entry.sendBack(reason) : bench.entry.retire(reason))
        }}
      />
    )
  }
  return (
    <div className="step-bar" role="group" aria-label={words.steps}>
      {canApprove(open) && (
        <Button kind="primary" keys="Alt A" disabled={busy} onClick={() => void bench.entry.approve()}>
          {words.approve}
        </Button>
      )}
      {canSendBack(open) && (
        <Button keys="Alt R" disabled={busy} onClick={() => bench.askReason('return')}>
          {words.sendBack}
        </Button>
      )}
      {canSubmit(open) && (
        <Button kind="primary" keys="Ctrl Enter" disabled={busy} onClick={() => void bench.entry.submit()}>
          {words.submit}
        </Button>
      )}
      {canComeBack(open) && (
        <Button disabled={busy} onClick={() => void bench.entry.restore(view.revision)}>
          {words.restore}
        </Button>
      )}
      <Button keys="Ctrl S" disabled={busy || !isDirty(open)} onClick={() => void bench.entry.save()}>
        {words.save}
      </Button>
      <span className="step-state" role="status">
        {busy ? words.busy : errors > 0 ? words.errors(errors) : isDirty(open) ? words.dirty : ''}
      </span>
      {view.published !== undefined && (
        <Button kind="quiet" disabled={busy} onClick={() => bench.askReason('retire')}>
          {words.retire}
        </Button>
      )}
    </div>
  )
}

interface ReasonLineProps {
  readonly asked: 'return' | 'retire'
  /** Null = not after all. */
  readonly onDone: (reason: string | null) => void
}

function ReasonLine({ asked, onDone }: ReasonLineProps): ReactNode {
  const [reason, setReason] = useState('')
  useFocusAfter('.editor-body [data-column-entry]')
  const title = asked === 'return' ? words.sendBack : words.retire
  return (
    <form
      className="step-bar"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onDone(reason.trim())
      }}
    >
      <input
        className="text-input"
        autoFocus
        aria-label={words.reason}
        placeholder={words.reason}
        maxLength={400}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone(null)
        }}
      />
      <Button kind="primary" disabled={reason.trim() === ''} onClick={() => onDone(reason.trim())}>
        {title}
      </Button>
      <Button kind="quiet" onClick={() => onDone(null)}>
        {knowledgeText.bulk.cancel}
      </Button>
    </form>
  )
}
