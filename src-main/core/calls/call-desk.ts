import { FailureError } from '#shared/base/result.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { errorMessages, noticeMessages } from '#shared/catalogue/errors.ts'
import { mediaForkText } from '#shared/catalogue/media-fork.ts'
import { rehearsalText } from '#shared/catalogue/rehearsal.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { CallSource, CallSummary, CallView } from '#shared/contract/views.ts'
import { speakers } from '#shared/domain/call.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { TicketDesk } from '../tickets/ticket-desk.ts'
import { arrivingSource, type AudioSource } from './audio-source.ts'
import { summariseCall, viewCall } from './call-views.ts'
import type { CallSupport } from './call-support.ts'
import { LiveCall } from './live-call.ts'
import type { RecordingLibrary } from './recording-library.ts'
import { RecordingSource } from './recording-source.ts'

export interface CallDeskOptions {
  readonly store: Store
  readonly clock: Clock
  readonly newId: () => string
  /** Changes when the whole client was restarted: calls of another host cannot go on. */
  readonly hostId: string
  readonly tickets: TicketDesk
  readonly support: CallSupport
  readonly recordings: RecordingLibrary
  readonly publish: Publish
  readonly sendAsr: (command: AsrCommand) => void
  /** Whether there is audio of this call to be heard again. */
  readonly playable: (call: CallRecord) => boolean
  readonly onFinished: (callId: string) => void
  /** The switch need not send a fork's audio any longer. */
  readonly dropFork: (forkId: string) => void
  /** A call is about to begin; what must give way to it does so now. */
  readonly beforeBegin: () => void
}

/** How long asr may say nothing of a call that was ended, before its last words are given up. */
const lastWordsMs = 8_000

/** Begins, follows and ends calls (通话); one is live at a time, as at a real seat. */
export class CallDesk {
  readonly #options: CallDeskOptions
  #live: LiveCall | undefined
  #source: AudioSource | undefined
  readonly #waitingForEnd: (() => void)[] = []
  #patience: NodeJS.Timeout | undefined

  constructor(options: CallDeskOptions) {
    this.#options = options
  }

