import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { unwrap } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import {
  defaultModelsDirectory,
  findModel,
  readManifest,
  type ModelManifest,
  type SpeechModel,
} from '../../asr/manifest.ts'
import { checkModelFiles, type ModelState } from '../../asr/model-files.ts'
import { probeModel } from '../../asr/probe.ts'

const asrEntry = fileURLToPath(new URL('../../asr/process.ts', import.meta.url))

interface Options {
  readonly models?: string
  readonly json?: boolean
}

/** What `seat models --json` prints a model. */
interface Row {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly state: ModelState['state']
  readonly problem?: string
  readonly licence: string
  readonly origin: string
  readonly note: string
}

/** `seat models`: which recogniser models there are, and whether their files are whole. */
export function modelsCommand(): Command {
  const command = new Command('models').description(speechModelText.command)
  command
    .command('list', { isDefault: true })
    .description(speechModelText.list)
    .option('--models <dir>', speechModelText.optionModels)
    .option('--json', speechModelText.optionJson)
    .action(list)
  command
    .command('verify [id]')
    .description(speechModelText.verify)
    .option('--models <dir>', speechModelText.optionModels)
    .option('--json', speechModelText.optionJson)
    .action(verify)
  return command
}

async function list(options: Options): Promise<void> {
  const directory = options.models ?? defaultModelsDirectory()
  const manifest = unwrap(readManifest(directory))
  // Sizes only: hashing hundreds of megabytes is what `verify` is for.
  const check = async (part: Described): Promise<Row> =>
    toRow(part, await checkModelFiles(directory, part.files, true))
  print(await Promise.all(manifest.models.map(check)), options)
}

async function verify(id: string | undefined, options: Options): Promise<void> {
  const directory = options.models ?? defaultModelsDirectory()
  const manifest = unwrap(readManifest(directory))
  const chosen = id === undefined ? manifest.models : [unwrap(findModel(manifest, id))]
  const voice = toRow(manifest.voiceActivity, await checkModelFiles(directory, manifest.voiceActivity.files))
  const rows: Row[] = [voice]
  for (const model of chosen) {
    if (options.json !== true) console.error(speechModelText.verifying(model.title))
    rows.push(toRow(model, await checkAndProbe(directory, model, voice.state)))
  }
  print(rows, options)
  const unusable = rows.some(
    (row) => row.state === 'broken' || (id !== undefined && row.state === 'not-installed'),
  )
  if (unusable) process.exitCode = 1
}

async function checkAndProbe(
  directory: string,
  model: SpeechModel,
  voice: ModelState['state'],
): Promise<ModelState> {
  const state = await checkModelFiles(directory, model.files)
  // Without a whole voice activity model the probe would blame the recogniser for it.
  const loadable = state.state === 'installed' || state.state === 'unverified'
  if (!loadable || voice === 'broken' || voice === 'not-installed') return state
  const problem = await probeModel(asrEntry, directory, model)
  return problem === undefined ? state : { state: 'broken', problem }
}

type Described = SpeechModel | ModelManifest['voiceActivity']

function toRow(part: Described, checked: ModelState): Row {
  const { id, title, kind, licence, origin, note } = part
  const problem = checked.state === 'broken' ? { problem: checked.problem.message } : {}
  return { id, title, kind, state: checked.state, ...problem, licence, origin, note }
}

function print(rows: readonly Row[], options: Options): void {
  if (options.json === true) {
    console.log(JSON.stringify(rows, null, 2))
    return
  }
  for (const row of rows) {
    console.log(`${row.id}\t${row.title}\t${speechModelText.states[row.state]}`)
    console.log(`\t${row.problem ?? row.note}`)
  }
}
