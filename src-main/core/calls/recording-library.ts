import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import type { Recording } from '#shared/contract/views.ts'
import type { Clock } from '../clock.ts'
import type { RecordingStore } from '../store/recording-store.ts'
import { readRecording } from './recording/read-recording.ts'

/** Three hours of stereo at 16 kHz, 16 bit, and a little more. */
const largestUpload = 700_000_000

/** The `.json` beside a rehearsal call's `.wav`. */
const rehearsalSchema = z.object({
  title: z.string(),
  description: z.string(),
  callerNumber: z.string().optional(),
  turns: z.array(z.object({ endMs: z.number() })).min(1),
})

interface Upload {
  readonly title: string
  readonly directory: string
  readonly files: readonly { readonly path: string; readonly bytes: number; received: number }[]
}

/** Recordings that can be played as calls: the rehearsal calls (演练录音) that ship, and those that a person added. */
export class RecordingLibrary {
  readonly #rehearsals: string
  readonly #added: string
  readonly #store: RecordingStore
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #uploads = new Map<string, Upload>()

  constructor(options: {
    readonly rehearsalDirectory: string
    readonly dataDirectory: string
    readonly store: RecordingStore
    readonly clock: Clock
    readonly newId: () => string
  }) {
    this.#rehearsals = options.rehearsalDirectory
    this.#added = join(options.dataDirectory, 'recordings')
    this.#store = options.store
    this.#clock = options.clock
    this.#newId = options.newId
  }

  /** Added ones first, newest first; then the rehearsal calls by name. */
  list(): Recording[] {
    const added = this.#store.list().map(({ recordingId, title, durationMs }) => ({
      recordingId,
      title,
      description: '',
      durationMs,
      rehearsal: false,
    }))
    return [...added, ...this.#listRehearsals()]
  }

  /** The audio files of a recording: one stereo, or the seat's and the citizen's. */
  files(recordingId: string): readonly string[] {
    const files = this.#filesOf(recordingId)
    if (files === undefined) throw new FailureError('recording-not-found', errorMessages.recordingNotFound)
    return files
  }

  /** Whether the recording is still there. */
  has(recordingId: string): boolean {
    return this.#filesOf(recordingId) !== undefined
  }

  begin(title: string, files: readonly { readonly name: string; readonly bytes: number }[]): string {
    if (files.reduce((sum, file) => sum + file.bytes, 0) > largestUpload) {
      throw new FailureError('upload-too-large', errorMessages.uploadTooLarge)
    }
    const uploadId = this.#newId()
    const directory = join(this.#added, uploadId)
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const parts = files.map(({ name, bytes }, index) => {
      // Under its own name, so that what is wrong with it can be said in the person's words.
      const path = join(directory, String(index), basename(name).replace(/^\.+/, '') || `${index}.wav`)
      mkdirSync(dirname(path), { mode: 0o700 })
      closeSync(openSync(path, 'w', 0o600))
      return { path, bytes, received: 0 }
    })
    this.#uploads.set(uploadId, { title, directory, files: parts })
    return uploadId
  }

  append(uploadId: string, file: number, base64: string): void {
    const part = this.#upload(uploadId).files[file]
    const bytes = Buffer.from(base64, 'base64')
    if (part === undefined || part.received + bytes.length > part.bytes) {
      throw new FailureError('upload-incomplete', errorMessages.uploadIncomplete)
    }
    appendToFile(part.path, bytes)
    part.received += bytes.length
  }

  /** Checks the files as recordings and keeps them; a bad one is removed and says what is wrong with it. */
  async finish(uploadId: string): Promise<Recording> {
    const { title, files } = this.#upload(uploadId)
    try {
      if (files.some((file) => file.received !== file.bytes)) {
        throw new FailureError('upload-incomplete', errorMessages.uploadIncomplete)
      }
      const paths = files.map((file) => file.path)
      const { durationMs } = unwrap(await readRecording(paths))
      this.#store.add({ recordingId: uploadId, title, files: paths, durationMs }, this.#clock.iso())
      this.#uploads.delete(uploadId)
      return { recordingId: uploadId, title, description: '', durationMs, rehearsal: false }
    } catch (error) {
      this.cancel(uploadId)
      throw error
    }
  }

  /** Of those that a person added; the rehearsal calls stay. Fails with `recording-not-found`. */
  remove(recordingId: string): void {
    const isAdded = this.#store.list().some((recording) => recording.recordingId === recordingId)
    if (!isAdded) throw new FailureError('recording-not-found', errorMessages.recordingNotFound)
    this.#store.remove(recordingId)
    rmSync(join(this.#added, recordingId), { recursive: true, force: true })
  }

  cancel(uploadId: string): void {
    const upload = this.#uploads.get(uploadId)
    if (upload === undefined) return
    this.#uploads.delete(uploadId)
    rmSync(upload.directory, { recursive: true, force: true })
  }

  #filesOf(recordingId: string): readonly string[] | undefined {
    const files =
      this.#store.list().find((recording) => recording.recordingId === recordingId)?.files ??
      this.#listRehearsals()
        .filter((rehearsal) => rehearsal.recordingId === recordingId)
        .map(() => join(this.#rehearsals, `${recordingId}.wav`))
    return files.length > 0 && files.every((file) => existsSync(file)) ? files : undefined
  }

  #upload(uploadId: string): Upload {
    const upload = this.#uploads.get(uploadId)
    if (upload === undefined) throw new FailureError('upload-not-found', errorMessages.uploadNotFound)
    return upload
  }

  #listRehearsals(): Recording[] {
    if (!existsSync(this.#rehearsals)) return []
    return readdirSync(this.#rehearsals)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => {
        const text = readFileSync(join(this.#rehearsals, name), 'utf8')
        const { title, description, callerNumber, turns } = rehearsalSchema.parse(JSON.parse(text))
        return {
          recordingId: name.slice(0, -'.json'.length),
          title,
          description,
          durationMs: Math.max(...turns.map((turn) => turn.endMs)),
          rehearsal: true,
          ...(callerNumber === undefined ? {} : { callerNumber }),
        }
      })
  }
}

function appendToFile(path: string, bytes: Buffer): void {
  try {
    appendFileSync(path, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new FailureError('disk-full', errorMessages.diskFull)
    }
    throw error
  }
}
