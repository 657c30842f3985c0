import type { Evidence, HeardValue, IncidentAddress } from '../../ticket-fields.ts'
import { folded } from '../hearing/citizen-said.ts'
import { cite, type Hearing, type Line } from '../hearing/hearing.ts'
import type { Atlas } from './place-atlas.ts'

/** What one is told in passing is less sure than what was said of the place. */
const inPassing = 0.8

/**
 * The district of a place for which none was told as such, where the call names one in passing (荔湾城管, 天河的业主, 转海珠区
 * 人社局) and the pack says that the place lies in it. Where the pack does not know the place, or it lies in several districts
 * that were named, nothing is filled in.
 */
export function withSaidDistrict(
  atlas: Atlas,
  heard: HeardValue<IncidentAddress> | undefined,
  hearing: Hearing,
): HeardValue<IncidentAddress> | undefined {
  if (heard === undefined || heard.value.district !== undefined) return heard
  const named = districtsAround(atlas, heard.value).flatMap((district) => {
    const evidence = saidIn(hearing, district)
    return evidence === undefined ? [] : [{ district, evidence }]
  })
  const [only, ...more] = named
  if (only === undefined || more.length > 0) return heard
  return {
    ...heard,
    value: { district: only.district, ...heard.value },
    evidence: [only.evidence, ...heard.evidence],
    confidence: Math.min(heard.confidence, inPassing),
  }
}

/** The districts that have all the places of an address that the pack knows. */
function districtsAround(atlas: Atlas, address: IncidentAddress): readonly string[] {
  const [first, ...others] = atlas.districtsOf(address)
  return (first?.districts ?? []).filter((name) => others.every(({ districts }) => districts.includes(name)))
}

/** Where the call names a district: in full, in short (天河), or in full by its sound (海猪区). */
function saidIn(hearing: Hearing, district: string): Evidence | undefined {
  const short = district.replace(/[区市县]$/, '')
  for (const line of hearing.lines) {
    const at = line.text.indexOf(short)
    if (at >= 0 && isDistrict(line, at + short.length)) return cite(line, at, at + short.length, inPassing)
    const sounds = folded(line.text).split(' ')
    const sought = folded(district).split(' ')
    const start = sounds.findIndex((_, from) =>
      sought.every((sound, index) => sounds[from + index] === sound),
    )
    if (start >= 0) return cite(line, start, start + district.length, inPassing)
  }
  return undefined
}

/** 天河路 and 白云机场 are no districts. */
const isDistrict = ({ text }: Line, end: number): boolean =>
  !/^(?:[东南西北中]?(?:路|大道|站|街)|机场|山|公园|客运|体育|城(?!管)|湖|新城|广场|大桥|涌|一路|二路)/.test(
    text.slice(end),
  )
