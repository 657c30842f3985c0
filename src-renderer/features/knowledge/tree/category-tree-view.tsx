import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { knowledgeText } from '../../../text/knowledge.ts'
import { useBench, useBenchState } from '../state/bench.ts'
import { buildTree, visibleRows, type CategoryNode, type TreeRow } from './category-tree.ts'
import { NameInput } from './name-input.tsx'
import { useMapEntries } from './use-map-entries.ts'

const { tree: words } = knowledgeText

export function useCategoryTree(): CategoryNode {
  const categories = useBenchState((state) => state.categories)
  const empty = useBenchState((state) => state.emptyCategories)
  return useMemo(() => buildTree(categories, empty, words.all), [categories, empty])
}

interface CategoryTreeProps {
  /** Whether entries are rows as well. */
  readonly withEntries: boolean
}

/** The categories as a tree for keys: everything that the map does with the mouse. */
export function CategoryTree({ withEntries }: CategoryTreeProps): ReactNode {
  const bench = useBench()
  const root = useCategoryTree()
  const { expanded, current, cut, naming } = useBenchState((state) => state.tree)
  const chosen = useBenchState((state) => state.list.filter.category)
  const leaves = useMapEntries(withEntries)
  const rows = visibleRows(root, expanded, withEntries ? leaves : undefined)
  const element = useRef<HTMLUListElement>(null)
  const named = useRef(false)
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === current),
  )

  // The focus follows the row that the keys moved to, once it is drawn, and comes back from a name.
  useEffect(() => {
    const list = element.current
    const wasNaming = named.current
    named.current = naming !== null
    if (naming !== null || (!wasNaming && list?.contains(document.activeElement) !== true)) return
    list?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [current, naming])

  function open(row: TreeRow): void {
    if (row.entryId === null) bench.tree.choose(row.key)
    else {
      bench.show('entries')
      void bench.entry.open(row.entryId)
    }
  }

  function press(row: TreeRow): void {
    bench.tree.point(row.key)
    if (row.folds && row.key !== '' && (withEntries || row.key === chosen)) {
      bench.tree.expand(row.key, !row.open)
    }
    if (!withEntries || row.entryId !== null) open(row)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const here = rows[at]
    if (naming !== null || here === undefined || event.altKey) return
    const run = treeKey(event, {
      here,
      before: rows[at - 1],
      after: rows[at + 1],
      first: rows[0],
      last: rows.at(-1),
    })
    if (run === undefined) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }

  function treeKey(
    event: KeyboardEvent,
    { here, before, after, first, last }: Around,
  ): (() => void) | undefined {
    const go = (row: TreeRow | undefined) => () => row !== undefined && bench.tree.point(row.key)
    const isCategory = here.entryId === null
    if (event.ctrlKey || event.metaKey) {
      const chords: Readonly<Record<string, () => void>> = {
        x: () => bench.tree.cut(here.key === '' ? null : here.key),
        v: () => cut !== null && isCategory && void bench.tree.move(cut, here.key),
      }
      return chords[event.key.toLowerCase()]
    }
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: go(after),
      ArrowUp: go(before),
      Home: go(first),
      End: go(last),
      ArrowRight: () => (here.open || !here.folds ? go(after)() : bench.tree.expand(here.key, true)),
      ArrowLeft: () =>
        here.open && here.folds && here.key !== ''
          ? bench.tree.expand(here.key, false)
          : bench.tree.point(here.parent),
      Enter: () => open(here),
      ' ': () => open(here),
      F2: () => isCategory && here.key !== '' && bench.tree.name({ kind: 'rename', path: here.key }),
      Insert: () => isCategory && bench.tree.name({ kind: 'child', path: here.key }),
      Escape: () => bench.tree.cut(null),
    }
    return keys[event.key]
  }

  return (
    <ul ref={element} className="category-tree" role="tree" aria-label={words.title} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <li
          key={row.key}
          role="treeitem"
          className="category-row"
          style={{ paddingLeft: `${String(8 + (row.level - 1) * 14)}px` }}
          tabIndex={index === at ? 0 : -1}
          {...(index === at ? { 'data-column-entry': '' } : {})}
          aria-level={row.level}
          aria-posinset={row.place}
          aria-setsize={row.siblings}
          aria-expanded={row.folds ? row.open : undefined}
          aria-selected={row.key === chosen}
          data-cut={row.key === cut}
          data-leaf={row.entryId !== null}
          onClick={() => press(row)}
          onFocus={(event) => {
            if (event.target === event.currentTarget && row.key !== current) bench.tree.point(row.key)
          }}
        >
          <span className="category-fold" aria-hidden>
            {row.key === '' || !row.folds ? '' : row.open ? '▾' : '▸'}
          </span>
          {naming?.path === row.key && naming.kind === 'rename' ? (
            <NameInput initial={row.name} />
          ) : (
            <span className="category-name">{row.name}</span>
          )}
          {row.entries !== null && <span className="category-count">{row.entries}</span>}
          {naming?.path === row.key && naming.kind === 'child' && <NameInput initial="" />}
        </li>
      ))}
    </ul>
  )
}

interface Around {
  readonly here: TreeRow
  readonly before: TreeRow | undefined
  readonly after: TreeRow | undefined
  readonly first: TreeRow | undefined
  readonly last: TreeRow | undefined
}
