import type { ProcedureArguments, ProcedureOutput } from '#shared/contract/contract.ts'
import { knowledgeText } from '#shared/catalogue/knowledge.ts'
import {
  knowledgeBatch,
  type EntrySave,
  type EntryStep,
  type SaveResult,
} from '#shared/contract/central-knowledge.ts'
import type { EntryContent } from '#shared/domain/knowledge/entry.ts'
import type { Store } from '../../store/open-store.ts'
import { adoptEntries, type Adopted } from './adopt-entries.ts'
import type { KnowledgeClient } from './knowledge-client.ts'
import { saveBatches } from './save-batches.ts'
import type { SharedKnowledge } from './shared-knowledge.ts'

type Action = ProcedureArguments<'knowledge.bulk'>['action']
type Outcome = ProcedureOutput<'knowledge.bulk'>

/** Does the same for many entries; what cannot be done for one is said of that one. */
export async function actOnMany(
  services: { readonly store: Store; readonly shared: SharedKnowledge },
  entryIds: readonly string[],
  action: Action,
): Promise<Outcome> {
  const { store, shared } = services
  const outcome: Outcome = { done: [], failed: [] }
  shared.mirror.listPack()
  await shared.atCentre(async (client) => {
    for (let from = 0; from < entryIds.length; from += knowledgeBatch) {
      const batch = entryIds.slice(from, from + knowledgeBatch)
      if (action.kind === 'category' || action.kind === 'expires') {
        const change =
          action.kind === 'category' ? { category: action.category } : { expires: action.expires }
        await saveAll(client, store, batch, change, outcome)
      } else await stepAll(client, store, batch, action, outcome)
    }
    await shared.refresh(client)
  })
  return outcome
}

async function saveAll(
  client: KnowledgeClient,
  { knowledge }: Store,
  batch: readonly string[],
  change: Partial<EntryContent>,
  outcome: Outcome,
): Promise<void> {
  const saves = batch.flatMap((entryId): EntrySave[] => {
    const known = knowledge.entries.get(entryId)
    if (known === undefined || knowledge.drafts.get(entryId) !== undefined) {
      const message = known === undefined ? knowledgeText.notFound : knowledgeText.draftWaits
      outcome.failed.push({ entryId, message })
      return []
    }
    const { entry, content } = known
    return [
      {
        entryId,
        baseRevision: entry?.revision ?? 0,
        content: { ...content, ...change },
        how: 'saved',
        ...(entry === undefined ? { base: content } : {}),
      },
    ]
  })
  const results: SaveResult[] = []
  for (const some of saveBatches(saves)) results.push(...(await client.save(some)))
  results.forEach((result, index) => {
    const entryId = saves[index]?.entryId ?? ''
    if (result.outcome === 'conflict') {
      outcome.failed.push({ entryId, message: knowledgeText.entryChanged })
    } else outcome.done.push(entryId)
  })
}

async function stepAll(
  client: KnowledgeClient,
  store: Store,
  batch: readonly string[],
  action: Exclude<Action, { kind: 'category' | 'expires' }>,
  outcome: Outcome,
): Promise<void> {
  const seen = await seenRevisions(client, store, batch, action.kind === 'retire')
  const steps = seen.flatMap(({ entryId, ...each }): EntryStep[] => {
    if ('message' in each) {
      outcome.failed.push({ entryId, message: each.message })
      return []
    }
    const { revision } = each
    return action.kind === 'retire'
      ? [{ entryId, step: 'retire', revision, reason: action.reason }]
      : [{ entryId, step: action.kind, revision }]
  })
  if (steps.length === 0) return
  for (const [index, result] of (await client.step(steps)).entries()) {
    const entryId = steps[index]?.entryId ?? ''
    if (result.outcome === 'refused') outcome.failed.push({ entryId, message: result.message })
    else outcome.done.push(entryId)
  }
}

/** The entries' newest revisions, or why there is none to take a step on; with `adopts` the pack's are brought to the centre. */
async function seenRevisions(
  client: KnowledgeClient,
  { knowledge }: Store,
  batch: readonly string[],
  adopts: boolean,
): Promise<readonly Adopted[]> {
  const hasDraft = (entryId: string): boolean => knowledge.drafts.get(entryId) !== undefined
  const known = batch.flatMap((entryId) => knowledge.entries.get(entryId) ?? [])
  const inPack = known.filter(({ entryId, origin }) => adopts && origin === 'pack' && !hasDraft(entryId))
  const adopted = await adoptEntries(client, inPack)
  return batch.map((entryId) => {
    if (hasDraft(entryId)) return { entryId, message: knowledgeText.draftWaits }
    const revision = known.find((entry) => entry.entryId === entryId)?.entry?.revision
    if (revision !== undefined) return { entryId, revision }
    const newly = adopted.find((entry) => entry.entryId === entryId)
    return newly ?? { entryId, message: knowledgeText.saveFirst }
  })
}
