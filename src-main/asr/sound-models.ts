import { failure, success, type Failure, type Result } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import type { ModelRole } from '#shared/contract/views.ts'
import { chosenModel, type ModelLibrary } from '../models/library.ts'
import type { Model, ModelOf } from '../models/manifest.ts'
import { checkModel } from '../models/model-files.ts'
import { tryModel } from '../models/probe-model.ts'
import { isProven } from '../models/proof.ts'
import type { EngineModels } from './speech-engine.ts'

/** How a model is tried: the file of the asr process, and the version of the native package. */
export interface Trial {
  readonly entry: string
  readonly engine: string
}

export interface SoundModels {
  readonly models: EngineModels
  /** What was chosen beside the recogniser and cannot be used: speech is recognised without it. */
  readonly troubles: readonly string[]
}

/**
 * The models in use, each whole and loaded before, now in a child or earlier. Fails where the recogniser itself cannot be
 * used. Codes: those of {@link chosenModel} and {@link problemOf}.
 *
 * @param id of the streaming model; absent = the one chosen
 */
export async function soundModels(
  library: ModelLibrary,
  trial: Trial,
  id?: string,
): Promise<Result<SoundModels>> {
  const environment = id === undefined ? process.env : { SEAT_MODEL: id }
  const sound = <Role extends ModelRole>(role: Role): Promise<Result<ModelOf<Role> | undefined>> =>
    soundModel(library, trial, role, environment)
  const [streaming, voice, secondPass, punctuation] = await Promise.all([
    sound('streaming'),
    sound('voice-activity'),
    sound('second-pass'),
    sound('punctuation'),
  ])
  if (!streaming.ok) return streaming
  if (!voice.ok) return voice
  if (streaming.value === undefined || voice.value === undefined) {
    throw new Error('the manifest has no defaults')
  }
  const models: EngineModels = {
    streaming: streaming.value,
    voice: voice.value,
    ...(secondPass.ok && secondPass.value !== undefined ? { secondPass: secondPass.value } : {}),
    ...(punctuation.ok && punctuation.value !== undefined ? { punctuation: punctuation.value } : {}),
  }
  const troubles = [secondPass, punctuation].flatMap((tried) => (tried.ok ? [] : [tried.error.message]))
  return success({ models, troubles })
}

async function soundModel<Role extends ModelRole>(
  library: ModelLibrary,
  trial: Trial,
  role: Role,
  environment: NodeJS.ProcessEnv,
): Promise<Result<ModelOf<Role> | undefined>> {
  const chosen = chosenModel(library, role, environment)
  if (!chosen.ok || chosen.value === undefined) return chosen
  const problem = await problemOf(library, chosen.value, trial)
  return problem === undefined ? chosen : failure(problem.code, problem.message)
}

/** What is wrong with a model, if anything is. A proven one is only looked at, so that asr is soon back after a death. */
async function problemOf(library: ModelLibrary, model: Model, trial: Trial): Promise<Failure | undefined> {
  const state = isProven(library, model, trial.engine)
    ? await checkModel(library, model, true)
    : await tryModel(library, model, trial)
  return stateProblem(model, state)
}

/** The same whatever was proven before. */
export async function tryAnew(
  library: ModelLibrary,
  model: Model,
  trial: Trial,
): Promise<Failure | undefined> {
  return stateProblem(model, await tryModel(library, model, trial))
}

function stateProblem(model: Model, state: Awaited<ReturnType<typeof checkModel>>): Failure | undefined {
  if (state.state === 'broken') return state.problem
  if (state.state !== 'not-installed') return undefined
  const first = Object.values(model.files)[0]?.path ?? ''
  return { code: 'model-file-missing', message: speechModelText.missing(first) }
}
