import type { NameIndex, NameMatch } from '../../../text/name-index.ts'
import type { FoundPart } from './address-parts.ts'
import type { Line } from '../hearing/hearing.ts'
import type { AddressPart, PlaceName } from './place-names.ts'
import { streetsFirst, streetsInShort } from './streets-in-short.ts'

/** What ends a name of telling shape: 塘新村 is no slip for 塘星村. */
const telling = /(新村|花园|小区|大厦|广场)$/
/** Words after a district that make another name of it. */
const otherName =
  /^(城(?!中村)|客运|体育(?![东西]路)|公园|机场|广场|大道|湖|山|站|港|新城|儿童|医院|大学|中学|塔|路|南路|北路|东路|西路)/

const misheardSuffix = /^[去曲趋屈渠取驱]/
const roadBehind = /^[东南西北中一二三四五]?(?:路(?!口|边|上)|大道|街(?!道|口|边|上))/

/** The parts of an address that the pack lists, by text or by sound. */
export function knownParts(line: Line, places: NameIndex<PlaceName>): readonly FoundPart[] {
  const matches = streetsFirst(line, places.find(line.text), places).filter(
    (match) => !isShaped(line, match) && !isSpelling(line, match) && !isOrdinary(line, match),
  )
  const streets = streetsInShort(line, matches, places)
  const listed = matches.flatMap((match): FoundPart[] => {
    const [place] = match.values
    if (place === undefined || isOffice(line.text.slice(match.end), place.part)) return []
    // 龙洞街 in 龙洞街坊.
    if (place.part === 'street' && match.name.endsWith('街') && line.text.startsWith('坊', match.end))
      return []
    // 天河城 in 天河城管.
    // 江南西 in 江南西路, which the pack does not have, is no station.
    if (place.part === 'poi' && roadBehind.test(line.text.slice(match.end))) return []
    if (match.name.endsWith('城') && line.text.charAt(match.end) === '管') return []
    // 鹭江 with 站 is a station, where alone it may be a quarter.
    if (place.area === true && /^站(?![点长台务])/.test(line.text.slice(match.end)))
      return [stationAt(line, match)]
    // 荔湾去花地大道: 区 as the recogniser wrote it.
    const slip = place.short && misheardSuffix.test(line.text.slice(match.end)) ? 1 : 0
    const next = matches.find((other) => other.start === match.end + slip && other.values[0]?.short !== true)
    const before = next !== undefined || streets.some(({ start }) => start === match.end)
    if (place.short && !before && !isPlaceAlone(line, match, matches)) return []
    const heardAs = match.by === 'sound' ? line.text.slice(match.start, match.end) : undefined
    const confidence = match.by === 'text' ? 0.95 : Math.min(match.similarity, 0.85)
    const area = place.area ? { area: true } : {}
    return [
      {
        part: place.part,
        value: place.value,
        start: match.start,
        end: next === undefined ? match.end : match.end + slip,
        confidence,
        heardAs,
        ...area,
      },
    ]
  })
  return [...listed, ...districtsBefore(line, listed, places), ...streets].sort((a, b) => a.start - b.start)
}

/** 南杀 before 黄阁镇: a short form of two syllables is known by its sound only before a place. */
function districtsBefore(
  line: Line,
  listed: readonly FoundPart[],
  places: NameIndex<PlaceName>,
): readonly FoundPart[] {
  return listed.flatMap(({ part, start: from }): FoundPart[] => {
    const start = line.text.charAt(from - 1) === '的' ? from - 1 : from
    const free = start >= 2 && !listed.some(({ end }) => end > start - 2 && end <= start)
    const heardAs = line.text.slice(start - 2, start)
    if (!free || part === 'district' || !/^\p{Script=Han}{2}$/u.test(heardAs)) return []
    // 区 makes it a name of three syllables, which the index knows by sound.
    const match = places.find(`${heardAs}区`)[0]
    const place = match?.values[0]
    if (match?.by !== 'sound' || match.name.length !== 3 || place?.part !== 'district') return []
    return [{ part: 'district', value: place.value, start: start - 2, end: start, confidence: 0.8, heardAs }]
  })
}

