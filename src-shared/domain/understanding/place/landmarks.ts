import type { Line } from '../hearing/hearing.ts'
import type { FoundPart } from './address-parts.ts'
import type { Statement } from './address-statements.ts'

const side = '(?:(?:斜|正)?对面|旁边|隔壁|旁(?=对|是|的|$))'
const behindRoad = new RegExp(
  `^(?:[边路]?上|那边|那里|[那有一][个家]|叫(?:什么|做)?|反正|就是?|好像|大概|应该)*的?(?<place>(?!.*[是在到我你他的去和号有说])\\p{Script=Han}{2,7}?${side})`,
  'u',
)
const sideAfter = /^的?(?<side>[斜正]?对面)/

/** 加油站对面 in 盘古南路加油站对面: the road is known, and what stands opposite tells where on it. */
export function besideLandmarks(line: Line, parts: readonly FoundPart[]): readonly FoundPart[] {
  return parts.flatMap((part, index) => {
    if (part.part !== 'road') return isCovered(line, part, parts) ? [] : [part]
    const end = placeBehind(line, part, parts)
    const others = parts.slice(index + 1).filter((other) => other.start < end)
    if (
      end === 0 ||
      others.some((other) => other.part !== 'poi' && other.part !== 'community' && other.part !== 'detail')
    )
      return [part]
    return [part, besideDetail(line, part.end, end)]
  })
}

/** Where a landmark behind a road ends with its side: 0 where there is none, or beside a place that has its own name. */
function placeBehind({ text }: Line, road: FoundPart, parts: readonly FoundPart[]): number {
  const words = behindRoad.exec(text.slice(road.end))?.[0]
  if (words === undefined) return 0
  const end = road.end + words.length
  const within = parts.some(({ part, start }) => part === 'poi' && start >= road.end && start < end)
  return within && !words.endsWith('对面') ? 0 : end
}

const isCovered = (line: Line, part: FoundPart, parts: readonly FoundPart[]): boolean =>
  (part.part === 'poi' || part.part === 'community' || part.part === 'detail') &&
  parts.some((road) => {
    const end = road.part === 'road' && road.end <= part.start ? placeBehind(line, road, parts) : 0
    return part.part === 'detail' ? part.start < end : part.end <= end
  })

function besideDetail(line: Line, from: number, end: number): FoundPart {
  const place = behindRoad.exec(line.text.slice(from))?.groups?.['place'] ?? ''
  return {
    part: 'detail',
    value: place,
    start: from,
    end,
    confidence: 0.75,
    heardAs: undefined,
    beside: true,
  }
}

/** 西堤码头再往北两百米. */
const onwards = /^的?(?:那边|那里)?[再在]?往/

/** A landmark that is no place itself where a road is known: with a house number it tells nothing more, without one its side does. */
export function withoutLandmark(
  { line, parts }: Statement,
  known: { readonly road: boolean; readonly number: boolean },
): readonly FoundPart[] {
  const last = parts.at(-1)
  const road = known.road || parts.some(({ part }) => part === 'road')
  if (last?.part !== 'poi' || !road) return parts
  const before = parts.slice(0, -1)
  if (known.number || parts.some(({ part }) => part === 'number') || onwards.test(line.text.slice(last.end)))
    return before
  const which = sideAfter.exec(line.text.slice(last.end))?.groups?.['side']
  return which === undefined
    ? parts
    : [
        ...before,
        { ...last, part: 'detail', value: last.value + which, end: last.end + which.length, beside: true },
      ]
}
