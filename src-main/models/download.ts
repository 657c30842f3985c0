import { existsSync, rmSync, statSync } from 'node:fs'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { failure, FailureError, success, type Failure, type Result } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import { diskFailure } from './disk-failure.ts'
import { hostOf, Interruption, openDownload, type Opened, type Part } from './download-request.ts'
import { readKept, writeKept } from './kept-file.ts'
import { sha256Of } from './model-files.ts'

export interface DownloadProgress {
  readonly received: number
  readonly total?: number
}

export interface DownloadOptions {
  readonly address: string
  /** Where the whole file goes; what is there of it meanwhile lies in `TARGET.part`. */
  readonly target: string
  readonly expected: { readonly bytes?: number | undefined; readonly sha256?: string | undefined }
  readonly signal?: AbortSignal | undefined
  /** Called at most four times a second, and at the end. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined
  /** For tests. */
  readonly patience?: DownloadPatience | undefined
}

export interface DownloadPatience {
  /** So long without a byte is a connection that hangs. */
  readonly stallMs: number
  /** Before each attempt of a row that brings nothing. */
  readonly pausesMs: readonly number[]
}
const usualPatience: DownloadPatience = {
  stallMs: 30_000,
  pausesMs: [1_000, 2_000, 4_000, 8_000, 16_000],
}
const progressIntervalMs = 250

/** What is known of a part; without a validator nothing can be gone on with, so nothing is noted. */
const noteSchema = z.object({ address: z.string(), validator: z.string() })

/**
 * Downloads a file, going on where an earlier download stopped as long as the server still has the same file (Range with
 * If-Range). Codes: `model-fetch-cancelled`, `-not-found`, `-refused`, `-web-page`, `-size`, `-checksum`, `-broken-off`, and those of
 * {@link diskFailure}. A cancelled or interrupted part stays.
 */
export async function download(options: DownloadOptions): Promise<Result<void>> {
  if (existsSync(options.target) && (await matches(options))) return success(undefined)
  const { pausesMs } = options.patience ?? usualPatience
  for (let fruitless = 0; ;) {
    const before = partBytes(options)
    try {
      await attempt(options)
      return await takeWhole(options)
    } catch (error) {
      if (options.signal?.aborted === true) return cancelled
      if (!(error instanceof Interruption)) return { ok: false, error: asFailure(error) }
      fruitless = partBytes(options) > before ? 0 : fruitless + 1
      const wait = pausesMs[Math.max(0, fruitless - 1)]
      if (wait === undefined || fruitless > pausesMs.length) {
        return failure('model-fetch-broken-off', text.keepsBreaking(hostOf(options.address), error.message))
      }
      await waitOrCancel(wait, options.signal)
    }
  }
}

const cancelled = failure('model-fetch-cancelled', text.cancelled)

/** One request, from where the part ends. Throws an {@link Interruption} where that did not bring all of the file. */
async function attempt(options: DownloadOptions): Promise<void> {
  if (options.signal?.aborted === true) throw new Interruption()
  const watch = new StallWatch(options)
  try {
    const opened =
      (await openDownload(options.address, partOf(options), watch.signal)) ??
      (await openDownload(options.address, undefined, watch.signal))
    watch.alive()
    if (opened === undefined) throw new Interruption(text.brokenOff)
    const { bytes } = options.expected
    if (bytes !== undefined && opened.total !== undefined && opened.total !== bytes) {
      forgetPart(options)
      const message = text.otherSize(hostOf(options.address), bytes, opened.total)
      throw new FailureError('model-fetch-size', message)
    }
    if (opened.from === 0) beginPart(options, opened.validator)
    await writeBody(opened, options, watch)
  } finally {
    watch.stop()
  }
}

function beginPart(options: DownloadOptions, validator: string | undefined): void {
  forgetPart(options)
  if (validator !== undefined) writeKept(noteName(options), { address: options.address, validator })
}

async function writeBody(opened: Opened, options: DownloadOptions, watch: StallWatch): Promise<void> {
  const { from, total, body } = opened
  const part = await open(partName(options), 'a')
  let received = from
  let toldAt = -Infinity
  const tell = (): void => {
    toldAt = performance.now()
    options.onProgress?.({ received, ...(total === undefined ? {} : { total }) })
  }
  try {
    for await (const chunk of body) {
      watch.alive()
      await writeAll(part, chunk)
      received += chunk.length
      if (performance.now() - toldAt >= progressIntervalMs) tell()
    }
    tell()
  } finally {
    await part.close()
  }
  if (total !== undefined && received < total) throw new Interruption(text.brokenOff)
}

async function writeAll(part: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    written += (await part.write(chunk, written)).bytesWritten
  }
}

async function takeWhole(options: DownloadOptions): Promise<Result<void>> {
  await rename(partName(options), options.target)
  await rm(noteName(options), { force: true })
  if (await matches(options)) return success(undefined)
  await rm(options.target)
  return failure('model-fetch-checksum', text.otherContent(hostOf(options.address)))
}

async function matches({ target, expected }: DownloadOptions): Promise<boolean> {
  if (expected.bytes !== undefined && (await stat(target)).size !== expected.bytes) return false
  return expected.sha256 === undefined || (await sha256Of(target)) === expected.sha256
}

const partName = ({ target }: DownloadOptions): string => `${target}.part`
const noteName = ({ target }: DownloadOptions): string => `${target}.part.json`

function partBytes(options: DownloadOptions): number {
  return statSync(partName(options), { throwIfNoEntry: false })?.size ?? 0
}

function partOf(options: DownloadOptions): Part | undefined {
  const bytes = partBytes(options)
  const note = readKept(noteName(options), noteSchema)
  if (bytes === 0 || note?.address !== options.address) return undefined
  return { bytes, validator: note.validator }
}

function forgetPart(options: DownloadOptions): void {
  rmSync(partName(options), { force: true })
  rmSync(noteName(options), { force: true })
}

async function waitOrCancel(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await pause(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
}

/** Aborts a request from which no byte came for too long, or that the person cancelled. */
class StallWatch {
  readonly signal: AbortSignal
  readonly #stalled = new AbortController()
  readonly #stallMs: number
  #timer: NodeJS.Timeout | undefined

  constructor({ signal, patience = usualPatience }: DownloadOptions) {
    this.signal = AbortSignal.any([this.#stalled.signal, ...(signal === undefined ? [] : [signal])])
    this.#stallMs = patience.stallMs
    this.alive()
  }

  alive(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#stalled.abort(new Interruption(text.silent)), this.#stallMs)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}

function asFailure(error: unknown): Failure {
  if (error instanceof FailureError) return { code: error.code, message: error.message }
  const known = diskFailure(error)
  if (known !== undefined) return known
  throw error
}
