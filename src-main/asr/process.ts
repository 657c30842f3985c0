/**
 * The asr process: speech to words and nothing else, so that the death of native code costs a moment of transcript and no
 * ticket. Started by the host with `--models DIR --installed DIR --model ID` (else SEAT_MODELS, SEAT_INSTALLED_MODELS,
 * SEAT_MODEL or what was chosen). Speaks `contract/process-messages.ts` with its parent.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { assertNever } from '#shared/base/assert-never.ts'
import { unwrap, type Failure, type Result } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import type { AsrCommand, AsrEvent, HostToAsr } from '#shared/contract/process-messages.ts'
import { connectParent } from '../parent-port.ts'
import { defaultFolders, type ModelFolders } from '../models/folders.ts'
import { directoryOf, openLibrary, type ModelLibrary } from '../models/library.ts'
import { findModel, type StreamingModel } from '../models/manifest.ts'
import { writesCharacters } from './hot-words.ts'
import { runProbe } from './probe.ts'
import { Recogniser, type HearingCommand } from './recogniser.ts'
import { engineVersion, loadSherpa } from './sherpa.ts'
import { soundModels, tryAnew, type SoundModels, type Trial } from './sound-models.ts'
import { createSpeechEngine } from './speech-engine.ts'

interface Choice {
  readonly folders: ModelFolders
  /** Of the streaming model; absent = the one chosen. */
  readonly id?: string
}

function readArguments(): Choice & { readonly probe: boolean } {
  const { values } = parseArgs({
    options: {
      models: { type: 'string' },
      installed: { type: 'string' },
      model: { type: 'string' },
      probe: { type: 'boolean', default: false },
    },
    strict: false,
  })
  const text = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined
  const installed = text(values.installed)
  const folders = defaultFolders({
    ...process.env,
    ...(text(values.models) === undefined ? {} : { SEAT_MODELS: text(values.models) }),
    ...(installed === undefined ? {} : { SEAT_INSTALLED_MODELS: installed }),
  })
  const id = text(values.model)
  return { folders, ...(id === undefined ? {} : { id }), probe: values.probe === true }
}

function trial(): Trial {
  return { entry: fileURLToPath(import.meta.url), engine: engineVersion() }
}

/** Tries a model of the manifest in a child; the answer to `probe`. */
async function problemOf(folders: ModelFolders, modelId: string): Promise<Failure | undefined> {
  const library = openLibrary(folders)
  if (!library.ok) return library.error
  const model = findModel(library.value.manifest, modelId)
  return model.ok ? tryAnew(library.value, model.value, trial()) : model.error
}

/** The file of hot words (热词) that core writes; none where there is none, or it cannot be read. */
function readHotWords(): string {
  const file = process.env['SEAT_HOT_WORDS']
  if (file === undefined || file === '') return ''
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function takesHotWords(library: ModelLibrary, model: StreamingModel): boolean {
  if (model.kind !== 'transducer') return false
  return writesCharacters(readFileSync(join(directoryOf(library, model), model.files.tokens.path), 'utf8'))
}

function readyEvent(library: ModelLibrary, { models, troubles }: SoundModels): AsrEvent {
  const { streaming, secondPass, punctuation } = models
  return {
    type: 'ready',
    model: streaming.title,
    note: streaming.note,
    ...(secondPass === undefined ? {} : { secondPass: secondPass.title }),
    punctuation: punctuation !== undefined,
    takesHotWords: takesHotWords(library, streaming),
    ...(troubles.length === 0 ? {} : { troubles }),
  }
}

/** Loads the models and says so; where that fails, why. */
async function start({ folders, id }: Choice, send: (event: AsrEvent) => void): Promise<Result<Recogniser>> {
  const library = openLibrary(folders)
  if (!library.ok) return library
  const sound = await soundModels(library.value, trial(), id)
  if (!sound.ok) return sound
  const engine = createSpeechEngine(loadSherpa(), library.value, sound.value.models, readHotWords())
  const recogniser = new Recogniser(engine, send)
  send(readyEvent(library.value, sound.value))
  return { ok: true, value: recogniser }
}

type ProbeCommand = Extract<AsrCommand, { type: 'probe' }>

function serve(choice: Choice): void {
  const { send, onMessage } = connectParent<HostToAsr, AsrEvent>()
  const early: HearingCommand[] = []
  let hear = (command: HearingCommand): void => {
    early.push(command)
  }
  const stop = (): void => {
    process.exit(0)
  }
  const fail = ({ code, message }: Failure): void => {
    send({ type: 'failed', code, message })
    early.length = 0
    hear = () => undefined
  }
  const answerProbe = async ({ request, modelId, installed }: ProbeCommand): Promise<void> => {
    const folders = installed === undefined ? choice.folders : { ...choice.folders, installed }
    const problem = await problemOf(folders, modelId)
    send({ type: 'probed', request, ...(problem === undefined ? {} : { problem }) })
  }
  onMessage((message) => {
    switch (message.type) {
      case 'stop':
        return stop()
      case 'ping':
        return send({ type: 'alive' })
      case 'probe':
        return void answerProbe(message)
      case 'audio':
      case 'close':
        return hear(message)
      default:
        assertNever(message)
    }
  }, stop)
  start(choice, send).then(
    (started) => {
      if (!started.ok) return fail(started.error)
      hear = (command) => started.value.handle(command)
      early.splice(0).forEach(hear)
    },
    (error: unknown) =>
      fail({ code: 'engine-missing', message: speechModelText.engineMissing(String(error)) }),
  )
}

const { probe, ...choice } = readArguments()
if (probe) {
  const library = unwrap(openLibrary(choice.folders))
  await runProbe(library, unwrap(findModel(library.manifest, choice.id ?? '')))
} else {
  serve(choice)
}
