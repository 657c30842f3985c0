import { useEffect, useState, type ReactNode } from 'react'
import type { EntryRevision } from '#shared/contract/central-knowledge.ts'
import type { EntryView } from '#shared/contract/knowledge-views.ts'
import { formatDateTime } from '../../../format/time.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { explain } from '../../../state/explain.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { emptyContent } from '../state/bench-store.ts'
import { useBench } from '../state/bench.ts'
import { Diff } from './diff.tsx'

const { history: words } = knowledgeText

interface HistoryProps {
  readonly view: EntryView
  readonly onClose: () => void
}

/** 版本记录: who did what when, what each version changed, and the way back to it. */
export function History({ view, onClose }: HistoryProps): ReactNode {
  const bench = useBench()
  const { connection } = useDesk()
  const [revisions, setRevisions] = useState<readonly EntryRevision[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [chosen, setChosen] = useState(0)
  useEffect(() => {
    connection
      .call('knowledge.history', { entryId: view.entryId })
      .then(setRevisions, (error: unknown) => setFailure(explain(error)))
  }, [connection, view.entryId])
  const revision = revisions?.[chosen]
  const before = revisions?.[chosen + 1]?.content ?? emptyContent
  return (
    <Dialog title={words.title} wide onClose={onClose}>
      {failure !== null && <p className="empty">{failure}</p>}
      {revisions === null && failure === null && <p className="empty">{words.loading}</p>}
      {revisions !== null && (
        <div className="history">
          <ol className="history-list">
            {revisions.map((each, index) => (
              <li key={each.revision}>
                <button
                  type="button"
                  className="history-item"
                  aria-pressed={index === chosen}
                  onClick={() => setChosen(index)}
                >
                  <b>{words.revision(each.revision)}</b>
                  {each.steps.map((step) => (
                    <span key={`${step.step}${step.at}`}>
                      {words.steps[step.step]} · {step.by.staffName} {formatDateTime(step.at)}
                      {step.note !== undefined && <q>{step.note}</q>}
                    </span>
                  ))}
                </button>
              </li>
            ))}
          </ol>
          {revision !== undefined && (
            <div className="history-diff">
              <div className="history-head">
                <h3>{words.changes(revision.revision)}</h3>
                {(chosen > 0 || view.state === 'retired') && (
                  <Button
                    onClick={() => {
                      onClose()
                      void bench.entry.restore(revision.revision)
                    }}
                  >
                    {words.restore(revision.revision)}
                  </Button>
                )}
              </div>
              <Diff before={before} after={revision.content} />
            </div>
          )}
        </div>
      )}
    </Dialog>
  )
}
