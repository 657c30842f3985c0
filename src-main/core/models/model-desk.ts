import { FailureError, unwrap, type Failure, type Result } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import type { CoreToHost } from '#shared/contract/process-messages.ts'
import type { ModelRole, ModelView } from '#shared/contract/views.ts'
import { takeIntoUse } from '../../models/choose.ts'
import { fetchModel, sourceOf } from '../../models/fetch-model.ts'
import { importModel } from '../../models/import-model.ts'
import type { InstallTools } from '../../models/install.ts'
import { isShipped, openLibrary, type ModelLibrary } from '../../models/library.ts'
import { findModel, modelsOf, type Model } from '../../models/manifest.ts'
import type { ModelFolders } from '../../models/folders.ts'
import { checkModel } from '../../models/model-files.ts'
import { isChosen, removeModel } from '../../models/remove-model.ts'
import type { Unpack } from '../../models/unpack.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import { AsrTrials, type Probed } from './asr-trials.ts'
import { modelView, type ModelCondition } from './model-view.ts'

export interface ModelDeskOptions {
  readonly modelFolders: ModelFolders
  readonly unpack: Unpack
  readonly clock: Clock
  readonly newId: () => string
  readonly send: (message: CoreToHost) => void
  readonly restartAsr: () => void
  readonly publish: Publish
  readonly onBug: (error: unknown) => void
}

interface Fetch {
  readonly cancel: AbortController
  readonly ended: Promise<unknown>
}

/** The models of this seat: what there is, and everything that is done with them. One piece of work at a time with each. */
export class ModelDesk {
  readonly #options: ModelDeskOptions
  readonly #library: Result<ModelLibrary>
  readonly #trials: AsrTrials
  readonly #tools: InstallTools
  readonly #conditions = new Map<string, ModelCondition>()
  readonly #fetches = new Map<string, Fetch>()

  constructor(options: ModelDeskOptions) {
    this.#options = options
    this.#library = openLibrary(options.modelFolders)
    this.#trials = new AsrTrials((command) => options.send({ type: 'asr', command }), options.newId)
    this.#tools = {
      unpack: options.unpack,
      tryOut: (library, model) => this.#trials.tryOut(library, model),
      now: () => new Date(options.clock.now()),
    }
  }

  /** What asr says of a model that it was asked to try. */
  tried(event: Probed): void {
    this.#trials.answered(event)
  }

  asrDown(): void {
    this.#trials.down()
  }

  /** Every method throws a {@link FailureError}: of the manifest, `model-unknown`, `model-busy`, or of what it does. */
  list(): Promise<ModelView[]> {
    const library = unwrap(this.#library)
    return Promise.all(library.manifest.models.map((model) => this.#view(model)))
  }

  /** Begins; how it goes and ends is told by `onChange`. */
  fetch(id: string, mirror: string | undefined): void {
    const { library, model } = this.#idle(id)
    unwrap(sourceOf(model, mirror))
    if (isShipped(library, model)) throw new FailureError('model-shipped', text.shipped(model.title))
    const cancel = new AbortController()
    this.#set(model, { work: { state: 'fetching' } })
    const running = fetchModel(library, model, this.#tools, {
      mirror,
      signal: cancel.signal,
      onProgress: (progress) => this.#set(model, { work: { state: 'fetching', progress } }),
      onChecking: () => this.#set(model, { work: { state: 'checking' } }),
    })
    const ended = running
      .then((outcome) => this.#installed(model, outcome))
      .catch((error: unknown) => {
        this.#set(model, {})
        this.#options.onBug(error)
      })
      .finally(() => this.#fetches.delete(id))
    this.#fetches.set(id, { cancel, ended })
  }

  /** Resolves once nothing is fetched any more. */
  async cancel(id: string): Promise<void> {
    const { model } = this.#find(id)
    const running = this.#fetches.get(id)
    if (running === undefined) throw new FailureError('model-not-busy', text.notBusy(model.title))
    running.cancel.abort()
    await running.ended
  }

  async verify(id: string): Promise<ModelView> {
    const { library, model } = this.#idle(id)
    if ((await checkModel(library, model, true)).state === 'not-installed') {
      throw new FailureError('model-not-installed', text.notInstalled(model.title))
    }
    const problem = await this.#checking(model, () => this.#tools.tryOut(library, model))
    this.#set(model, problem === undefined ? {} : unusable(problem))
    return this.#view(model)
  }

  async import(id: string, path: string): Promise<ModelView> {
    const { library, model } = this.#idle(id)
    const outcome = await this.#checking(model, () => importModel(library, model, path, this.#tools))
    this.#installed(model, outcome)
    unwrap(outcome)
    return this.#view(model)
  }

  async remove(id: string): Promise<ModelView> {
    const { library, model } = this.#idle(id)
    unwrap(await removeModel(library, model))
    this.#set(model, {})
    return this.#view(model)
  }

  /** Takes a model into use, or none (null); where it cannot be used, the one before stays. */
  async choose(role: ModelRole, id: string | null): Promise<ModelView[]> {
    const library = unwrap(this.#library)
    const model = id === null ? null : this.#idle(id).model
    const tryIt = (): Promise<Result<void>> => takeIntoUse(library, role, model, this.#tools.tryOut)
    const outcome = model === null ? await tryIt() : await this.#checking(model, tryIt)
    if (!outcome.ok && model !== null) this.#set(model, { trouble: troubleOf(outcome.error) })
    unwrap(outcome)
    for (const each of modelsOf(library.manifest, role)) {
      this.#set(each, each === model ? {} : (this.#conditions.get(each.id) ?? {}))
    }
    this.#options.restartAsr()
    return this.list()
  }

  #installed(model: Model, outcome: Result<unknown>): void {
    const cancelled = !outcome.ok && outcome.error.code === 'model-fetch-cancelled'
    this.#set(
      model,
      outcome.ok || cancelled ? {} : { trouble: { message: outcome.error.message, unusable: false } },
    )
    // It may be the one that asr could not load.
    if (outcome.ok && isChosen(unwrap(this.#library), model)) this.#options.restartAsr()
  }

  async #checking<Outcome>(model: Model, work: () => Promise<Outcome>): Promise<Outcome> {
    const before = this.#conditions.get(model.id) ?? {}
    this.#set(model, { work: { state: 'checking' } })
    try {
      return await work()
    } finally {
      this.#set(model, before)
    }
  }

  #find(id: string): { readonly library: ModelLibrary; readonly model: Model } {
    const library = unwrap(this.#library)
    return { library, model: unwrap(findModel(library.manifest, id)) }
  }

  #idle(id: string): { readonly library: ModelLibrary; readonly model: Model } {
    const found = this.#find(id)
    if (this.#conditions.get(id)?.work === undefined) return found
    throw new FailureError('model-busy', text.busy(found.model.title))
  }

  #set(model: Model, condition: ModelCondition): void {
    this.#conditions.set(model.id, condition)
    const { publish, onBug } = this.#options
    this.#view(model).then((view) => publish('models.changed', view), onBug)
  }

  #view(model: Model): Promise<ModelView> {
    return modelView(unwrap(this.#library), model, this.#conditions.get(model.id) ?? {})
  }
}

function unusable(problem: Failure): ModelCondition {
  return { trouble: troubleOf(problem) }
}

/** What was not answered says nothing of the model. */
function troubleOf({ code, message }: Failure): NonNullable<ModelCondition['trouble']> {
  return { message, unusable: code.startsWith('model-file') || code === 'model-unusable' }
}
