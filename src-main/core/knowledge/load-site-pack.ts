import type * as z from 'zod'
import { packUnusableText } from '#shared/catalogue/pack-problems.ts'
import { failure, success, type Result } from '#shared/base/result.ts'
import * as schemas from '#shared/domain/site-pack.ts'
import { meaningGroups, type Lexicon, type Meanings, type SitePack } from '#shared/domain/site-pack.ts'
import { mysteryCallerSchema, rehearsalScriptSchema } from '#shared/domain/rehearsal/rehearsal-script.ts'
import { scorecardSchema } from '#shared/domain/review/scorecard.ts'
import { checkPack } from './check-pack.ts'
import { localDay } from '#shared/base/local-time.ts'
import { packFiles } from './pack-files.ts'
import { describeProblem, type PackProblem, type Reading } from './pack-problem.ts'
import { readAnswer } from './read-answer.ts'
import { readPackFile, readPackFolder, type PackFile } from './read-files.ts'
import { readNorms } from './read-norms.ts'
import { readTable } from './read-table.ts'
import { readVectors } from './read-vectors.ts'
import { readYaml, readYamlList } from './read-yaml.ts'

interface PackInspection {
  /** All that could be read; undefined only where `pack.yaml` itself is of no use. */
  readonly pack: SitePack | undefined
  /** Errors first, then in the order of the files. */
  readonly problems: readonly PackProblem[]
}

/** How many of the errors a failure message names. */
const namedErrors = 5

/** Reads a site pack for use. Fails with `pack-unusable` and the first errors in Chinese; warnings do not matter here. */
export async function loadSitePack(directory: string): Promise<Result<SitePack>> {
  const { pack, problems } = await inspectSitePack(directory)
  const errors = problems.filter((problem) => problem.severity === 'error')
  if (pack !== undefined && errors.length === 0) return success(pack)
  const first = errors.slice(0, namedErrors).map(describeProblem)
  return failure('pack-unusable', packUnusableText(errors.length, first))
}

/** Reads a site pack and lists everything that is wrong with it. `today` (`YYYY-MM-DD`) decides what has expired. */
export async function inspectSitePack(
  directory: string,
  today = localDay(Date.now()),
): Promise<PackInspection> {
  const problems: PackProblem[] = []
  const [meta, content] = await readContent(directory, (reading) => {
    problems.push(...reading.problems)
    return reading.value
  })
  const pack = meta === undefined ? undefined : { meta, ...content }
  if (pack !== undefined) problems.push(...checkPack(pack, today))
  const rank = (problem: PackProblem): number => (problem.severity === 'error' ? 0 : 1)
  return { pack, problems: problems.toSorted((a, b) => rank(a) - rank(b)) }
}

type Collect = <T>(reading: Reading<T>) => T

/** `collect` takes each reading's problems and hands its value on. */
async function readContent(
  directory: string,
  collect: Collect,
): Promise<readonly [SitePack['meta'] | undefined, Omit<SitePack, 'meta'>]> {
  const file = async (name: string, required = false): Promise<readonly PackFile[]> =>
    collect(await readPackFile(directory, name, required))
  const folder = async (name: string, ending: string, expected = true): Promise<readonly PackFile[]> =>
    collect(await readPackFolder(directory, name, ending, expected))
  const table = async <T>(name: string, schema: z.ZodObject & z.ZodType<T>): Promise<readonly T[]> =>
    (await file(name)).flatMap((source) => collect(readTable(source.file, source.text, schema)))
  const mappings = <T>(sources: readonly PackFile[], schema: z.ZodType<T>): readonly T[] =>
    sources.flatMap((source) => present(collect(readYaml(source, schema))))
  const lists = <T>(sources: readonly PackFile[], schema: z.ZodType<T>): readonly T[] =>
    sources.flatMap((source) => collect(readYamlList(source, schema)))

  const [meta] = mappings(await file(packFiles.meta, true), schemas.packMetaSchema)
  const [lexicon] = mappings(await file(packFiles.lexicon), schemas.lexiconSchema)
  const meanings = mappings(await folder(packFiles.meanings, '.yaml', false), schemas.meaningsSchema)
  const [vectors] = (await folder(packFiles.meanings, 'vectors.json', false)).map((source) =>
    collect(readVectors(source)),
  )
  const [calendar] = mappings(await file(packFiles.calendar), schemas.calendarSchema)
  const [deadlines] = mappings(await file(packFiles.deadlines), schemas.deadlinesSchema)
  const [scorecard] = mappings(await file(packFiles.scorecard), scorecardSchema)
  const [mysteryCaller] = mappings(await file(packFiles.mysteryCaller), mysteryCallerSchema)
  const answers = await folder(packFiles.answers, '.md')
  const content: Omit<SitePack, 'meta'> = {
    divisions: await table(packFiles.divisions, schemas.divisionSchema),
    roads: await table(packFiles.roads, schemas.roadSchema),
    points: await table(packFiles.points, schemas.pointSchema),
    subjects: await table(packFiles.subjects, schemas.subjectSchema),
    categories: await table(packFiles.categories, schemas.categorySchema),
    dispatch: await table(packFiles.dispatch, schemas.dispatchRuleSchema),
    calendar: calendar ?? schemas.calendarSchema.parse({}),
    deadlines: deadlines ?? schemas.deadlinesSchema.parse({}),
    answers: answers.flatMap((source) => present(collect(readAnswer(source.file, source.text)))),
    scripts: mappings(await folder(packFiles.scripts, '.yaml'), schemas.scriptSchema),
    checklists: lists(await file(packFiles.checklists), schemas.checklistSchema),
    norms: (await folder(packFiles.norms, '.yaml')).flatMap((source) => collect(readNorms(source))),
    lexicon: { ...withMeanings(lexicon, meanings), ...(vectors === undefined ? {} : { vectors }) },
    scorecard: scorecard ?? scorecardSchema.parse({}),
    rehearsals: mappings(await folder(packFiles.rehearsals, '.yaml'), rehearsalScriptSchema),
    mysteryCaller: mysteryCaller ?? mysteryCallerSchema.parse({}),
  }
  return [meta, content]
}

/** The groups of `lexicon/` join those of `lexicon.yaml`. */
function withMeanings(lexicon: Lexicon | undefined, files: readonly Meanings[]): Lexicon {
  const { meanings = [], ...rest } = lexicon ?? schemas.lexiconSchema.parse({})
  return { ...rest, meanings: [...meanings, ...files.flatMap(meaningGroups)] }
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}
