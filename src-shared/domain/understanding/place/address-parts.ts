import { numeralSource } from '../../../text/numerals.ts'
import { arabicIn, digitsRead } from './address-numerals.ts'
import type { NameIndex, NameMatch } from '../../../text/name-index.ts'
import { foldSyllable } from '../../../text/pinyin.ts'
import { isOffice, knownParts } from './address-known.ts'
import { isNumberBehindName, isNumberTold } from './address-numbers.ts'
import { isCount, isOfOther } from './details.ts'
import { generic, partPattern } from './address-shapes.ts'
import { withFacility } from './facilities.ts'
import { crossings } from './crossings.ts'
import { folded } from '../hearing/citizen-said.ts'
import { besideLandmarks } from './landmarks.ts'
import type { Line } from '../hearing/hearing.ts'
import { coreBefore, type NameCore } from '../person/name-shape.ts'
import type { AddressPart, PlaceName } from './place-names.ts'
import { withSpots } from './spots.ts'

/** One part of an address as heard in a line. */
export interface FoundPart {
  readonly part: AddressPart
  readonly value: string
  readonly start: number
  readonly end: number
  readonly confidence: number
  /** What was heard, where the value comes from the pack by sound. */
  readonly heardAs: string | undefined
  /** True for what names a whole quarter: 珠江新城, or 嘉禾望岗 without its 站. */
  readonly area?: boolean
  /** True for a detail that is told by a landmark (加油站对面), which a house number makes needless. */
  readonly beside?: boolean
}

const n = numeralSource
const besideOnly = /[对后]面|旁边|隔壁/
const coreLimits = { street: 4, community: 5, poi: 6, district: 3, road: 6 } as const
const shapes = ['street', 'community', 'poi', 'district', 'road'] as const
/** A name of telling shape that the pack does not list. */
export const shapeConfidence = 0.82
const numeralsOnly = new RegExp(`^${n}$`)

/** The parts of an address in a line: by the pack's names and sounds, else by their shape. */
export function partsIn(line: Line, places: NameIndex<PlaceName>): readonly FoundPart[] {
  const quarters = places.find(line.text).filter(({ values }) => values[0]?.area === true)
  const found = partsAmong(line, knownParts(line, places), quarters)
  // A district that the pack does not have lies in another city, whose 兴华大街 is not ours that sounds like it.
  const elsewhere = found.some((part) => part.part === 'district' && part.confidence === shapeConfidence)
  const heard = found.some((part) => part.heardAs !== undefined)
  if (!elsewhere || !heard) return found
  const byText = knownParts(line, places).filter((part) => part.heardAs === undefined)
  return partsAmong(line, byText, quarters)
}

function partsAmong(
  line: Line,
  known: readonly FoundPart[],
  quarters: readonly NameMatch<PlaceName>[],
): readonly FoundPart[] {
  const found: FoundPart[] = [...namedAfterRoads(line, known)]
  for (const match of line.text.matchAll(partPattern)) {
    const start = match.index
    const end = start + match[0].length
    if (found.some((part) => start < part.end && end > part.start)) continue
    const previous = found.reduce((limit, part) => (part.end <= start ? Math.max(limit, part.end) : limit), 0)
    const shapes = shapedParts(line, match, previous, found).filter(
      (part) => !isProject.test(line.text.slice(part.end)),
    )
    found.push(...namedAfterRoads(line, shapes).map((part) => withinQuarter(part, quarters)))
  }
  const inOrder = found.toSorted((a, b) => a.start - b.start)
  return withSpots(line, besideLandmarks(line, crossings(line, inOrder)))
}

const directionBeforeNumber = new RegExp(`^[东南西北中](?=${n}号)`)

/** 水荫直街西十三号, of which the pack has 水荫直街. */
function withDirection(line: Line, part: FoundPart): FoundPart {
  const direction =
    part.part === 'road' ? directionBeforeNumber.exec(line.text.slice(part.end))?.[0] : undefined
  return direction === undefined ? part : { ...part, value: part.value + direction, end: part.end + 1 }
}

