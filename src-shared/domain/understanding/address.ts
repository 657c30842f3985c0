import type { Evidence, HeardValue, IncidentAddress } from '../ticket-fields.ts'
import { arabicIn, type FoundPart } from './address-parts.ts'
import { mendNumerals } from './heard-numerals.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine, previousSeatLine } from './hearing.ts'
import type { AddressPart } from './place-names.ts'

/** Finds the parts of an address in a line. */
export type PartFinder = (line: Line) => readonly FoundPart[]

/** Parts of one address said in one breath. */
interface Chain {
  readonly line: Line
  readonly parts: readonly FoundPart[]
  readonly home: boolean
  /** True where the words answer the question for the place, or name it as such. */
  readonly asked: boolean
  readonly corrects: boolean
}

const gap = /^(的|那个|这个|里|里面|那边|这边|有个|上|就|是|在|啊|那|和|与|跟|同)?$/
const homeBefore = /(住在?|户籍(在|是)?|户口(在|是)?|老家(在|是)?|(家庭)?住址(是|在)?|身份证上?(是|写)?)$/
const otherPlaceBefore =
  /(以前|之前|原来|上班|工作|单位|公司|另外|别的|来自|(?:我|本)人在|调到|搬到|转到|去了?)(.{0,2})$/
const named = /(地址|位置|地点|地方|现场|事发|发生)(就)?(在|是)?.{0,2}$/
const correction = /不对|不是|说错|记错|更正|应该是|错了|准确(地|的)?说/
const atHome =
  /(我们?家|家里|楼上|楼下|隔壁|邻居|我们(小区|楼|这栋|单元|这里|这边|村|物业)|停水|停电|没水|没电|停气|漏水|渗水|暖气|电梯|门口|就是我家|小区里?)/
const readbackWords = /吗|吧|对|核对|确认|您(说|反映)的|是在|地址|位于/
const order: readonly AddressPart[] = ['district', 'street', 'community', 'road', 'number', 'poi', 'detail']

/**
 * 事发地址 from all that was said of the place: parts heard apart are put together, an answer to the question for the
 * place and a correction replace, the seat's confirmed read-back settles, the home address stays out unless the matter
 * is at home.
 */
export function hearAddress(hearing: Hearing, places: PartFinder): HeardValue<IncidentAddress> | undefined {
  const chains: Chain[] = []
  for (const heard of hearing.lines) {
    const line = { ...heard, text: mendNumerals(heard.text) }
    if (line.speaker === 'seat') chains.push(...readback(hearing, line, places))
    else if (!chains.some(isPlace) || !isPartysAddress(hearing, line))
      chains.push(...chainsIn(line, withAnswer(hearing, line, places)))
  }
  const away = chains.filter((chain) => !chain.home)
  const happensAtHome = hearing.lines.some((line) => line.speaker === 'citizen' && atHome.test(line.text))
  const used = away.some(isPlace) ? away : happensAtHome ? chains : away
  return merge(used)
}

const isPlace = (chain: Chain): boolean =>
  chain.parts.some(
    ({ part }) =>
      part === 'road' || part === 'poi' || part === 'community' || part === 'district' || part === 'street',
  )

/** 公司的地址知道吗: once the place of the matter is known, the answer tells another. */
const isPartysAddress = (hearing: Hearing, line: Line): boolean =>
  /(公司|中介|店铺?|商家|对方|他们|单位|厂).{0,2}(地址|在哪)/.test(
    previousSeatLine(hearing, line)?.text ?? '',
  )

/** The parts of a line, with an answer that only its question makes one: an estate's name after 哪个小区, a room after 几楼. */
function withAnswer(hearing: Hearing, line: Line, places: PartFinder): PartFinder {
  const question = previousSeatLine(hearing, line)?.text ?? ''
  const asked = asksEstate.test(question)
  return (other) => {
    const parts = places(other)
    const estate = asked && !parts.some(({ part }) => part === 'poi') ? estateIn(other, parts) : undefined
    const answer = estate ?? (asksRoom.test(question) && parts.length === 0 ? roomIn(other) : undefined)
    return answer === undefined ? parts : [...parts, answer].sort((a, b) => a.start - b.start)
  }
}

