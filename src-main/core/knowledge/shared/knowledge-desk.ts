import { FailureError } from '#shared/base/result.ts'
import { localDay } from '#shared/base/local-time.ts'
import { knowledgeText } from '#shared/catalogue/knowledge.ts'
import type { EntryRevision, EntryStep, SaveResult } from '#shared/contract/central-knowledge.ts'
import type { Caller } from '#shared/contract/dispatcher.ts'
import type { EntryFilter } from '#shared/contract/knowledge-contract.ts'
import type { EntryList, EntryView, SaveOutcome, WholeAnswer } from '#shared/contract/knowledge-views.ts'
import { fromAnswer, type EntryContent } from '#shared/domain/knowledge/entry.ts'
import type { Clock } from '../../clock.ts'
import type { EntryOrder, ListContext } from '../../store/knowledge/entry-list.ts'
import type { StoredDraft } from '../../store/knowledge/draft-store.ts'
import type { Store } from '../../store/open-store.ts'
import type { SiteKnowledge } from '../site-knowledge.ts'
import { adoptEntries } from './adopt-entries.ts'
import { toSave } from './entry-mirror.ts'
import { centreAway } from '../../sync/ask-centre.ts'
import type { KnowledgeClient } from './knowledge-client.ts'
import type { SharedKnowledge } from './shared-knowledge.ts'
import { viewEntry } from './view-entry.ts'

export interface KnowledgeDeskOptions {
  readonly store: Store
  readonly clock: Clock
  readonly newId: () => string
  readonly knowledge: () => SiteKnowledge
  readonly shared: SharedKnowledge
}

const dayMs = 86_400_000
/** Of a new entry's id: the random end of a uuid, so that two offline trainers never make the same. */
const idLength = 12

/** What trainers do with entries (知识条目): edits are kept here first, what is decided is decided at the centre. */
export class KnowledgeDesk {
  readonly #options: KnowledgeDeskOptions

  constructor(options: KnowledgeDeskOptions) {
    this.#options = options
  }

  list(
    filter: EntryFilter & { readonly order: EntryOrder; readonly offset: number; readonly limit: number },
    caller: Caller,
  ): EntryList {
    this.#options.shared.mirror.listPack()
    return this.#options.store.knowledge.list.page(filter, this.#context(caller))
  }

  ids(filter: EntryFilter, caller: Caller): string[] {
    this.#options.shared.mirror.listPack()
    return this.#options.store.knowledge.list.ids(filter, this.#context(caller))
  }

  categories(): { category: string; entries: number }[] {
    this.#options.shared.mirror.listPack()
    return this.#options.store.knowledge.list.categories()
  }

  newId(): string {
    return `k-${this.#options.newId().replaceAll('-', '').slice(-idLength)}`
  }

