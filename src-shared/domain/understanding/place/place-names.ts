import { createNameIndex, type NamedEntry, type NameIndex } from '../../../text/name-index.ts'
import type { IncidentAddress } from '../../ticket-fields.ts'
import { otherReadings } from '../hearing/other-readings.ts'
import type { Point, SitePack } from '../../site-pack.ts'
import { estatesManaged } from './estates-managed.ts'

export type AddressPart = keyof IncidentAddress

/** What a place name of the pack says about an address. */
export interface PlaceName {
  readonly part: AddressPart
  readonly value: string
  /** 天河 for 天河区, 石牌 for 石牌村: part of many other names, so it counts only where the words around agree. */
  readonly short: boolean
  /** A station's name without its 站, which stands for the quarter around it. */
  readonly area?: boolean
  /** The districts that have a street or road of the name. */
  readonly within?: readonly string[]
}

export type PlacePack = Pick<SitePack, 'divisions' | 'roads' | 'points' | 'subjects' | 'lexicon'>

/**
 * Indexes the pack's districts, streets, communities, roads and points with the forms people use for them. What lies
 * above a place is not filled in from the pack: an address holds what was said.
 */
export function indexPlaces(pack: PlacePack): NameIndex<PlaceName> {
  const names = [...divisionNames(pack), ...roadNames(pack), ...pointNames(pack), ...estatesOfParties(pack)]
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
    const within = pack.divisions.flatMap(({ code, name }) => (code === division.parent ? [name] : []))
    const place = { part: division.level, value: division.name, within }
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
  return pack.roads.map(({ name, districts }) => ({
    name,
    value: { part: 'road', value: name, short: false, within: districts },
  }))
}

/** 石牌村 is a village, 建设新村 an estate. The villages among the points are places that people know, and no communities. */
const villageName = /(?<!新)村$/

function pointNames(pack: PlacePack): readonly NamedEntry<PlaceName>[] {
  const roads = new Set(pack.roads.map(({ name }) => name))
  // 恩宁路永庆坊 is a road and a point, each of which is found by itself.
  const joined = (alias: string, name: string) =>
    alias !== name && alias.endsWith(name) && roads.has(alias.slice(0, -name.length))
  return pack.points.flatMap((point) => {
    const names = [point.name, ...point.aliases.filter((alias) => !joined(alias, point.name))]
    return [
      ...names.map((name) => ({ name, value: pointOf(point, name) })),
      ...areaNames(point).map((name) => ({
        name,
        value: { part: 'poi' as const, value: name, short: true, area: true },
      })),
    ]
  })
}

/** 春晖里 of 宁和物业春晖里管理处, and 春晖里小区, as the same estate is called with the general word. */
function estatesOfParties(pack: PlacePack): readonly NamedEntry<PlaceName>[] {
  const listed = new Set([...pack.points, ...pack.roads, ...pack.divisions].map(({ name }) => name))
  return estatesManaged(pack.subjects).flatMap((estate) => {
    const value = { part: 'poi' as const, value: estate, short: false }
    return [...(listed.has(estate) ? [] : [estate]), `${estate}小区`].map((name) => ({ name, value }))
  })
}

function pointOf({ kind, name: point }: Point, name: string): PlaceName {
  // 棠下 for 棠下村 is a quarter of that name as well.
  const quarter = kind === 'station' ? !name.endsWith('站') : kind === 'village' && !villageName.test(name)
  const area = quarter ? { area: true } : {}
  return {
    part: 'poi',
    // 高铁南站 is 广州南站, 番禺广场地铁站 the 番禺广场站; other places are called as they were.
    value: kind === 'station' && /(?<!公交)站$/.test(name) ? point : name,
    short: name.length === 2,
    ...area,
  }
}

function areaNames({ kind, name, aliases }: Point): readonly string[] {
  const bare = name.replace(/站$/, '')
  return kind === 'station' && bare !== name && bare.length >= 3 && !aliases.includes(bare) ? [bare] : []
}
