import * as z from 'zod'
import { knowledgeText } from '#shared/catalogue/knowledge.ts'
import { knowledgeBatch, type EntrySave, type SaveResult } from '#shared/contract/central-knowledge.ts'
import { fromAnswer, type Entry } from '#shared/domain/knowledge/entry.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import type { StoredDraft } from '../../store/knowledge/draft-store.ts'
import type { Store } from '../../store/open-store.ts'
import type { KnowledgeClient } from './knowledge-client.ts'
import { batchBytes } from './save-batches.ts'

const settingKey = 'knowledge-mirror'
const stampsSchema = z.object({ entries: z.number(), adoption: z.number() })
const nothing = { entries: 0, adoption: 0 }

/** What trainers work on, as this machine has it: the centre's entries, the pack's answers, and the edits that wait. */
export class EntryMirror {
  readonly #store: Store
  readonly #pack: () => SitePack
  readonly #onChanged: (entryIds: readonly string[]) => void
  #listed: SitePack | undefined
  #inPack: ReadonlySet<string> = new Set()

  constructor(store: Store, pack: () => SitePack, onChanged: (entryIds: readonly string[]) => void) {
    this.#store = store
    this.#pack = pack
    this.#onChanged = onChanged
  }

  /** Lists the pack's answers that the centre does not have, unless that was done for this pack. */
  listPack(): void {
    const pack = this.#pack()
    if (pack === this.#listed) return
    this.#listed = pack
    const { knowledge, transaction } = this.#store
    const { answers, meta } = pack
    this.#inPack = new Set(answers.map(({ id }) => id))
    transaction(() => {
      knowledge.entries.removeAllOf('pack')
      for (const answer of answers) {
        const known = knowledge.entries.get(answer.id)
        const content = fromAnswer(answer)
        if (known?.entry !== undefined) this.putEntry(known.entry)
        else
          knowledge.entries.put(
            { entryId: answer.id, origin: 'pack', entry: undefined, content },
            meta.version,
          )
      }
      // An edit of what the new pack does not have is an entry of this machine.
      for (const { entryId, content } of knowledge.drafts.withoutEntry()) {
        knowledge.entries.put({ entryId, origin: 'here', entry: undefined, content }, undefined)
      }
    })
  }

  putEntry(entry: Entry): void {
    const { id, content } = entry
    const version = this.#versionOf(entry)
    this.#store.knowledge.entries.put({ entryId: id, origin: 'centre', entry, content }, version)
  }

  /** Takes what changed at the centre since the last pull. */
  async pull(client: KnowledgeClient): Promise<void> {
    this.listPack()
    const { knowledge, transaction, settings } = this.#store
    for (;;) {
      const stamps = this.#stamps
      const entries = await client.entries(stamps.entries)
      const newest = entries.at(-1)
      if (newest === undefined) break
      transaction(() => {
        for (const { entry } of entries) this.putEntry(entry)
        settings.set(settingKey, { ...stamps, entries: newest.stamp })
      })
      this.#onChanged(entries.map(({ entry }) => entry.id))
    }
    for (;;) {
      const stamps = this.#stamps
      const adoption = await client.adoption(stamps.adoption)
      const newest = adoption.at(-1)
      if (newest === undefined) return
      transaction(() => {
        for (const row of adoption) knowledge.signals.putAdoption(row)
        settings.set(settingKey, { ...stamps, adoption: newest.stamp })
      })
      this.#onChanged(adoption.map(({ entryId }) => entryId))
    }
  }

  /** Sends all edits that wait. Those that a person has to look at stay, marked. */
  async push(client: KnowledgeClient): Promise<void> {
    for (;;) {
      const drafts = batchOf(this.#store.knowledge.drafts.waiting(knowledgeBatch))
      if (drafts.length === 0) return
      const results = await client.save(drafts.map((draft) => toSave(draft)))
      results.forEach((result, index) => {
        const draft = drafts[index]
        if (draft !== undefined) this.settle(draft, result)
      })
      this.#onChanged(drafts.map(({ entryId }) => entryId))
    }
  }

  /** What the centre made of a draft: it has it, or a person has to choose. */
  settle(draft: StoredDraft, result: SaveResult): void {
    const { knowledge, transaction } = this.#store
    transaction(() => {
      this.putEntry(result.entry)
      if (result.outcome === 'conflict') {
        knowledge.drafts.refused(draft, knowledgeText.conflict(result.merge.theirAuthor))
      } else knowledge.drafts.delivered(draft)
    })
  }

  /** The centre is another one: its entries are asked for from the beginning. */
  forget(): void {
    const { knowledge, settings, transaction } = this.#store
    transaction(() => {
      knowledge.entries.removeAllOf('centre')
      settings.set(settingKey, nothing)
    })
    this.#listed = undefined
    this.listPack()
    this.#onChanged([])
  }

  get #stamps(): z.infer<typeof stampsSchema> {
    return this.#store.settings.get(settingKey, stampsSchema) ?? nothing
  }

  /** What seats use of it: what is published, else the pack's words, unless it was retired. */
  #versionOf({ id, published, state }: Entry): string | undefined {
    if (published !== undefined) return String(published.revision)
    if (state === 'retired') return undefined
    return this.#inPack.has(id) ? this.#pack().meta.version : undefined
  }
}

export function toSave({ entryId, baseRevision, base, content }: StoredDraft): EntrySave {
  return { entryId, baseRevision, content, how: 'saved', ...(base === undefined ? {} : { base }) }
}

function batchOf(drafts: readonly StoredDraft[]): readonly StoredDraft[] {
  let bytes = 0
  const end = drafts.findIndex((draft) => {
    bytes += Buffer.byteLength(JSON.stringify(draft))
    return bytes > batchBytes
  })
  return end === -1 ? drafts : drafts.slice(0, Math.max(1, end))
}
