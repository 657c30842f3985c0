import { FailureError, unwrap, type Failure, type Result } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import { modelRoles } from '#shared/contract/views.ts'
import { takeIntoUse } from '../../models/choose.ts'
import { fetchModel, sourceOf } from '../../models/fetch-model.ts'
import { importModel } from '../../models/import-model.ts'
import type { InstallTools } from '../../models/install.ts'
import type { ModelLibrary } from '../../models/library.ts'
import { findModel, type Model } from '../../models/manifest.ts'
import { tryModel } from '../../models/probe-model.ts'
import { removeModel } from '../../models/remove-model.ts'
import { unpack } from '../../models/unpack.ts'
import { asrTrial } from '../asr-trial.ts'
import { openClientLibrary } from '../client-library.ts'
import { progressLine } from '../progress-line.ts'

interface Options {
  readonly models?: string
}

const tools: InstallTools = { unpack, tryOut, now: () => new Date() }

async function tryOut(library: ModelLibrary, model: Model): Promise<Failure | undefined> {
  const state = await tryModel(library, model, asrTrial)
  if (state.state === 'broken') return state.problem
  return state.state === 'not-installed'
    ? { code: 'model-not-installed', message: text.notInstalled(model.title) }
    : undefined
}

/** Ctrl-C stops it and keeps what is there; run again, it goes on. */
export async function fetch(id: string, options: Options & { readonly mirror?: string }): Promise<void> {
  const { library, model } = open(id, options)
  const { address } = unwrap(sourceOf(model, options.mirror))
  console.error(text.fetching(model.title, address))
  const cancel = new AbortController()
  process.once('SIGINT', () => cancel.abort())
  const line = progressLine(process.stderr)
  let checking = false
  const outcome = await fetchModel(library, model, tools, {
    mirror: options.mirror,
    signal: cancel.signal,
    onProgress: line.show,
    onChecking: () => {
      line.end()
      if (!checking) console.error(text.verifying(model.title))
      checking = true
    },
  })
  line.end()
  report(outcome, text.fetched(model.title))
}

export async function importFrom(id: string, path: string, options: Options): Promise<void> {
  const { library, model } = open(id, options)
  const outcome = await importModel(library, model, path, tools, () => {
    console.error(text.verifying(model.title))
  })
  report(outcome, text.imported(model.title))
}

export async function remove(id: string, options: Options): Promise<void> {
  const { library, model } = open(id, options)
  report(await removeModel(library, model), text.removed(model.title))
}

export async function choose(
  id: string | undefined,
  options: Options & { readonly none?: string },
): Promise<void> {
  const role = modelRoles.find((known) => known === options.none)
  if (role !== undefined && id === undefined) {
    const library = unwrap(openClientLibrary(options.models))
    report(await takeIntoUse(library, role, null, tryOut), text.noneUsed(text.roles[role]))
    return
  }
  if (id === undefined) throw new FailureError('choose-what', text.chooseWhat)
  const { library, model } = open(id, options)
  console.error(text.verifying(model.title))
  report(await takeIntoUse(library, model.role, model, tryOut), text.nowUsed(model.title))
}

function open(id: string, options: Options): { readonly library: ModelLibrary; readonly model: Model } {
  const library = unwrap(openClientLibrary(options.models))
  return { library, model: unwrap(findModel(library.manifest, id)) }
}

function report(outcome: Result<unknown>, done: string): void {
  unwrap(outcome)
  console.log(done)
}