/** 滨海名都那个工地 is a building site, not yet an estate. */
const isProject = /^(?:的|那个|这个)*(?:工地|项目部)/

/** 珠江新城 has the shape of an estate's name and is a quarter. */
function withinQuarter(part: FoundPart, quarters: readonly NameMatch<PlaceName>[]): FoundPart {
  const quarter = quarters.find(({ start, end }) => start >= part.start && end === part.end)
  return quarter === undefined || part.part !== 'poi'
    ? part
    : { ...part, value: quarter.name, start: quarter.start, area: true }
}

const named =
  /^(站(?=[A-Za-z]\d?(?:出|口))|小学|中学|幼儿园|地铁站|公交站|菜市场|市场|公园|广场|大厦|社区|派出所)/

/** 体育东路小学 is a school, not a road. */
function namedAfterRoads(line: Line, parts: readonly FoundPart[]): readonly FoundPart[] {
  return parts.map((part) => {
    const suffix = part.part === 'road' ? named.exec(line.text.slice(part.end))?.[0] : undefined
    if (suffix === undefined) return withDirection(line, part)
    return { ...part, part: 'poi', value: part.value + suffix, end: part.end + suffix.length }
  })
}

/** 西华路靠近四十八号, 沙太南路那个六百九十号. */
const leadsToNumber =
  /^(?:(?:的?[那哪这]个)?\p{Script=Han}{0,3}(?:宿舍楼?|大楼|楼房|平房|骑楼|旧楼|大院)|大道|大街|路|街|巷|的?[那哪这]个|靠近|门牌号?|应该是|大概是?|好像是?|那边的?)$/u
/** How long a name may stand between a place and what is beside it: 三十六号绿禾食品厂对面那条排水沟. */
const nameBetween = 8
/** 地铁站那个F出口. */
const closeBy = /^(?:那个|这个|那边的?|里面的?|.)?$/u

function shapedParts(
  line: Line,
  match: RegExpExecArray,
  limit: number,
  found: readonly FoundPart[],
): readonly FoundPart[] {
  const groups = match.groups ?? {}
  const start = match.index
  const end = start + match[0].length
  const adjacent = found.some((part) => part.end <= start && closeBy.test(line.text.slice(part.end, start)))
  if (groups['detail'] !== undefined)
    return detailParts(
      line,
      match[0],
      start,
      limit,
      adjacent,
      found.some((part) => part.end === limit && part.part === 'poi'),
    )
  if (groups['number'] !== undefined) {
    const housed = found.some(
      (part) =>
        part.end <= start &&
        (start - part.end <= 1 || leadsToNumber.test(line.text.slice(part.end, start))) &&
        part.part !== 'detail' &&
        part.part !== 'district',
    )
    const behind = found.some(
      (part) =>
        part.part === 'road' &&
        part.end === limit &&
        isNumberBehindName(line.text.slice(part.end, start), match[0]),
    )
    if (!housed && !behind && !isNumberTold(line, start, end)) return []
    return [shaped('number', arabicIn(match[0]), start, end, 0.9)]
  }
  if (groups['highway'] !== undefined) return [shaped('road', digitsRead(match[0]), start, end, 0.9)]
  if (groups['tail'] !== undefined) {
    if (isOfOther(line, match[0], start, found)) return []
    // 二十二号对面, C出口旁边; beside an estate or a bridge lies another place.
    const exact = /[号口栋]$/.test(line.text.slice(0, limit)) && !/^[的那这]/.test(line.text.slice(end))
    const told = adjacent && line.text.charAt(start - 1) !== '我' && (exact || !besideOnly.test(match[0]))
    const tail = withFacility(line, shaped('detail', match[0].replace('那', ''), start, end, 0.8))
    const near = limit > 0 && start - limit <= nameBetween && tail.end > end
    return told || near ? [tail] : []
  }
  const part =
    groups['estate'] !== undefined || groups['station'] !== undefined || groups['shop'] !== undefined
      ? 'poi'
      : shapes.find((name) => groups[name] !== undefined)
  // 翠竹园 is a place after a house number; elsewhere 园 alone tells too little.
  const onRoad = found.some(
    (other) => (other.part === 'road' || other.part === 'street') && other.end === limit,
  )
  if (groups['shop'] !== undefined && !onRoad) return []
  if (part === undefined || (groups['estate'] !== undefined && !(limit > 0 && start - limit <= 4))) return []
  const core = withoutLead(line, coreBefore(line, start, limit, coreLimits[part]))
  if (
    core === undefined ||
    !core.bounded ||
    generic[part]?.test(core.text) === true ||
    noName.test(core.text) ||
    numeralsOnly.test(core.text)
  )
    return []
  if (core.text.length < 2 || isOffice(line.text.slice(end), part)) return []
  if (part === 'district' && soundsGeneral(core.text)) return []
  // 到陈家祠一路增设: all the way.
  if (part === 'road' && core.text.endsWith('一') && /[到至]$/.test(line.text.slice(0, core.start))) return []
  return [shaped(part, core.text + match[0], core.start, end, shapeConfidence)]
}

