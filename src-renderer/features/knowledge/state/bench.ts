import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { Desk } from '../../../state/desk-model.ts'
import {
  createBenchStore,
  type BenchState,
  type BenchStore,
  type BenchView,
  type OpenEntry,
} from './bench-store.ts'
import { createEntryActions, type EntryActions } from './entry-actions.ts'
import { createListActions, type ListActions } from './list-actions.ts'
import { createTreeActions, type TreeActions } from './tree-actions.ts'

/** The trainer's workbench behind the screen. */
export interface Bench {
  readonly store: BenchStore
  readonly list: ListActions
  readonly entry: EntryActions
  readonly tree: TreeActions
  readonly show: (view: BenchView) => void
  /** Asks for the reason of a step of the open entry; null takes the question away. */
  readonly askReason: (asked: OpenEntry['asked']) => void
}

const benches = new WeakMap<Desk, Bench>()

/** The workbench of this window: one, so that unsaved words stay while another desk is on screen. */
export function benchOf(desk: Desk): Bench {
  const known = benches.get(desk)
  if (known !== undefined) return known
  const bench = createBench(desk)
  benches.set(desk, bench)
  return bench
}

export function createBench(desk: Pick<Desk, 'connection' | 'fail' | 'notify'>): Bench {
  const { connection } = desk
  const store = createBenchStore()
  const services = { connection, store, fail: desk.fail, notify: desk.notify }
  const list = createListActions(services)
  const entry = createEntryActions(services)

  async function readAround(): Promise<void> {
    try {
      const [status, categories, toApprove] = await Promise.all([
        connection.call('knowledge.status', {}),
        connection.call('knowledge.categories', {}),
        connection.call('knowledge.list', { mayApprove: true, limit: 1 }),
      ])
      store.setState({ status, categories, toApprove: toApprove.total })
    } catch (error) {
      desk.fail(error)
    }
  }
  const readAll = (): void => {
    list.refresh()
    void readAround()
  }

  connection.on('knowledge.statusChanged', (status) => store.setState({ status }))
  connection.on('knowledge.changed', ({ entryIds }) => {
    readAll()
    void entry.changedElsewhere(entryIds)
  })
  connection.on('session.ready', readAll)
  connection.on('session.resync', readAll)
  readAll()

  return {
    store,
    list,
    entry,
    tree: createTreeActions(services, list),
    show: (view) => store.setState({ view }),
    askReason: (asked) => store.setState(({ open }) => (open === null ? {} : { open: { ...open, asked } })),
  }
}

export const BenchContext = createContext<Bench | null>(null)

export function useBench(): Bench {
  const bench = use(BenchContext)
  if (bench === null) throw new Error('no workbench around this component')
  return bench
}

export const useBenchState = <T>(select: (state: BenchState) => T): T => useStore(useBench().store, select)