const asksEstate = /(哪个|什么)(小区|楼盘)|(小区|楼盘)的?(叫|名)/
const asksRoom = /几楼|哪一?(户|间|层|房)|房号|几零几|几号房|几单元|几栋|门牌/
const roomAlone = /^(?:嗯|啊|就|是)*(?<room>[零一二两三四五六七八九]{3,4}|\d{3,4})(?:房|室|啊|吧)*$/

/** 五零一 in answer to 几楼. */
function roomIn(line: Line): FoundPart | undefined {
  const room = roomAlone.exec(line.text)?.groups?.['room']
  if (room === undefined) return undefined
  const start = line.text.indexOf(room)
  const end = start + room.length
  return { part: 'detail', value: arabicIn(room), start, end, confidence: 0.85, heardAs: undefined }
}

const estateLead = /^(嗯|啊|哦|就是|就|叫做?|是|在|我们?|咱们?|住|这边|这里|的|那个|小区|名字|里)*/
const estateName =
  /^(?<name>[^的了吗吧啊我你他这那哪不没什么小区]{2,6})(小区)?(?=的|那|这|里|吧|啊|$|[一二三四五六七八九十\d]+(栋|号|座|期))/

function estateIn(line: Line, parts: readonly FoundPart[]): FoundPart | undefined {
  const from = Math.max(0, ...parts.filter(({ part }) => part !== 'detail').map(({ end }) => end))
  const lead = estateLead.exec(line.text.slice(from))?.[0].length ?? 0
  const match = estateName.exec(line.text.slice(from + lead))
  const name = match?.groups?.['name']
  if (
    match === null ||
    name === undefined ||
    /[区市镇街路道村号旁边面]$|^[零一二三四五六七八九十\d]/.test(name)
  )
    return undefined
  const start = from + lead
  const end = start + match[0].length
  if (parts.some((part) => part.start < end && part.end > start)) return undefined
  return { part: 'poi', value: match[0], start, end, confidence: 0.8, heardAs: undefined }
}

function chainsIn(line: Line, places: PartFinder): readonly Chain[] {
  const groups: FoundPart[][] = []
  for (const part of places(line)) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const between = last === undefined ? '' : line.text.slice(last.end, part.start)
    const goesOn =
      group !== undefined &&
      last !== undefined &&
      gap.test(between) &&
      !group.some((other) => other.part === part.part && part.part !== 'detail')
    if (goesOn) group.push(part)
    else groups.push([part])
  }
  return groups.flatMap((parts) => chainOf(line, parts))
}

function chainOf(line: Line, parts: readonly FoundPart[]): readonly Chain[] {
  const start = parts[0]?.start ?? 0
  const before = line.text.slice(Math.max(0, start - 10), start)
  const after = line.text.slice(parts.at(-1)?.end ?? 0)
  const home =
    homeBefore.test(before) ||
    // 我在龙口西路住, 我住对面那个东苑十八楼.
    (before.endsWith('在') && /^(这边|那边|这里)?住(?!院|了)/.test(after)) ||
    (parts.every(({ part }) => part === 'detail' || part === 'number') && before.includes('我住')) ||
    line.asked.has('home') ||
    (before.endsWith('我是') && after.startsWith('的'))
  if (!home && otherPlaceBefore.test(before)) return []
  const corrects = correction.test(before) && !before.endsWith('不是')
  if (/不是(在)?$/.test(before) || /^(上车|下车|出发|开往)/.test(after)) return []
  const asked =
    line.asked.has('address') || line.asked.has('number') || roomAlone.test(line.text) || named.test(before)
  const alone = parts.length === 1 && parts[0]?.part === 'detail'
  if (alone && !asked && !home && !corrects && !/我|在|住/.test(before)) return []
  return [{ line, parts, home, asked, corrects }]
}

