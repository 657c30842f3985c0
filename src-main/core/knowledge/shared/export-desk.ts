import { FailureError } from '#shared/base/result.ts'
import { localDay } from '#shared/base/local-time.ts'
import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import type { Caller } from '#shared/contract/dispatcher.ts'
import type { EntryFilter } from '#shared/contract/knowledge-contract.ts'
import type { TableFormat } from '#shared/contract/knowledge-views.ts'
import { fromAnswer } from '#shared/domain/knowledge/entry.ts'
import type { Clock } from '../../clock.ts'
import type { Store } from '../../store/open-store.ts'
import type { SiteKnowledge } from '../site-knowledge.ts'
import type { TableEntry } from '../tables/table-entry.ts'
import { writeTable } from '../tables/write-table.ts'
import type { KnowledgeDesk } from './knowledge-desk.ts'

/** Bytes of a file handed out at once: 192 KiB, a multiple of three so that pieces of base64 can be put together. */
const pieceBytes = 196_608

export interface ExportDeskOptions {
  readonly store: Store
  readonly clock: Clock
  readonly newId: () => string
  readonly knowledge: () => SiteKnowledge
  readonly desk: KnowledgeDesk
}

interface ExportView {
  readonly exportId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly entries: number
}

/** Makes files of entries (导出) and hands them out in pieces. */
export class ExportDesk {
  readonly #options: ExportDeskOptions
  #made: { readonly id: string; readonly bytes: Buffer } | undefined

  constructor(options: ExportDeskOptions) {
    this.#options = options
  }

  /** The newest words of the entries that fit, or only the words that seats use. */
  async make(
    format: TableFormat,
    filter: EntryFilter,
    published: boolean,
    caller: Caller,
  ): Promise<ExportView> {
    const { desk, newId, clock } = this.#options
    const entries = desk.ids(filter, caller).flatMap((entryId) => this.#entry(entryId, published))
    const { bytes, ending, mediaType } = await writeTable(format, entries)
    const id = newId()
    this.#made = { id, bytes }
    const name = `${knowledgeImportText.exportName(localDay(clock.now()))}.${ending}`
    return { exportId: id, name, mediaType, bytes: bytes.length, entries: entries.length }
  }

  piece(exportId: string, from: number): { base64: string; done: boolean } {
    if (this.#made?.id !== exportId) {
      throw new FailureError('export-not-found', knowledgeImportText.exportNotFound)
    }
    const { bytes } = this.#made
    const to = from + pieceBytes
    return { base64: bytes.subarray(from, to).toString('base64'), done: to >= bytes.length }
  }

  #entry(entryId: string, published: boolean): readonly TableEntry[] {
    const { store, knowledge } = this.#options
    if (published) {
      const shelved = knowledge().answer(entryId)
      return shelved === undefined ? [] : [{ entryId, content: fromAnswer(shelved.answer) }]
    }
    const known = store.knowledge.entries.get(entryId)
    return known === undefined ? [] : [{ entryId, content: known.content }]
  }
}
