import { type FoundPart, shapeConfidence } from './address-parts.ts'
import { conflicts } from './details.ts'
import type { AddressPart } from './place-names.ts'

type Known = ReadonlyMap<AddressPart, { readonly found: FoundPart; readonly settled: boolean }>

/** Whether what is said now tells the place better than what is known, without being asked for or correcting. */
export const isBetter = (known: Known, parts: readonly FoundPart[]): boolean =>
  known.get('road') === undefined ? isWhole(parts) : isListedInstead(known, parts)

const hasListedRoad = (parts: readonly FoundPart[]): boolean =>
  parts.some(({ part, confidence }) => part === 'road' && confidence > shapeConfidence)

/** 盛泰路一百二十号盛泰综合市场 says where 盛泰市场 is. */
const isWhole = (parts: readonly FoundPart[]): boolean =>
  hasListedRoad(parts) && parts.some(({ part }) => part === 'number')

/** 大巷涌路, which the pack has, after 沙湾巷, which only has the shape of a road. */
function isListedInstead(known: Known, parts: readonly FoundPart[]): boolean {
  const earlier = known.get('road')
  return (
    earlier?.found.confidence === shapeConfidence &&
    !earlier.settled &&
    hasListedRoad(parts) &&
    parts.every((part) => part.part === 'road' || !conflicts(known.get(part.part)?.found, part))
  )
}
