import { packProblemText } from '#shared/catalogue/pack-problems.ts'
import { placeholdersOf, scriptPlaceholders } from '#shared/domain/scripts/placeholders.ts'
import type { Answer, Division, Script, SitePack } from '#shared/domain/site-pack.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { checkRehearsals } from './check-rehearsals.ts'
import { packFiles } from './pack-files.ts'
import { packError, packWarning, type PackProblem } from './pack-problem.ts'

/** Two minutes at the 120 characters a minute that the 12333 rules give for reading out. */
const answerCharacters = 240
/** One minute at the same pace: a script is said in one breath or not at all. */
const scriptCharacters = 120
/** What fits one line of the suggestion list. */
const titleCharacters = 40

/** What no single file shows: references between files, doubles, dates and lengths. `today` is `YYYY-MM-DD`. */
export function checkPack(pack: SitePack, today: string): readonly PackProblem[] {
  return [
    ...duplicates(pack),
    ...divisionProblems(pack.divisions, pack.meta.cityCode),
    ...placeProblems(pack),
    ...categoryProblems(pack),
    ...checkCatalogue(pack),
    ...pack.answers.flatMap((answer) => answerProblems(answer, today)),
    ...pack.scripts.flatMap(scriptProblems),
    ...checkRehearsals(pack),
  ]
}

function duplicates(pack: SitePack): readonly PackProblem[] {
  const repeated = (file: string, what: string, ids: readonly string[]): readonly PackProblem[] => {
    const seen = new Set<string>()
    const again = ids.filter((id) => seen.has(id) || !seen.add(id))
    return [...new Set(again)].map((id) => packError({ file, id }, packProblemText.duplicate(what, id)))
  }
  return [
    ...repeated(
      packFiles.divisions,
      packProblemText.parts.division,
      pack.divisions.map((division) => division.code),
    ),
    ...repeated(
      packFiles.subjects,
      packProblemText.parts.subject,
      pack.subjects.map((subject) => subject.id),
    ),
    ...repeated(
      packFiles.categories,
      packProblemText.parts.category,
      pack.categories.map((category) => category.code),
    ),
    ...repeated(
      packFiles.answers,
      packProblemText.parts.answer,
      pack.answers.map((answer) => answer.id),
    ),
    ...repeated(
      packFiles.scripts,
      packProblemText.parts.script,
      pack.scripts.map((script) => script.id),
    ),
    ...repeated(
      packFiles.rehearsals,
      packProblemText.parts.rehearsal,
      pack.rehearsals.map((script) => script.id),
    ),
  ]
}

function divisionProblems(divisions: readonly Division[], cityCode: string): readonly PackProblem[] {
  const levels = new Map(divisions.map((division) => [division.code, division.level]))
  const wanted = { street: 'district', community: 'street' } as const
  return divisions.flatMap(({ code, name, level, parent }) => {
    const place = { file: packFiles.divisions, id: code }
    if (level === 'district') {
      const ofCity = parent === '' || parent === cityCode || cityCode.startsWith(parent)
      return ofCity ? [] : [packError(place, packProblemText.unknownParent(name, parent))]
    }
    const found = levels.get(parent)
    if (found === undefined) return [packError(place, packProblemText.unknownParent(name, parent))]
    return found === wanted[level] ? [] : [packError(place, packProblemText.wrongParentLevel(name, parent))]
  })
}

function placeProblems(pack: SitePack): readonly PackProblem[] {
  const names = (level: Division['level']): ReadonlySet<string> =>
    new Set(pack.divisions.filter((division) => division.level === level).map((division) => division.name))
  const districts = names('district')
  const streets = names('street')
  const problemsOf = (
    file: string,
    name: string,
    inDistricts: readonly string[],
    inStreets: readonly string[],
  ) => [
    ...inDistricts
      .filter((district) => district !== '' && !districts.has(district))
      .map((district) => packError({ file, id: name }, packProblemText.unknownDistrict(name, district))),
    ...inStreets
      .filter((street) => street !== '' && !streets.has(street))
      .map((street) => packWarning({ file, id: name }, packProblemText.unknownStreet(name, street))),
  ]
  return [
    ...pack.roads.flatMap((road) => problemsOf(packFiles.roads, road.name, road.districts, road.streets)),
    ...pack.points.flatMap((point) =>
      problemsOf(packFiles.points, point.name, [point.district], [point.street]),
    ),
  ]
}

function categoryProblems(pack: SitePack): readonly PackProblem[] {
  const known = new Set(
    pack.categories.flatMap(({ code, level1, level2, level3 }) => [code, level1, level2, level3]),
  )
  const isKnown = (category: string): boolean => category === '' || category === '*' || known.has(category)
  const problemAt = (file: string, id: string, category: string): readonly PackProblem[] =>
    isKnown(category) ? [] : [packWarning({ file, id }, packProblemText.unknownCategory(category))]
  return [
    ...pack.answers.flatMap((answer) => problemAt(packFiles.answers, answer.id, answer.category)),
    ...pack.checklists.flatMap(({ category }) => problemAt(packFiles.checklists, category, category)),
  ]
}

function answerProblems(answer: Answer, today: string): readonly PackProblem[] {
  const place = { file: packFiles.answers, id: answer.id }
  const { effective, expires } = answer
  return [
    ...(effective !== undefined && expires !== undefined && effective > expires
      ? [packError(place, packProblemText.neverEffective(effective, expires))]
      : []),
    ...(expires !== undefined && expires < today
      ? [packWarning(place, packProblemText.expired(expires))]
      : []),
    ...tooLong(place, packProblemText.parts.title, answer.title, titleCharacters),
    ...tooLong(place, packProblemText.parts.words, answer.answer, answerCharacters),
  ]
}

function scriptProblems(script: Script): readonly PackProblem[] {
  const place = { file: packFiles.scripts, id: script.id }
  const unclosed = /\{\{|\}\}/u.test(script.text.replace(/\{\{[^{}]*\}\}/gu, ''))
  return [
    ...placeholdersOf(script.text)
      .filter((name) => !Object.hasOwn(scriptPlaceholders, name))
      .map((name) => packError(place, packProblemText.unknownPlaceholder(name))),
    ...(unclosed ? [packError(place, packProblemText.unclosedPlaceholder)] : []),
    ...tooLong(place, packProblemText.parts.scriptWords, script.text, scriptCharacters),
  ]
}

function tooLong(
  place: { file: string; id: string },
  what: string,
  text: string,
  limit: number,
): readonly PackProblem[] {
  const { length } = Array.from(text.replace(/\s/gu, ''))
  return length > limit ? [packWarning(place, packProblemText.tooLong(what, length, limit))] : []
}
