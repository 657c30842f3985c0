import type { NameIndex, NameMatch } from '../../../text/name-index.ts'
import type { FoundPart } from './address-parts.ts'
import type { Line } from '../hearing/hearing.ts'
import type { PlaceName } from './place-names.ts'

/** What may follow a street or town in short; 路, 大道, 公园 … make another name of it. */
const endsName = /^(?:[的地得那哪这嘛吧啊哦呀]|$)/

/**
 * 大岗 in 南沙大岗豪岗大道, 狮岭 in 花都区狮岭的皮具厂: what stands right behind a district, and is with its
 * 镇 or 街道 a name of the pack, or sounds like one of that district, is that street or town in short, where a road
 * follows or the name ends.
 */
export function streetsInShort(
  line: Line,
  matches: readonly NameMatch<PlaceName>[],
  places: NameIndex<PlaceName>,
): readonly FoundPart[] {
  const before = streetsOfRoads(line, matches, places)
  const behind = matches.flatMap((match): FoundPart[] => {
    const district = match.values[0]
    return district?.part === 'district' ? streetsBehind(line, match.end, district, matches, places) : []
  })
  return [...behind, ...before.filter(({ start }) => behind.every((other) => other.start !== start))]
}

function streetsBehind(
  { text, breaks }: Line,
  start: number,
  district: PlaceName,
  matches: readonly NameMatch<PlaceName>[],
  places: NameIndex<PlaceName>,
): FoundPart[] {
  return [3, 2].flatMap((length): FoundPart[] => {
    const words = text.slice(start, start + length)
    const end = start + length
    const street = streetNamed(words, places, district.value)
    if (street === undefined || matches.some((other) => other.start >= start && other.start < end)) return []
    // 洛浦那个洛浦公园 begins again.
    if (text.slice(end, end + 4 + length).includes(words)) return []
    const road = matches.some((other) => other.start === end && other.values[0]?.part === 'road')
    if (!road && !endsName.test(text.slice(end)) && !breaks.has(end)) return []
    return [{ part: 'street', value: street.value, start, end, confidence: 0.85, heardAs: undefined }]
  })
}

const nameBefore = /(?<=^|[啊啦呀嘛是在就到哦的])(?<name>\p{Script=Han}{3})的$/u

/**
 * 石围塘 in 石围塘的芳村大道西: the street or town in short of a road that follows with 的 and lies in the same district; a name of two
 * syllables (琶洲) is that of a quarter as often.
 */
function streetsOfRoads(
  line: Line,
  matches: readonly NameMatch<PlaceName>[],
  places: NameIndex<PlaceName>,
): readonly FoundPart[] {
  return matches.flatMap(({ start: road, values }): FoundPart[] => {
    const [place] = values
    const name = nameBefore.exec(line.text.slice(0, road))?.groups?.['name']
    if (place?.part !== 'road' || name === undefined) return []
    const [start, end] = [road - 1 - name.length, road - 1]
    const street = streetNamed(name, places)
    const shared = street?.within?.some((district) => place.within?.includes(district)) === true
    if (street === undefined || !shared || matches.some((other) => other.start < end && other.end > start))
      return []
    return [{ part: 'street', value: street.value, start, end, confidence: 0.85, heardAs: undefined }]
  })
}

/** A name of at least so much likeness is said with the very syllables. */
const verySound = 0.85

/** The street or town of that name, and in a `district` also one of that sound: 同河 in 白云区同河的. */
function streetNamed(words: string, places: NameIndex<PlaceName>, district?: string): PlaceName | undefined {
  if (!/^\p{Script=Han}{2,3}$/u.test(words)) return undefined
  return ['镇', '街道']
    .flatMap((suffix) => places.find(words + suffix))
    .filter(({ start, values }) => start === 0 && values[0]?.part === 'street')
    .flatMap(({ by, similarity, values }) => {
      if (by === 'text') return values
      return similarity < verySound
        ? []
        : values.filter(({ within }) => district !== undefined && within?.includes(district))
    })[0]
}

/**
 * 温泉镇 in 从化温泉镇, though 从化温泉 is a place, and 南村镇 in 华碧新城南村镇, though 城南村 is a village: the name of a street or
 * town that reaches further stands against one that it overlaps.
 */
export function streetsFirst(
  line: Line,
  matches: readonly NameMatch<PlaceName>[],
  places: NameIndex<PlaceName>,
): readonly NameMatch<PlaceName>[] {
  return matches.flatMap((match): readonly NameMatch<PlaceName>[] => {
    const part = match.values[0]?.part
    const suffix = /^(?:镇|街道|乡)/.exec(line.text.slice(match.end))?.[0]
    if (suffix === undefined || (part !== 'poi' && part !== 'community')) return [match]
    const within = places.find(line.text.slice(match.start + 1, match.end + suffix.length))
    const street = within.find(({ by, values }) => by === 'text' && values[0]?.part === 'street')
    if (street?.end !== match.end + suffix.length - match.start - 1) return [match]
    const start = match.start + 1 + street.start
    const before = places.find(line.text.slice(match.start, start))
    return [...before.map((other) => shifted(other, match.start)), shifted(street, match.start + 1)]
  })
}

const shifted = (match: NameMatch<PlaceName>, by: number): NameMatch<PlaceName> => ({
  ...match,
  start: match.start + by,
  end: match.end + by,
})
