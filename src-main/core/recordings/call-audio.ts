import { readFile } from 'node:fs/promises'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { callAudioText } from '#shared/catalogue/call-audio.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import type { ProcedureArguments, ProcedureOutput } from '#shared/contract/contract.ts'
import type { CoreToHost } from '#shared/contract/process-messages.ts'
import { speakers } from '#shared/domain/call.ts'
import type { PackMeta } from '#shared/domain/site-pack.ts'
import { readRecording } from '../calls/recording/read-recording.ts'
import type { RecordingLibrary } from '../calls/recording-library.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import { CallAudioFiles } from './call-audio-files.ts'
import { CallRecorder } from './call-recorder.ts'
import { decodePackets, type Packet } from './packet.ts'
import { playablePackets, refuseTooLong, wavSpan, type Playable } from './playable.ts'
import { recordingsDays, removeOldRecordings } from './retention.ts'
import { unseal } from './sealed-file.ts'

export interface CallAudioOptions {
  readonly dataDirectory: string
  readonly storeKey: Buffer
  readonly store: Store
  readonly clock: Clock
  /** Recordings that are played as calls: their own files are what is played again. */
  readonly recordings: RecordingLibrary
  readonly live: () => CallRecord | undefined
  readonly meta: () => PackMeta
  readonly publish: Publish
  readonly send: (message: CoreToHost) => void
}

/** How often recordings whose time is over are looked for. */
const removeEveryMs = 3_600_000

/** The recordings of calls (通话录音): made as the call runs, played by stretch, removed when their time is over. */
export class CallAudio {
  readonly #options: CallAudioOptions
  readonly #files: CallAudioFiles
  readonly #recorder: CallRecorder
  #removing: NodeJS.Timeout | undefined

  constructor(options: CallAudioOptions) {
    const { dataDirectory, storeKey, store, live, meta, publish, send } = options
    this.#options = options
    this.#files = new CallAudioFiles(dataDirectory, storeKey)
    this.#recorder = new CallRecorder({
      files: this.#files,
      store: store.callAudio,
      live,
      allowed: () => meta().recording === 'keep',
      publish,
      onRecorded: (stream, speaker, sample) => send({ type: 'recorded', stream, speaker, sample }),
    })
  }

  /** See {@link CallRecorder.audio}. */
  record(frame: AudioFrame): void {
    this.#recorder.audio(frame)
  }

  /** No more audio of this call comes. */
  ended(callId: string): void {
    this.#recorder.end(callId)
  }

  /** Whether there is, or will be as the call goes on, something to play. */
  playable(call: CallRecord): boolean {
    const { callId, source } = call
    if (source.kind === 'recording') return this.#options.recordings.has(source.recordingId)
    if (this.#options.live()?.callId === callId) return this.#recorder.records(call)
    return this.#options.store.callAudio.state(callId) === 'kept' && this.#files.exists(callId)
  }

  /** A stretch as a WAV; a FailureError says why there is none. */
  async span(span: ProcedureArguments<'calls.audio'>): Promise<ProcedureOutput<'calls.audio'>> {
    refuseTooLong(span.fromMs, span.toMs)
    return wavSpan(await this.open(span.callId), span)
  }

  /** All that can be heard of a call; a FailureError says why there is nothing. */
  async open(callId: string): Promise<Playable> {
    const call = this.#options.store.calls.get(callId)
    if (call === undefined) throw new FailureError('not-found', errorMessages.callNotFound)
    return call.source.kind === 'recording'
      ? this.#original(call.source.recordingId)
      : playablePackets(await this.packets(callId))
  }

  /** A call's recording as it was encoded; not of a recording that was played as a call. */
  async packets(callId: string): Promise<readonly Packet[]> {
    this.#recorder.write(callId)
    return unwrap(unseal(await this.#read(callId), this.#files.key(callId))).records.flatMap(decodePackets)
  }

  /** Removes now, and every hour from now on, what is older than the site pack allows. */
  startRemoving(onFailure: (error: unknown) => void): void {
    const remove = (): void => {
      const { store, clock, meta } = this.#options
      try {
        removeOldRecordings({ store, clock, files: this.#files, days: recordingsDays(meta()) })
      } catch (error) {
        onFailure(error)
      }
    }
    remove()
    this.#removing = setInterval(remove, removeEveryMs).unref()
  }

  /** The core stops: what was heard so far is brought into the file. */
  stop(): void {
    clearInterval(this.#removing)
    this.#recorder.stop()
  }

  async #original(recordingId: string): Promise<Playable> {
    const { channels } = unwrap(await readRecording(this.#options.recordings.files(recordingId)))
    const length = Math.max(...speakers.map((speaker) => channels[speaker]?.length ?? 0))
    return {
      length,
      channel: (speaker, from, to) =>
        Promise.resolve(channels[speaker]?.slice(from, to) ?? new Int16Array(to - from)),
    }
  }

  async #read(callId: string): Promise<Buffer> {
    if (this.#options.store.callAudio.state(callId) === 'removed') {
      throw new FailureError('recording-removed', callAudioText.removed(recordingsDays(this.#options.meta())))
    }
    try {
      return await readFile(this.#files.path(callId))
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error)
      if (code === 'ENOENT') throw new FailureError('no-recording', callAudioText.none)
      throw new FailureError('recording-unreadable', callAudioText.unreadable(code))
    }
  }
}
