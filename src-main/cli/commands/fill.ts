import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { fillText } from '#shared/catalogue/fill.ts'
import { callTranscriptSchema } from '#shared/domain/call.ts'
import { subjectSchema, type SitePack, type Subject } from '#shared/domain/site-pack.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { defaultPackDirectory } from '../../core/knowledge/default-pack.ts'
import { loadSitePack } from '../../core/knowledge/load-site-pack.ts'
import { readTable } from '../../core/knowledge/read-table.ts'
import { filledLine, readableFill } from '../fill-report.ts'
import { readJsonLines } from '../json-lines.ts'

interface Options {
  readonly input: string
  readonly subjects?: string
  readonly pack?: string
  readonly json?: true
}

/** `seat fill`: transcripts in, ticket fields out, a line a call with `--json`, a table a call without. */
export function fillCommand(): Command {
  return new Command('fill')
    .description(fillText.description)
    .requiredOption('--input <file>', fillText.input)
    .option('--subjects <file>', fillText.subjects)
    .option('--pack <dir>', fillText.pack)
    .option('--json', fillText.json)
    .action(runFill)
}

async function runFill(options: Options): Promise<void> {
  const calls = unwrap(await readJsonLines(options.input, callTranscriptSchema))
  const understanding = createUnderstanding(await loadPack(options))
  for (const call of calls) {
    const heard = understanding.understand(call.turns, call)
    console.log(options.json === true ? JSON.stringify(filledLine(call, heard)) : readableFill(call, heard))
  }
}

async function loadPack(options: Options): Promise<SitePack> {
  const pack = unwrap(await loadSitePack(options.pack ?? defaultPackDirectory()))
  return options.subjects === undefined ? pack : { ...pack, subjects: await readSubjects(options.subjects) }
}

async function readSubjects(path: string): Promise<readonly Subject[]> {
  const { value, problems } = readTable(path, await readText(path), subjectSchema)
  const problem = problems.find(({ severity }) => severity === 'error')
  if (problem === undefined) return value
  throw new FailureError('bad-subjects', fillText.badSubjects(path, problem.line, problem.reason))
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new FailureError('no-file', fillText.cannotRead(path, (error as NodeJS.ErrnoException).code ?? ''))
  }
}
