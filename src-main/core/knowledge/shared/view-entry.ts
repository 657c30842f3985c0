import type { EntryView } from '#shared/contract/knowledge-views.ts'
import type { Caller } from '#shared/contract/dispatcher.ts'
import type { EntryContent } from '#shared/domain/knowledge/entry.ts'
import type { KnownEntry } from '../../store/knowledge/entry-table.ts'
import type { Store } from '../../store/open-store.ts'
import type { ShelvedAnswer } from '../answer-shelf.ts'

/** An entry as the workbench opens it. `inUse` is what seats are offered now, and `inUseContent` its words. */
export function viewEntry(
  known: KnownEntry,
  { knowledge }: Store,
  inUse: (Pick<ShelvedAnswer, 'version'> & { readonly content: EntryContent }) | undefined,
  caller: Caller,
): EntryView {
  const { entryId, origin, entry, content } = known
  const draft = knowledge.drafts.get(entryId)
  const adoption = inUse === undefined ? undefined : knowledge.signals.adoption(entryId, inUse.version)
  return {
    entryId,
    origin,
    state: entry?.state ?? (origin === 'pack' ? 'published' : 'draft'),
    revision: entry?.revision ?? 0,
    content,
    mayApprove: entry?.state === 'review' && !entry.authors.includes(caller.staffNumber),
    marks: adoption?.marks ?? [],
    read: adoption?.read ?? 0,
    ...(entry === undefined ? {} : { changed: entry.changed }),
    ...(entry?.submitted === undefined ? {} : { submitted: entry.submitted }),
    ...(entry?.returned === undefined ? {} : { returned: entry.returned }),
    ...(inUse === undefined ? {} : { published: { ...inUse, ...publicationDeed(known) } }),
    ...(draft === undefined
      ? {}
      : {
          draft: {
            baseRevision: draft.baseRevision,
            content: draft.content,
            savedAt: draft.savedAt,
            ...(draft.trouble === undefined ? {} : { trouble: draft.trouble }),
          },
        }),
  }
}

function publicationDeed({ entry }: KnownEntry): Partial<NonNullable<EntryView['changed']>> {
  if (entry?.published === undefined) return {}
  const { at, by } = entry.published
  return { at, by }
}