const stationAt = (line: Line, { name, start, end, by, similarity }: NameMatch<PlaceName>): FoundPart => ({
  part: 'poi',
  value: `${name}站`,
  start,
  end: end + 1,
  confidence: by === 'text' ? 0.95 : Math.min(similarity, 0.85),
  heardAs: by === 'sound' ? line.text.slice(start, end + 1) : undefined,
})

const isShaped = (line: Line, match: NameMatch<PlaceName>): boolean =>
  match.by === 'sound' &&
  telling.test(line.text.slice(match.start, match.end)) &&
  !match.name.endsWith(line.text.slice(match.end - 2, match.end))

/** 建议社区 is no slip for 江怡社区, and 大厦地 of 大厦地下 none for 大沙地. */
const ordinary =
  /^(?:大厦|大楼|花园|小区|公寓|建议|投诉|举报|反映|希望|要求|咨询|表扬|感谢|现在|已经|因为|所以)/
const isOrdinary = (line: Line, match: NameMatch<PlaceName>): boolean =>
  match.by === 'sound' && ordinary.test(line.text.slice(match.start, match.end))

/** 白云山的云山 spells a name and tells of no place. */
function isSpelling(line: Line, match: NameMatch<PlaceName>): boolean {
  const spelt = /^[的得地个](?<word>\p{Script=Han}{1,2})/u.exec(line.text.slice(match.end))?.groups?.['word']
  const last = spelt?.slice(0, 1)
  return last !== undefined && match.name.includes(last) && !/[的得地]$/.test(line.text.slice(0, match.start))
}

/** 天河区城管局 is an office and no place. */
export const isOffice = (after: string, part: AddressPart): boolean =>
  (part === 'district' || part === 'street') &&
  /^(的)?(人民)?(政府|办事处|城管|住建|公安|市场监管|教育|人社|税务|卫健|民政|交警|法院|检察|街道办|办(?![理证卡事])|供电|.{0,4}局)/.test(
    after,
  )

const goesOn = (line: Line, end: number): boolean =>
  !otherName.test(line.text.slice(end)) &&
  /^(?:的|那边的?|那个)?(?!人|话|小区).{2,6}?(路|街|大道|巷|村|小区|花园|苑|镇|新城|广场|市场|公园|公寓|大厦|家园)/.test(
    line.text.slice(end),
  )

/** The short form of a district, or of a station, where the words around make it a place. */
function isPlaceAlone(
  line: Line,
  match: NameMatch<PlaceName>,
  matches: readonly NameMatch<PlaceName>[],
): boolean {
  const [place] = match.values
  if (place?.part === 'district')
    return (
      goesOn(line, match.end) ||
      matches.some(({ start }) => start === match.end) ||
      isDistrictAlone(line, match, matches)
    )
  return standsAlone(line, match)
}

const districtEnds =
  /^(的|得|地(?!铁|产|方)|这边|那边|这里|那里|哪里|这块|那个|那条|那家|区|我|啊|呀|吧|呢|咯|不|$)/

/** 酒楼在天河, 机场路五百八十号白云的, and 嗯天河 in answer to where. */
function isDistrictAlone(
  line: Line,
  match: NameMatch<PlaceName>,
  matches: readonly NameMatch<PlaceName>[],
): boolean {
  const [before, after] = [line.text.slice(0, match.start), line.text.slice(match.end)]
  if (!districtEnds.test(after) && !line.breaks.has(match.end)) return false
  if (
    /(店|楼|厂|公司|学校|中心|大厅|银行|医院|工地|房子|地方|不是|就|对|是|啊|哦|嘛|呢|吧|呀)(是)?在?$/.test(
      before,
    )
  )
    return true
  if (line.speaker === 'seat') return false
  if (before.endsWith('在') && /^[这那]边/.test(after)) return true
  if (/[号楼栋座路街巷室房]$|码头$/.test(before) || matches.some((other) => other.end === match.start))
    return true
  return before === '' || (line.asked.has('address') && /[在到属于]$/.test(before))
}

const standsAlone = (line: Line, match: NameMatch<PlaceName>): boolean => {
  const [before, after] = [line.text.slice(0, match.start), line.text.slice(match.end)]
  return /(在|于|把)$/.test(before) && /^(这|那|附近|门口|旁边|边上|里面|上面|$)/.test(after)
}
