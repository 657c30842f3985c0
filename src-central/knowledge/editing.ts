import type { EntrySave, EntryStep, SaveResult, StepResult } from '#shared/contract/central-knowledge.ts'
import { knowledgeText } from '#shared/catalogue/knowledge.ts'
import {
  changedContent,
  entryContentSchema,
  type Deed,
  type Entry,
  type EntryContent,
} from '#shared/domain/knowledge/entry.ts'
import { mergeContents, type Merge } from '#shared/domain/knowledge/merge.ts'
import { saveRevision, takeStep } from '#shared/domain/knowledge/workflow.ts'
import type { Queries } from '../database/database.ts'
import { addRevision, addStep, findContent, findEntry, putEntry, type RevisionStep } from './entry-store.ts'
import { publish } from './increments.ts'

const emptyContent: EntryContent = { title: '', similar: [], category: '', keywords: [], answer: '' }

/** Saves a new revision, on the newest one by a merge where another was edited; only within a write turn. */
export async function saveEntry(queries: Queries, save: EntrySave, deed: Deed): Promise<SaveResult> {
  const entry = await findEntry(queries, save.entryId)
  const content = save.content
  if (entry === undefined) return keep(queries, undefined, content, save, deed)
  // The words of a retired entry are restored as they are: it comes back as a draft.
  const comesBack = entry.state === 'retired' && save.how === 'restored'
  if (changedContent(entry.content, content).length === 0 && !comesBack) return { outcome: 'same', entry }
  if (save.baseRevision === entry.revision) return keep(queries, entry, content, save, deed)
  return mergeInto(queries, entry, save, deed)
}

async function mergeInto(queries: Queries, entry: Entry, save: EntrySave, deed: Deed): Promise<SaveResult> {
  const known = await findContent(queries, entry.id, save.baseRevision)
  const sides = { base: known ?? save.base ?? emptyContent, mine: save.content, theirs: entry.content }
  const { merged, conflicts } = mergeContents(sides)
  const merge: Merge = {
    theirRevision: entry.revision,
    theirAuthor: entry.changed.by.staffName,
    ...sides,
    merged,
    conflicts,
  }
  // Two titles or lists that are each in bounds may not be so together: a person has to shorten them.
  const fits = entryContentSchema.safeParse(merged).success
  if (conflicts.length > 0 || !fits) return { outcome: 'conflict', entry, merge }
  if (changedContent(entry.content, merged).length === 0) return { outcome: 'same', entry }
  const kept = await keep(queries, entry, merged, { ...save, how: 'merged' }, deed)
  return { outcome: 'merged', entry: kept.entry, merge }
}

async function keep(
  queries: Queries,
  entry: Entry | undefined,
  content: EntryContent,
  { entryId, how }: { readonly entryId: string; readonly how: RevisionStep },
  deed: Deed,
): Promise<SaveResult & { outcome: 'saved' }> {
  const saved = saveRevision(entry, entryId, content, deed)
  await putEntry(queries, saved)
  await addRevision(queries, saved)
  await addStep(queries, saved, how, deed)
  return { outcome: 'saved', entry: saved }
}

const stepsDone = {
  submit: 'submitted',
  approve: 'published',
  return: 'returned',
  retire: 'retired',
} as const

/** Takes an entry one step on; what seats use changes with approval and retirement. Only within a write turn. */
export async function stepEntry(queries: Queries, step: EntryStep, deed: Deed): Promise<StepResult> {
  const { entryId } = step
  const entry = await findEntry(queries, entryId)
  if (entry === undefined) {
    return { outcome: 'refused', entryId, code: 'not-found', message: knowledgeText.notFound }
  }
  if (isRepeated(entry, step)) return { outcome: 'done', entry }
  const taken = takeStep(entry, step, deed)
  if (!taken.ok) return { outcome: 'refused', entryId, ...taken.error }
  const { content, revision: version } = entry
  await putEntry(queries, taken.value)
  await addStep(queries, entry, stepsDone[step.step], deed, 'reason' in step ? step.reason : undefined)
  if (step.step === 'approve') {
    await publish(queries, { kind: 'put', entryId, version, content, ...deed }, new Date(deed.at))
  }
  if (step.step === 'retire') {
    await publish(queries, { kind: 'remove', entryId, version, ...deed }, new Date(deed.at))
  }
  return { outcome: 'done', entry: taken.value }
}

/** The answer to a step may have been lost on its way: asked again, it was done. */
function isRepeated({ state, revision }: Entry, step: EntryStep): boolean {
  const reached = { submit: 'review', approve: 'published', return: undefined, retire: 'retired' }[step.step]
  return revision === step.revision && state === reached
}
