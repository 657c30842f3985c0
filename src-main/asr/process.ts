/**
 * The asr process: speech to words and nothing else, so that the death of native code costs a moment of transcript and no
 * ticket. Started by the host with `--models DIR --model ID` (else SEAT_MODELS, SEAT_MODEL). Speaks
 * `contract/process-messages.ts` with its parent.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { unwrap, type Failure } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import type { AsrCommand, AsrEvent, HostToAsr } from '#shared/contract/process-messages.ts'
import { connectParent } from '../parent-port.ts'
import {
  defaultModelId,
  defaultModelsDirectory,
  findModel,
  readManifest,
  type ModelManifest,
  type SpeechModel,
} from './manifest.ts'
import { checkModelFiles } from './model-files.ts'
import { probeModel, runProbe } from './probe.ts'
import { createSpeechEngine, Recogniser } from './recogniser.ts'
import { loadSherpa } from './sherpa.ts'

interface Choice {
  readonly directory: string
  readonly id: string
}

function readArguments(): Choice & { readonly probe: boolean } {
  const { values } = parseArgs({
    options: {
      models: { type: 'string' },
      model: { type: 'string' },
      probe: { type: 'boolean', default: false },
    },
    strict: false,
  })
  const text = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined
  return {
    directory: text(values.models) ?? defaultModelsDirectory(),
    id: text(values.model) ?? defaultModelId(),
    probe: values.probe === true,
  }
}

/** The model, if its files are whole and a child could load it; else why not. */
async function prepare(
  choice: Choice,
): Promise<Failure | { readonly manifest: ModelManifest; readonly model: SpeechModel }> {
  const manifest = readManifest(choice.directory)
  if (!manifest.ok) return manifest.error
  const model = findModel(manifest.value, choice.id)
  if (!model.ok) return model.error
  for (const part of [manifest.value.voiceActivity, model.value]) {
    const files = await checkModelFiles(choice.directory, part.files)
    if (files.state === 'broken') return files.problem
    if (files.state === 'not-installed') {
      const first = Object.values(part.files)[0]?.path ?? ''
      return { code: 'model-file-missing', message: speechModelText.missing(first) }
    }
  }
  const problem = await probeModel(fileURLToPath(import.meta.url), choice.directory, model.value)
  return problem ?? { manifest: manifest.value, model: model.value }
}

function serve(choice: Choice): void {
  const parent = connectParent<HostToAsr, AsrEvent>()
  const early: AsrCommand[] = []
  let handle = (command: AsrCommand): void => {
    early.push(command)
  }
  const stop = (): void => {
    process.exit(0)
  }
  parent.onMessage((message) => {
    if (message.type === 'stop') stop()
    else handle(message)
  }, stop)

  const fail = (failure: Failure): void => {
    parent.send({ type: 'failed', code: failure.code, message: failure.message })
    early.length = 0
    handle = () => undefined
  }
  const start = async (): Promise<void> => {
    const prepared = await prepare(choice)
    if ('code' in prepared) {
      fail(prepared)
      return
    }
    const engine = createSpeechEngine(loadSherpa(), choice.directory, prepared.manifest, prepared.model)
    const recogniser = new Recogniser(engine, parent.send)
    parent.send({ type: 'ready', model: prepared.model.title, note: prepared.model.note })
    handle = (command) => {
      recogniser.handle(command)
    }
    early.splice(0).forEach(handle)
  }
  start().catch((error: unknown) => {
    fail({ code: 'engine-missing', message: speechModelText.engineMissing(String(error)) })
  })
}

const { probe, ...choice } = readArguments()
if (probe) {
  const manifest = unwrap(readManifest(choice.directory))
  runProbe(choice.directory, manifest, unwrap(findModel(manifest, choice.id)))
} else {
  serve(choice)
}
