import type { EntryFilter } from '#shared/contract/knowledge-contract.ts'
import type { EntryRow } from '#shared/contract/knowledge-views.ts'
import type { SeatConnection } from '../../../connection/seat-connection.ts'
import { isAbort } from '../../../state/explain.ts'
import type { ProcedureInput } from '#shared/contract/contract.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import type { BenchStore, ListOrder, ListState } from './bench-store.ts'

const pageSize = 100
const searchAfterMs = 200
/** At most so many entries go into one bulk request (the contract's bound). */
const bulkSize = 1000

export type BulkAction = ProcedureInput<'knowledge.bulk'>['action']

export interface ListActions {
  /** Narrows the list; words are searched for after a short pause. */
  readonly narrow: (change: Partial<EntryFilter>) => void
  readonly order: (order: ListOrder) => void
  /** Sees to it that the rows of these places are there or on their way. */
  readonly need: (from: number, to: number) => void
  /** Reads anew what is on screen. */
  readonly refresh: () => void
  readonly moveTo: (cursor: number) => void
  readonly toggle: (entryId: string) => void
  readonly selectAll: () => Promise<void>
  readonly clearSelection: () => void
  /** Does the same to all selected entries; says of how many it could not be done. */
  readonly bulk: (action: BulkAction) => Promise<void>
  readonly bulkOf: (entryIds: readonly string[], action: BulkAction) => Promise<boolean>
}

export interface ListServices {
  readonly connection: SeatConnection
  readonly store: BenchStore
  readonly fail: (error: unknown) => void
  readonly notify: (message: string) => void
}

export function createListActions({ connection, store, fail, notify }: ListServices): ListActions {
  /** Pages that are there or asked for, of the present filter and order. */
  let pages = new Set<number>()
  /** True until the first page of another list is there; till then the old one stays on screen. */
  let fresh = false
  let running = new AbortController()
  let seen = { from: 0, to: pageSize - 1 }
  let timer: ReturnType<typeof setTimeout> | undefined

  const list = (): ListState => store.getState().list
  const change = (part: Partial<ListState>): void =>
    store.setState((state) => ({ list: { ...state.list, ...part } }))

  async function load(page: number): Promise<void> {
    const { signal } = running
    const { filter, order } = list()
    try {
      const input = { ...filter, order, offset: page * pageSize, limit: pageSize }
      const { rows, total, states } = await connection.call('knowledge.list', input, signal)
      if (signal.aborted) return
      const all = new Map<number, EntryRow>(fresh ? [] : list().rows)
      fresh = false
      rows.forEach((row, index) => all.set(page * pageSize + index, row))
      for (const place of all.keys()) if (place >= total) all.delete(place)
      change({ rows: all, total, states, cursor: Math.max(0, Math.min(list().cursor, total - 1)) })
    } catch (error) {
      if (isAbort(error)) return
      pages.delete(page)
      fail(error)
    }
  }

  function need(from: number, to: number): void {
    seen = { from, to }
    const { total } = list()
    // Of a list that is empty the first page is asked for all the same: there may be something by now.
    const last = Math.max(from, Math.min(to, (total ?? pageSize) - 1))
    for (let page = Math.floor(from / pageSize); page * pageSize <= last; page++) {
      if (pages.has(page)) continue
      pages.add(page)
      void load(page)
    }
  }

  function refresh(): void {
    running.abort()
    running = new AbortController()
    pages = new Set()
    need(seen.from, seen.to)
  }

  function begin(part: Partial<ListState>): void {
    change({ ...part, cursor: 0, selected: new Set() })
    fresh = true
    seen = { from: 0, to: pageSize - 1 }
    refresh()
  }

  async function bulkOf(entryIds: readonly string[], action: BulkAction): Promise<boolean> {
    const failed: { entryId: string; message: string }[] = []
    let done = 0
    try {
      for (let at = 0; at < entryIds.length; at += bulkSize) {
        const some = entryIds.slice(at, at + bulkSize)
        const outcome = await connection.call('knowledge.bulk', { entryIds: some, action })
        done += outcome.done.length
        failed.push(...outcome.failed)
      }
      notify(knowledgeText.bulk.outcome(done, failed.length, failed[0]?.message))
    } catch (error) {
      fail(error)
    }
    refresh()
    return failed.length === 0 && done === entryIds.length
  }

  return {
    narrow(part) {
      clearTimeout(timer)
      const filter = { ...list().filter, ...part }
      if (!('text' in part)) {
        begin({ filter })
        return
      }
      change({ filter })
      timer = setTimeout(() => begin({}), searchAfterMs)
    },
    order: (order) => begin({ order }),
    need,
    refresh,
    moveTo: (cursor) => change({ cursor: Math.max(0, Math.min(cursor, (list().total ?? 1) - 1)) }),
    toggle(entryId) {
      const selected = new Set(list().selected)
      if (!selected.delete(entryId)) selected.add(entryId)
      change({ selected })
    },
    async selectAll() {
      try {
        const { entryIds } = await connection.call('knowledge.ids', list().filter)
        change({ selected: new Set(entryIds) })
      } catch (error) {
        fail(error)
      }
    },
    clearSelection: () => change({ selected: new Set() }),
    async bulk(action) {
      if (await bulkOf([...list().selected], action)) change({ selected: new Set() })
    },
    bulkOf,
  }
}
