import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import * as z from 'zod'
import { failure, success, type Result } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import { publishedFigureSchema, type ModelRole } from '#shared/contract/views.ts'

/** Models are data: `models/manifest.json` says what there is; a kind of model is all the code knows. */

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u)
const idSchema = z.string().regex(/^[\w.-]+$/u)
const sizes = {
  /** Absent = not published to the byte. */
  bytes: z.number().int().positive().optional(),
  /** Absent = cannot be verified; what is then recorded at the first fetch proves no more than that nothing changed. */
  sha256: sha256Schema.optional(),
}

const fileSchema = z.strictObject({
  /** Relative to a models folder; never outside it. */
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/u),
  ...sizes,
})
export type ModelFile = z.infer<typeof fileSchema>

const addressSchema = z.url({ protocol: /^https?$/u })
const sourceSchema = z.discriminatedUnion('kind', [
  /** One archive (.tar.bz2, .tar.gz) with all files in it, at any depth. */
  z.strictObject({ kind: z.literal('archive'), address: addressSchema, ...sizes }),
  /** A folder: the name of each file follows its address, or its path in `paths`. */
  z.strictObject({
    kind: z.literal('files'),
    address: addressSchema,
    paths: z.record(z.string(), z.string()).optional(),
  }),
])
export type ModelSource = z.infer<typeof sourceSchema>

const described = {
  id: idSchema,
  title: z.string().min(1),
  licence: z.string().min(1),
  /** Where the files come from: an address, or a sentence for those made here. */
  origin: z.string().min(1),
  /** Where it can be fetched, the origin first, then mirrors; none for what ships. */
  sources: z.array(sourceSchema).default([]),
  /** Figures of others, never ours. */
  published: z.array(publishedFigureSchema).default([]),
  /** Shown beside the state of the recogniser. */
  note: z.string(),
}
const heard = { ...described, sampleRate: z.literal(16_000) }

/** `graph`: which tokens follow which, as an OpenFST file that sherpa-onnx searches; without it each is judged alone. */
const ctcFiles = z.strictObject({ model: fileSchema, tokens: fileSchema, graph: z.exactOptional(fileSchema) })

const streaming = z.literal('streaming')
const secondPass = z.literal('second-pass')
const modelSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...heard,
    role: streaming,
    kind: z.literal('transducer'),
    files: z.strictObject({
      encoder: fileSchema,
      decoder: fileSchema,
      joiner: fileSchema,
      tokens: fileSchema,
    }),
  }),
  z.strictObject({
    ...heard,
    role: streaming,
    kind: z.literal('paraformer'),
    files: z.strictObject({ encoder: fileSchema, decoder: fileSchema, tokens: fileSchema }),
  }),
  z.strictObject({
    ...heard,
    role: streaming,
    kind: z.literal('zipformer2Ctc'),
    files: ctcFiles,
  }),
  z.strictObject({
    ...heard,
    role: streaming,
    kind: z.literal('nemoCtc'),
    files: ctcFiles,
  }),
  z.strictObject({
    ...heard,
    role: secondPass,
    kind: z.literal('senseVoice'),
    files: z.strictObject({ model: fileSchema, tokens: fileSchema }),
  }),
  z.strictObject({
    ...heard,
    role: secondPass,
    kind: z.literal('offlineParaformer'),
    files: z.strictObject({ model: fileSchema, tokens: fileSchema }),
  }),
  z.strictObject({
    ...described,
    role: z.literal('punctuation'),
    kind: z.literal('ctTransformer'),
    files: z.strictObject({ model: fileSchema }),
  }),
  z.strictObject({
    ...heard,
    role: z.literal('voice-activity'),
    kind: z.literal('sileroVad'),
    files: z.strictObject({ model: fileSchema }),
  }),
])
/** A model of the manifest, whatever it is for. */
export type Model = z.infer<typeof modelSchema>
/** The models of one role: each is one of the kinds that the Node binding of sherpa-onnx can load for it. */
export type ModelOf<Role extends ModelRole> = Extract<Model, { readonly role: Role }>
export type StreamingModel = ModelOf<'streaming'>

function foldersOf({ files }: Model): readonly string[] {
  return Object.values(files).map(({ path }) => posix.dirname(path))
}

/** The folder of a model's files, relative to a models folder: it is put in place and removed as a whole. */
export function folderOf(model: Model): string {
  return foldersOf(model)[0] ?? ''
}

export const manifestSchema = z
  .strictObject({
    version: z.literal(2),
    /** In use where nothing else was chosen; a role without one is then not filled. */
    defaults: z.strictObject({ streaming: idSchema, 'voice-activity': idSchema }),
    models: z.array(modelSchema).min(1),
  })
  .refine(({ models }) => new Set(models.map(({ id }) => id)).size === models.length, {
    path: ['models'],
    error: 'duplicate id',
  })
  .refine(({ models }) => models.every((model) => new Set(foldersOf(model)).size === 1), {
    path: ['models'],
    error: 'files of one model in several folders',
  })
  .refine(
    ({ defaults, models }) =>
      Object.entries(defaults).every(([role, id]) =>
        models.some((model) => model.id === id && model.role === role),
      ),
    { path: ['defaults'], error: 'no such model' },
  )
export type ModelManifest = z.infer<typeof manifestSchema>

export const manifestName = 'manifest.json'

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
export function findModel(manifest: ModelManifest, id: string): Result<Model> {
  const model = manifest.models.find((candidate) => candidate.id === id)
  if (model !== undefined) return success(model)
  const known = manifest.models.map((candidate) => candidate.id)
  return failure('model-unknown', speechModelText.unknownModel(id, known))
}

/** All models of one role, in the manifest's order. */
export function modelsOf<Role extends ModelRole>(
  manifest: ModelManifest,
  role: Role,
): readonly ModelOf<Role>[] {
  return manifest.models.filter((model): model is ModelOf<Role> => model.role === role)
}
