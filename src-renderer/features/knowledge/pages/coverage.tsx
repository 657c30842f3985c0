import { useEffect, useState, type ReactNode } from 'react'
import type { CoverageGroup } from '#shared/contract/knowledge-views.ts'
import { formatDateTime } from '../../../format/time.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { explain } from '../../../state/explain.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { Column } from '../../../ui/column.tsx'
import { useBench } from '../state/bench.ts'

const { coverage: words } = knowledgeText
const periods = [7, 30, 90] as const

/** 未命中: what was asked and not found, the commonest first; each one press from an entry that answers it. */
export function Coverage(): ReactNode {
  const bench = useBench()
  const desk = useDesk()
  const [days, setDays] = useState<number>(30)
  const [groups, setGroups] = useState<readonly CoverageGroup[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    desk.connection
      .call('knowledge.coverage', { days })
      .then(setGroups, (error: unknown) => setFailure(explain(error)))
  }, [desk, days])

  function begin({ question, phrasings }: CoverageGroup): void {
    bench.show('entries')
    void bench.entry.begin({
      title: question.slice(0, 200),
      similar: phrasings.map(({ text }) => text).filter((text) => text !== question),
    })
  }
  async function dismiss(group: CoverageGroup): Promise<void> {
    try {
      const texts = group.phrasings.map(({ text }) => text)
      await desk.connection.call('knowledge.dismissQuestions', { texts })
      setGroups((all) => all?.filter((other) => other !== group) ?? null)
    } catch (error) {
      desk.fail(error)
    }
  }

  return (
    <Column
      name="coverage"
      title={words.title}
      note={periods.map((period) => (
        <button
          key={period}
          type="button"
          className="chip"
          aria-pressed={period === days}
          onClick={() => setDays(period)}
        >
          {words.period(period)}
        </button>
      ))}
    >
      <div className="page-body">
        {failure !== null && <p className="empty">{failure}</p>}
        {groups === null && failure === null && <p className="empty">{knowledgeText.list.loading}</p>}
        {groups?.length === 0 && <p className="empty">{words.none}</p>}
        <ol className="coverage-list">
          {groups?.map((group) => (
            <li key={group.question} className="coverage-group">
              <span className="coverage-count">{words.asked(group.asked)}</span>
              <div>
                <h3>{group.question}</h3>
                <p className="soft-ink">
                  {group.phrasings
                    .map(({ text }) => text)
                    .filter((text) => text !== group.question)
                    .slice(0, 4)
                    .join('；')}
                </p>
                <p className="soft-ink">
                  {words.last(formatDateTime(group.lastAt))}
                  {group.nearest !== undefined && (
                    <>
                      {' '}
                      {words.nearest}
                      <button
                        type="button"
                        className="link"
                        onClick={() => {
                          bench.show('entries')
                          void bench.entry.open(group.nearest?.entryId ?? '')
                        }}
                      >
                        {group.nearest.title}
                      </button>
                    </>
                  )}
                </p>
              </div>
              <span className="coverage-buttons">
                <Button kind="primary" onClick={() => begin(group)}>
                  {words.begin}
                </Button>
                <Button kind="quiet" onClick={() => void dismiss(group)}>
                  {words.dismiss}
                </Button>
              </span>
            </li>
          ))}
        </ol>
      </div>
    </Column>
  )
}
