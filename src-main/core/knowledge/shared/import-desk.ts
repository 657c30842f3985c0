import { setTimeout as pause } from 'node:timers/promises'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import { knowledgeText } from '#shared/catalogue/knowledge.ts'
import type { EntrySave, SaveResult } from '#shared/contract/central-knowledge.ts'
import type { ImportPlanView, ImportRow, TableFormat } from '#shared/contract/knowledge-views.ts'
import { fromAnswer } from '#shared/domain/knowledge/entry.ts'
import { planImport, type PlannedRow } from '#shared/domain/knowledge/plan-import.ts'
import type { Publish } from '../../connections.ts'
import type { Store } from '../../store/open-store.ts'
import type { SiteKnowledge } from '../site-knowledge.ts'
import { readTables } from '../tables/read-tables.ts'
import { adoptionOf } from './adopt-entries.ts'
import { centreAway } from '../../sync/ask-centre.ts'
import type { KnowledgeClient } from './knowledge-client.ts'
import { saveBatches } from './save-batches.ts'
import type { SharedKnowledge } from './shared-knowledge.ts'

/** All files of an upload together. */
const largestUpload = 64_000_000
/** A large import meets the centre's rate limit, or the centre restarting: it waits so long, so often, before it gives up. */
const patience = { times: 12, ms: 5_000 }

interface Upload {
  readonly format: TableFormat
  readonly files: readonly { readonly name: string; readonly bytes: Buffer; received: number }[]
}

interface Plan {
  readonly id: string
  readonly rows: readonly PlannedRow[]
  /** On the revisions that the plan was made from: what is changed at the centre meanwhile is merged, not overwritten. */
  readonly saves: readonly EntrySave[]
}

export interface ImportDeskOptions {
  readonly store: Store
  readonly newId: () => string
  readonly newEntryId: () => string
  readonly knowledge: () => SiteKnowledge
  readonly shared: SharedKnowledge
  readonly publish: Publish
}

/** Imports tables of entries (批量导入): read, planned, and saved as drafts only when a person has seen the plan. */
export class ImportDesk {
  readonly #options: ImportDeskOptions
  /** One at a time: what was begun before and not planned is given up. */
  #upload: { readonly id: string; readonly upload: Upload } | undefined
  #plan: Plan | undefined

  constructor(options: ImportDeskOptions) {
    this.#options = options
  }

  begin(format: TableFormat, files: readonly { readonly name: string; readonly bytes: number }[]): string {
    if (files.reduce((sum, { bytes }) => sum + bytes, 0) > largestUpload) {
      throw new FailureError('upload-too-large', knowledgeImportText.uploadTooLarge)
    }
    const id = this.#options.newId()
    const parts = files.map(({ name, bytes }) => ({ name, bytes: Buffer.alloc(bytes), received: 0 }))
    this.#upload = { id, upload: { format, files: parts } }
    return id
  }

  append(uploadId: string, file: number, base64: string): void {
    const part = this.#uploadOf(uploadId).files[file]
    const bytes = Buffer.from(base64, 'base64')
    if (part === undefined || part.received + bytes.length > part.bytes.length) {
      throw new FailureError('upload-incomplete', knowledgeImportText.uploadIncomplete)
    }
    bytes.copy(part.bytes, part.received)
    part.received += bytes.length
  }

  async plan(uploadId: string): Promise<ImportPlanView> {
    const { format, files } = this.#uploadOf(uploadId)
    if (files.some(({ bytes, received }) => received !== bytes.length)) {
      throw new FailureError('upload-incomplete', knowledgeImportText.uploadIncomplete)
    }
    const rows = unwrap(await readTables(format, files))
    this.#upload = undefined
    const { store, shared, newEntryId } = this.#options
    shared.mirror.listPack()
    const { entries } = store.knowledge
    const existing = {
      contentOf: (entryId: string) => entries.get(entryId)?.content,
      idOfTitle: (title: string) => entries.idOfTitle(title),
    }
    return this.#keep(planImport(rows, existing, newEntryId))
  }

  /** All answers that only the site pack has. */
  planPack(): ImportPlanView {
    const { store, knowledge, shared } = this.#options
    shared.mirror.listPack()
    const rows = knowledge()
      .pack.answers.filter(({ id }) => store.knowledge.entries.get(id)?.origin === 'pack')
      .map((answer, index): PlannedRow => {
        const { id: entryId, title } = answer
        const place = { file: '', line: index + 1, entryId, title }
        return { ...place, outcome: 'new', changes: [], reasons: [], content: fromAnswer(answer) }
      })
    return this.#keep(rows)
  }

  rows(
    planId: string,
    outcome: ImportRow['outcome'] | undefined,
    offset: number,
    limit: number,
  ): { rows: ImportRow[]; total: number } {
    const rows = this.#planOf(planId).rows.filter((row) => outcome === undefined || row.outcome === outcome)
    const page = rows.slice(offset, offset + limit)
    return {
      rows: page.map((row) => ({ ...row, changes: [...row.changes], reasons: [...row.reasons] })),
      total: rows.length,
    }
  }

  /** Saves what is new or changed as drafts at the centre. */
  async apply(planId: string): Promise<{ saved: number; failed: { entryId: string; message: string }[] }> {
    const { shared, store, publish } = this.#options
    const failed: { entryId: string; message: string }[] = []
    const saves = this.#planOf(planId).saves.filter(({ entryId }) => {
      const waits = store.knowledge.drafts.get(entryId) !== undefined
      if (waits) failed.push({ entryId, message: knowledgeText.draftWaits })
      return !waits
    })
    let saved = 0
    await shared.atCentre(async (client) => {
      for (const batch of saveBatches(saves)) {
        const results = await patiently(client, batch)
        for (const { outcome, entry } of results) {
          if (outcome === 'conflict') failed.push({ entryId: entry.id, message: knowledgeText.entryChanged })
          else saved++
        }
        publish('knowledge.importProgress', { planId, saved, total: saves.length })
      }
      await shared.refresh(client)
    })
    this.#plan = undefined
    return { saved, failed }
  }

  #keep(rows: readonly PlannedRow[]): ImportPlanView {
    const id = this.#options.newId()
    this.#plan = { id, rows, saves: rows.flatMap((row) => this.#save(row) ?? []) }
    const counts = { new: 0, changed: 0, same: 0, bad: 0 }
    for (const { outcome } of rows) counts[outcome]++
    return { planId: id, counts }
  }

  /** Undefined where the row changes nothing. */
  #save({ entryId, content }: PlannedRow): EntrySave | undefined {
    if (content === undefined) return undefined
    const known = this.#options.store.knowledge.entries.get(entryId)
    if (known !== undefined && known.entry === undefined) {
      return { ...adoptionOf(known), content }
    }
    return { entryId, baseRevision: known?.entry?.revision ?? 0, content, how: 'imported' }
  }

  #uploadOf(uploadId: string): Upload {
    if (this.#upload?.id === uploadId) return this.#upload.upload
    throw new FailureError('upload-not-found', knowledgeImportText.uploadNotFound)
  }

  #planOf(planId: string): Plan {
    if (this.#plan?.id === planId) return this.#plan
    throw new FailureError('plan-not-found', knowledgeImportText.planNotFound)
  }
}

/** Asked again, the centre has what it took before: a batch whose answer was lost does no harm. */
async function patiently(
  client: KnowledgeClient,
  saves: readonly EntrySave[],
): Promise<readonly SaveResult[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.save(saves)
    } catch (error) {
      const passing = error instanceof FailureError && error.code === centreAway
      if (!passing || attempt === patience.times) throw error
      await pause(patience.ms)
    }
  }
}
