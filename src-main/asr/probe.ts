import { fork } from 'node:child_process'
import type { Failure } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import type { ModelManifest, SpeechModel } from './manifest.ts'
import { createSpeechEngine } from './recogniser.ts'
import { loadSherpa } from './sherpa.ts'

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
  directory: string,
  model: SpeechModel,
): Promise<Failure | undefined> {
  const child = fork(entry, [probeArgument, '--models', directory, '--model', model.id], {
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

/** The child's half: loads the model, decodes a moment of silence, and returns where all went well. */
export function runProbe(directory: string, manifest: ModelManifest, model: SpeechModel): void {
  const engine = createSpeechEngine(loadSherpa(), directory, manifest, model)
  engine.createVoiceActivity().isSpeech(new Float32Array(512))
  const utterance = engine.decoder.begin()
  utterance.accept(new Float32Array(16_000))
  utterance.finish()
}
