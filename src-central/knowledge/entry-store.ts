import type { EntryRevision, revisionStepNames } from '#shared/contract/central-knowledge.ts'
import type { Deed, Entry, EntryContent } from '#shared/domain/knowledge/entry.ts'
import type { Queries } from '../database/database.ts'
import { nextStamp } from './write-turn.ts'

export type RevisionStep = (typeof revisionStepNames)[number]

export async function findEntry(queries: Queries, id: string): Promise<Entry | undefined> {
  const [row] = await queries.query<{ entry: Entry }>('select entry from knowledge_entries where id = $1', [
    id,
  ])
  return row?.entry
}

export async function findContent(
  queries: Queries,
  id: string,
  revision: number,
): Promise<EntryContent | undefined> {
  const [row] = await queries.query<{ content: EntryContent }>(
    'select content from knowledge_revisions where entry_id = $1 and revision = $2',
    [id, revision],
  )
  return row?.content
}

/** Keeps the entry under a new stamp; only within a write turn. */
export async function putEntry(queries: Queries, entry: Entry): Promise<void> {
  await queries.query(
    `insert into knowledge_entries (id, stamp, entry) values ($1, $2, $3)
     on conflict (id) do update set stamp = excluded.stamp, entry = excluded.entry`,
    [entry.id, await nextStamp(queries), JSON.stringify(entry)],
  )
}

export async function addRevision(queries: Queries, entry: Entry): Promise<void> {
  await queries.query(
    'insert into knowledge_revisions (entry_id, revision, content, saved) values ($1, $2, $3, $4)',
    [entry.id, entry.revision, JSON.stringify(entry.content), JSON.stringify(entry.changed)],
  )
}

export async function addStep(
  queries: Queries,
  entry: Entry,
  step: RevisionStep,
  deed: Deed,
  note?: string,
): Promise<void> {
  await queries.query(
    'insert into knowledge_steps (entry_id, revision, step, deed, note) values ($1, $2, $3, $4, $5)',
    [entry.id, entry.revision, step, JSON.stringify(deed), note ?? null],
  )
}

/** Entries that changed after a stamp, in the order of their changes. */
export function entriesAfter(
  queries: Queries,
  after: number,
  limit: number,
): Promise<readonly { readonly stamp: number; readonly entry: Entry }[]> {
  return queries.query(
    'select stamp, entry from knowledge_entries where stamp > $1 order by stamp limit $2',
    [after, limit],
  )
}

/** Newest first. */
export async function revisionsOf(queries: Queries, id: string): Promise<readonly EntryRevision[]> {
  const revisions = await queries.query<{ revision: number; content: EntryContent; saved: Deed }>(
    'select revision, content, saved from knowledge_revisions where entry_id = $1 order by revision desc',
    [id],
  )
  const steps = await queries.query<{
    revision: number
    step: RevisionStep
    deed: Deed
    note: string | null
  }>('select revision, step, deed, note from knowledge_steps where entry_id = $1 order by number', [id])
  return revisions.map(({ revision, content, saved }) => ({
    revision,
    content,
    saved,
    steps: steps
      .filter((row) => row.revision === revision)
      .map(({ step, deed, note }) => ({ step, ...deed, ...(note === null ? {} : { note }) })),
  }))
}
