import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { commandInputText } from '#shared/catalogue/command-input.ts'
import { packCommandText as text } from '#shared/catalogue/pack-command.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { defaultPackDirectory } from '../../core/knowledge/default-pack.ts'
import { inspectSitePack } from '../../core/knowledge/load-site-pack.ts'
import { bundlePack, unbundlePack } from '../../core/knowledge/pack-bundle.ts'
import { packFiles } from '../../core/knowledge/pack-files.ts'
import { describeProblem } from '../../core/knowledge/pack-problem.ts'
import { cutPlaces, writeDivisionsCsv } from '../cut-places.ts'

/**
 * `seat pack`: `check` explains what is wrong with a site pack; `export` writes it as one JSON file that holds the texts of
 * its files, `import` checks such a file and puts it into a new folder; `cut-places` makes a city's `divisions.csv`.
 */
export function packCommand(): Command {
  const command = new Command('pack').description(text.description)
  command
    .command('check')
    .description(text.check)
    .option('--pack <dir>', text.directory)
    .option('--json', text.json)
    .action(runCheck)
  command
    .command('export')
    .description(text.exportPack)
    .argument('<file>', text.exportTarget)
    .option('--pack <dir>', text.directory)
    .action(runExport)
  command
    .command('import')
    .description(text.importPack)
    .argument('<file>', text.importSource)
    .argument('<dir>', text.importTarget)
    .action(runImport)
  command
    .command('cut-places')
    .description(text.cutPlaces)
    .requiredOption('--city <code>', text.city)
    .requiredOption('--source <dir>', text.source)
    .option('--target <file>', text.cutTarget)
    .action(runCutPlaces)
  return command
}

interface PackOptions {
  readonly pack?: string
  readonly json?: true
}

async function runCheck(options: PackOptions): Promise<void> {
  const directory = options.pack ?? defaultPackDirectory()
  const { pack, problems } = await inspectSitePack(directory)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0) process.exitCode = 1
  if (options.json === true) {
    console.log(JSON.stringify({ directory, counts: pack === undefined ? {} : counts(pack), problems }))
    return
  }
  if (pack !== undefined) printSummary(pack)
  for (const problem of problems) {
    console.log(text.problem(text.severity[problem.severity], describeProblem(problem)))
  }
  console.log(problems.length === 0 ? text.allGood : text.verdict(errors, problems.length - errors))
}

function printSummary(pack: SitePack): void {
  console.log(text.heading(pack.meta.city, pack.meta.version, pack.meta.sample))
  for (const [part, count] of Object.entries(counts(pack))) {
    console.log(text.count(text.counts[part as keyof typeof text.counts], count))
  }
}

function counts(pack: SitePack): Readonly<Record<keyof typeof text.counts, number>> {
  return {
    divisions: pack.divisions.length,
    roads: pack.roads.length,
    points: pack.points.length,
    subjects: pack.subjects.length,
    categories: pack.categories.length,
    dispatch: pack.dispatch.length,
    answers: pack.answers.length,
    scripts: pack.scripts.length,
    checklists: pack.checklists.length,
    norms: pack.norms.length,
    rehearsals: pack.rehearsals.length,
  }
}

async function runExport(target: string, options: PackOptions): Promise<void> {
  const bundle = unwrap(await bundlePack(options.pack ?? defaultPackDirectory()))
  await writeFile(target, `${JSON.stringify(bundle, undefined, 1)}\n`)
  console.log(text.exported(Object.keys(bundle.files).length, target))
}

async function runImport(source: string, target: string): Promise<void> {
  const json = await readFile(source, 'utf8').catch((error: unknown) => {
    throw new FailureError(
      'no-file',
      commandInputText.cannotRead(source, (error as NodeJS.ErrnoException).code ?? ''),
    )
  })
  console.log(text.imported(unwrap(await unbundlePack(json, source, target)), target))
}

interface CutOptions {
  readonly city: string
  readonly source: string
  readonly target?: string
}

function runCutPlaces({ city, source, target }: CutOptions): void {
  const file = target ?? join(defaultPackDirectory(), packFiles.divisions)
  const divisions = readDivisions(source, city)
  if (divisions.length === 0) throw new FailureError('no-places', text.noPlaces(city))
  writeDivisionsCsv(divisions, file)
  console.log(text.cut(divisions.length, file))
}

function readDivisions(source: string, city: string): ReturnType<typeof cutPlaces> {
  try {
    return cutPlaces(source, city)
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new FailureError('no-file', commandInputText.cannotRead(path ?? source, code))
  }
}
