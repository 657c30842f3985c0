import { packProblemText } from '#shared/catalogue/pack-problems.ts'
import type { Category, DispatchRule, SitePack } from '#shared/domain/site-pack.ts'
import { anywhere } from '#shared/domain/ticket/responsible-unit.ts'
import { packFiles } from './pack-files.ts'
import { packError, packWarning, type PackProblem } from './pack-problem.ts'

const roadPlace = /^road:.+/u
const placeholders: ReadonlySet<string> = new Set(['{district}', '{street}'])

/** What is wrong between the catalogue of matters (事项目录), the dispatch catalogue (派单目录) and the calendar. */
export function checkCatalogue(pack: SitePack): readonly PackProblem[] {
  return [
    ...sharedKeywords(pack.categories),
    ...repeatedRules(pack.dispatch),
    ...pack.dispatch.flatMap((rule) => ruleProblems(rule, pack)),
    ...(pack.dispatch.length === 0
      ? []
      : pack.categories.flatMap((leaf) => leafProblems(leaf, pack.dispatch))),
    ...repeatedYears(pack.calendar),
  ]
}

/** A keyword that stands under two leaves decides nothing between them. */
function sharedKeywords(categories: readonly Category[]): readonly PackProblem[] {
  const leaves = new Map<string, string[]>()
  for (const { keywords, level3 } of categories)
    for (const keyword of new Set(keywords)) {
      const names = leaves.get(keyword)
      if (names === undefined) leaves.set(keyword, [level3])
      else names.push(level3)
    }
  return Array.from(leaves).flatMap(([keyword, names]) =>
    names.length < 2
      ? []
      : [packWarning({ file: packFiles.categories }, packProblemText.sharedKeyword(keyword, names))],
  )
}

function repeatedRules(dispatch: readonly DispatchRule[]): readonly PackProblem[] {
  const seen = new Set<string>()
  return dispatch.flatMap((rule) => {
    const key = `${rule.category} ${rule.place}`
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [packError(placeOf(rule), packProblemText.repeatedRule(rule.place))]
  })
}

function ruleProblems(rule: DispatchRule, { categories, divisions }: SitePack): readonly PackProblem[] {
  const { category, place, unit, unplaced, fallback, returns } = rule
  const at = placeOf(rule)
  const known = categories.some(({ code }) => code.startsWith(category))
  const realPlace =
    place === anywhere ||
    roadPlace.test(place) ||
    divisions.some(({ name, level }) => level !== 'community' && name === place)
  const units = [unit, unplaced, ...fallback, ...returns.map(({ to }) => to)]
  const strange = units
    .flatMap((text) => text.match(/\{[^}]*\}?/gu) ?? [])
    .filter((name) => !placeholders.has(name))
  // Where the address is open, somebody has to take the ticket all the same.
  const homeless = unit.includes('{') && ![unplaced, ...fallback].some((text) => isPlain(text))
  return [
    ...(known ? [] : [packError(at, packProblemText.unknownCategory(category))]),
    ...(realPlace ? [] : [packError(at, packProblemText.unknownPlace(place))]),
    ...strange.map((name) => packError(at, packProblemText.unknownUnitPlaceholder(name))),
    ...(homeless ? [packError(at, packProblemText.unplacedMissing(unit))] : []),
  ]
}

function leafProblems(leaf: Category, dispatch: readonly DispatchRule[]): readonly PackProblem[] {
  const at = { file: packFiles.dispatch, id: leaf.code }
  const rules = dispatch.filter(({ category }) => leaf.code.startsWith(category))
  const general = rules
    .filter(({ place }) => place === anywhere)
    .toSorted((left, right) => right.category.length - left.category.length)[0]
  if (general === undefined) return [packError(at, packProblemText.noRule(leaf.level3))]
  return [general.unit, ...general.fallback].includes(leaf.unit)
    ? []
    : [packWarning(at, packProblemText.otherUnit(leaf.level3, leaf.unit, general.unit))]
}

function repeatedYears({ years }: SitePack['calendar']): readonly PackProblem[] {
  const all = years.map(({ year }) => year)
  return all
    .filter((year, index) => all.indexOf(year) !== index)
    .map((year) => packError({ file: packFiles.calendar }, packProblemText.repeatedYear(year)))
}

function isPlain(unit: string): boolean {
  return unit !== '' && !unit.includes('{')
}

function placeOf(rule: DispatchRule): { readonly file: string; readonly id: string } {
  return { file: packFiles.dispatch, id: rule.category }
}
