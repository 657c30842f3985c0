import { Command } from 'commander'
import { unwrap } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import { modelRoles } from '#shared/contract/views.ts'
import { asrTrial } from '../asr-trial.ts'
import { openClientLibrary } from '../client-library.ts'
import { isShipped, type ModelLibrary } from '../../models/library.ts'
import { findModel, type Model } from '../../models/manifest.ts'
import { checkModel, type ModelState } from '../../models/model-files.ts'
import { tryModel } from '../../models/probe-model.ts'
import { isChosen } from '../../models/remove-model.ts'
import { choose, fetch, importFrom, remove } from './models-change.ts'

interface Options {
  readonly models?: string
  readonly json?: boolean
}

/** What `seat models --json` prints a model: the manifest's entry and how it stands on this machine. */
interface Row {
  readonly id: string
  readonly title: string
  readonly role: Model['role']
  readonly kind: string
  readonly state: ModelState['state']
  readonly chosen: boolean
  readonly shipped: boolean
  readonly problem?: string
  readonly licence: string
  readonly origin: string
  readonly mirrors: readonly string[]
  readonly note: string
}

/** `seat models`: which models there are, whether their files are whole, and everything that is done with them. */
export function modelsCommand(): Command {
  const command = new Command('models').description(text.command)
  const add = (usage: string, description: string, isDefault = false): Command =>
    command.command(usage, { isDefault }).description(description).option('--models <dir>', text.optionModels)
  add('list', text.list, true).option('--json', text.optionJson).action(list)
  add('verify [id]', text.verify).option('--json', text.optionJson).action(verify)
  add('fetch <id>', text.fetch).option('--mirror <url>', text.optionMirror).action(fetch)
  add('import <id> <path>', text.import).action(importFrom)
  add('remove <id>', text.remove).action(remove)
  add('choose [id]', text.choose).option('--none <role>', text.optionNone).action(choose)
  return command
}

async function list(options: Options): Promise<void> {
  const library = unwrap(openClientLibrary(options.models))
  // Sizes only: hashing hundreds of megabytes is what `verify` is for.
  const check = async (model: Model): Promise<Row> =>
    toRow(library, model, await checkModel(library, model, true))
  print(await Promise.all(library.manifest.models.map(check)), options)
}

async function verify(id: string | undefined, options: Options): Promise<void> {
  const library = unwrap(openClientLibrary(options.models))
  const models = id === undefined ? library.manifest.models : [unwrap(findModel(library.manifest, id))]
  const rows: Row[] = []
  for (const model of models) {
    if (options.json !== true) console.error(text.verifying(model.title))
    rows.push(toRow(library, model, await tryModel(library, model, asrTrial)))
  }
  print(rows, options)
  const unusable = rows.some(
    (row) => row.state === 'broken' || (id !== undefined && row.state === 'not-installed'),
  )
  if (unusable) process.exitCode = 1
}

function toRow(library: ModelLibrary, model: Model, checked: ModelState): Row {
  const { id, title, role, kind, licence, origin, note, sources } = model
  return {
    id,
    title,
    role,
    kind,
    state: checked.state,
    chosen: isChosen(library, model),
    shipped: isShipped(library, model),
    ...(checked.state === 'broken' ? { problem: checked.problem.message } : {}),
    licence,
    origin,
    mirrors: sources.map(({ address }) => address),
    note,
  }
}

function print(rows: readonly Row[], options: Options): void {
  if (options.json === true) {
    console.log(JSON.stringify(rows, null, 2))
    return
  }
  for (const role of modelRoles) {
    const ofRole = rows.filter((row) => row.role === role)
    if (ofRole.length > 0) console.log(text.roles[role])
    for (const { id, title, state, chosen, problem, note } of ofRole) {
      console.log(`  ${id}\t${title}\t${text.states[state]}${chosen ? `\t${text.chosen}` : ''}`)
      console.log(`\t${problem ?? note}`)
    }
  }
}
