import type { CategoryCount } from '../state/bench-store.ts'

/** Parts the levels of a category's path: 社会保险/社保卡. */
export const pathMark = '/'

export interface CategoryNode {
  readonly path: string
  readonly name: string
  /** Entries in it and below it. */
  readonly entries: number
  readonly children: readonly CategoryNode[]
}

/** A category, or an entry in it, as a tree shows it: level and place count from 1. */
export interface TreeRow {
  /** Path of the category, or {@link entryKey} of the entry. */
  readonly key: string
  readonly entryId: string | null
  readonly name: string
  /** Entries in a category and below it; null for an entry. */
  readonly entries: number | null
  /** Whether there is something below it, and it is open. */
  readonly folds: boolean
  readonly open: boolean
  /** Key of the row above it in the tree. */
  readonly parent: string
  readonly level: number
  readonly place: number
  readonly siblings: number
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** The tree of all categories; entries without one count for the root alone. `empty` are paths without an entry yet. */
export function buildTree(
  counts: readonly CategoryCount[],
  empty: readonly string[],
  name: string,
): CategoryNode {
  interface Growing {
    readonly path: string
    readonly name: string
    own: number
    readonly children: Map<string, Growing>
  }
  const root: Growing = { path: '', name, own: 0, children: new Map() }
  for (const { category, entries } of [...counts, ...empty.map((category) => ({ category, entries: 0 }))]) {
    let node = root
    for (const part of partsOf(category)) {
      const path = join(node.path, part)
      const child = node.children.get(part) ?? { path, name: part, own: 0, children: new Map() }
      node.children.set(part, child)
      node = child
    }
    node.own += entries
  }
  const settle = (node: Growing): CategoryNode => {
    const children = [...node.children.values()]
      .map(settle)
      .toSorted((left, right) => collator.compare(left.name, right.name))
    const entries = children.reduce((sum, child) => sum + child.entries, node.own)
    return { path: node.path, name: node.name, entries, children }
  }
  return settle(root)
}

function partsOf(path: string): readonly string[] {
  return path
    .split(pathMark)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The path of a category under another; the root's path is empty. */
export function join(parent: string, name: string): string {
  return parent === '' ? name : `${parent}${pathMark}${name}`
}

export function parentOf(path: string): string {
  const at = path.lastIndexOf(pathMark)
  return at < 0 ? '' : path.slice(0, at)
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(pathMark) + 1)
}

export function isWithin(path: string, category: string): boolean {
  return path === category || path.startsWith(category + pathMark)
}

/** What a category is called once `from` is `to`; undefined where that does not concern it. */
export function movedPath(category: string, from: string, to: string): string | undefined {
  return isWithin(category, from) ? to + category.slice(from.length) : undefined
}

const entryMark = '\n'

/** Key of an entry's row in the tree; no path of a category looks like it. */
export function entryKey(entryId: string): string {
  return entryMark + entryId
}

/** The entry that a key of the tree stands for; undefined for a category. */
export function entryOfKey(key: string): string | undefined {
  return key.startsWith(entryMark) ? key.slice(entryMark.length) : undefined
}

/**
 * The rows on screen, the root first: what is below a category only where it is expanded. With `leaves` the entries of a category
 * are rows as well.
 */
export function visibleRows(
  root: CategoryNode,
  expanded: ReadonlySet<string>,
  leaves?: ReadonlyMap<string, readonly { readonly entryId: string; readonly title: string }[]>,
): readonly TreeRow[] {
  const rows: TreeRow[] = []
  const add = (node: CategoryNode, level: number, place: number, siblings: number): void => {
    const open = node.path === '' || expanded.has(node.path)
    const folds = node.children.length > 0 || (leaves !== undefined && node.entries > 0)
    const { path: key, name, entries } = node
    rows.push({
      key,
      entryId: null,
      name,
      entries,
      folds,
      open,
      parent: parentOf(key),
      level,
      place,
      siblings,
    })
    if (!open) return
    const own = leaves?.get(key) ?? []
    const below = node.children.length + own.length
    node.children.forEach((child, index) => add(child, level + 1, index + 1, below))
    own.forEach(({ entryId, title }, index) => {
      const leaf = { key: entryKey(entryId), entryId, name: title, entries: null, folds: false, open: false }
      rows.push({
        ...leaf,
        ...{ parent: key, level: level + 1, place: node.children.length + index + 1, siblings: below },
      })
    })
  }
  add(root, 1, 1, 1)
  return rows
}
