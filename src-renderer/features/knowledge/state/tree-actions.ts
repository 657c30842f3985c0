import type { EntryRow } from '#shared/contract/knowledge-views.ts'
import { entryOfKey, isWithin, join, movedPath, nameOf, parentOf, pathMark } from '../tree/category-tree.ts'
import type { CategoryMove, TreeState } from './bench-store.ts'
import type { ListActions, ListServices } from './list-actions.ts'

/** Most rows that one request of a list brings (the contract's bound). */
const pageSize = 500

export interface TreeActions {
  readonly expand: (path: string, open: boolean) => void
  readonly point: (path: string) => void
  /** Points at a category and narrows the list to it. */
  readonly choose: (path: string) => void
  readonly name: (naming: TreeState['naming']) => void
  /** Ends the naming with what was typed. */
  readonly named: (name: string) => Promise<void>
  readonly cut: (path: string | null) => void
  /** Puts a category with all below it, or an entry, under another category: both by their keys in the tree. */
  readonly move: (from: string, under: string) => Promise<void>
  /** Does, or drops, the change that waits for a yes. */
  readonly confirm: () => Promise<void>
  readonly cancel: () => void
}

export function createTreeActions(
  { connection, store, fail }: ListServices,
  list: Pick<ListActions, 'narrow' | 'bulkOf'>,
): TreeActions {
  const tree = (): TreeState => store.getState().tree
  const change = (part: Partial<TreeState>): void =>
    store.setState((state) => ({ tree: { ...state.tree, ...part } }))

  function expand(path: string, open: boolean): void {
    const expanded = new Set(tree().expanded)
    if (open) expanded.add(path)
    else expanded.delete(path)
    change({ expanded })
  }

  async function rowsWithin(category: string): Promise<readonly EntryRow[]> {
    const rows: EntryRow[] = []
    for (;;) {
      const page = await connection.call('knowledge.list', {
        ...{ category, order: 'title', offset: rows.length, limit: pageSize },
      })
      rows.push(...page.rows)
      if (page.rows.length === 0 || rows.length >= page.total) break
    }
    return rows.filter((row) => isWithin(row.category, category))
  }

  /** Asks whether all entries of `from` are to be under `to`; a category without entries is changed at once. */
  async function propose(from: string, to: string): Promise<void> {
    if (from === '' || from === to || isWithin(to, from)) return
    try {
      const rows = await rowsWithin(from)
      const targets = Map.groupBy(rows, (row) => movedPath(row.category, from, to) ?? row.category)
      const moves: CategoryMove[] = [...targets].map(([category, some]) => ({
        category,
        entryIds: some.map(({ entryId }) => entryId),
      }))
      store.setState(({ emptyCategories }) => ({
        emptyCategories: emptyCategories.map((path) => movedPath(path, from, to) ?? path),
      }))
      change({ current: to, ...(rows.length === 0 ? {} : { pending: { moves, entries: rows.length } }) })
    } catch (error) {
      fail(error)
    }
  }

  return {
    expand,
    point: (current) => change({ current }),
    choose(path) {
      change({ current: path })
      list.narrow({ category: path })
    },
    name: (naming) => change({ naming }),
    async named(typed) {
      const { naming } = tree()
      change({ naming: null })
      const name = typed.replaceAll(pathMark, ' ').trim()
      if (naming === null || name === '') return
      if (naming.kind === 'rename') {
        if (name !== nameOf(naming.path)) await propose(naming.path, join(parentOf(naming.path), name))
        return
      }
      const path = join(naming.path, name)
      store.setState(({ emptyCategories }) => ({ emptyCategories: [...new Set([...emptyCategories, path])] }))
      expand(naming.path, true)
      change({ current: path })
    },
    cut: (cut) => change({ cut }),
    async move(from, under) {
      change({ cut: null })
      const entryId = entryOfKey(from)
      if (entryId === undefined) await propose(from, join(under, nameOf(from)))
      else change({ pending: { moves: [{ entryIds: [entryId], category: under }], entries: 1 } })
    },
    async confirm() {
      const { pending } = tree()
      change({ pending: null })
      for (const { entryIds, category } of pending?.moves ?? []) {
        await list.bulkOf(entryIds, { kind: 'category', category })
      }
    },
    cancel: () => change({ pending: null }),
  }
}
