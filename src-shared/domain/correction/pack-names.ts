import type { SitePack } from '../site-pack.ts'
import { divisionForms } from '../understanding/place/place-names.ts'
import { subjectForms } from '../understanding/party/subject-names.ts'
import type { NameKind } from './correction.ts'

export type NamePack = Pick<
  SitePack,
  'divisions' | 'roads' | 'points' | 'subjects' | 'categories' | 'lexicon'
>

/** A name of the pack in a form that people use. */
export interface PackName {
  readonly name: string
  readonly kind: NameKind
  /** The district, street and road that it lies in, as far as the pack knows: said in the call, they speak for it. */
  readonly areas: ReadonlySet<string>
}

const shortest = 2
/** A longer form is a registered name that nobody says. */
const longest = 16
const districtPlace = /^.*\{district\}/
const areaPattern = /.{2,6}?(?:[区县市镇]|街道|大道|路|街|巷)/g

/** All names of a pack that may be said in a call, each once; a name of several parties knows the areas of all. */
export function packNames(pack: NamePack): readonly PackName[] {
  const names = new Map<string, { name: string; kind: NameKind; areas: Set<string> }>()
  const add = (name: string, kind: NameKind, areas: readonly string[]): void => {
    if (name.length < shortest || name.length > longest) return
    const known = names.get(name) ?? { name, kind, areas: new Set<string>() }
    names.set(name, known)
    for (const area of areas) if (area !== '') known.areas.add(area)
  }
  const parents = new Map(pack.divisions.map(({ code, name }) => [code, name]))
  for (const { name, level, parent } of pack.divisions)
    for (const form of divisionForms(name, level)) add(form, 'division', [parents.get(parent) ?? ''])
  for (const { name, districts, streets } of pack.roads) add(name, 'road', [...districts, ...streets])
  for (const { name, aliases, district, street } of pack.points)
    for (const form of [name, ...aliases]) add(form, 'place', [district, street])
  for (const subject of pack.subjects)
    for (const form of subjectForms(subject)) add(form, 'subject', subject.address.match(areaPattern) ?? [])
  // 派单目录: {district}城市管理和综合执法局 is said with any district, or none.
  for (const { unit } of pack.categories) add(unit.replace(districtPlace, ''), 'unit', [])
  return [...names.values()]
}

const spokenNumeral = /[零〇一二两三四五六七八九十百千万]/u

/** Names with numerals in them (五山路, 三元里): what is written of them stays as it is spoken. */
export function numberedNames(pack: NamePack): readonly string[] {
  return packNames(pack)
    .map(({ name }) => name)
    .filter((name) => spokenNumeral.test(name))
}
