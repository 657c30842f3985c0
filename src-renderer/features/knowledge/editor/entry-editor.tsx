import { useState, type ReactNode } from 'react'
import type { EntryContent } from '#shared/domain/knowledge/entry.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import type { OpenEntry } from '../state/bench-store.ts'
import { useBench, useBenchState } from '../state/bench.ts'
import { StateMark } from '../state-mark.tsx'
import { AnswerField } from './answer-field.tsx'
import { Checks } from './checks.tsx'
import { DayField } from './day-field.tsx'
import { EntryNotes } from './entry-notes.tsx'
import { History } from './history.tsx'
import { LinesField } from './lines-field.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { Proposals } from './proposals.tsx'
import { ReviewDiff } from './review-diff.tsx'
import { StepBar } from './step-bar.tsx'

const { editor: words } = knowledgeText

/** The entry that is open: its words, what is the matter with them, and its next step. */
export function EntryEditor(): ReactNode {
  const bench = useBench()
  const open = useBenchState((state) => state.open)
  if (open === null) {
    return (
      <div className="empty">
        <p>{words.nothing}</p>
        <p>
          <Button keys="Alt N" onClick={() => void bench.entry.begin()}>
            {words.begin}
          </Button>
        </p>
      </div>
    )
  }
  return <OpenEditor key={open.view.entryId} open={open} />
}

function OpenEditor({ open }: { readonly open: OpenEntry }): ReactNode {
  const bench = useBench()
  const [history, setHistory] = useState(false)
  const { view, content } = open
  const edit = (part: Partial<EntryContent>): void => bench.entry.edit(part)
  return (
    <>
      <div className="editor-head">
        <StateMark state={view.state} />
        <span className="editor-id">
          {view.published === undefined ? view.entryId : `${view.entryId}@${view.published.version}`}
        </span>
        {view.read > 0 && <span>{knowledgeText.list.read(view.read)}</span>}
        <span className="editor-head-end">
          {view.revision > 0 && (
            <Button kind="quiet" onClick={() => setHistory(true)}>
              {words.history(view.revision)}
            </Button>
          )}
        </span>
      </div>
      <div className="editor-body">
        <EntryNotes open={open} />
        <ReviewDiff view={view} content={content} />
        <Field label={words.fields.title}>
          {(id) => (
            <input
              id={id}
              className="text-input"
              data-column-entry=""
              autoFocus={view.origin === 'here' && view.draft === undefined}
              maxLength={200}
              value={content.title}
              placeholder={words.titleHint}
              onChange={(event) => edit({ title: event.target.value })}
            />
          )}
        </Field>
        <AnswerField words={content.answer} onChange={(answer) => edit({ answer })} />
        <Checks check={open.check} />
        <Field label={words.fields.category}>
          {(id) => (
            <input
              id={id}
              className="text-input"
              list="known-categories"
              maxLength={100}
              value={content.category}
              placeholder={words.categoryHint}
              onChange={(event) => edit({ category: event.target.value })}
            />
          )}
        </Field>
        <LinesField
          label={words.fields.similar}
          hint={words.similarHint}
          rows={3}
          items={content.similar}
          onChange={(similar) => edit({ similar })}
        />
        <Proposals
          proposals={open.proposals.filter(({ text }) => !content.similar.includes(text))}
          onAdd={(phrase) => edit({ similar: [...content.similar, phrase] })}
        />
        <LinesField
          label={words.fields.keywords}
          hint={words.keywordsHint}
          rows={2}
          items={content.keywords}
          onChange={(keywords) => edit({ keywords })}
        />
        <div className="field-pair">
          <DayField
            label={words.fields.effective}
            day={content.effective ?? ''}
            onChange={(effective) => edit({ effective })}
          />
          <DayField
            label={words.fields.expires}
            day={content.expires ?? ''}
            onChange={(expires) => edit({ expires })}
          />
        </div>
        <Field label={words.fields.source}>
          {(id) => (
            <input
              id={id}
              className="text-input"
              maxLength={400}
              value={content.source ?? ''}
              placeholder={words.sourceHint}
              onChange={(event) => edit({ source: event.target.value })}
            />
          )}
        </Field>
      </div>
      <StepBar open={open} />
      {history && <History view={view} onClose={() => setHistory(false)} />}
      {open.merge !== null && <MergeDialog merge={open.merge} />}
    </>
  )
}

interface FieldProps {
  readonly label: string
  readonly children: (id: string) => ReactNode
}

function Field({ label, children }: FieldProps): ReactNode {
  const id = `entry-field-${label}`
  return (
    <div className="field-line">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
