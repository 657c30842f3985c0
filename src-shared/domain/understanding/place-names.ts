import { createNameIndex, type NamedEntry, type NameIndex } from '../../text/name-index.ts'
import type { IncidentAddress } from '../ticket-fields.ts'
import { otherReadings } from './other-readings.ts'
import type { SitePack } from '../site-pack.ts'

export type AddressPart = keyof IncidentAddress

/** What a place name of the pack says about an address. */
export interface PlaceName {
  readonly part: AddressPart
  readonly value: string
  /** 天河 for 天河区, 石牌 for 石牌村: part of many other names, so it counts only where the words around agree. */
  readonly short: boolean
}

export type PlacePack = Pick<SitePack, 'divisions' | 'roads' | 'points' | 'lexicon'>

/**
 * Indexes the pack's districts, streets, communities, roads and points with the forms people use for them. What lies
 * above a place is not filled in from the pack: an address holds what was said.
 */
export function indexPlaces(pack: PlacePack): NameIndex<PlaceName> {
  const names = [...divisionNames(pack), ...roadNames(pack), ...pointNames(pack)]
  const heardAs = names.flatMap(({ name, value }) =>
    otherReadings(name).map((reading) => ({ name: reading, value })),
  )
  return createNameIndex([...names, ...heardAs], foldingsOf(pack))
}

/** The pack's own foldings where it has any. */
export function foldingsOf(
  pack: Pick<SitePack, 'lexicon'>,
): readonly (readonly [string, string])[] | undefined {
  return pack.lexicon.foldings.length > 0 ? pack.lexicon.foldings : undefined
}

function divisionNames(pack: PlacePack): readonly NamedEntry<PlaceName>[] {
  return pack.divisions.flatMap((division) => {
    const place = { part: division.level, value: division.name }
    const forms = divisionForms(division.name, division.level).map((name) => ({
      name,
      value: { ...place, short: false },
    }))
    const short = division.level === 'district' ? division.name.replace(/[区市县]$/, '') : ''
    return short.length >= 2 ? [...forms, { name: short, value: { ...place, short: true } }] : forms
  })
}

export function divisionForms(name: string, level: AddressPart): readonly string[] {
  if (level === 'street' && name.endsWith('街道')) return [name, name.slice(0, -1)]
  if (level === 'community' && name.endsWith('社区')) return [name, name.replace(/社区$/, '居委会')]
  return [name]
}

function roadNames(pack: PlacePack): readonly NamedEntry<PlaceName>[] {
  return pack.roads.map(({ name }) => ({ name, value: { part: 'road', value: name, short: false } }))
}

/** 石牌村 is a village, 建设新村 an estate. */
const villageName = /(?<!新)村$/

function pointNames(pack: PlacePack): readonly NamedEntry<PlaceName>[] {
  const roads = new Set(pack.roads.map(({ name }) => name))
  // 恩宁路永庆坊 is a road and a point, each of which is found by itself.
  const joined = (alias: string, name: string) =>
    alias !== name && alias.endsWith(name) && roads.has(alias.slice(0, -name.length))
  return pack.points.flatMap((point) =>
    [point.name, ...point.aliases.filter((alias) => !joined(alias, point.name))].map((name) => ({
      name,
      value: { part: villageName.test(name) ? 'community' : 'poi', value: name, short: name.length === 2 },
    })),
  )
}
