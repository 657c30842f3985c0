import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FailureError } from '#shared/base/result.ts'
import { rehearsalText } from '#shared/catalogue/rehearsal.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { RehearsalState } from '#shared/contract/rehearsal-views.ts'
import type { Settings } from '#shared/contract/views.ts'
import { CallDesk } from '../calls/call-desk.ts'
import { CallSupport } from '../calls/call-support.ts'
import type { RecordingLibrary } from '../calls/recording-library.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { SiteKnowledge } from '../knowledge/site-knowledge.ts'
import { encodeWav } from '../recordings/wav.ts'
import type { CallRecord, RuleAtWork } from '../store/call-store.ts'
import { openStore } from '../store/open-store.ts'
import type { CallStaff } from '../store/review-store.ts'
import { TicketDesk } from '../tickets/ticket-desk.ts'
import { callDesks, type CallDesks } from './call-desks.ts'
import { findCitizen, type RehearsalCall } from './citizen-part.ts'
import { RehearsalCitizen } from './rehearsal-citizen.ts'

export interface RehearsalRoomOptions {
  readonly dataDirectory: string
  readonly storeKey: Buffer
  readonly clock: Clock
  readonly newId: () => string
  readonly hostId: string
  readonly knowledge: () => SiteKnowledge
  readonly recordings: RecordingLibrary
  readonly correctionMode: () => Settings['correction']
  readonly ruleAtWork: (rule: string) => RuleAtWork
  /** The real call that runs. */
  readonly realCall: () => CallRecord | undefined
  readonly publish: Publish
  readonly sendAsr: (command: AsrCommand) => void
}

/** Numbers of audio streams that no real call comes to: a seat with a thousand calls a day needs six thousand years. */
const firstStream = 2 ** 31
const folder = 'rehearsals'

interface Run {
  readonly callId: string
  readonly title: string
  readonly spoken: boolean
  readonly sounds: readonly Int16Array[]
  readonly citizen: RehearsalCitizen
}

/**
 * The rehearsal room (演练): the same desks as for real calls over a store of its own. Nothing in it can reach the centre, the
 * outbox, the statistics or the search for duplicates of real calls, since none of them knows this store. It is opened when
 * somebody first rehearses. A real call always goes before.
 */
export class RehearsalRoom {
  readonly #options: RehearsalRoomOptions
  #desks: CallDesks | undefined
  #run: Run | undefined

  constructor(options: RehearsalRoomOptions) {
    this.#options = options
  }

  /** The desks where anybody has rehearsed on this machine. */
  get known(): CallDesks | undefined {
    const isThere = existsSync(join(this.#options.dataDirectory, folder, 'seat.db'))
    return this.#desks ?? (isThere ? this.desks : undefined)
  }

  /** The room's desks; makes its store where there is none. */
  get desks(): CallDesks {
    this.#desks ??= this.#open()
    return this.#desks
  }

  get current(): RehearsalState | undefined {
    const run = this.#run
    if (run === undefined) return undefined
    const { callId, title, spoken, citizen } = run
    return { callId, title, spoken, ...citizen.view }
  }

  /** The page that rehearses comes back to it when it is loaded anew. */
  get openCallId(): string | undefined {
    return this.#run?.callId
  }

  async start(source: RehearsalCall, staff: CallStaff): Promise<{ callId: string; audioStream: number }> {
    const { knowledge, recordings, realCall, publish } = this.#options
    if (realCall() !== undefined) throw new FailureError('call-running', rehearsalText.realCallRuns)
    const found = await findCitizen(source, knowledge().pack.rehearsals, recordings)
    const citizen = new RehearsalCitizen({
      citizen: found,
      spoken: source.spoken,
      now: () => performance.now(),
      hear: (event) => this.desks.calls.heard(event),
      sendAsr: this.#options.sendAsr,
      onState: () => {
        const { current } = this
        if (current !== undefined) publish('rehearsal.changed', current)
      },
    })
    const { calls, store } = this.desks
    // What was rehearsed before is no earlier ticket.
    store.matters.clear()
    const { title, callerNumber, sounds } = found
    const begun = calls.begin({ ...source, title }, citizen, callerNumber)
    store.reviews.noteStaff(begun.callId, staff)
    this.#run = { callId: begun.callId, title, spoken: source.spoken, sounds, citizen }
    return begun
  }

  say(callId: string, text: string): void {
    this.#running(callId).citizen.type(text)
  }

  control(callId: string, action: 'pause' | 'resume' | 'hurry' | 'typing'): void {
    this.#running(callId).citizen[action]()
  }

  sound(callId: string, line: number): { wavBase64: string } {
    const samples = this.#running(callId).sounds[line]
    if (samples === undefined) throw new FailureError('not-found', rehearsalText.noSuchSound)
    return { wavBase64: encodeWav([samples]).toString('base64') }
  }

  /** What asr says of any call. */
  heard(event: AsrEvent): void {
    const citizen = this.#run?.citizen
    if (citizen === undefined || !('stream' in event) || event.stream !== citizen.stream) return
    const timed = citizen.timed(event)
    if (timed !== undefined) this.desks.calls.heard(timed)
  }

  /** A real call begins. */
  giveWay(): void {
    if (this.#run === undefined) return
    this.#desks?.calls.cutOff()
    this.#options.publish('notice', { code: 'rehearsal-stopped', message: rehearsalText.realCallComes })
  }

  /** Whether somebody rehearses now: what is searched for counts as no question of a citizen then. */
  get isBusy(): boolean {
    return this.#run !== undefined
  }

  stop(): void {
    this.#run?.citizen.stop()
    this.#desks?.store.close()
  }

  #running(callId: string): Run {
    if (this.#run?.callId !== callId) throw new FailureError('not-running', rehearsalText.notRunning)
    return this.#run
  }

  #open(): CallDesks {
    const { dataDirectory, storeKey, clock, knowledge, publish } = this.#options
    const store = openStore(join(dataDirectory, folder), storeKey, firstStream)
    const tickets = new TicketDesk({
      ...this.#options,
      store,
      pack: () => knowledge().pack,
      onChange: (ticket) => publish('ticket.changed', ticket),
      onQueued: () => this.#settleQueued(),
    })
    const support = new CallSupport({ ...this.#options, store, tickets, wentWithout: () => undefined })
    const calls = new CallDesk({
      ...this.#options,
      store,
      tickets,
      support,
      playable: () => false,
      dropFork: () => undefined,
      beforeBegin: () => undefined,
      onFinished: (callId) => this.#finished(callId),
    })
    for (const { callId } of store.calls.inPhase('live')) store.calls.setPhase(callId, 'interrupted')
    return callDesks({ store, calls, tickets, support, clock, publish })
  }

  /** In the place of the centre: a submitted ticket has its number at once, and goes nowhere. */
  #settleQueued(): void {
    const { store, tickets } = this.desks
    for (const { id, ticketId } of store.outbox.due(this.#options.clock.iso(), 1)) {
      const ticket = store.tickets.get(ticketId)
      if (ticket === undefined) continue
      const number = rehearsalText.number(store.calls.list(Number.MAX_SAFE_INTEGER).length)
      store.transaction(() => {
        store.outbox.done(id)
        store.tickets.put({ ...ticket, state: 'acknowledged', number, trouble: undefined })
      })
      // The answer to the submission goes out first.
      setImmediate(() => tickets.changed(ticketId))
    }
  }

  #finished(callId: string): void {
    if (this.#run?.callId !== callId) return
    this.#run.citizen.stop()
    this.#run = undefined
  }
}
