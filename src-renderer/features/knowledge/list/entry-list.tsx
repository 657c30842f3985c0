import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { EntryRow } from '#shared/contract/knowledge-views.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { useBench, useBenchState } from '../state/bench.ts'
import { EntryRowView } from './entry-row.tsx'
import { rowsInSight } from './rows-in-sight.ts'

const optionId = (place: number): string => `entry-row-${String(place)}`

/** The entries that fit, however many: only the rows in sight are drawn, and asked for. */
export function EntryList(): ReactNode {
  const bench = useBench()
  const { rows, total, cursor, selected } = useBenchState((state) => state.list)
  const openId = useBenchState((state) => state.open?.view.entryId)
  const unsaved = useBenchState((state) => state.unsaved)
  const { box, probe, scrollTop, height, row } = useSizes()
  const count = total ?? 0
  const sight = rowsInSight({ scrollTop, height, row, total: count })

  useEffect(() => {
    bench.list.need(sight.from, Math.max(sight.from, sight.to - 1))
  }, [bench, sight.from, sight.to, total])

  function moveTo(place: number): void {
    const next = Math.max(0, Math.min(place, count - 1))
    bench.list.moveTo(next)
    const element = box.current
    if (element === null) return
    if (next * row < element.scrollTop) element.scrollTo({ top: next * row })
    if ((next + 1) * row > element.scrollTop + height) element.scrollTo({ top: (next + 1) * row - height })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(height / row) - 1)
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowDown: cursor + 1, ArrowUp: cursor - 1, PageDown: cursor + page, PageUp: cursor - page },
      ...{ Home: 0, End: count - 1 },
    }
    const next = steps[event.key]
    const at = rows.get(cursor)
    if (next !== undefined) moveTo(next)
    else if (event.key === 'Enter' && at !== undefined) void bench.entry.open(at.entryId)
    else if (event.key === ' ' && at !== undefined) bench.list.toggle(at.entryId)
    else if (event.key === 'a' && event.ctrlKey) void bench.list.selectAll()
    else if (event.key === 'Escape' && selected.size > 0) bench.list.clearSelection()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const places = Array.from({ length: sight.to - sight.from }, (_, index) => sight.from + index)
  return (
    <div
      ref={box}
      className="entry-list"
      role="listbox"
      tabIndex={0}
      data-column-entry=""
      aria-label={knowledgeText.list.title}
      aria-multiselectable
      aria-activedescendant={rows.has(cursor) ? optionId(cursor) : undefined}
      onKeyDown={onKeyDown}
    >
      <div ref={probe} className="entry-probe" aria-hidden />
      {total === null && <p className="empty">{knowledgeText.list.loading}</p>}
      {total === 0 && <p className="empty">{knowledgeText.list.none}</p>}
      <div className="entry-space" role="presentation" style={{ height: count * row }}>
        {places.map((place) => (
          <EntryRowView
            key={place}
            id={optionId(place)}
            top={place * row}
            place={place}
            total={count}
            row={rows.get(place)}
            atCursor={place === cursor}
            open={rows.get(place)?.entryId === openId}
            selected={isSelected(rows.get(place), selected)}
            unsaved={rows.get(place) !== undefined && Object.hasOwn(unsaved, rows.get(place)?.entryId ?? '')}
          />
        ))}
      </div>
    </div>
  )
}

function isSelected(row: EntryRow | undefined, selected: ReadonlySet<string>): boolean {
  return row !== undefined && selected.has(row.entryId)
}

/** What is in sight of the list, in px: a row is as high as an empty one that is always there. */
function useSizes() {
  const box = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLDivElement>(null)
  const [sizes, setSizes] = useState({ scrollTop: 0, height: 600, row: 52 })
  useLayoutEffect(() => {
    const element = box.current
    const measure = (): void => {
      if (element === null) return
      const { scrollTop, clientHeight: height } = element
      setSizes((old) => ({ scrollTop, height, row: probe.current?.offsetHeight ?? old.row }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    if (element !== null) observer.observe(element)
    if (probe.current !== null) observer.observe(probe.current)
    element?.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element?.removeEventListener('scroll', measure)
    }
  }, [])
  return { box, probe, ...sizes }
}