  get(entryId: string, caller: Caller): EntryView {
    const { store, shared } = this.#options
    shared.mirror.listPack()
    const known = store.knowledge.entries.get(entryId)
    if (known === undefined) throw new FailureError('not-found', knowledgeText.notFound)
    return viewEntry(known, store, this.#inUse(entryId), caller)
  }

  async history(entryId: string): Promise<EntryRevision[]> {
    const known = this.#options.store.knowledge.entries.get(entryId)
    if (known?.entry === undefined) throw new FailureError('not-found', knowledgeText.historyNotYet)
    return this.#options.shared.atCentre((client) => client.revisions(entryId))
  }

  /** Keeps the edit on this machine, then gives it to the centre if that is there. */
  async save(
    entryId: string,
    baseRevision: number,
    content: EntryContent,
    caller: Caller,
  ): Promise<SaveOutcome> {
    const draft = this.#keepDraft(entryId, baseRevision, content)
    const result = await this.#send(draft)
    if (result === undefined) return { outcome: 'kept-here', entry: this.get(entryId, caller) }
    const entry = this.get(entryId, caller)
    switch (result.outcome) {
      case 'saved':
      case 'same':
        return { outcome: 'saved', entry }
      case 'merged':
      case 'conflict':
        return { outcome: result.outcome, entry, merge: result.merge }
    }
  }

  dropDraft(entryId: string): boolean {
    const { store, shared } = this.#options
    const dropped = store.transaction(() => {
      const known = store.knowledge.entries.get(entryId)
      if (known?.origin === 'here') store.knowledge.entries.remove(entryId)
      return store.knowledge.drafts.drop(entryId)
    })
    if (dropped) shared.changed([entryId])
    return dropped
  }

  /** Takes one step at the centre and what came of it from there. */
  async step(step: EntryStep, caller: Caller): Promise<EntryView> {
    const { shared, store } = this.#options
    const { entryId } = step
    if (store.knowledge.drafts.get(entryId) !== undefined) {
      throw new FailureError('draft-waits', knowledgeText.draftWaits)
    }
    const failed = await shared.atCentre(async (client) => {
      const [result] = await client.step([await this.#atRevision(client, step)])
      if (result?.outcome === 'done') shared.mirror.putEntry(result.entry)
      await shared.refresh(client)
      return result?.outcome === 'refused' ? result : undefined
    })
    if (failed !== undefined) throw new FailureError(failed.code, failed.message)
    return this.get(entryId, caller)
  }

  async restore(entryId: string, seen: number, from: number, caller: Caller): Promise<EntryView> {
    const { shared } = this.#options
    const content = (await this.history(entryId)).find(({ revision }) => revision === from)?.content
    if (content === undefined) throw new FailureError('not-found', knowledgeText.revisionNotFound)
    const result = await shared.atCentre(async (client) => {
      const [saved] = await client.save([{ entryId, baseRevision: seen, content, how: 'restored' }])
      await shared.refresh(client)
      return saved
    })
    if (result?.outcome === 'conflict') throw new FailureError('entry-changed', knowledgeText.entryChanged)
    return this.get(entryId, caller)
  }

  /** What a seat opens: the whole published entry. */
  answer(answerId: string): WholeAnswer {
    const { knowledge, store } = this.#options
    const shelved = knowledge().answer(answerId)
    if (shelved === undefined) throw new FailureError('not-found', knowledgeText.answerNotFound)
    const published = store.knowledge.published.get(answerId)
    const deed = published?.content === undefined ? undefined : published.deed
    return {
      answerId,
      version: shelved.version,
      content: fromAnswer(shelved.answer),
      ...(deed === undefined ? {} : { publishedAt: deed.at, publishedBy: deed.by }),
    }
  }

  mark(answerId: string, kind: 'wrong' | 'expired', note: string): void {
    const { knowledge, shared } = this.#options
    const shelved = knowledge().answer(answerId)
    if (shelved === undefined) throw new FailureError('not-found', knowledgeText.answerNotFound)
    shared.signals.about(kind, answerId, shelved.version, note)
  }

  /** The step on a revision of the centre: what only the pack has is brought there first, to be retired. */
  async #atRevision(client: KnowledgeClient, step: EntryStep): Promise<EntryStep> {
    if (step.revision > 0) return step
    const known = this.#options.store.knowledge.entries.get(step.entryId)
    const [adopted] = await adoptEntries(client, known?.origin === 'pack' ? [known] : [])
    if (adopted === undefined || 'message' in adopted) {
      await this.#options.shared.refresh(client)
      throw new FailureError('entry-changed', knowledgeText.entryChanged)
    }
    return { ...step, revision: adopted.revision }
  }

  #keepDraft(entryId: string, baseRevision: number, content: EntryContent): StoredDraft {
    const { store, clock, shared, knowledge } = this.#options
    const inPack = knowledge().pack.answers.find(({ id }) => id === entryId)
    const base = inPack === undefined ? undefined : fromAnswer(inPack)
    const draft = store.transaction(() => {
      if (store.knowledge.entries.get(entryId) === undefined) {
        store.knowledge.entries.put({ entryId, origin: 'here', entry: undefined, content }, undefined)
      }
      return store.knowledge.drafts.put({ entryId, baseRevision, base, content, savedAt: clock.iso() })
    })
    shared.changed([entryId])
    return draft
  }

  /** Undefined where the centre is away; then the loop sends it. */
  async #send(draft: StoredDraft): Promise<SaveResult | undefined> {
    const { shared, store } = this.#options
    try {
      return await shared.atCentre(async (client) => {
        // The loop may have sent it meanwhile; asked again, the centre says the same.
        const [result] = await client.save([toSave(draft)])
        if (result === undefined) throw new Error('the centre answered no save')
        shared.mirror.settle(draft, result)
        shared.changed([draft.entryId])
        return result
      })
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      if (error.code === centreAway) return undefined
      store.knowledge.drafts.refused(draft, error.message)
      throw error
    }
  }

  #inUse(entryId: string): { readonly version: string; readonly content: EntryContent } | undefined {
    const shelved = this.#options.knowledge().answer(entryId)
    return shelved && { version: shelved.version, content: fromAnswer(shelved.answer) }
  }

  #context({ staffNumber }: Caller): ListContext {
    const now = this.#options.clock.now()
    return { staffNumber, dayAfter: (days) => localDay(now + days * dayMs) }
  }
}
