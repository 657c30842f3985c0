import type { Line } from '../hearing/hearing.ts'
import type { FoundPart } from './address-parts.ts'

/** Where at a place something is: below its bridge, at the river, in its entrance. */
export const spotSource = [
  '桥[底下](?:[下头面])?|桥洞|天桥(?:底下?|下面?)?|隧道口?|涵洞|[河江湖塘海水池岸][边岸]|河涌边?|涌边',
  '村口|巷口|楼梯[口间]|电梯[口间]|楼道|大堂|走廊|天台|楼顶|窗[台户]?外面?|(?<=[门面边口])广场|空地|草地',
  '栈道|缆车|祠堂(?:门口)?|榕树(?:底下?|下)',
].join('|')
/** What stands there, and tells where only with a side: 后面工地. */
const objects =
  '院子|工地|铁皮[棚屋]|车棚|公交站台?|公交站牌|站台|公厕|(?:公用|公共)?厕所(?:门口)?|垃圾[站房池屋]|人行道|绿化带|排水沟'

const joint = '(?:的|那边的?|那里的?|上的?|里面的?|[那这哪][个条片块座])'
const behind = new RegExp(
  `^${joint}*(?:附近|小区(?=门口|后面))?(?<side>斜对面|[后对]面|旁边?|门口)?${joint}*(?<spot>${spotSource}|${objects})`,
  'u',
)
const anObject = new RegExp(`^(?:${objects})$`, 'u')
const hosts: readonly FoundPart['part'][] = ['road', 'number', 'poi', 'community', 'detail']

/** 桥下 behind 黄石东路, 门口空地 behind an estate, 村口 of 三元里村口: where at the place it is. */
export function withSpots(line: Line, parts: readonly FoundPart[]): readonly FoundPart[] {
  return parts.reduce<readonly FoundPart[]>((found, part, index) => {
    if (found.some(({ start, end }) => part.start >= start && part.end <= end)) return found
    const spot = hosts.includes(part.part) ? spotBehind(line, part) : undefined
    const covered = parts.slice(index + 1).filter(({ start }) => spot !== undefined && start < spot.end)
    if (spot === undefined || covered.some((other) => other.part !== 'detail' || other.end > spot.end))
      return [...found, part]
    return [...found, part, spot].filter((other) => !covered.includes(other))
  }, [])
}

function spotBehind({ text }: Line, part: FoundPart): FoundPart | undefined {
  const after = text.slice(part.end)
  if (part.value.endsWith('村') && /^口(?!味|罩|碑|头)/.test(after))
    return spot('村口', part.end, part.end + 1)
  const match = behind.exec(after)
  const words = match?.groups?.['spot']
  if (match === null || words === undefined) return undefined
  if (words === '村口' && part.part === 'community') return undefined
  if (match.groups?.['side'] === undefined && part.part !== 'detail' && anObject.test(words)) return undefined
  return spot(`${match.groups?.['side'] ?? ''}${asWritten(words)}`, part.end, part.end + match[0].length)
}

/** 桥底下 is 桥底, 桥下头 桥下. */
const asWritten = (words: string): string => words.replace(/(?<=桥[底下])[下头面]$|(?<=外)面$/, '')

const spot = (value: string, start: number, end: number): FoundPart => ({
  part: 'detail',
  value,
  start,
  end,
  confidence: 0.8,
  heardAs: undefined,
})
