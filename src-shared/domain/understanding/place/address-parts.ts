import { arabicOf, digitsOf, numeralSource } from '../../../text/numerals.ts'
import type { NameIndex, NameMatch } from '../../../text/name-index.ts'
import { isOffice, knownParts } from './address-known.ts'
import { isNumberTold } from './address-numbers.ts'
import { crossings } from './crossings.ts'
import type { Line } from '../hearing/hearing.ts'
import { coreBefore, type NameCore } from '../person/name-shape.ts'
import type { AddressPart, PlaceName } from './place-names.ts'

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
}

const n = numeralSource
const estate =
  '小区|花园|雅居|豪苑|名苑|丽苑|雅园|半岛|家园|花苑|雅苑|嘉苑|公馆|公寓|新村|新城|名城|豪庭|华庭|山庄|别墅|大厦|大楼|广场|公园|批发市场|菜市场|农贸市场|市场(?!监|主体|价|经济)|商城|商场|购物中心|(?<!天|立交|高架)桥(?![洞下上底头牌梁]|[东南西北](?:街|路|分|店|南))|工业园|科技园|产业园|小学|中学|幼儿园|大学|学院|地铁站|火车站|汽车站|公交站|客运站|体育馆|图书馆|码头(?!工)|物流[园港城]|物流中心|创意园|软件园|工业区|服务区|宿舍|苑'
const unitToken = `(?:${n}(?:号楼(?![顶上下道])|栋|幢|座|期|单元|梯|楼(?![上下道])|层|室|房|号房|号梯|号铺)|负[一二三](?:楼|层)|(?:顶|首)[楼层]|架空层|[A-Za-z](?:栋|座|区)|[A-Za-z]\\d?出?口|[东南西北]区|[前后]座|${n}号航[站战]楼)`
const bareRoom = `(?<=单元|栋|座|幢|楼|层|号|公寓|花园|小区|大厦|家园|[苑府])(?:[零〇一二两三四五六七八九]{3,4}|[一二三]千[一二三四五六七八九]百零[一二三四五六七八九]|\\d{3,4})(?![零〇一二三四五六七八九十百千\\d年月元块])`
const tail =
  '[东南西北正后侧]门口?|大院(?!隔壁|旁边|对面|里)|后院|门口|楼下|地下车库|地下停车场|停车场|地下室|楼顶|天台|斜?对面|旁边|隔壁(?!邻居|家|的|[一二三四五六七八九十百\\d])'
const partPattern = new RegExp(
  [
    `(?<detail>(?:${unitToken}|${bareRoom})+)`,
    `(?<number>${n}(?:弄${n}号(?!楼)|弄|号院(?!子)|号之${n}|号(?!楼(?![顶上下道])|院(?!子)|线|航站|航战|店|房|码|厅|窗|文|桌|车|球|梯|机|桩|铺|门(?![口前外牌面店对边]))))`,
    `(?<street>街道|镇|乡)(?!办|政府)`,
    `(?<community>社区|村)(?!委|民|里|口|长|卫生|医院|服务|书记|干部|饭堂|食堂|养老|团购|矫正)`,
    `(?<poi>(?:${estate})(?:小区)?)`,
    `(?<district>新?区|县)(?!政府|委|域|别|间|分|城|.{0,4}局|.{0,3}法院)`,
    `(?<station>站)(?=[A-Za-z]\\d?(?:出?口|出))`,
    `(?<highway>(?:幺|${n})+(?:国道|省道|县道))`,
    `(?<road>(?:大道|大街|胡同|路|街(?!道|办|坊|边|头|面|铺)|巷)(?:[一二三四五六七八九]段)?)(?!灯|费|由|程|过|上车|公交|头|牌)`,
    `(?<estate>[园湾府庭轩阁])(?!区|林|长|艺|(?:${estate}))`,
    `(?<tail>${tail})`,
  ].join('|'),
  'g',
)
const besideOnly = /对面|旁边|隔壁/
const coreLimits = { street: 4, community: 5, poi: 6, district: 3, road: 6 } as const
const generic: Readonly<Partial<Record<AddressPart, RegExp>>> = {
  district:
    /^(.*[小社片园校厂库景辖郊灾疫宿息活]|.{0,2}(主城|老城|新城)|城|山|市|地|整个|.*(商业|工业|住宅|服务|功能))$/,
  street: /^(.*[打找推告说].*|城|乡|村|本|各|全|老|古|.*(居委会|城|或者|还是|社区))$/,
  community: /^(本|各|全|农|老|新|全|整|某|城中|隔壁|几)$/,
  road: /^(.*[店楼是].*|.*道|.*路上|马|公|道|修|半|电|线|铺|走|问|让|网|思|出|上|逛|步行|大|小|回|十字|一|两|三|整条|条|十字路|半|铁|高速公|套|占道|.*线|赶|老|一条|门口|楼下|主|支|辅|水|电|气|销|退|门|后|.*[迷带引认赶堵拦挡让问修走铺指绕跑]|.*(?:后面|前面|旁边|里面|对面|楼下|门前|楼里))$/,
  poi: /^(.*(老旧|封闭|住宅|整个|几个|多个|相邻|隔壁|附近)|高档|全|各|本|整|某|大|小|上|读|念|办公|教学|[厂场店][里内]|居民|单身|员工|职工|集体|工厂|工人|公司|厂里|男生|女生|学校|人才|文化|农贸|批发|超级|证券|房产|二手|线上|电子|儿童|中心|老年|人行天|过街天|天|跳|断|危|女子|孩子|小孩|儿子|女儿|自己)$/,
}
const shapes = ['street', 'community', 'poi', 'district', 'road'] as const
/** A name of telling shape that the pack does not list. */
export const shapeConfidence = 0.82
const numeralsOnly = new RegExp(`^${n}$`)
const bareTens = /(?<=[一二三四五六七八九])百(?=[一二三四五六七八九]{2}号)/g

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
  return crossings(
    line,
    found.toSorted((a, b) => a.start - b.start),
  )
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

