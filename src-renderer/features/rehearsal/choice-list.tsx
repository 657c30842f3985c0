import { useState, type ReactNode } from 'react'
import type { RehearsalChoice, RehearsalSummary } from '#shared/contract/rehearsal-views.ts'
import { difficulties, type Difficulty } from '#shared/domain/rehearsal/rehearsal-script.ts'
import { rehearsalDeskText as words } from '../../text/rehearsal.ts'
import { Choices } from '../../ui/choices.tsx'
import { Column } from '../../ui/column.tsx'

interface ChoiceListProps {
  readonly choices: readonly RehearsalChoice[]
  readonly history: readonly RehearsalSummary[]
  readonly chosen: RehearsalChoice | null
  readonly onChoose: (choice: RehearsalChoice) => void
}

type Filter = 'all' | Difficulty

const filters: readonly { readonly value: Filter; readonly label: string }[] = [
  { value: 'all', label: words.filter.all },
  ...difficulties.map((value) => ({ value, label: words.difficulty[value] })),
]

/** All that can be practised: scripts from easy to hard, then recordings. */
export function ChoiceList({ choices, history, chosen, onChoose }: ChoiceListProps): ReactNode {
  const [filter, setFilter] = useState<Filter>('all')
  const shown = choices.filter(({ difficulty }) => filter === 'all' || difficulty === filter)
  const timesOf = (id: string): number => history.filter(({ rehearsalId }) => rehearsalId === id).length
  return (
    <Column name="rehearsals" title={words.list.title}>
      <div className="rehearsal-filter">
        <Choices label={words.filter.label} choices={filters} value={filter} onChange={setFilter} />
      </div>
      <div className="rehearsal-scroll" data-column-entry="" tabIndex={-1}>
        {choices.length === 0 && <p className="empty">{words.list.none}</p>}
        {(['script', 'recording'] as const).map((of) => {
          const group = shown.filter((choice) => choice.of === of)
          return group.length === 0 ? null : (
            <section key={of}>
              <h3 className="rehearsal-group">
                {of === 'script' ? words.list.scripts : words.list.recordings}
              </h3>
              <ul>
                {group.map((choice) => (
                  <li key={choice.rehearsalId}>
                    <button
                      type="button"
                      className="pick"
                      aria-pressed={choice.rehearsalId === chosen?.rehearsalId}
                      onClick={() => onChoose(choice)}
                    >
                      <span>{choice.title}</span>
                      <span className="rehearsal-facts">
                        {choice.difficulty === undefined
                          ? words.recordingTopic
                          : words.difficulty[choice.difficulty]}
                        {choice.topic !== '' && ` · ${choice.topic}`}
                        {timesOf(choice.rehearsalId) > 0 && ` · ${words.tried(timesOf(choice.rehearsalId))}`}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Column>
  )
}