/** 哎, 姓, or what somebody does (小孩明年上小学): no part of a name. */
const noName = /^[哎唉诶欸]|姓|入学|上学|学期|报名|明年|今年|^多|.完/

const generalSounds = ['xiao', 'she', 'yuan'].map((sound) => foldSyllable(sound))

/** 事晓区 is 是小区 as the recogniser wrote it. */
const soundsGeneral = (words: string): boolean =>
  generalSounds.includes(folded(words).split(' ').at(-1) ?? '')

/** Words before a name: a measure after 那, 是 as 事 after 的, what the caller is about (那家聚泉阁, 那边一各商场, 要投诉小区). */
const leads =
  /(?<=[那这哪有])(?:[边里]?一?[家个各间条座栋所片处种]|边)|(?<=一)[家个各间条座栋所片处种]|(?<=的)事|系|租(?!房)|[边路]上|来着|好[的地得]|隔[篱离]|.{0,5}?(?:投诉|投宿|举报|反映|建议|要求|好多次|修好|还是|或者)/y

function withoutLead(line: Line, core: NameCore | undefined): NameCore | undefined {
  if (core === undefined) return undefined
  leads.lastIndex = core.start
  const lead = Math.min(leads.exec(line.text)?.[0].length ?? 0, core.text.length)
  return lead === 0 ? core : { text: core.text.slice(lead), start: core.start + lead, bounded: true }
}

/** 对一零二房. */
const isAdded = (line: Line, start: number): boolean => line.reply === 'yes' && start <= 3

/** 五号楼二单元, and the estate before it where its name has no telling suffix: 御景湾九号楼. */
function detailParts(
  line: Line,
  words: string,
  start: number,
  limit: number,
  adjacent: boolean,
  inEstate: boolean,
): readonly FoundPart[] {
  if (isCount(line, words, start)) return []
  const bare = shaped('detail', arabicIn(words), start, start + words.length, adjacent ? 0.9 : 0.8)
  const detail = adjacent ? withFacility(line, bare) : bare
  if (adjacent || !/号楼|栋|幢/.test(words))
    return adjacent || /号楼|栋|幢|单元|窗/.test(words) || line.asked.has('address') || isAdded(line, start)
      ? [detail]
      : []
  const core = coreBefore(line, start, limit, 5)
  if (
    core === undefined ||
    !core.bounded ||
    core.text.length < 2 ||
    /小区|本|各|几|单位|物业|家$|号|(?<!门)第$/.test(core.text)
  )
    return [detail]
  // 星海洲十二栋 after 丽江花园 lies within it.
  if (inEstate && core.start === limit)
    return [{ ...detail, value: core.text + detail.value, start: core.start }]
  return [shaped('poi', core.text, core.start, start, 0.72), detail]
}

function shaped(part: AddressPart, value: string, start: number, end: number, confidence: number): FoundPart {
  return { part, value, start, end, confidence, heardAs: undefined }
}
