import { FailureError, unwrap } from '#shared/base/result.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { errorMessages, noticeMessages } from '#shared/catalogue/errors.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { CallSource, CallSummary, CallView } from '#shared/contract/views.ts'
import { speakers as allSpeakers, type Speaker } from '#shared/domain/call.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { TicketDesk } from '../tickets/ticket-desk.ts'
import type { CallSupport } from './call-support.ts'
import { LiveCall } from './live-call.ts'
import { readRecording, type DecodedRecording } from './recording/read-recording.ts'
import { RecordingPlayer, type PlayerClock } from './recording/player.ts'
import type { RecordingLibrary } from './recording-library.ts'

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
}

type RecordingSource = Extract<CallSource, { kind: 'recording' }>

/** How long the last words may take after a call was ended. */
const lastWordsMs = 8_000

const playerClock: PlayerClock = {
  now: () => performance.now(),
  schedule: (task, delayMs) => {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Begins, follows and ends calls (通话); one is live at a time, as at a real seat. */
export class CallDesk {
  readonly #options: CallDeskOptions
  #live: LiveCall | undefined
  #player: RecordingPlayer | undefined
  readonly #waitingForEnd: (() => void)[] = []

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

  async start(
    source: CallSource,
    callerNumber: string | undefined,
  ): Promise<{ callId: string; audioStream: number }> {
    const { store, clock, newId, hostId, tickets } = this.#options
    const recording = source.kind === 'recording' ? await this.#read(source) : undefined
    // Only now: another call may have begun while the recording was read.
    if (this.#live !== undefined) throw new FailureError('call-running', errorMessages.callRunning)
    const callId = newId()
    const call = { callId, startedAt: clock.localIso(), phase: 'live', source, callerNumber, hostId } as const
    const stream = store.transaction(() => {
      const allotted = store.calls.insert(call)
      tickets.open(callId)
      return allotted
    })
    this.#follow({ ...call, stream, durationMs: 0 }, channelsOf(source, recording))
    if (recording !== undefined) this.#load(source as RecordingSource, recording, 0)
    this.play()
    return { callId, audioStream: stream }
  }

  /** Begins to play the recording of a call that was resumed; does nothing where there is none or it plays already. */
  play(): void {
    this.#player?.start()
  }

  /** Ends the call and waits for its last words, a few seconds at most. */
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
    const timer = setTimeout(() => resolve(undefined), lastWordsMs)
    this.#waitingForEnd.push(() => resolve(undefined))
    this.#closeChannels(live)
    await lastWords
    clearTimeout(timer)
    this.#finish(live)
    return this.view(callId)
  }

  /** What asr says of any call; words of a call that is over are of no use any more. */
  heard(event: AsrEvent): void {
    const live = this.#live
    if (live === undefined || !('stream' in event) || event.stream !== live.record.stream) return
    switch (event.type) {
      case 'partial':
        return live.partial(event)
      case 'final':
        return live.final(event)
      case 'progress':
        this.#player?.consumed(event.speaker, event.decodedSample)
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
    const { store, tickets, support } = this.#options
    const call = this.#get(callId)
    const ticket = store.tickets.ofCall(callId)
    if (ticket === undefined) throw new FailureError('not-found', errorMessages.ticketNotFound)
    const turns = store.calls.turns(callId)
    return {
      callId,
      startedAt: call.startedAt,
      phase: call.phase,
      durationMs: call.durationMs,
      source: call.source,
      turns: [...turns],
      partials: store.calls.partials(callId).map((partial) => ({ callId, ...partial })),
      flags: [...store.calls.flags(callId)],
      answers: support.answers(callId, turns),
      ticket: tickets.view(ticket),
      ...(call.callerNumber === undefined ? {} : { callerNumber: call.callerNumber }),
    }
  }

  list(limit: number): CallSummary[] {
    const { store } = this.#options
    return store.calls.list(limit).map((call) => {
      const ticket = store.tickets.ofCall(call.callId)
      const contactName = ticket?.draft.contactName?.value
      return {
        callId: call.callId,
        startedAt: call.startedAt,
        phase: call.phase,
        turns: store.calls.turnCount(call.callId),
        state: ticket?.state ?? 'draft',
        ...(call.callerNumber === undefined ? {} : { callerNumber: call.callerNumber }),
        ...(typeof contactName === 'string' ? { contactName } : {}),
        ...(ticket?.number === undefined ? {} : { number: ticket.number }),
      }
    })
  }

  async #continue(call: CallRecord): Promise<void> {
    if (call.source.kind === 'capture') {
      this.#follow(call, call.source.channels)
      return
    }
    try {
      const recording = await this.#read(call.source)
      this.#follow(call, channelsOf(call.source, recording))
      // asr ignores what it has decoded before: starting a little early is safe.
      this.#load(call.source, recording, Math.floor((call.durationMs * sampleRate) / 1000))
    } catch {
      new LiveCall(call, [], this.#options).finish('interrupted')
    }
  }

  #follow(call: CallRecord, speakers: readonly Speaker[]): void {
    this.#live = new LiveCall(call, speakers, this.#options)
    this.#options.publish('call.phase', { callId: call.callId, phase: 'live' })
  }

  async #read(source: RecordingSource): Promise<DecodedRecording> {
    const recording = unwrap(await readRecording(this.#options.recordings.files(source.recordingId)))
    if (recording.truncated) {
      this.#options.publish('notice', {
        code: 'recording-truncated',
        message: noticeMessages.recordingTruncated,
      })
    }
    return recording
  }

  #load(source: RecordingSource, recording: DecodedRecording, fromSample: number): void {
    const live = this.#live
    if (live === undefined) return
    this.#player = new RecordingPlayer({
      recording,
      stream: live.record.stream,
      pace: source.pace,
      startSample: fromSample,
      clock: playerClock,
      send: (frame) => this.#options.sendAsr({ type: 'audio', frame }),
      onEnd: () => this.#closeChannels(live),
    })
  }

  #closeChannels(live: LiveCall): void {
    this.#player?.stop()
    for (const speaker of live.openSpeakers) {
      this.#options.sendAsr({ type: 'close', stream: live.record.stream, speaker })
    }
  }

  #finish(live: LiveCall): void {
    if (this.#live !== live) return
    live.finish('ended')
    this.#live = undefined
    this.#player?.stop()
    this.#player = undefined
    for (const ended of this.#waitingForEnd.splice(0)) ended()
  }

  #get(callId: string): CallRecord {
    const call = this.#options.store.calls.get(callId)
    if (call === undefined) throw new FailureError('not-found', errorMessages.callNotFound)
    return call
  }
}

function channelsOf(source: CallSource, recording: DecodedRecording | undefined): readonly Speaker[] {
  if (source.kind === 'capture') return source.channels
  return allSpeakers.filter((speaker) => recording?.channels[speaker] !== undefined)
}
