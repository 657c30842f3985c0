import type { ReactNode } from 'react'
import type { EntryView } from '#shared/contract/knowledge-views.ts'
import { changedContent, type EntryContent } from '#shared/domain/knowledge/entry.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Diff } from './diff.tsx'

interface ReviewDiffProps {
  readonly view: EntryView
  readonly content: EntryContent
}

/** For a reviewer: what publishing would change for the seats. */
export function ReviewDiff({ view, content }: ReviewDiffProps): ReactNode {
  const { published, state } = view
  if (state !== 'review' || published === undefined) return null
  if (changedContent(published.content, content).length === 0) return null
  return (
    <section className="review-diff" aria-label={knowledgeText.editor.reviewDiff}>
      <h3>{knowledgeText.editor.reviewDiff}</h3>
      <Diff before={published.content} after={content} />
    </section>
  )
}
