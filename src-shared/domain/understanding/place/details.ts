import { numeralSource } from '../../../text/numerals.ts'
import type { Line } from '../hearing/hearing.ts'
import type { FoundPart } from './address-parts.ts'

const oneUnit = new RegExp(`^${numeralSource}[栋幢座层楼]$`)
const countBefore = /(?:一共|总共|共|全部|[晓知记]得有|(?<!没)有)$/
const unitNames = /号楼|单元|[栋幢座楼层室房](?!号)/g

/** 一共九层, 有五栋楼, 一栋八层的旧楼 and 七栋八栋都停 tell how many there are, not which. */
export function isCount({ text }: Line, words: string, start: number): boolean {
  const after = text.slice(start + words.length)
  if (oneUnit.test(words) && countBefore.test(text.slice(0, start))) return true
  if (/^一[栋幢座]/.test(words) && /[层楼]$/.test(words) && /^的?[旧老]/.test(after)) return true
  const units = words.match(unitNames) ?? []
  return new Set(units).size < units.length
}

/** 海安路那个停车场 is a car park on that road and no part of an address, 泮塘路家门口 the door of a home without a number. */
export const isOfOther = (line: Line, words: string, start: number, found: readonly FoundPart[]): boolean =>
  (words === '停车场' && found.findLast(({ end }) => end <= start)?.part === 'road') ||
  (words === '门口' && /(?<![大国])家$/.test(line.text.slice(0, start)))

/** 二十七号, told after the alley of a village (石马新村四巷), is a house in it. */
export const inAlley = (alley: FoundPart | undefined, part: FoundPart): FoundPart =>
  alley?.value.endsWith('巷') === true && part.part === 'number'
    ? { ...part, part: 'detail', value: alley.value + part.value }
    : part

/** The seat's 五零二房 completes 502; its 五栋一楼 says more than the citizen did. */
export const addsMore = (existing: FoundPart, part: FoundPart): boolean =>
  part.part === 'detail' && !/^[房室号楼]*$/.test(part.value.slice(existing.value.length))

/** 1002 after 3栋. */
export const isRoomOf = (part: FoundPart, building: FoundPart): boolean =>
  part.part === 'detail' && /^\d{3,4}$/.test(part.value) && /[栋座幢楼元]$/.test(building.value)

/** 1303 instead of 1203 in 7栋1203. */
export const withOtherRoom = (existing: FoundPart, part: FoundPart): FoundPart | undefined =>
  part.part === 'detail' && /^\d{3,4}$/.test(part.value) && /[栋座幢楼元]\d{3,4}$/.test(existing.value)
    ? { ...existing, value: existing.value.replace(/\d{3,4}$/, part.value) }
    : undefined

/** 5号楼 and 5号楼2单元 agree; so do equal values. */
export function conflicts(existing: FoundPart | undefined, part: FoundPart): boolean {
  // 珠江新城 gives way to the building in it.
  if (existing === undefined || existing.area === true || part.area === true) return false
  const [a, b] = [existing.value, part.value]
  if (part.part !== 'detail') return a !== b
  const [first, second] = [crossingName(a), crossingName(b)]
  return !first.startsWith(second) && !second.startsWith(first)
}

/** 交叉口 is what a crossing is called, whoever says 路口. */
export const namesCrossing = (existing: FoundPart, part: FoundPart): boolean =>
  part.part === 'detail' &&
  part.value.endsWith('交叉口') &&
  !existing.value.endsWith('交叉口') &&
  crossingName(existing.value) === crossingName(part.value)

/** 与骏业路交叉口, which the seat repeats as 骏业路路口, is one crossing. */
const crossingName = (detail: string): string =>
  detail.replace(/(?:交叉路?口|交界处?|交汇处|十字路口|路口|(?<=路)口)$/, '口')

/** The details said in one breath as one. */
export function joinDetails(parts: readonly FoundPart[]): readonly FoundPart[] {
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

/** 5栋29楼04房 and 3栋12楼1201, as rooms are written: 5栋2904, 3栋1201. */
export const roomForm = (detail: string): string =>
  detail
    .replace(/(?<=[栋座幢])(\d+)[楼层](0\d)房?$/, '$1$2')
    .replace(/(?<=[栋座幢])(\d+)[楼层](?=\1\d{2}$)/, '')
