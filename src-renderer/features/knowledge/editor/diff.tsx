import type { ReactNode } from 'react'
import { changedContent, type ContentField, type EntryContent } from '#shared/domain/knowledge/entry.ts'
import { diffWords } from '#shared/domain/knowledge/word-diff.ts'
import { knowledgeText } from '../../../text/knowledge.ts'

const { editor: words } = knowledgeText

function textOf(content: EntryContent, field: ContentField): string {
  const value = content[field]
  return typeof value === 'string' || value === undefined ? (value ?? '') : value.join('\n')
}

interface DiffProps {
  readonly before: EntryContent
  readonly after: EntryContent
}

/** What changed between two contents, word by word; fields that are the same are left out. */
export function Diff({ before, after }: DiffProps): ReactNode {
  const fields = changedContent(before, after)
  if (fields.length === 0) return <p className="empty">{words.sameWords}</p>
  return (
    <dl className="diff">
      {fields.map((field) => (
        <div key={field} className="diff-field">
          <dt>{words.fields[field]}</dt>
          <dd>
            <WordDiff before={textOf(before, field)} after={textOf(after, field)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Removed words are struck out, added ones underlined: not told by colour alone. */
export function WordDiff({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  return diffWords(before, after).map(({ kind, text }, index) => {
    switch (kind) {
      case 'same':
        return <span key={index}>{text}</span>
      case 'removed':
        return <del key={index}>{text}</del>
      case 'added':
        return <ins key={index}>{text}</ins>
    }
  })
}