  /** The call that runs, or was cut off with its ticket still a draft. */
  get openCallId(): string | undefined {
    const { store } = this.#options
    if (this.#live !== undefined) return this.#live.record.callId
    return store.calls
      .inPhase('interrupted')
      .findLast((call) => store.tickets.ofCall(call.callId)?.state === 'draft')?.callId
  }

  /** The call that runs, if it is this one. */
  following(callId: string): LiveCall | undefined {
    return this.#live?.record.callId === callId ? this.#live : undefined
  }

  /** The call that runs now. */
  get live(): CallRecord | undefined {
    return this.#live?.record
  }

  /** Whether that call waits for its last words only. */
  get isEnding(): boolean {
    return this.#waitingForEnd.length > 0
  }

  async start(
    source: CallSource,
    callerNumber: string | undefined,
  ): Promise<{ callId: string; audioStream: number }> {
    // Only the switch begins such a call, by its audio.
    if (source.kind === 'media-fork') throw new FailureError('forbidden', mediaForkText.onlyTheSwitch)
    return this.begin(source, await this.#open(source), callerNumber)
  }

  /** Begins a call that the switch sends; throws `call-running` where there is one already. */
  startFork(
    source: Extract<CallSource, { kind: 'media-fork' }>,
    callerNumber: string | undefined,
  ): { callId: string; audioStream: number } {
    return this.begin(source, this.#fork(source.forkId), callerNumber)
  }

  /** Begins a call whose audio is there already; throws `call-running` where there is one. */
  begin(
    source: CallSource,
    audio: AudioSource,
    callerNumber: string | undefined,
  ): { callId: string; audioStream: number } {
    const { store, clock, newId, hostId, tickets } = this.#options
    if (this.#live !== undefined) throw new FailureError('call-running', errorMessages.callRunning)
    this.#options.beforeBegin()
    const callId = newId()
    const call = { callId, startedAt: clock.localIso(), phase: 'live', source, callerNumber, hostId } as const
    const stream = store.transaction(() => {
      const allotted = store.calls.insert(call)
      tickets.open(callId)
      return allotted
    })
    this.#follow({ ...call, stream, durationMs: 0 }, audio)
    this.play()
    return { callId, audioStream: stream }
  }

  /** Begins to play the recording of a call that was resumed; does nothing where there is none or it plays already. */
  play(): void {
    this.#source?.play()
  }

  /** The number became known only after the call had begun. */
  callerIs(callerNumber: string): void {
    this.#live?.callerIs(callerNumber)
    // No event carries the number: the clients ask for the call again.
    this.#options.publish('session.resync', {})
  }

  /** Ends the call and waits for its last words, as long as asr says anything. */
  async end(callId: string): Promise<CallView> {
    const live = this.#live
    if (live?.record.callId !== callId) {
      const call = this.#get(callId)
      if (call.phase === 'interrupted') this.#options.store.calls.setPhase(callId, 'ended')
      return this.view(callId)
    }
    if (live.openSpeakers.length === 0) {
      this.#finish(live)
      return this.view(callId)
    }
    const { promise: lastWords, resolve } = Promise.withResolvers<undefined>()
    this.#patience = setTimeout(() => resolve(undefined), lastWordsMs)
    this.#waitingForEnd.push(() => resolve(undefined))
    this.#closeChannels(live)
    await lastWords
    clearTimeout(this.#patience)
    this.#finish(live)
    return this.view(callId)
  }

  /** Ends the call that runs at once; what was not heard yet is given up. */
  cutOff(): void {
    if (this.#live === undefined) return
    this.#closeChannels(this.#live)
    this.#finish(this.#live)
  }

  /** What asr says of any call; words of a call that is over are of no use any more. */
  heard(event: AsrEvent): void {
    const live = this.#live
    if (live === undefined || !('stream' in event) || event.stream !== live.record.stream) return
    // asr works off what it has not heard yet: nothing of it is given up.
    if (this.isEnding) this.#patience?.refresh()
    switch (event.type) {
      case 'partial':
        return live.partial(event)
      case 'final':
        return live.final(event)
      case 'revised':
        return live.revised(event)
      case 'progress':
        this.#source?.consumed(event.speaker, event.decodedSample)
        return live.progress(event.speaker, event.decodedSample)
      case 'closed':
        if (live.closed(event.speaker)) this.#finish(live)
    }
  }

  /** After a start of the core: calls of this host go on (see {@link play}), calls of an earlier one are kept as interrupted. */
  async resume(): Promise<void> {
    for (const call of this.#options.store.calls.inPhase('live')) {
      if (call.hostId !== this.#options.hostId || this.#live !== undefined) {
        new LiveCall(call, [], this.#options).finish('interrupted')
        continue
      }
      await this.#continue(call)
    }
  }

  view(callId: string): CallView {
    return viewCall(this.#get(callId), this.#options)
  }

  list(limit: number): CallSummary[] {
    const { store } = this.#options
    return store.calls.list(limit).map((call) => summariseCall(call, store))
  }

  async #continue(call: CallRecord): Promise<void> {
    try {
      this.#follow(call, await this.#open(call.source))
    } catch {
      new LiveCall(call, [], this.#options).finish('interrupted')
    }
  }

  #follow(call: CallRecord, audio: AudioSource): void {
    const live = new LiveCall(call, audio.channels, this.#options)
    this.#live = live
    this.#source = audio
    audio.load({
      stream: call.stream,
      // asr ignores what it has decoded before: starting a little early is safe.
      fromSample: Math.floor((call.durationMs * sampleRate) / 1000),
      onEnd: () => this.#closeChannels(live),
    })
    this.#options.publish('call.phase', { callId: call.callId, phase: 'live' })
  }

  async #open(source: CallSource): Promise<AudioSource> {
    const { recordings, sendAsr, publish } = this.#options
    switch (source.kind) {
      case 'capture':
        return arrivingSource(source.channels)
      case 'media-fork':
        return this.#fork(source.forkId)
      case 'recording': {
        const audio = await RecordingSource.open(recordings.files(source.recordingId), source.pace, sendAsr)
        if (audio.truncated) {
          publish('notice', { code: 'recording-truncated', message: noticeMessages.recordingTruncated })
        }
        return audio
      }
      // Begins in the rehearsal room, and nobody waits for the end of one whose core died.
      case 'rehearsal':
        throw new FailureError('not-running', rehearsalText.notRunning)
    }
  }

  /** Both channels: a second connection may bring the other one later, and one that never came ends at once. */
  #fork(forkId: string): AudioSource {
    return arrivingSource(speakers, () => this.#options.dropFork(forkId))
  }

  #closeChannels(live: LiveCall): void {
    this.#source?.stop()
    for (const speaker of live.openSpeakers) {
      this.#options.sendAsr({ type: 'close', stream: live.record.stream, speaker })
    }
  }

  #finish(live: LiveCall): void {
    if (this.#live !== live) return
    live.finish('ended')
    this.#options.onFinished(live.record.callId)
    this.#live = undefined
    this.#source?.stop()
    this.#source = undefined
    for (const ended of this.#waitingForEnd.splice(0)) ended()
  }

  #get(callId: string): CallRecord {
    const call = this.#options.store.calls.get(callId)
    if (call === undefined) throw new FailureError('not-found', errorMessages.callNotFound)
    return call
  }
}
