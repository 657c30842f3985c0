import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Parser, type ReadEntry } from 'tar'
import bunzip from 'unbzip2-stream'
import { failure, success, type Result } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import { diskFailure } from './disk-failure.ts'

/** What is to be taken out of an archive. */
export interface UnpackJob {
  readonly archive: string
  /** Names without folders; each is looked for at any depth, the shallowest counts. */
  readonly names: readonly string[]
  /** Gets the files, under those names and nothing else, so that no path of the archive leads anywhere. */
  readonly target: string
}

/** Codes: `model-archive-unknown`, `model-archive-broken`, `model-files-lacking`, those of {@link diskFailure}. */
export type Unpack = (job: UnpackJob, signal?: AbortSignal) => Promise<Result<void>>

/** Decompressing is work for one core for up to minutes: not for a process that has anything else to do. */
export const unpack: Unpack = async (job, signal) => {
  const name = basename(job.archive)
  try {
    const format = await formatOf(job.archive)
    if (format === undefined) return failure('model-archive-unknown', text.notAnArchive(name))
    await mkdir(job.target, { recursive: true })
    const found = new Map<string, number>()
    const writing: Promise<void>[] = []
    const failed = new AbortController()
    const parser = new Parser({
      strict: true,
      onReadEntry: (entry) => {
        const wanted = wantedName(entry, job.names, found)
        if (wanted === undefined) entry.resume()
        else writing.push(write(entry, join(job.target, wanted), failed))
      },
    })
    await pipeline([createReadStream(job.archive), ...decompressors[format](), parser], {
      signal: AbortSignal.any([failed.signal, ...(signal === undefined ? [] : [signal])]),
    })
    await Promise.all(writing)
    return allFound(name, job.names, found)
  } catch (error) {
    if (signal?.aborted === true) return failure('model-fetch-cancelled', text.cancelled)
    // Stopped because of a write, the pipeline tells of the stop; its cause is the write.
    const disk = diskFailure((error as Error).cause ?? error)
    if (disk !== undefined) return { ok: false, error: disk }
    return failure('model-archive-broken', text.brokenArchive(name))
  }
}

async function write(entry: ReadEntry, path: string, failed: AbortController): Promise<void> {
  try {
    await pipeline(entry, createWriteStream(path))
  } catch (error) {
    failed.abort(error)
  }
}

const decompressors = {
  bzip2: () => [bunzip()],
  gzip: () => [createGunzip()],
  tar: () => [],
} as const

/** By its first bytes, since a mirror may call it anything. */
async function formatOf(path: string): Promise<keyof typeof decompressors | undefined> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    const head = buffer.subarray(0, bytesRead)
    if (head.subarray(0, 3).toString('latin1') === 'BZh') return 'bzip2'
    if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
    return head.subarray(257, 262).toString('latin1') === 'ustar' ? 'tar' : undefined
  } finally {
    await file.close()
  }
}

function wantedName(
  entry: ReadEntry,
  names: readonly string[],
  found: Map<string, number>,
): string | undefined {
  const name = posix.basename(entry.path)
  if (entry.type !== 'File' || !names.includes(name)) return undefined
  const depth = posix.normalize(entry.path).split('/').length
  if (depth >= (found.get(name) ?? Infinity)) return undefined
  found.set(name, depth)
  return name
}

function allFound(
  archive: string,
  names: readonly string[],
  found: ReadonlyMap<string, number>,
): Result<void> {
  const lacking = names.filter((name) => !found.has(name))
  return lacking.length === 0
    ? success(undefined)
    : failure('model-files-lacking', text.lacksFiles(archive, lacking))
}
