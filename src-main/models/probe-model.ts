import { fork } from 'node:child_process'
import type { Failure } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import type { ModelLibrary } from './library.ts'
import type { Model } from './manifest.ts'
import { checkModel, type ModelState } from './model-files.ts'
import { recordProof } from './proof.ts'

/** Loading a large model from a slow disk takes seconds; more than this is a hang. */
const probeTimeout = 60_000

/** The argument that makes the entry of the asr process load a model, say so by its exit code and end. */
export const probeArgument = '--probe'

/**
 * Loads a model in a child and gives what went wrong, if anything did: a bad model aborts its process (exit 134 or 255)
 * instead of throwing. Codes: `model-unusable`, `model-probe-timeout`.
 *
 * @param entry the file of the asr process
 */
export async function probeModel(
  entry: string,
  { folders }: ModelLibrary,
  model: Model,
): Promise<Failure | undefined> {
  const installed = folders.installed === undefined ? [] : ['--installed', folders.installed]
  const child = fork(entry, [probeArgument, '--models', folders.shipped, ...installed, '--model', model.id], {
    // In a packed app execPath is Electron; it then acts as Node. Plain Node ignores the variable.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'ignore',
    timeout: probeTimeout,
    killSignal: 'SIGKILL',
  })
  const [code, signal] = await new Promise<readonly [number | null, string | null]>((resolve) => {
    child.once('error', (error) => {
      resolve([null, error.message])
    })
    child.once('exit', (exitCode, exitSignal) => {
      resolve([exitCode, exitSignal])
    })
  })
  if (code === 0) return undefined
  if (signal === 'SIGKILL') {
    return { code: 'model-probe-timeout', message: speechModelText.probeSilent(model.title) }
  }
  const detail = signal ?? String(code)
  return { code: 'model-unusable', message: speechModelText.probeFailed(model.title, detail) }
}

/** Checks a model's files in full and loads them in a child; what passes is remembered as proven for this engine. */
export async function tryModel(
  library: ModelLibrary,
  model: Model,
  asr: { readonly entry: string; readonly engine: string },
): Promise<ModelState> {
  const state = await checkModel(library, model)
  if (state.state === 'broken' || state.state === 'not-installed') return state
  const problem = await probeModel(asr.entry, library, model)
  if (problem !== undefined) return { state: 'broken', problem }
  recordProof(library, model, asr.engine)
  return state
}
