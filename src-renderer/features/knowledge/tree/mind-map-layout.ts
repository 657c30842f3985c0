import type { CategoryNode } from './category-tree.ts'

/** An entry as a leaf of the map. */
export interface MapEntry {
  readonly entryId: string
  readonly title: string
}

export interface MapBox {
  readonly key: string
  readonly kind: 'category' | 'entry' | 'more'
  /** Path of the category, id of the entry, or how many entries are not drawn. */
  readonly value: string
  readonly label: string
  readonly count: number | null
  readonly x: number
  readonly y: number
  readonly width: number
  readonly parent: string | null
}

export interface MapSizes {
  readonly row: number
  readonly columnGap: number
  readonly padding: number
  /** Width of a text in px, as the page draws it. */
  readonly widthOf: (text: string) => number
}

export interface MapLayout {
  readonly boxes: readonly MapBox[]
  readonly width: number
  readonly height: number
}

/** Entries drawn under a category; the list has the rest. */
export const mostLeaves = 40

/**
 * Lays the categories out as a mind map (思维导图) from left to right: a box a row, a parent in the middle of its children. The
 * children of a category, and its own `entries`, are drawn where it is expanded.
 */
export function layOutMap(
  root: CategoryNode,
  expanded: ReadonlySet<string>,
  entries: ReadonlyMap<string, readonly MapEntry[]>,
  sizes: MapSizes,
): MapLayout {
  const boxes: MapBox[] = []
  let rows = 0
  let right = 0

  const put = (box: Omit<MapBox, 'width' | 'y'>, y: number): void => {
    const shown = box.count === null ? box.label : `${box.label} ${String(box.count)}`
    const width = sizes.widthOf(shown) + sizes.padding * 2
    right = Math.max(right, box.x + width)
    boxes.push({ ...box, width, y })
  }
  const leaf = (box: Omit<MapBox, 'width' | 'y'>): number => {
    const y = rows * sizes.row
    rows += 1
    put(box, y)
    return y
  }

  const lay = (node: CategoryNode, x: number, parent: string | null): number => {
    const key = `c:${node.path}`
    const { path: value, name: label, entries: count } = node
    const box = { key, kind: 'category' as const, value, label, count, x, parent }
    const open = node.path === '' || expanded.has(node.path)
    const own = open && node.path !== '' ? (entries.get(node.path) ?? []) : []
    if (!open || node.children.length + own.length === 0) return leaf(box)
    const nextX =
      x + sizes.widthOf(`${node.name} ${String(node.entries)}`) + sizes.padding * 2 + sizes.columnGap
    const places = node.children.map((child) => lay(child, nextX, key))
    for (const { entryId, title } of own.slice(0, mostLeaves)) {
      places.push(
        leaf({
          key: `e:${entryId}`,
          kind: 'entry',
          value: entryId,
          label: title,
          count: null,
          x: nextX,
          parent: key,
        }),
      )
    }
    if (own.length > mostLeaves) {
      const rest = String(own.length - mostLeaves)
      places.push(
        leaf({
          key: `m:${node.path}`,
          kind: 'more',
          value: rest,
          label: rest,
          count: null,
          x: nextX,
          parent: key,
        }),
      )
    }
    const y = ((places[0] ?? 0) + (places.at(-1) ?? 0)) / 2
    put(box, y)
    return y
  }

  lay(root, 0, null)
  return { boxes, width: right, height: rows * sizes.row }
}
