import { FailureError } from '#shared/base/result.ts'
import { rehearsalText } from '#shared/catalogue/rehearsal.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { RecordingSource } from '../calls/recording-source.ts'
import type { RecordingLibrary } from '../calls/recording-library.ts'
import type { Publish } from '../connections.ts'

export interface RecordingListenerOptions {
  readonly recordings: RecordingLibrary
  readonly sendAsr: (command: AsrCommand) => void
  readonly publish: Publish
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Whether a call or a rehearsal needs the recogniser. */
  readonly isBusy: () => boolean
}

interface Running {
  readonly recordingId: string
  readonly stream: number
  readonly source: RecordingSource
  readonly open: Set<Speaker>
}

/** Below the rehearsals' numbers of audio streams, far above those of calls; by the second, so that asr meets none twice. */
const firstStream = 2 ** 30
const streams = 2 ** 29

/** Recognises a recording without making a call of it: for the trainer who tries what its words would find (试问). */
export class RecordingListener {
  readonly #options: RecordingListenerOptions
  #running: Running | undefined

  constructor(options: RecordingListenerOptions) {
    this.#options = options
  }

  /** Begins, instead of what was listened to before; the words come as `recording.heard`. */
  async listen(recordingId: string): Promise<void> {
    const { recordings, sendAsr, now, isBusy } = this.#options
    if (isBusy()) throw new FailureError('call-running', rehearsalText.recogniserBusy)
    this.stop()
    const source = await RecordingSource.open(recordings.files(recordingId), 'fast', sendAsr)
    const stream = firstStream + (Math.floor(now() / 1000) % streams)
    this.#running = { recordingId, stream, source, open: new Set(source.channels) }
    source.load({ stream, fromSample: 0, onEnd: () => this.#close() })
    source.play()
  }

  /** What asr says of anything. */
  heard(event: AsrEvent): void {
    const running = this.#running
    if (running === undefined || !('stream' in event) || event.stream !== running.stream) return
    const { recordingId, source, open } = running
    if (event.type === 'progress') source.consumed(event.speaker, event.decodedSample)
    if (event.type === 'final' && event.speaker === 'citizen' && event.text !== '') {
      this.#options.publish('recording.heard', { recordingId, text: event.text, done: false })
    }
    if (event.type === 'closed' && open.delete(event.speaker) && open.size === 0) this.#finish(running)
  }

  /** Something else needs the recogniser; what was heard so far stays. */
  stop(): void {
    const running = this.#running
    if (running === undefined) return
    running.source.stop()
    this.#close()
    this.#finish(running)
  }

  #close(): void {
    const running = this.#running
    if (running === undefined) return
    for (const speaker of running.open) {
      this.#options.sendAsr({ type: 'close', stream: running.stream, speaker })
    }
  }

  #finish({ recordingId }: Running): void {
    this.#running = undefined
    this.#options.publish('recording.heard', { recordingId, text: '', done: true })
  }
}