/** What the seat repeats and the citizen agrees to is better heard than either alone. */
function readback(hearing: Hearing, line: Line, places: PartFinder): readonly Chain[] {
  const reply = nextCitizenLine(hearing, line)?.reply
  if (reply !== 'no' && /哪里|哪个|哪条|什么(路|地方|位置|小区)|多少号|几号/.test(line.text))
    return presupposed(line, places)
  if (!readbackWords.test(line.text) || reply !== 'yes') return []
  return chainsIn(line, places)
    .filter((chain) => chain.parts.length >= 2 || /地址|位置|位于|是在/.test(line.text))
    .map((chain) => ({ ...chain, home: false, asked: true, corrects: true }))
}

/** 天河区哪里 takes the district for granted, and so does who goes on to answer. */
function presupposed(line: Line, places: PartFinder): readonly Chain[] {
  return chainsIn(line, places).flatMap((chain) => {
    const parts = chain.parts.filter(({ part, heardAs }) => part === 'district' && heardAs === undefined)
    return parts.length === 0 ? [] : [{ ...chain, parts, home: false, asked: false, corrects: false }]
  })
}

interface Kept {
  readonly found: FoundPart
  readonly line: Line
}

function merge(chains: readonly Chain[]): HeardValue<IncidentAddress> | undefined {
  const kept = new Map<AddressPart, Kept>()
  const replaced: Partial<Record<AddressPart, string>> = {}
  for (const chain of chains) {
    const parts = joinDetails(chain.parts)
    const conflict = parts.some((part) => conflicts(kept.get(part.part)?.found, part))
    if (conflict && !chain.asked && !chain.corrects) continue
    for (const part of parts) {
      const existing = kept.get(part.part)
      if (
        existing !== undefined &&
        !conflicts(existing.found, part) &&
        existing.found.value.length >= part.value.length
      )
        continue
      if (existing !== undefined && isRoomOf(part, existing.found)) {
        const joined = { ...existing.found, value: existing.found.value + part.value }
        kept.set('detail', { found: joined, line: existing.line })
        continue
      }
      if (existing !== undefined && existing.found.value !== part.value)
        replaced[part.part] = existing.found.value
      kept.set(part.part, { found: part, line: chain.line })
    }
  }
  if (kept.size === 0 || (kept.size === 1 && kept.has('number'))) return undefined
  return valueOf(kept, replaced)
}

/** 1002 after 3栋. */
const isRoomOf = (part: FoundPart, building: FoundPart): boolean =>
  part.part === 'detail' && /^\d{3,4}$/.test(part.value) && /[栋座幢楼元]$/.test(building.value)

/** 5号楼 and 5号楼2单元 agree; so do equal values. */
function conflicts(existing: FoundPart | undefined, part: FoundPart): boolean {
  if (existing === undefined) return false
  const [a, b] = [existing.value, part.value]
  return part.part === 'detail' ? !a.startsWith(b) && !b.startsWith(a) : a !== b
}

function joinDetails(parts: readonly FoundPart[]): readonly FoundPart[] {
  const joined: FoundPart[] = []
  for (const part of parts) {
    const at = joined.findIndex((other) => other.part === 'detail')
    const earlier = joined[at]
    if (part.part === 'detail' && earlier !== undefined)
      joined[at] = {
        ...earlier,
        value: earlier.value + part.value,
        end: part.end,
        confidence: Math.min(earlier.confidence, part.confidence),
      }
    else joined.push(part)
  }
  return joined
}

function valueOf(
  kept: ReadonlyMap<AddressPart, Kept>,
  replaced: Partial<Record<AddressPart, string>>,
): HeardValue<IncidentAddress> {
  const value: Partial<Record<AddressPart, string>> = {}
  const evidence: Evidence[] = []
  const alternatives: IncidentAddress[] = []
  for (const part of order) {
    const entry = kept.get(part)
    if (entry === undefined) continue
    value[part] = entry.found.value
    evidence.push(cite(entry.line, entry.found.start, entry.found.end, entry.found.confidence))
    const other = entry.found.heardAs ?? replaced[part]
    if (other !== undefined) alternatives.push({ [part]: other })
  }
  return heardValue<IncidentAddress>(value, evidence, {
    alternatives: alternatives.map((other) => ({ ...value, ...other })),
  })
}
