import { useEffect, useState, type ReactNode } from 'react'
import type { ImportPlanView, ImportRow } from '#shared/contract/knowledge-views.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'

const { exchange: words } = knowledgeText
const pageSize = 200
const outcomes = ['bad', 'new', 'changed', 'same'] as const
type Outcome = (typeof outcomes)[number]

/** What a dry run found, the bad rows first: each with its line and why. */
export function PlanRows({ plan }: { readonly plan: ImportPlanView }): ReactNode {
  const desk = useDesk()
  const [outcome, setOutcome] = useState<Outcome>(outcomes.find((name) => plan.counts[name] > 0) ?? 'new')
  const [rows, setRows] = useState<readonly ImportRow[]>([])
  const { planId } = plan

  useEffect(() => {
    let gone = false
    desk.connection.call('knowledge.importRows', { planId, outcome, limit: pageSize }).then(
      ({ rows: first }) => {
        if (!gone) setRows(first)
      },
      (error: unknown) => desk.fail(error),
    )
    return () => {
      gone = true
    }
  }, [desk, planId, outcome])

  async function more(): Promise<void> {
    try {
      const next = { planId, outcome, offset: rows.length, limit: pageSize }
      const page = await desk.connection.call('knowledge.importRows', next)
      setRows([...rows, ...page.rows])
    } catch (error) {
      desk.fail(error)
    }
  }

  return (
    <>
      <div className="list-scopes" role="group" aria-label={words.outcome}>
        {outcomes.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={name === outcome}
            onClick={() => setOutcome(name)}
          >
            {words.outcomes[name]} <b>{plan.counts[name]}</b>
          </button>
        ))}
      </div>
      <div className="plan-table" tabIndex={0} role="region" aria-label={words.outcomes[outcome]}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.line}</th>
              <th scope="col">{words.columns.title}</th>
              <th scope="col">{words.columns.why}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.file}:${String(row.line)}`}>
                <td>
                  {row.file} {words.line(row.line)}
                </td>
                <td>
                  {row.title} <small>{row.entryId}</small>
                </td>
                <td>{[...row.reasons, ...row.changes].join('；')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="empty">{words.noRows}</p>}
        {rows.length < plan.counts[outcome] && rows.length > 0 && (
          <Button kind="quiet" onClick={() => void more()}>
            {words.more(plan.counts[outcome] - rows.length)}
          </Button>
        )}
      </div>
    </>
  )
}
