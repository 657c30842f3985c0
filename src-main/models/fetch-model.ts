import { constants } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'
import { failure, success, type Failure, type Result } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import { download, type DownloadPatience, type DownloadProgress } from './download.ts'
import { checkRoom, install, type InstallTools, type Staging } from './install.ts'
import type { ModelLibrary } from './library.ts'
import type { Model, ModelSource } from './manifest.ts'
import type { ModelState } from './model-files.ts'

export interface FetchOptions {
  /** One of the model's addresses, or any other: an archive, or a folder of the files. */
  readonly mirror?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (progress: DownloadProgress) => void
  /** Called once everything is there and is being checked. */
  readonly onChecking?: () => void
  /** For tests. */
  readonly patience?: DownloadPatience
}

/**
 * Fetches a model and installs it. What was downloaded of one that was interrupted or cancelled stays in `.downloads` and is gone on
 * with; what proved wrong is thrown away. Codes: `model-no-source`, `model-bad-address`, those of `download`, `unpack` and `install`.
 */
export async function fetchModel(
  library: ModelLibrary,
  model: Model,
  tools: InstallTools,
  options: FetchOptions = {},
): Promise<Result<ModelState>> {
  const source = sourceOf(model, options.mirror)
  if (!source.ok) return source
  const { installed } = library.folders
  const downloads = join(installed ?? '', '.downloads', model.id)
  const prepare = async (staging: Staging): Promise<Result<void>> => {
    const room = await checkRoom(installed ?? '', neededBytes(model, source.value))
    if (!room.ok) return room
    await mkdir(downloads, { recursive: true })
    return fetchSource({ model, source: source.value, downloads, staging, tools, options })
  }
  const outcome = await install(library, model, source.value.address, tools, prepare, () => {
    options.onChecking?.()
  })
  if (outcome.ok || isContentFailure(outcome.error)) await rm(downloads, { recursive: true, force: true })
  return outcome
}

/** The same bytes would fail again; after any other failure (no room, no answer) they need not be fetched again. */
function isContentFailure({ code }: Failure): boolean {
  return /^model-(?:archive|file|files|unusable)/u.test(code)
}

/** Where a model is fetched from: the mirror named, else its first address. */
export function sourceOf(model: Model, mirror: string | undefined): Result<ModelSource> {
  if (mirror === undefined) {
    const [first] = model.sources
    return first === undefined ? failure('model-no-source', text.noSource(model.title)) : success(first)
  }
  const known = model.sources.find(({ address }) => address === mirror)
  if (known !== undefined) return success(known)
  const url = URL.parse(mirror)
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    return failure('model-bad-address', text.badAddress(mirror))
  }
  // Of an archive elsewhere nothing is known; its files are checked all the same.
  if (/\.(?:tar(?:\.(?:bz2|gz))?|tgz|tbz2?)$/u.test(url.pathname)) {
    return success({ kind: 'archive', address: mirror })
  }
  return success({ kind: 'files', address: mirror.endsWith('/') ? mirror : `${mirror}/` })
}

interface SourceJob {
  readonly model: Model
  readonly source: ModelSource
  readonly downloads: string
  readonly staging: Staging
  readonly tools: InstallTools
  readonly options: FetchOptions
}

function fetchSource(job: SourceJob): Promise<Result<void>> {
  return job.source.kind === 'archive' ? fetchArchive(job, job.source) : fetchFiles(job, job.source)
}

async function fetchArchive(
  { model, downloads, staging, tools, options }: SourceJob,
  source: Extract<ModelSource, { kind: 'archive' }>,
): Promise<Result<void>> {
  const { address, bytes, sha256 } = source
  const archive = join(downloads, posix.basename(new URL(address).pathname))
  const downloaded = await download({
    address,
    target: archive,
    expected: { bytes, sha256 },
    signal: options.signal,
    onProgress: options.onProgress,
    patience: options.patience,
  })
  if (!downloaded.ok) return downloaded
  options.onChecking?.()
  return tools.unpack({ archive, names: fileNames(model), target: staging.folder }, options.signal)
}

async function fetchFiles(
  { model, downloads, staging, options }: SourceJob,
  source: Extract<ModelSource, { kind: 'files' }>,
): Promise<Result<void>> {
  const files = Object.values(model.files)
  const total = filesBytes(model)
  let before = 0
  for (const { path, bytes, sha256 } of files) {
    const name = basename(path)
    let size = 0
    const downloaded = await download({
      address: new URL(source.paths?.[name] ?? name, source.address).href,
      target: join(downloads, name),
      expected: { bytes, sha256 },
      signal: options.signal,
      onProgress: ({ received }) => {
        size = received
        options.onProgress?.({ received: before + received, ...(total === undefined ? {} : { total }) })
      },
      patience: options.patience,
    })
    if (!downloaded.ok) return downloaded
    before += bytes ?? size
  }
  // Copies (where the disk can, without taking room): staging goes if they cannot be tried now.
  for (const name of fileNames(model)) {
    await copyFile(join(downloads, name), join(staging.folder, name), constants.COPYFILE_FICLONE)
  }
  return success(undefined)
}

function fileNames(model: Model): readonly string[] {
  return Object.values(model.files).map(({ path }) => basename(path))
}

function filesBytes({ files }: Model): number | undefined {
  const sizes = Object.values(files).map(({ bytes }) => bytes)
  return sizes.every((bytes) => bytes !== undefined)
    ? sizes.reduce<number>((sum, bytes) => sum + bytes, 0)
    : undefined
}

/** Of the download where known, else of the files. */
export function downloadBytes(model: Model, source: ModelSource | undefined): number | undefined {
  return source?.kind === 'archive' && source.bytes !== undefined ? source.bytes : filesBytes(model)
}

function neededBytes(model: Model, source: ModelSource): number {
  const files = filesBytes(model) ?? 0
  return files + (source.kind === 'archive' ? (source.bytes ?? 0) : files)
}
