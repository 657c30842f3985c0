import { useState, type ReactNode } from 'react'
import type { ProcedureInput } from '#shared/contract/contract.ts'
import type { RuleTrial } from '#shared/contract/rulebook-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { only, useKept } from '../../state/drafts.ts'
import { explain } from '../../state/explain.ts'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Column } from '../../ui/column.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { withoutEmptyRows, type RuleEntry } from './draft.ts'
import { benchDrafts, type BenchDraft } from './drafts.ts'
import { TrialCalls } from './trial-calls.tsx'
import { TrialResult } from './trial-result.tsx'

const { bench: words } = rulesText

const nothing: BenchDraft = { source: 'text', text: '', callIds: [] }

type On = ProcedureInput<'rules.try'>['on']
type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'done'; readonly trial: RuleTrial }

interface TestBenchProps {
  readonly rule: string
  /** As they stand in the form, saved or not. */
  readonly entries: readonly RuleEntry[]
}

/** 试一试: what the rule flags in a pasted dialogue or in calls, in use now and as it stands in the form. Nothing is kept. */
export function TestBench({ rule, entries }: TestBenchProps): ReactNode {
  const { connection } = useDesk()
  const [kept = nothing, keep] = useKept(benchDrafts, only)
  const { source, text, callIds } = kept
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const on: On = source === 'text' ? { kind: 'text', text } : { kind: 'calls', callIds: [...callIds] }
  const empty = source === 'text' ? text.trim() === '' : callIds.length === 0
  const run = (): void => {
    setOutcome({ kind: 'running' })
    connection.call('rules.try', { rule, entries: withoutEmptyRows(entries), on }).then(
      (trial) => setOutcome({ kind: 'done', trial }),
      (error: unknown) => setOutcome({ kind: 'refused', reason: explain(error) }),
    )
  }
  const ready = !empty && outcome.kind !== 'running'
  useKeys({ '$mod+Enter': () => (ready ? run() : undefined) })
  return (
    <Column name="rule-bench" title={words.title} note={words.note}>
      <div className="rules-scroll">
        <Choices
          label={words.source}
          choices={(['text', 'calls'] as const).map((value) => ({ value, label: words.sources[value] }))}
          value={source}
          onChange={(value) => keep({ ...kept, source: value })}
        />
        {source === 'text' ? (
          <>
            <textarea
              className="text-input"
              aria-label={words.dialogue}
              placeholder={words.placeholder}
              rows={7}
              data-column-entry=""
              value={text}
              onChange={({ target }) => keep({ ...kept, text: target.value })}
            />
            <p className="rules-soft">{words.timing}</p>
          </>
        ) : (
          <TrialCalls chosen={callIds} onChoose={(chosen) => keep({ ...kept, callIds: chosen })} />
        )}
        <Button kind="primary" keys="Ctrl Enter" disabled={!ready} onClick={run}>
          {outcome.kind === 'running' ? words.running : words.run}
        </Button>
        <div role="status" aria-label={words.result}>
          {outcome.kind === 'refused' && <p className="rules-refusal">{outcome.reason}</p>}
          {outcome.kind === 'done' && <TrialResult trial={outcome.trial} />}
        </div>
      </div>
    </Column>
  )
}
