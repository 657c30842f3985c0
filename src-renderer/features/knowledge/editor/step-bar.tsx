import type { ReactNode } from 'react'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { LineForm } from '../../../ui/line-form.tsx'
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
  useFocusAfter('.editor-body [data-column-entry]')
  return (
    <LineForm
      className="step-bar"
      label={words.reason}
      action={asked === 'return' ? words.sendBack : words.retire}
      cancel={knowledgeText.bulk.cancel}
      kind="primary"
      maxLength={400}
      escape
      onGiven={onDone}
      onCancel={() => onDone(null)}
    />
  )
}
