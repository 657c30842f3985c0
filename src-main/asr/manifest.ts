import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { failure, success, type Result } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'

/** Models are data: `models/manifest.json` says what there is; a kind of model is all the code knows. */

const fileSchema = z.strictObject({
  /** Relative to the models folder; never outside it. */
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/u),
  /** Absent = the file cannot be verified. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
  bytes: z.number().int().positive().optional(),
})
export type ModelFile = z.infer<typeof fileSchema>

const described = {
  id: z.string().regex(/^[\w.-]+$/u),
  title: z.string().min(1),
  licence: z.string().min(1),
  /** Where the files come from: an address, or a sentence for those made here. */
  origin: z.string().min(1),
  sampleRate: z.literal(16_000),
  /** Shown beside the state of the recogniser. */
  note: z.string(),
}

const modelSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...described,
    kind: z.literal('transducer'),
    files: z.strictObject({
      encoder: fileSchema,
      decoder: fileSchema,
      joiner: fileSchema,
      tokens: fileSchema,
    }),
  }),
  z.strictObject({
    ...described,
    kind: z.literal('paraformer'),
    files: z.strictObject({ encoder: fileSchema, decoder: fileSchema, tokens: fileSchema }),
  }),
  z.strictObject({
    ...described,
    kind: z.literal('zipformer2Ctc'),
    files: z.strictObject({ model: fileSchema, tokens: fileSchema }),
  }),
  z.strictObject({
    ...described,
    kind: z.literal('nemoCtc'),
    files: z.strictObject({ model: fileSchema, tokens: fileSchema }),
  }),
])
/** A recogniser model: one of the kinds that the Node binding of sherpa-onnx can decode as a stream. */
export type SpeechModel = z.infer<typeof modelSchema>

export const manifestSchema = z.strictObject({
  version: z.literal(1),
  /** The Silero file that tells speech from silence, whichever recogniser is chosen. */
  voiceActivity: z.strictObject({
    ...described,
    kind: z.literal('sileroVad'),
    files: z.strictObject({ model: fileSchema }),
  }),
  models: z.array(modelSchema).min(1),
})
export type ModelManifest = z.infer<typeof manifestSchema>

const manifestName = 'manifest.json'

/** Reads `manifest.json` of a models folder. Codes: `models-not-found`, `models-invalid`. */
export function readManifest(directory: string): Result<ModelManifest> {
  const file = join(directory, manifestName)
  if (!existsSync(file)) return failure('models-not-found', speechModelText.noManifest(directory))
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (parsed.success) return success(parsed.data)
    const issue = parsed.error.issues[0]
    return failure(
      'models-invalid',
      speechModelText.badManifest(issue?.path.join('.') ?? '', issue?.message ?? ''),
    )
  } catch (error) {
    return failure('models-invalid', speechModelText.badManifest(manifestName, String(error)))
  }
}

/** The model of that id. Code: `model-unknown`. */
export function findModel(manifest: ModelManifest, id: string): Result<SpeechModel> {
  const model = manifest.models.find((candidate) => candidate.id === id)
  if (model !== undefined) return success(model)
  return failure(
    'model-unknown',
    speechModelText.unknownModel(
      id,
      manifest.models.map((known) => known.id),
    ),
  )
}

/** The model used where none is named: `SEAT_MODEL`, else the one that ships. */
export function defaultModelId(): string {
  return process.env['SEAT_MODEL'] ?? 'rehearsal'
}

/**
 * The models folder used where none is named: `SEAT_MODELS`, else the nearest `models/` above this file, which serves the
 * source tree, the built `out/` and a packed app alike.
 */
export function defaultModelsDirectory(): string {
  const chosen = process.env['SEAT_MODELS']
  if (chosen !== undefined && chosen !== '') return resolve(chosen)
  for (let directory = import.meta.dirname; ; directory = dirname(directory)) {
    const candidate = join(directory, 'models')
    if (existsSync(join(candidate, manifestName))) return candidate
    if (dirname(directory) === directory) return resolve('models')
  }
}
