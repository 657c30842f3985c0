import { placeText } from '../../../catalogue/places.ts'
import type { SitePack } from '../../site-pack.ts'
import type { HeardValue, IncidentAddress } from '../../ticket-fields.ts'
import { folded } from '../hearing/citizen-said.ts'
import { soundsNearly } from './near-sounds.ts'

/** An address with a contradiction in it needs a person's eye, whatever it was heard from. */
const doubtfulConfidence = 0.55
/** A road of several districts without the district said. */
const ambiguousConfidence = 0.75
const mostAlternatives = 4

/** Which places of the pack lie in which districts, and which roads sound alike. */
export interface Atlas {
  readonly districtsOf: (address: IncidentAddress) => readonly PlaceIn[]
  readonly roadsLike: (road: string) => readonly string[]
  /** The road or street of a district that a name unknown to the pack is likely to be; undefined where none or several are. */
  readonly nearestTo: (part: 'road' | 'street', name: string, district: string) => string | undefined
}

/** A place of an address, with the districts that have one of its name. */
interface PlaceIn {
  readonly part: 'street' | 'road' | 'poi'
  readonly name: string
  readonly districts: readonly string[]
}

/** Indexes the pack's roads, streets and points by name. */
export function createAtlas({
  divisions,
  roads,
  points,
}: Pick<SitePack, 'divisions' | 'roads' | 'points'>): Atlas {
  const names = new Map(divisions.map(({ code, name }) => [code, name]))
  const known = {
    street: new Map<string, string[]>(),
    road: new Map<string, string[]>(),
    poi: new Map<string, string[]>(),
  }
  const bySound = new Map<string, string[]>()
  for (const { level, name, parent } of divisions)
    if (level === 'street') add(known.street, name, [names.get(parent) ?? ''])
  for (const { name, districts } of roads) {
    add(known.road, name, districts)
    add(bySound, folded(name), [name])
  }
  for (const { name, aliases, district } of points)
    for (const form of [name, ...aliases]) add(known.poi, form, [district])
  return {
    districtsOf: (address) =>
      (['street', 'road', 'poi'] as const).flatMap((part) => {
        const name = address[part]
        const districts = name === undefined ? undefined : known[part].get(name)
        return name === undefined || districts === undefined || districts.length === 0
          ? []
          : [{ part, name, districts }]
      }),
    roadsLike: (road) => (bySound.get(folded(road)) ?? []).filter((name) => name !== road),
    nearestTo: (part, name, district) => {
      if (known[part].has(name)) return undefined
      const [only, ...more] = [...known[part]].filter(
        ([other, within]) => within.includes(district) && soundsNearly(name, other),
      )
      return more.length === 0 ? only?.[0] : undefined
    },
  }
}

function add(map: Map<string, string[]>, key: string, values: readonly string[]): void {
  const list = map.get(key) ?? []
  list.push(...values.filter((value) => value !== '' && !list.includes(value)))
  map.set(key, list)
}

/**
 * An address held against the pack: a road that does not lie in the district said gives way to the one of its sound that
 * does, or is doubted with a reason and a question; a road of several districts offers each of them.
 */
export function heldAgainst(
  atlas: Atlas,
  heard: HeardValue<IncidentAddress> | undefined,
): HeardValue<IncidentAddress> | undefined {
  if (heard === undefined) return undefined
  const { district } = heard.value
  const likely = district === undefined ? undefined : asLikelyNamed(atlas, heard, district)
  if (likely !== undefined) return heldAgainst(atlas, likely)
  const places = atlas.districtsOf(heard.value)
  if (district === undefined) return withDistricts(heard, places)
  const stray = places.find(({ districts }) => !districts.includes(district))
  if (stray === undefined) return heard
  const there = stray.part === 'road' ? roadsIn(atlas, stray.name, district) : []
  const [only, ...more] = there
  if (only !== undefined && more.length === 0)
    return {
      ...heard,
      value: { ...heard.value, road: only },
      confidence: Math.min(heard.confidence, ambiguousConfidence),
      alternatives: [heard.value, ...heard.alternatives].slice(0, mostAlternatives),
      reason: placeText.soundsLike(only, [stray.name]),
    }
  const elsewhere = stray.districts.map((name) => ({ ...heard.value, district: name }))
  const alike = there.map((road) => ({ ...heard.value, road }))
  return {
    ...heard,
    confidence: Math.min(heard.confidence, doubtfulConfidence),
    alternatives: [...alike, ...elsewhere, ...heard.alternatives].slice(0, mostAlternatives),
    reason: placeText.notWithin(stray.name, district),
    ask: placeText.askWithin(stray.name, [...stray.districts, district]),
  }
}

/** 荔湾区康口路, which the pack does not have, is taken for 坑口路, which lies there. */
function asLikelyNamed(
  atlas: Atlas,
  heard: HeardValue<IncidentAddress>,
  district: string,
): HeardValue<IncidentAddress> | undefined {
  for (const part of ['street', 'road'] as const) {
    const said = heard.value[part]
    const likely = said === undefined ? undefined : atlas.nearestTo(part, said, district)
    if (said === undefined || likely === undefined) continue
    return {
      ...heard,
      value: { ...heard.value, [part]: likely },
      confidence: Math.min(heard.confidence, ambiguousConfidence),
      alternatives: [heard.value, ...heard.alternatives].slice(0, mostAlternatives),
      reason: placeText.soundsLike(likely, [said]),
    }
  }
  return undefined
}

const roadsIn = (atlas: Atlas, road: string, district: string): readonly string[] =>
  atlas
    .roadsLike(road)
    .filter((name) => atlas.districtsOf({ road: name }).some(({ districts }) => districts.includes(district)))

/** Without a district said, a name of several districts is a question. None is filled in: an address holds what was said. */
function withDistricts(
  heard: HeardValue<IncidentAddress>,
  places: readonly PlaceIn[],
): HeardValue<IncidentAddress> {
  const shared = places.reduce<readonly string[] | undefined>(
    (common, { districts }) => common?.filter((name) => districts.includes(name)) ?? districts,
    undefined,
  )
  const named = places.find(({ districts }) => districts.length > 1)
  if (shared === undefined || shared.length < 2 || named === undefined) return heard
  return {
    ...heard,
    confidence: Math.min(heard.confidence, ambiguousConfidence),
    alternatives: [...shared.map((district) => ({ ...heard.value, district })), ...heard.alternatives].slice(
      0,
      mostAlternatives,
    ),
    reason: placeText.inSeveral(named.name, shared),
    ask: placeText.askDistrict(named.name),
  }
}
