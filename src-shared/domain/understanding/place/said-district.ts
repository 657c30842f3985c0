import type { Evidence, HeardValue, IncidentAddress } from '../../ticket-fields.ts'
import { folded } from '../hearing/citizen-said.ts'
import { cite, type Hearing, heardValue, type Line } from '../hearing/hearing.ts'
import type { Atlas } from './place-atlas.ts'

/** What one is told in passing is less sure than what was said of the place. */
const inPassing = 0.8

/**
 * The district of a place for which none was told as such, where the call names one in passing (荔湾城管, 天河的业主, 转海珠区
 * 人社局) and the pack says that the place lies in it; and the one of two districts that has the place (由荔湾西华路搬去白云黄边北
 * 路). Where the pack does not know the place, or it lies in several districts that were named, nothing is filled in.
 */
export function withSaidDistrict(
  atlas: Atlas,
  heard: HeardValue<IncidentAddress> | undefined,
  hearing: Hearing,
): HeardValue<IncidentAddress> | undefined {
  if (heard === undefined) return undefined
  const around = districtsAround(atlas, heard.value)
  if (heard.value.district !== undefined && around.includes(heard.value.district)) return heard
  const named = around.flatMap((district) => {
    const evidence = saidIn(hearing, district)
    return evidence === undefined ? [] : [{ district, evidence }]
  })
  const [only, ...more] = named
  if (only === undefined || more.length > 0) return heard
  return heardValue<IncidentAddress>(
    { district: only.district, ...belowDistrict(heard.value) },
    [only.evidence, ...heard.evidence],
    {
      alternatives: heard.value.district === undefined ? heard.alternatives : [heard.value],
      confidence: Math.min(...heard.evidence.map(({ confidence }) => confidence), inPassing),
    },
  )
}

function belowDistrict(address: IncidentAddress): IncidentAddress {
  const below = { ...address }
  delete below.district
  return below
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

/** 天河路, 天河南店 and 白云机场 are no districts, nor is 花都公交, who runs there. */
const isDistrict = ({ text }: Line, end: number): boolean =>
  !/^(?:[东南西北中]?(?:路|大道|站|街)|[东南西北中](?:店|[一二三四五])|(?:的|那边的?|这边的?)?公(?:交|共汽车)|机场|山|公园|客运|体育(?![东西][路横])|城(?!管)|湖|新城|广场|大桥|涌|一路|二路)/.test(
    text.slice(end),
  )
