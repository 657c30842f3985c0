import { useState, type ReactNode } from 'react'
import {
  resolveMerge,
  type Merge,
  type MergeChoice,
  type MergeConflict,
} from '#shared/domain/knowledge/merge.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useBench } from '../state/bench.ts'
import { Diff, WordDiff } from './diff.tsx'

const { merge: words } = knowledgeText

/** Dates and one-line fields cannot hold both sides. */
const single: ReadonlySet<string> = new Set(['title', 'category', 'effective', 'expires', 'source'])

/** 合并: two people changed the same words; what only one of them changed is merged already, the rest is chosen here. */
export function MergeDialog({ merge }: { readonly merge: Merge }): ReactNode {
  const bench = useBench()
  const [choices, setChoices] = useState<readonly MergeChoice[]>(() => merge.conflicts.map(() => 'mine'))
  const result = resolveMerge(merge, choices)
  return (
    <Dialog title={words.title} wide onClose={bench.entry.leaveMerge}>
      <p>{words.about(merge.theirAuthor, merge.conflicts.length)}</p>
      <ol className="merge-list">
        {merge.conflicts.map((conflict, index) => (
          <Conflict
            key={index}
            conflict={conflict}
            choice={choices[index] ?? 'mine'}
            onChoose={(choice) => setChoices(choices.with(index, choice))}
          />
        ))}
      </ol>
      <details>
        <summary>{words.result}</summary>
        <Diff before={merge.theirs} after={result} />
      </details>
      <div className="dialog-buttons">
        <Button kind="primary" onClick={() => void bench.entry.settleMerge(choices)}>
          {words.save}
        </Button>
        <Button onClick={bench.entry.leaveMerge}>{words.later}</Button>
      </div>
    </Dialog>
  )
}

interface ConflictProps {
  readonly conflict: MergeConflict
  readonly choice: MergeChoice
  readonly onChoose: (choice: MergeChoice) => void
}

function Conflict({ conflict, choice, onChoose }: ConflictProps): ReactNode {
  const { field, base, mine, theirs } = conflict
  const offered = single.has(field) ? (['mine', 'theirs'] as const) : (['mine', 'theirs', 'both'] as const)
  const label = knowledgeText.editor.fields[field]
  return (
    <li className="merge-conflict">
      <div className="merge-head">
        <b>{label}</b>
        <Choices
          label={label}
          choices={offered.map((value) => ({ value, label: words.choices[value] }))}
          value={choice}
          onChange={onChoose}
        />
      </div>
      <div className="merge-sides">
        <p data-taken={choice !== 'theirs'}>
          <small>{words.choices.mine}</small>
          <WordDiff before={base} after={mine} />
        </p>
        <p data-taken={choice !== 'mine'}>
          <small>{words.choices.theirs}</small>
          <WordDiff before={base} after={theirs} />
        </p>
      </div>
    </li>
  )
}
