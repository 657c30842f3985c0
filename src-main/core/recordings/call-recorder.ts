import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { FailureError } from '#shared/base/result.ts'
import { callAudioText } from '#shared/catalogue/call-audio.ts'
import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import type { Publish } from '../connections.ts'
import type { CallAudioStore } from '../store/call-audio-store.ts'
import type { CallRecord } from '../store/call-store.ts'
import { CallRecording } from './call-recording.ts'
import type { CallAudioFiles } from './call-audio-files.ts'

export interface CallRecorderOptions {
  readonly files: CallAudioFiles
  readonly store: CallAudioStore
  /** The call that runs. */
  readonly live: () => CallRecord | undefined
  /** Whether the site pack allows recordings; asked once a call. */
  readonly allowed: () => boolean
  readonly publish: Publish
  /** Audio before this sample of the channel is in the file, or never will be: nobody need keep it for us. */
  readonly onRecorded: (stream: number, speaker: Speaker, sample: number) => void
}

interface Current {
  readonly call: CallRecord
  /** Undefined where there was no room even to begin. */
  recording: CallRecording | undefined
  /** False where this call is not recorded: forbidden, or its file cannot be written. */
  wanted: boolean
  full: boolean
}

const never = Number.MAX_SAFE_INTEGER

/** Records the call that runs. What goes wrong with it never reaches the call: the person is told, once. */
export class CallRecorder {
  readonly #options: CallRecorderOptions
  #current: Current | undefined

  constructor(options: CallRecorderOptions) {
    this.#options = options
  }

  /** Audio of a device or of the switch; that of another call than the one that runs is not wanted. */
  audio(frame: AudioFrame): void {
    const { stream, speaker } = frame
    const current = this.#of(stream)
    if (current?.wanted !== true) return this.#options.onRecorded(stream, speaker, never)
    const taken = this.#attempt(current, (recording) => recording.push(frame))
    const recorded = taken
      ? current.recording?.recordedUntil(speaker)
      : frame.startSample + frame.samples.length
    if (recorded !== undefined) this.#options.onRecorded(stream, speaker, recorded)
  }

  /** Whether this call, which runs, is recorded. */
  records(call: CallRecord): boolean {
    return this.#of(call.stream)?.wanted === true
  }

  /** Brings everything that was heard so far into the file, but for the last moment, so that it can be played. */
  write(callId: string): void {
    const current = this.#current
    if (current?.call.callId !== callId || current.recording === undefined) return
    this.#attempt(current, (recording) => recording.write())
  }

  /** The core stops in mid-call. */
  stop(): void {
    const current = this.#current
    this.#current = undefined
    if (current?.recording !== undefined) this.#attempt(current, (recording) => recording.close())
  }

  /** The call is over. */
  end(callId: string): void {
    const current = this.#current
    if (current?.call.callId !== callId) return
    const { recording, call } = current
    this.#current = undefined
    if (recording !== undefined) this.#attempt(current, () => recording.finish())
    for (const speaker of speakers) this.#options.onRecorded(call.stream, speaker, never)
  }

  #of(stream: number): Current | undefined {
    if (this.#current?.call.stream === stream) return this.#current
    const call = this.#options.live()
    // The audio of a recording that is played is there already, in its own file.
    if (call?.stream !== stream || call.source.kind === 'recording') return undefined
    this.#current = { call, recording: undefined, wanted: this.#options.allowed(), full: false }
    return this.#current
  }

  /** Works on the recording; false, and said so, where it cannot be written now. */
  #attempt(current: Current, work: (recording: CallRecording) => void): boolean {
    try {
      current.recording ??= this.#begin(current.call.callId)
      const { records } = current.recording
      work(current.recording)
      if (current.recording.records > records) this.#tell(current, false)
    } catch (error) {
      if (isDiskFull(error)) this.#tell(current, true)
      else this.#giveUp(current, error)
      return false
    }
    return true
  }

  #begin(callId: string): CallRecording {
    const { files, store } = this.#options
    mkdirSync(dirname(files.path(callId)), { recursive: true, mode: 0o700 })
    store.begin(callId)
    return new CallRecording(files.path(callId), files.key(callId))
  }

  #tell(current: Current, full: boolean): void {
    if (current.full === full) return
    current.full = full
    this.#options.publish('notice', {
      code: full ? 'recording-stopped' : 'recording-resumed',
      message: full ? callAudioText.stopped : callAudioText.resumed,
    })
  }

  #giveUp(current: Current, error: unknown): void {
    const { code } = error as { readonly code?: string }
    if (code === undefined) throw error
    current.wanted = false
    const reason = error instanceof FailureError ? error.message : code
    this.#options.publish('notice', { code: 'cannot-record', message: callAudioText.cannotRecord(reason) })
  }
}

function isDiskFull(error: unknown): boolean {
  const code = (error as { code?: string } | undefined)?.code
  return code === 'ENOSPC' || code === 'SQLITE_FULL' || code === 'EDQUOT'
}