const named = /^(小学|中学|幼儿园|地铁站|公交站|菜市场|市场|公园|广场|大厦|社区|派出所)/

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
  /^(?:(?:的?[那哪这]个)?\p{Script=Han}{0,3}(?:宿舍楼?|大楼|楼房|大院)|大道|大街|路|街|巷|的?[那哪这]个|靠近|门牌号?|应该是|大概是?|好像是?|那边的?)$/u
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
    if (!housed && !isNumberTold(line, start, end)) return []
    return [shaped('number', arabicIn(match[0]), start, end, 0.9)]
  }
  if (groups['highway'] !== undefined) return [shaped('road', digitsRead(match[0]), start, end, 0.9)]
  if (groups['tail'] !== undefined) {
    // 二十二号对面, C出口旁边; beside an estate or a bridge lies another place.
    const exact = /[号口]$/.test(line.text.slice(0, limit)) && !/^[的那这]/.test(line.text.slice(end))
    const told = adjacent && line.text.charAt(start - 1) !== '我' && (exact || !besideOnly.test(match[0]))
    return told ? [shaped('detail', match[0], start, end, 0.8)] : []
  }
  const part =
    groups['estate'] !== undefined || groups['station'] !== undefined
      ? 'poi'
      : shapes.find((name) => groups[name] !== undefined)
  // 翠竹园 is a place after a house number; elsewhere 园 alone tells too little.
  if (part === undefined || (groups['estate'] !== undefined && !(limit > 0 && start - limit <= 4))) return []
  const core = withoutLead(line, coreBefore(line, start, limit, coreLimits[part]))
  if (
    core === undefined ||
    !core.bounded ||
    generic[part]?.test(core.text) === true ||
    /^[哎唉诶欸]|姓/.test(core.text) ||
    numeralsOnly.test(core.text)
  )
    return []
  if (core.text.length < 2 || isOffice(line.text.slice(end), part)) return []
  return [shaped(part, core.text + match[0], core.start, end, shapeConfidence)]
}

/** Words before a name: a measure after 那, 是 as 事 after 的, what the caller is about (那家聚泉阁, 那边一各商场, 要投诉小区). */
const leads =
  /(?<=[那这哪有])(?:[边里]?一?[家个各间条座栋所片处种]|边)|(?<=一)[家个各间条座栋所片处种]|(?<=的)事|.{0,5}?(?:投诉|投宿|举报|反映|建议|要求|好多次)/y

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
  const detail = shaped('detail', arabicIn(words), start, start + words.length, adjacent ? 0.9 : 0.8)
  if (adjacent || !/号楼|栋|幢/.test(words))
    return adjacent || /号楼|栋|幢|单元/.test(words) || line.asked.has('address') || isAdded(line, start)
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

/** 一零五国道 → 105国道. */
const digitsRead = (words: string): string =>
  words.replaceAll('幺', '一').replace(new RegExp(n, 'g'), (number) => digitsOf(number) ?? arabicOf(number))

/** 一百二十号 → 120号, 六百一一号 → 611号, 五号楼二单元三零二 → 5号楼2单元302. */
export function arabicIn(words: string): string {
  const told = words.replace(bareTens, '')
  return told.replace(new RegExp(n, 'g'), arabicOf).replace(/[a-z]/g, (letter) => letter.toUpperCase())
}
