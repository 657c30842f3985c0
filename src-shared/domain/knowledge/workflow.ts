import { failure, success, type Result } from '../../base/result.ts'
import { knowledgeText } from '../../catalogue/knowledge.ts'
import type { Deed, Entry, EntryContent } from './entry.ts'

/** What a person does to an entry; all but a save name the revision that was seen. */
export type Step =
  | { readonly step: 'submit' | 'approve'; readonly revision: number }
  | { readonly step: 'return' | 'retire'; readonly revision: number; readonly reason: string }
export type StepName = Step['step']

/** A new revision, whatever the entry's state: words in review go back to being a draft, a retired entry comes back as one. */
export function saveRevision(entry: Entry | undefined, id: string, content: EntryContent, deed: Deed): Entry {
  const { returned, published } = entry ?? {}
  const authors = new Set([...(entry?.authors ?? []), deed.by.staffNumber])
  return {
    id,
    state: 'draft',
    revision: (entry?.revision ?? 0) + 1,
    content,
    changed: deed,
    authors: [...authors],
    ...(returned === undefined ? {} : { returned }),
    ...(published === undefined ? {} : { published }),
  }
}

/**
 * Takes an entry one step on: 提交审核, 通过并发布, 退回, 停用 (a draft that never was published is thus given up). Fails with `entry-changed` where another revision is the newest
 * by now, `wrong-state`, `incomplete`, or `own-work`: who wrote it since it was last published does not approve it.
 */
export function takeStep(entry: Entry, step: Step, deed: Deed): Result<Entry> {
  if (step.revision !== entry.revision) return failure('entry-changed', knowledgeText.entryChanged)
  const settled = withoutProcess(entry)
  switch (step.step) {
    case 'submit': {
      if (entry.state !== 'draft') return wrongState(entry)
      if (!isComplete(entry.content)) return failure('incomplete', knowledgeText.incomplete)
      return success({ ...settled, state: 'review', submitted: deed })
    }
    case 'approve': {
      if (entry.state !== 'review') return wrongState(entry)
      if (entry.authors.includes(deed.by.staffNumber)) return failure('own-work', knowledgeText.ownWork)
      const published = { ...deed, revision: entry.revision }
      return success({ ...settled, state: 'published', authors: [], published })
    }
    case 'return':
      if (entry.state !== 'review') return wrongState(entry)
      return success({ ...settled, state: 'draft', returned: { ...deed, reason: step.reason } })
    case 'retire':
      if (entry.state === 'retired') return wrongState(entry)
      return success({ ...withoutProcess(entry, false), state: 'retired', authors: [] })
  }
}

/** The entry without what is in the way of its next step, and without its publication where that ends. */
function withoutProcess(entry: Entry, keepPublished = true): Entry {
  const { id, state, revision, content, changed, authors, published } = entry
  const kept = { id, state, revision, content, changed, authors }
  return keepPublished && published !== undefined ? { ...kept, published } : kept
}

/** Whether there is something to publish: words to say, and dates in their order. */
export function isComplete({ answer, effective, expires }: EntryContent): boolean {
  return answer.trim() !== '' && (effective === undefined || expires === undefined || effective <= expires)
}

function wrongState(entry: Entry): Result<never> {
  return failure('wrong-state', knowledgeText.wrongState(knowledgeText.states[entry.state]))
}
