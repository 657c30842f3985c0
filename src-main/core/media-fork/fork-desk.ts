import { assertNever } from '#shared/base/assert-never.ts'
import { FailureError } from '#shared/base/result.ts'
import { mediaForkText } from '#shared/catalogue/media-fork.ts'
import type { CoreToHost, ForkEvent } from '#shared/contract/process-messages.ts'
import type { MediaForkView } from '#shared/contract/views.ts'
import type { CallDesk } from '../calls/call-desk.ts'
import type { Publish } from '../connections.ts'
import type { CallRecord } from '../store/call-store.ts'
import { storeFailure } from '../store/open-store.ts'

type Start = Extract<ForkEvent, { type: 'start' }>

/** Calls that begin and end by themselves, as the switch sends them (媒体分流): core's side of the host's door. */
export class ForkDesk {
  readonly #calls: CallDesk
  readonly #send: (message: CoreToHost) => void
  readonly #publish: Publish
  #view: MediaForkView = { state: 'off', forks: [] }

  constructor(services: {
    readonly calls: CallDesk
    readonly send: (message: CoreToHost) => void
    readonly publish: Publish
  }) {
    this.#calls = services.calls
    this.#send = services.send
    this.#publish = services.publish
  }

  /** The door as the host last described it. */
  get view(): MediaForkView {
    return this.#view
  }

  async receive(event: ForkEvent): Promise<void> {
    switch (event.type) {
      case 'view':
        this.#view = event.view
        this.#publish('mediaFork.changed', event.view)
        return
      case 'start':
        return this.#start(event)
      case 'stop': {
        const call = this.#liveCall(event.forkId)
        if (call !== undefined) await this.#calls.end(call.callId)
        return
      }
      case 'lost':
      case 'back':
        if (this.#liveCall(event.forkId) !== undefined) {
          this.#notice(`fork-${event.type}`, mediaForkText[event.type])
        }
        return
      default:
        assertNever(event)
    }
  }

  /** Said again after a restart of core and when the switch tells more of the call: the same call goes on. */
  async #start(event: Start): Promise<void> {
    const ending = this.#calls.isEnding ? this.#calls.live : undefined
    // The switch may connect the next call while the last words of this one are still being written.
    if (ending !== undefined) await this.#calls.end(ending.callId)
    const known = this.#liveCall(event.forkId)
    if (known !== undefined) this.#goOn(event, known)
    else if (event.stream !== undefined) this.#refuse(event.forkId, mediaForkText.over)
    else if (this.#calls.live === undefined) this.#begin(event)
    else {
      this.#refuse(event.forkId, mediaForkText.busy)
      this.#notice('fork-refused', mediaForkText.refused(event.callerNumber))
    }
  }

  #goOn({ forkId, callerNumber }: Start, known: CallRecord): void {
    if (callerNumber !== undefined && callerNumber !== known.callerNumber) this.#calls.callerIs(callerNumber)
    this.#accept(forkId, known.stream)
  }

  #begin({ forkId, channels, callerNumber }: Start): void {
    try {
      const source = { kind: 'media-fork' as const, forkId, channels: [...channels] }
      this.#accept(forkId, this.#calls.startFork(source, callerNumber).audioStream)
    } catch (error) {
      const failure = storeFailure(error)
      if (!(failure instanceof FailureError)) throw error
      this.#refuse(forkId, failure.message)
      this.#notice(failure.code, mediaForkText.notBegun(failure.message))
    }
  }

  #liveCall(forkId: string): CallRecord | undefined {
    const { live } = this.#calls
    return live?.source.kind === 'media-fork' && live.source.forkId === forkId ? live : undefined
  }

  #accept(forkId: string, stream: number): void {
    this.#send({ type: 'fork-accepted', forkId, stream })
  }

  #refuse(forkId: string, message: string): void {
    this.#send({ type: 'fork-refused', forkId, message })
  }

  #notice(code: string, message: string): void {
    this.#publish('notice', { code, message })
  }
}
