import type { RehearsalChoice } from '#shared/contract/rehearsal-views.ts'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import type { Handlers } from '#shared/contract/dispatcher.ts'
import { FailureError } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { RecordingListener } from './recording-listener.ts'
import { rehearsalChoices, RehearsalReports } from './rehearsal-reports.ts'
import { RehearsalRoom, type RehearsalRoomOptions } from './rehearsal-room.ts'

export type RehearsalProcedure = Extract<keyof Handlers, `rehearsals.${string}`>

/** Rehearsals (演练) as one part of the core: the room, and the reports of what was done in it. */
export class Rehearsals {
  readonly room: RehearsalRoom
  readonly listener: RecordingListener
  readonly #options: RehearsalRoomOptions
  #reports: RehearsalReports | undefined

  constructor(options: RehearsalRoomOptions) {
    this.#options = options
    this.room = new RehearsalRoom(options)
    this.listener = new RecordingListener({
      ...options,
      now: options.clock.now,
      isBusy: () => options.realCall() !== undefined || this.room.isBusy,
    })
  }

  /** What asr says of anything. */
  heard(event: AsrEvent): void {
    this.room.heard(event)
    this.listener.heard(event)
  }

  /** A real call begins: it needs the desk and the recogniser. */
  giveWay(): void {
    this.room.giveWay()
    this.listener.stop()
  }

  choices(): RehearsalChoice[] {
    const { knowledge, recordings } = this.#options
    return rehearsalChoices(knowledge().pack, recordings)
  }

  /** Undefined where nobody has rehearsed on this machine yet. */
  get reports(): RehearsalReports | undefined {
    const known = this.room.known
    if (known === undefined) return undefined
    const { knowledge } = this.#options
    this.#reports ??= new RehearsalReports({
      ...this.#options,
      store: known.store,
      pack: () => knowledge().pack,
    })
    return this.#reports
  }

  /** The reports, where a call must be known. */
  get kept(): RehearsalReports {
    const { reports } = this
    if (reports === undefined) throw new FailureError('not-found', errorMessages.callNotFound)
    return reports
  }
}
