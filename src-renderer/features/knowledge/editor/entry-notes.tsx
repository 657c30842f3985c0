import type { ReactNode } from 'react'
import type { EntryView } from '#shared/contract/knowledge-views.ts'
import { formatDateTime } from '../../../format/time.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { OpenEntry } from '../state/bench-store.ts'
import { useBench } from '../state/bench.ts'

const { editor: words } = knowledgeText

/** What happened to the entry that its next writer must know: sent back, changed by another, only here, marked by seats. */
export function EntryNotes({ open }: { readonly open: OpenEntry }): ReactNode {
  const bench = useBench()
  const { returned, draft, marks, changed, submitted, published, origin } = open.view
  const lines: readonly (string | false)[] = [
    returned !== undefined &&
      words.returnedBy(returned.by.staffName, formatDateTime(returned.at), returned.reason),
    open.newer && words.newer,
    draft !== undefined && (draft.trouble ?? words.draftHere(formatDateTime(draft.savedAt))),
  ]
  return (
    <div className="entry-notes-box">
      {lines.map(
        (line) =>
          line !== false && (
            <p key={line} className="line">
              <Icon name="caution" /> {line}
            </p>
          ),
      )}
      {draft !== undefined && (
        <p>
          <Button kind="quiet" onClick={() => void bench.entry.dropDraft()}>
            {words.dropDraft}
          </Button>
        </p>
      )}
      {marks.map((mark) => (
        <MarkLine key={`${mark.at}${mark.staffNumber}`} mark={mark} />
      ))}
      <p className="deeds">
        {origin === 'pack' && <span>{words.onlyInPack}</span>}
        {changed !== undefined && (
          <span>{words.changedBy(changed.by.staffName, formatDateTime(changed.at))}</span>
        )}
        {submitted !== undefined && (
          <span>{words.submittedBy(submitted.by.staffName, formatDateTime(submitted.at))}</span>
        )}
        {published?.at !== undefined && published.by !== undefined && (
          <span>{words.publishedBy(published.by.staffName, formatDateTime(published.at))}</span>
        )}
      </p>
    </div>
  )
}

function MarkLine({ mark }: { readonly mark: EntryView['marks'][number] }): ReactNode {
  return (
    <p className="line">
      <Icon name="caution" />
      {words.mark(mark.staffNumber, formatDateTime(mark.at), mark.kind)}
      {mark.note !== '' && <q>{mark.note}</q>}
    </p>
  )
}
