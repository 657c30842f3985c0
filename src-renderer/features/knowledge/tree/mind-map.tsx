import { useEffect, useMemo, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { knowledgeText } from '../../../text/knowledge.ts'
import { useBench, useBenchState } from '../state/bench.ts'
import { entryKey } from './category-tree.ts'
import { useCategoryTree } from './category-tree-view.tsx'
import { layOutMap, type MapBox } from './mind-map-layout.ts'
import { useMapEntries } from './use-map-entries.ts'

const { map: words } = knowledgeText
/** Pointer travel in px from which on a press is a drag. */
const dragFrom = 6

/** 思维导图: the same categories drawn, to be opened and moved with the mouse. The tree beside it is its twin for keys. */
export function MindMap(): ReactNode {
  const bench = useBench()
  const root = useCategoryTree()
  const { expanded, current } = useBenchState((state) => state.tree)
  const entries = useMapEntries(true)
  const row = useRowHeight()
  const widthOf = useMemo(() => textWidth(), [])
  const { boxes, width, height } = layOutMap(root, expanded, entries, {
    ...{ row, columnGap: 40, padding: 10, widthOf },
  })
  const byKey = new Map(boxes.map((box) => [box.key, box]))
  const { drag, over, start } = useDrag(boxes, (box, target) => {
    void bench.tree.move(box.kind === 'entry' ? entryKey(box.value) : box.value, target)
  })

  function press(box: MapBox): void {
    if (box.kind === 'entry') {
      bench.show('entries')
      void bench.entry.open(box.value)
    } else if (box.kind === 'category') {
      bench.tree.point(box.value)
      if (box.value !== '') bench.tree.expand(box.value, !expanded.has(box.value))
    }
  }

  return (
    <div className="mind-map" data-column="map">
      <p className="mind-map-about">{words.about}</p>
      {/* The tree says the same to those who do not see it. */}
      <svg width={width + 32} height={height + 24} aria-hidden>
        <g transform="translate(16 12)">
          {boxes.map((box) => {
            const parent = box.parent === null ? undefined : byKey.get(box.parent)
            return parent === undefined ? null : <Branch key={box.key} from={parent} to={box} row={row} />
          })}
          {boxes.map((box) => (
            <g
              key={box.key}
              className="map-box"
              data-kind={box.kind}
              data-current={current === (box.kind === 'entry' ? entryKey(box.value) : box.value)}
              data-over={over === box.key}
              data-dragged={drag === box.key}
              transform={`translate(${String(box.x)} ${String(box.y)})`}
              onPointerDown={(event) => start(event, box, () => press(box))}
            >
              <rect width={box.width} height={row - 6} rx={4} />
              <text x={10} y={(row - 6) / 2}>
                {box.kind === 'more' ? words.more(box.value) : box.label}
                {box.count !== null && <tspan className="map-count"> {box.count}</tspan>}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </div>
  )
}

function Branch({ from, to, row }: { readonly from: MapBox; readonly to: MapBox; readonly row: number }) {
  const middle = (row - 6) / 2
  const [x, y] = [from.x + from.width, from.y + middle]
  const [endX, endY] = [to.x, to.y + middle]
  const bend = (x + endX) / 2
  const points = [x, y, bend, y, bend, endY, endX, endY].map(String)
  return <path className="map-branch" d={`M${points.slice(0, 2).join(' ')}C${points.slice(2).join(' ')}`} />
}

/** Drags a box onto a category; a press without a drag is a press. */
function useDrag(boxes: readonly MapBox[], drop: (box: MapBox, target: string) => void) {
  const [drag, setDrag] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const latest = useRef({ boxes, drop })
  useEffect(() => {
    latest.current = { boxes, drop }
  })

  function start(event: PointerEvent<SVGGElement>, box: MapBox, press: () => void): void {
    if (event.button !== 0) return
    const svg = event.currentTarget.ownerSVGElement
    const origin = { x: event.clientX, y: event.clientY }
    let moved = false
    const target = (move: globalThis.PointerEvent): MapBox | undefined => {
      const frame = svg?.getBoundingClientRect()
      if (frame === undefined) return undefined
      const [x, y] = [move.clientX - frame.left - 16, move.clientY - frame.top - 12]
      return latest.current.boxes.find(
        (other) =>
          other.kind === 'category' &&
          other.key !== box.key &&
          x >= other.x &&
          x <= other.x + other.width &&
          y >= other.y &&
          y <= other.y + 30,
      )
    }
    const onMove = (move: globalThis.PointerEvent): void => {
      moved ||= Math.hypot(move.clientX - origin.x, move.clientY - origin.y) > dragFrom
      if (!moved || box.kind === 'more' || box.value === '') return
      setDrag(box.key)
      setOver(target(move)?.key ?? null)
    }
    const onUp = (up: globalThis.PointerEvent): void => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      setDrag(null)
      setOver(null)
      const onto = target(up)
      if (!moved) press()
      else if (onto !== undefined && box.kind !== 'more' && box.value !== '')
        latest.current.drop(box, onto.value)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
  }
  return { drag, over, start }
}

/** Measures text as the page draws it. */
function textWidth(): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  const { fontSize, fontFamily } = getComputedStyle(document.body)
  if (context !== null) context.font = `${fontSize} ${fontFamily}`
  return (text) => context?.measureText(text).width ?? text.length * 14
}

function useRowHeight(): number {
  const value = getComputedStyle(document.documentElement).getPropertyValue('--row')
  return Number.parseFloat(value) || 32
}
