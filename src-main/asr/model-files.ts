import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Failure } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import type { ModelFile } from './manifest.ts'

/**
 * What is known of a model's files. `unverified`: they are there, but the manifest names no checksum for at least one.
 */
export type ModelState =
  | { readonly state: 'installed' | 'unverified' | 'not-installed' }
  | { readonly state: 'broken'; readonly problem: Failure }

type Files = Readonly<Record<string, ModelFile>>

/** Looks at sizes and, unless `quick`, checksums. A model of which no file is there is `not-installed`; of which some are, `broken`. */
export async function checkModelFiles(directory: string, files: Files, quick = false): Promise<ModelState> {
  const problems: Failure[] = []
  let missing = 0
  for (const file of Object.values(files)) {
    const problem = await checkFile(directory, file, quick)
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

async function checkFile(directory: string, file: ModelFile, quick: boolean): Promise<Failure | undefined> {
  const path = join(directory, file.path)
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile() !== true) {
    return { code: 'model-file-missing', message: speechModelText.missing(file.path) }
  }
  if (file.bytes !== undefined && found.size !== file.bytes) {
    return { code: 'model-file-size', message: speechModelText.wrongSize(file.path, file.bytes, found.size) }
  }
  if (quick || file.sha256 === undefined || (await sha256(path)) === file.sha256) return undefined
  return { code: 'model-file-checksum', message: speechModelText.wrongChecksum(file.path) }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
