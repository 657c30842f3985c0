import { readFile } from 'node:fs/promises'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { callAudioText } from '#shared/catalogue/call-audio.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import { longestSpanMs, type ProcedureArguments, type ProcedureOutput } from '#shared/contract/contract.ts'
import type { CoreToHost } from '#shared/contract/process-messages.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import type { PackMeta } from '#shared/domain/site-pack.ts'
import { readRecording } from '../calls/recording/read-recording.ts'
import type { RecordingLibrary } from '../calls/recording-library.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import { CallAudioFiles } from './call-audio-files.ts'
import { CallRecorder } from './call-recorder.ts'
import { decodeSpan, endOf } from './decode-span.ts'
import { decodePackets } from './packet.ts'
import { recordingsDays, removeOldRecordings } from './retention.ts'
import { unseal } from './sealed-file.ts'
import { encodeWav } from './wav.ts'

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

type SpanInput = ProcedureArguments<'calls.audio'>
type Span = ProcedureOutput<'calls.audio'>

/** A call's channels by sample of the call. */
interface Playable {
  readonly length: number
  readonly channel: (speaker: Speaker, from: number, to: number) => Promise<Int16Array>
}

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
  async span({ callId, fromMs, toMs, speaker }: SpanInput): Promise<Span> {
    if (toMs - fromMs > longestSpanMs) {
      throw new FailureError('span-too-long', callAudioText.spanTooLong(longestSpanMs / 1000))
    }
    const call = this.#options.store.calls.get(callId)
    if (call === undefined) throw new FailureError('not-found', errorMessages.callNotFound)
    const playable = await (call.source.kind === 'recording'
      ? this.#original(call.source.recordingId)
      : this.#recorded(callId))
    const from = sampleAt(fromMs)
    const to = Math.min(sampleAt(toMs), playable.length)
    if (to <= from) throw new FailureError('no-audio', callAudioText.spanEmpty)
    const channels = await Promise.all(
      (speaker === undefined ? speakers : [speaker]).map((one) => playable.channel(one, from, to)),
    )
    return { wavBase64: encodeWav(channels).toString('base64'), fromMs: msAt(from), toMs: msAt(to) }
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

  async #recorded(callId: string): Promise<Playable> {
    this.#recorder.write(callId)
    const packets = unwrap(unseal(await this.#read(callId), this.#files.key(callId))).records.flatMap(
      decodePackets,
    )
    return {
      length: endOf(packets),
      channel: (speaker, from, to) => decodeSpan(packets, speaker, from, to),
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

function sampleAt(ms: number): number {
  return Math.round((ms * sampleRate) / 1000)
}

function msAt(sample: number): number {
  return (sample * 1000) / sampleRate
}
