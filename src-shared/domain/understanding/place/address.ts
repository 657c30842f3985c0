import type { Evidence, HeardValue, IncidentAddress, SubjectRef } from '../../ticket-fields.ts'
import { seatStatements } from './address-echo.ts'
import { type FoundPart, shapeConfidence } from './address-parts.ts'
import { roomOfOther } from './rooms-of-others.ts'
import { type PartFinder, type Statement, statementsIn } from './address-statements.ts'
import { folded } from '../hearing/citizen-said.ts'
import { mendNumerals } from '../hearing/heard-numerals.ts'
import { mendSides } from './heard-sides.ts'
import { isBetter } from './better-roads.ts'
import { cite, type Hearing, heardValue, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { withoutDenied } from './denied-places.ts'
import {
  addsMore,
  conflicts,
  inAlley,
  isRoomOf,
  joinDetails,
  namesCrossing,
  roomForm,
  withOtherRoom,
} from './details.ts'
import { withoutLandmark } from './landmarks.ts'
import { correctedNumber } from './numbers-read-back.ts'
import type { AddressPart } from './place-names.ts'
import { placesOfCall } from './places-of-call.ts'

const atHome =
  /(我们?家|家里|[楼搂][上下道]天天|楼上|楼下|隔壁|邻居|我们(小区|楼|这栋|单元|这里|这边|村|物业)|停水|停电|没水|没电|停气|漏水|渗水|暖气|电梯|门口|就是我家|小区里?|味道|下水道|热水|煤气|燃气|宽带|(?:派|叫|请|找)(?:个|几个)?人(?:过?来|到|上门)|上门(?:来|帮|服务)|来我们?家)/
const order: readonly AddressPart[] = ['district', 'street', 'community', 'road', 'number', 'poi', 'detail']
const besideOnly = /^(?:旁边|对面|斜对面|附近|隔壁|边上|门口)$/

/**
 * 事发地址 from all that was said of the place: parts heard apart are put together, an answer to the question for the
 * place and a correction replace, the seat's repetition settles, the home address stays out unless the matter is at
 * home.
 */
export function hearAddress(hearing: Hearing, find: PartFinder): HeardValue<IncidentAddress> | undefined {
  const places = placesOfCall(hearing, find)
  const statements: Statement[] = []
  for (const heard of hearing.lines) {
    const line = { ...heard, text: mendSides(mendNumerals(heard.text)) }
    if (line.speaker === 'seat') statements.push(...seatStatements(hearing, line, places))
    else if (!statements.some(isPlace) || !isPartysAddress(hearing, line))
      statements.push(
        ...statementsIn(hearing, line, places),
        ...correctedNumber(hearing, line, places),
        ...roomOfOther(line),
      )
  }
  const standing = withoutDenied(
    hearing,
    places,
    statements.filter((statement) => !isStray(hearing, statement)),
  )
  const told = takenDown(standing).filter(({ home, work }) => !(home && work === true))
  const away = told.filter((statement) => !statement.home)
  const happensAtHome = hearing.lines.some((line) => line.speaker === 'citizen' && atHome.test(line.text))
  // To 公寓在哪里: 现在住天河区车陂路五十八号就是这个公寓.
  const livesThere = told.some(
    ({ line, work, parts }) =>
      line.asked.has('address') && work !== true && parts.some(({ part }) => part === 'road'),
  )
  const used = away.some(isPlace) ? away : happensAtHome || livesThere ? told : away
  return merge(used)
}

/** An address that the seat asks for as where somebody lives, or where he works, and repeats, is taken down as the place. */
function takenDown(statements: readonly Statement[]): readonly Statement[] {
  const settled = statements
    .filter(({ settles }) => settles)
    .flatMap(({ parts }) => parts.map(({ value }) => value))
  const repeated = ({ line, parts, work }: Statement): boolean =>
    (work === true || line.asked.has('home') || line.asked.has('address')) &&
    parts.some(({ part, value }) => part !== 'district' && settled.includes(value))
  // 一一零二, said to 哪一户, goes with the address.
  const asked = statements.some((statement) => statement.home && !statement.work && repeated(statement))
  return statements.map((statement) =>
    statement.home && (repeated(statement) || (asked && isRoom(statement)))
      ? { ...statement, home: false }
      : statement,
  )
}

const isRoom = ({ line, parts }: Statement): boolean =>
  line.asked.has('home') && parts.every(({ part }) => part === 'detail')

const isPlace = (statement: Statement): boolean => statement.parts.some(({ part }) => isOutside(part))

/** 包活路 is a road by its last character only: alone, unasked and not repeated it is none. */
function isStray(hearing: Hearing, { line, parts, asked, settles }: Statement): boolean {
  const [only, ...more] = parts
  if (only?.part !== 'road' || only.confidence !== shapeConfidence || more.length > 0 || asked || settles)
    return false
  if (/(在|投诉|反映|住|到)$/.test(line.text.slice(0, only.start))) return false
  return !hearing.lines.some(({ speaker, text }) => speaker !== line.speaker && text.includes(only.value))
}

/** 公司的地址知道吗: once the place of the matter is known, the answer tells another. */
const isPartysAddress = (hearing: Hearing, line: Line): boolean =>
  /(?<!您的?|您家的?)(公司|中介|店铺?|商家|对方|他们|单位|厂).{0,2}(地址|在哪)/.test(
    previousSeatLine(hearing, line)?.text ?? '',
  )

interface Kept {
  readonly found: FoundPart
  readonly line: Line
  readonly settled: boolean
}

function merge(statements: readonly Statement[]): HeardValue<IncidentAddress> | undefined {
  const kept = new Map<AddressPart, Kept>()
  const replaced: Partial<Record<AddressPart, string>> = {}
  for (const statement of [
    ...statements.filter(({ landmark }) => !landmark),
    ...statements.filter(({ landmark }) => landmark),
  ]) {
    const { line, asked, corrects, settles, landmark } = statement
    const known = { road: kept.has('road'), number: kept.has('number') }
    const told = landmark ? withoutLandmark(statement, known) : statement.parts
    const alley = told.some(({ part }) => part === 'road') ? undefined : kept.get('detail')?.found
    const parts = joinDetails(told.map((part) => inAlley(alley, part)))
      .filter((part) => !isKnownAs(kept.get(part.part), part, statement))
      .filter((part) => !landmark || !conflicts(kept.get(part.part)?.found, part))
    // A room said before any place gives way to the whole address.
    const conflict =
      [...kept.keys()].some(isOutside) && parts.some((part) => conflicts(kept.get(part.part)?.found, part))
    const better = isBetter(kept, parts)
    if (conflict && !asked && !corrects && !better) continue
    if (statement.scene === true) leaveOther(kept, parts)
    for (const part of parts) {
      const existing = kept.get(part.part)
      if (part.area === true && existing !== undefined) continue
      if (
        existing !== undefined &&
        !conflicts(existing.found, part) &&
        (existing.found.area !== true || part.area === true) &&
        !namesCrossing(existing.found, part) &&
        (existing.found.value.length >= part.value.length || (settles && addsMore(existing.found, part)))
      ) {
        if (settles) kept.set(part.part, { ...existing, settled: true })
        continue
      }
      if (existing !== undefined && isRoomOf(part, existing.found)) {
        const joined = { ...existing.found, value: existing.found.value + part.value }
        kept.set('detail', { found: joined, line: existing.line, settled: false })
        continue
      }
      const changed = existing !== undefined && corrects ? withOtherRoom(existing.found, part) : undefined
      if (existing !== undefined && existing.found.value !== part.value)
        replaced[part.part] = existing.found.value
      kept.set(part.part, { found: changed ?? part, line, settled: settles })
    }
    // 十七号门口, repeated as 十七号, is number 17.
    const beside = kept.get('detail')?.found.value ?? ''
    if (settles && besideOnly.test(beside) && parts.every(({ part }) => part !== 'detail') && ends(parts))
      kept.delete('detail')
  }
  if (kept.has('number') && kept.get('detail')?.found.beside === true) kept.delete('detail')
  if (isLandmarkOf(kept)) kept.delete('poi')
  // With a road and a number the quarter tells nothing more.
  if (kept.get('poi')?.found.area === true && kept.has('road')) kept.delete('poi')
  // 沙面 with 沙面大街五十二号.
  if (kept.has('number') && kept.get('road')?.found.value.startsWith(kept.get('poi')?.found.value ?? ' '))
    kept.delete('poi')
  if (kept.size === 0 || (kept.size === 1 && kept.has('number'))) return undefined
  return valueOf(kept, replaced)
}

/** 岭桥大学 with 岭桥大学对面. */
function isLandmarkOf(kept: ReadonlyMap<AddressPart, Kept>): boolean {
  const [poi, detail] = [kept.get('poi')?.found, kept.get('detail')?.found]
  return poi !== undefined && detail?.beside === true && detail.value.startsWith(poi.value)
}

/** The answer to where it happened leaves nothing of another place, but for the district. */
function leaveOther(kept: Map<AddressPart, Kept>, parts: readonly FoundPart[]): void {
  const road = parts.find(({ part }) => part === 'road')?.value
  const earlier = kept.get('road')?.found.value
  if (road === undefined || earlier === undefined || road === earlier) return
  for (const part of order) if (part !== 'district') kept.delete(part)
}

const isOutside = (part: AddressPart): boolean => part !== 'number' && part !== 'detail'

const ends = (parts: readonly FoundPart[]): boolean =>
  parts.at(-1)?.part === 'number' || parts.at(-1)?.part === 'poi'

/** What the seat has settled is not unsettled by another slip of the recogniser. */
const isKnownAs = (existing: Kept | undefined, part: FoundPart, { corrects, settles }: Statement): boolean =>
  existing?.settled === true &&
  !settles &&
  part.part !== 'detail' &&
  (folded(existing.found.value) === folded(part.value) || !corrects) &&
  existing.found.value !== part.value &&
  part.part !== 'number'

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
    const named = withoutDistrict(entry.found, kept.get('district')?.found.value)
    value[part] = part === 'detail' ? roomForm(named) : named
    evidence.push(cite(entry.line, entry.found.start, entry.found.end, entry.found.confidence))
    const other = entry.found.heardAs ?? replaced[part]
    if (other !== undefined) alternatives.push({ [part]: other })
  }
  return heardValue<IncidentAddress>(value, evidence, {
    alternatives: alternatives.map((other) => ({ ...value, ...other })),
  })
}

/** 从化溪湖居 in answer to 哪个小区 is 溪湖居 in 从化区. */
function withoutDistrict({ part, value, confidence }: FoundPart, district: string | undefined): string {
  const short = district?.replace(/[区市县]$/, '') ?? ''
  const leads = part === 'poi' && confidence < shapeConfidence && short !== '' && value.startsWith(short)
  return leads && value.length >= short.length + 3 ? value.slice(short.length) : value
}

/** 聚福公寓, complained of, is the party and not a place that the party is at. */
export function withoutParty(
  address: HeardValue<IncidentAddress> | undefined,
  party: SubjectRef | undefined,
): HeardValue<IncidentAddress> | undefined {
  const { poi } = address?.value ?? {}
  if (address === undefined || party === undefined || poi === undefined) return address
  // 悦澜湾工地 is the site that 悦澜湾 names; 悦澜湾物业 works at the place.
  if (
    party.name !== poi &&
    !(party.name.startsWith(poi) && /^(?:的?工地|项目)/.test(party.name.slice(poi.length)))
  )
    return address
  const value = { ...address.value }
  delete value.poi
  return value.road === undefined && value.street === undefined ? address : { ...address, value }
}
