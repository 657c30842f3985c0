import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Failure } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import { installRecord } from './install-record.ts'
import { directoryOf, type ModelLibrary } from './library.ts'
import type { Model, ModelFile } from './manifest.ts'

/**
 * What is known of a model's files. `unverified`: they are there, but the manifest names no checksum for at least one.
 */
export type ModelState =
  | { readonly state: 'installed' | 'unverified' | 'not-installed' }
  | { readonly state: 'broken'; readonly problem: Failure }

/**
 * Looks at a model's files, wherever they lie: sizes and, unless `quick`, checksums of the manifest or else of when they
 * came. A model of which no file is there is `not-installed`; of which some are, `broken`.
 */
export function checkModel(library: ModelLibrary, model: Model, quick = false): Promise<ModelState> {
  const recorded = installRecord(library, model)?.sha256 ?? {}
  return checkModelFiles(directoryOf(library, model), model.files, { quick, recorded })
}

/** The same of files in one folder. `recorded`: checksums by path, for files of which the manifest knows none. */
export async function checkModelFiles(
  directory: string,
  files: Readonly<Record<string, ModelFile>>,
  options: { readonly quick?: boolean; readonly recorded?: Readonly<Record<string, string>> } = {},
): Promise<ModelState> {
  const problems: Failure[] = []
  let missing = 0
  for (const file of Object.values(files)) {
    const sha256 = options.quick === true ? undefined : (file.sha256 ?? options.recorded?.[file.path])
    const problem = await checkFile(directory, file, sha256)
    if (problem === undefined) continue
    if (problem.code === 'model-file-missing') missing += 1
    problems.push(problem)
  }
  const all = Object.values(files)
  if (missing === all.length) return { state: 'not-installed' }
  const [problem] = problems
  if (problem !== undefined) return { state: 'broken', problem }
  return { state: all.every((file) => file.sha256 !== undefined) ? 'installed' : 'unverified' }
}

async function checkFile(
  directory: string,
  file: ModelFile,
  sha256: string | undefined,
): Promise<Failure | undefined> {
  const path = join(directory, file.path)
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile() !== true) {
    return { code: 'model-file-missing', message: speechModelText.missing(file.path) }
  }
  if (file.bytes !== undefined && found.size !== file.bytes) {
    return { code: 'model-file-size', message: speechModelText.wrongSize(file.path, file.bytes, found.size) }
  }
  if (sha256 === undefined || (await sha256Of(path)) === sha256) return undefined
  return { code: 'model-file-checksum', message: speechModelText.wrongChecksum(file.path) }
}

/** Of a file's content, in hexadecimal. Rejects as `fs` does. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
