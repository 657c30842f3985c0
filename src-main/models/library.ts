import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { failure, success, type Result } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import type { ModelRole } from '#shared/contract/views.ts'
import { defaultFolders, type ModelFolders } from './folders.ts'
import { readKept, withEntry, writeKept } from './kept-file.ts'
import { modelsOf, readManifest, type Model, type ModelManifest, type ModelOf } from './manifest.ts'

/** The manifest and the folders that its files are looked up in. */
export interface ModelLibrary {
  readonly folders: ModelFolders
  readonly manifest: ModelManifest
}

/** Codes: those of {@link readManifest}. */
export function openLibrary(folders: ModelFolders = defaultFolders()): Result<ModelLibrary> {
  const manifest = readManifest(folders.shipped)
  return manifest.ok ? success({ folders, manifest: manifest.value }) : manifest
}

/** The folder that the model's files lie in; where they lie in neither, the one that they would be added to. */
export function directoryOf({ folders }: ModelLibrary, model: Model): string {
  const { shipped, installed } = folders
  if (installed === undefined) return shipped
  const files = Object.values(model.files)
  const there = (folder: string): number => files.filter(({ path }) => existsSync(join(folder, path))).length
  // A half removed or half copied one must not hide a whole one.
  return there(shipped) > there(installed) ? shipped : installed
}

/** Whether the model lies with the program: such a one is not removed or replaced. */
export function isShipped(library: ModelLibrary, model: Model): boolean {
  return (
    directoryOf(library, model) === library.folders.shipped &&
    Object.values(model.files).some(({ path }) => existsSync(join(library.folders.shipped, path)))
  )
}

const choiceSchema = z.partialRecord(
  z.enum(['streaming', 'second-pass', 'punctuation', 'voice-activity']),
  z.string(),
)
type Choice = z.infer<typeof choiceSchema>

/** Roles that may stay unfilled. */
export const optionalRoles: readonly ModelRole[] = ['second-pass', 'punctuation']

/**
 * The model in use for a role: `SEAT_MODEL` (streaming only), else the one chosen, else the manifest's default; undefined
 * where the role is not filled. Code: `model-unknown`, for an id in `SEAT_MODEL` that no model of the role has.
 */
export function chosenModel<Role extends ModelRole>(
  library: ModelLibrary,
  role: Role,
  environment: NodeJS.ProcessEnv = process.env,
): Result<ModelOf<Role> | undefined> {
  const models = modelsOf(library.manifest, role)
  const find = (id: string | undefined): ModelOf<Role> | undefined => models.find((model) => model.id === id)
  const named = role === 'streaming' ? environment['SEAT_MODEL'] : undefined
  if (named !== undefined && named !== '') {
    const model = find(named)
    const known = models.map(({ id }) => id)
    return model === undefined
      ? failure('model-unknown', speechModelText.unknownModel(named, known))
      : success(model)
  }
  // A chosen model that the manifest no longer has counts as not chosen.
  const fallback: Readonly<Partial<Record<ModelRole, string>>> = library.manifest.defaults
  return success(find(readChoice(library)[role]) ?? find(fallback[role]))
}

/** Remembers the choice; undefined goes back to the default. Throws where there is no place to remember it. */
export function chooseModel(library: ModelLibrary, role: ModelRole, id: string | undefined): void {
  writeKept(choicePath(library), withEntry(readChoice(library), role, id))
}

function readChoice({ folders }: ModelLibrary): Choice {
  return (
    (folders.installed === undefined
      ? undefined
      : readKept(join(folders.installed, 'chosen.json'), choiceSchema)) ?? {}
  )
}

function choicePath({ folders }: ModelLibrary): string {
  if (folders.installed === undefined) throw new Error('no folder for installed models')
  return join(folders.installed, 'chosen.json')
}
