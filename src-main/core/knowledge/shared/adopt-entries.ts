import { knowledgeText } from '#shared/catalogue/knowledge.ts'
import type { EntrySave, SaveResult } from '#shared/contract/central-knowledge.ts'
import { changedContent } from '#shared/domain/knowledge/entry.ts'
import type { KnownEntry } from '../../store/knowledge/entry-table.ts'
import type { KnowledgeClient } from './knowledge-client.ts'
import { saveBatches } from './save-batches.ts'

/** The words of an entry that the centre does not have, as its first revision there. */
export function adoptionOf({ entryId, content }: Pick<KnownEntry, 'entryId' | 'content'>): EntrySave {
  return { entryId, baseRevision: 0, base: content, content, how: 'imported' }
}

/** An entry as the centre has it by now, or why it cannot be dealt with as it was seen. */
export type Adopted = { readonly entryId: string } & (
  { readonly revision: number } | { readonly message: string }
)

/**
 * Brings entries of the site pack to the centre, so that a step can be taken there. Where a colleague did so first and wrote
 * other words, those were not seen by the person here, who is told so.
 */
export async function adoptEntries(
  client: KnowledgeClient,
  entries: readonly KnownEntry[],
): Promise<readonly Adopted[]> {
  const results: SaveResult[] = []
  for (const batch of saveBatches(entries.map(adoptionOf))) results.push(...(await client.save(batch)))
  return entries.map((seen, index) => adopted(seen, results[index]))
}

function adopted({ entryId, content }: KnownEntry, result: SaveResult | undefined): Adopted {
  if (result === undefined || changedContent(content, result.entry.content).length > 0) {
    return { entryId, message: knowledgeText.entryChanged }
  }
  return { entryId, revision: result.entry.revision }
}
