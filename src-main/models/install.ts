import { existsSync } from 'node:fs'
import { mkdir, rename, rm, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failure, success, type Failure, type Result } from '#shared/base/result.ts'
import { formatBytes, speechModelText as text } from '#shared/catalogue/speech-models.ts'
import { diskFailure } from './disk-failure.ts'
import { recordInstall } from './install-record.ts'
import { isShipped, type ModelLibrary } from './library.ts'
import { folderOf, type Model } from './manifest.ts'
import { checkModel, sha256Of, type ModelState } from './model-files.ts'
import { adoptProof } from './proof.ts'
import type { Unpack } from './unpack.ts'

/** What an installation needs of the process that it runs in. */
export interface InstallTools {
  readonly unpack: Unpack
  /** Loads a model in a child, as it lies in this library; gives what went wrong. */
  readonly tryOut: (library: ModelLibrary, model: Model) => Promise<Failure | undefined>
  readonly now: () => Date
}

/** A library of its own, in which a model is put together and tried before it takes the place of another. */
export interface Staging {
  readonly library: ModelLibrary
  /** Gets the model's files. */
  readonly folder: string
}

type Prepare = (staging: Staging) => Promise<Result<void>>

/**
 * Puts a model together aside (`prepare`), checks and tries it there, and only then puts it in its place; whatever goes wrong, the
 * one that was there stays. Codes: `models-read-only`, `model-shipped`, those of `prepare`, of the check, of the trial and of
 * {@link diskFailure}.
 *
 * @param from where it came from, for the record
 * @param onChecking called once the files are there
 */
export async function install(
  library: ModelLibrary,
  model: Model,
  from: string,
  tools: InstallTools,
  prepare: Prepare,
  onChecking: () => void,
): Promise<Result<ModelState>> {
  const { installed } = library.folders
  if (installed === undefined) return failure('models-read-only', text.nowhere)
  if (isShipped(library, model)) return failure('model-shipped', text.shipped(model.title))
  const root = stagingRoot(installed, model)
  const staging = stagingIn(root, library, model)
  try {
    await rm(root, { recursive: true, force: true })
    await mkdir(staging.folder, { recursive: true })
    const prepared = await prepare(staging)
    if (!prepared.ok) return prepared
    onChecking()
    return await checkAndPlace(library, staging, model, from, tools)
  } catch (error) {
    const known = diskFailure(error)
    if (known === undefined) throw error
    return { ok: false, error: known }
  } finally {
    // What cannot be removed now is removed by the next installation.
    await rm(root, { recursive: true, force: true }).catch(() => undefined)
  }
}

const stagingRoot = (installed: string, { id }: Model): string => join(installed, '.staging', id)

function stagingIn(root: string, library: ModelLibrary, model: Model): Staging {
  const folders = { shipped: library.folders.shipped, installed: root }
  return { library: { ...library, folders }, folder: join(root, folderOf(model)) }
}

async function checkAndPlace(
  library: ModelLibrary,
  staging: Staging,
  model: Model,
  from: string,
  tools: InstallTools,
): Promise<Result<ModelState>> {
  const state = await checkModel(staging.library, model)
  if (state.state === 'broken') return { ok: false, error: state.problem }
  const record = { from, at: tools.now().toISOString(), sha256: await checksums(staging, model) }
  // Written here too, since the proof of the trial names what the files are expected to be.
  recordInstall(staging.library, model, record)
  const problem = await tools.tryOut(staging.library, model)
  if (problem !== undefined) return { ok: false, error: problem }
  await place(library, staging, model)
  recordInstall(library, model, record)
  adoptProof(staging.library, library, model)
  return success(state)
}

/** What the files are now, for those of which the manifest does not say what they should be. */
async function checksums(staging: Staging, model: Model): Promise<Readonly<Record<string, string>>> {
  const unknown = Object.values(model.files).filter(({ sha256 }) => sha256 === undefined)
  const entries = unknown.map(
    async ({ path }) => [path, await sha256Of(join(staging.folder, basename(path)))] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

/** The folder as a whole: never a mixture of two installations. */
async function place({ folders }: ModelLibrary, staging: Staging, model: Model): Promise<void> {
  const target = join(folders.installed ?? '', folderOf(model))
  const aside = join(dirname(staging.folder), 'previous')
  const replaces = existsSync(target)
  await mkdir(dirname(target), { recursive: true })
  if (replaces) await rename(target, aside)
  try {
    await rename(staging.folder, target)
  } catch (error) {
    if (replaces) await rename(aside, target)
    throw error
  }
}

/** Refuses early where the disk has not this many bytes left. Code: `disk-full`. */
export async function checkRoom(folder: string, bytes: number): Promise<Result<void>> {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  return free >= bytes
    ? success(undefined)
    : failure('disk-full', text.needsRoom(formatBytes(bytes), formatBytes(free)))
}
