import type { CentreAddress } from '#shared/contract/process-messages.ts'
import type { Identity } from '#shared/contract/central-api.ts'
import type { SyncView } from '#shared/contract/views.ts'
import { decideNext } from '#shared/domain/sync/decide-next.ts'
import type { OutboxEntry } from '../store/outbox.ts'
import type { Store } from '../store/open-store.ts'
import type { Clock } from '../clock.ts'
import { CentralClient, type Delivery } from './central-client.ts'
import { MatterFeed } from './matter-feed.ts'

/** Entries delivered at the same time; each belongs to another ticket. */
const parallel = 4
const identityEveryMs = 2_000
/** After an outcome that could not be saved (a full disk). */
const unsavedPauseMs = 5_000
/** Longest sleep: a timer holds no more than 24 days, and the clock may be set meanwhile. */
const longestSleepMs = 60_000
/** An embedded centre takes some seconds to open its database: until then it is starting, not away. */
const startingMs = 20_000

interface SyncListener {
  readonly onState: (state: SyncView) => void
  /** A ticket's state, number or trouble changed. */
  readonly onTicket: (ticketId: string) => void
  readonly onIdentity: (identity: Identity) => void
  /** An outcome could not be saved; the centre is asked for it again. */
  readonly onFailure: (error: unknown) => void
}

/** Delivers the outbox to the centre: stored first, tried until taken or parked; brings down what others told. One loop a client. */
export class SyncLoop {
  readonly #store: Store
  readonly #clock: Clock
  readonly #random: () => number
  readonly #listener: SyncListener
  readonly #matters: MatterFeed
  #client: CentralClient | undefined
  #centre: SyncView['centre'] = 'starting'
  #startedAt = 0
  #trouble: string | undefined
  #timer: NodeJS.Timeout | undefined
  #identityTimer: NodeJS.Timeout | undefined
  #running = false
  #stopped = false

  constructor(store: Store, clock: Clock, random: () => number, listener: SyncListener) {
    this.#store = store
    this.#clock = clock
    this.#random = random
    this.#listener = listener
    this.#matters = new MatterFeed(store, clock, random, (error) => listener.onFailure(error))
  }

  get state(): SyncView {
    return {
      centre: this.#centre,
      ...this.#store.outbox.counts(),
      ...(this.#trouble === undefined ? {} : { trouble: this.#trouble }),
    }
  }

  /** The centre is here (again): whatever waits is due at once. */
  useCentre(address: CentreAddress): void {
    this.#client = new CentralClient(address)
    this.#startedAt = this.#clock.now()
    void this.#signIn(this.#client)
    this.#matters.useCentre(this.#client)
    this.wake()
    this.#store.outbox.release(undefined, this.#clock.iso())
  }

  /** Looks at the outbox now. */
  wake(): void {
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#run(), 0)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    clearTimeout(this.#identityTimer)
    this.#matters.stop()
  }

  async #signIn(client: CentralClient): Promise<void> {
    clearTimeout(this.#identityTimer)
    const identity = await client.identity()
    if (this.#stopped || client !== this.#client) return
    if (identity === undefined) {
      const starting = this.#centre === 'starting' && this.#clock.now() < this.#startedAt + startingMs
      if (!starting) this.#setCentre('offline', this.#trouble)
      this.#identityTimer = setTimeout(() => void this.#signIn(client), identityEveryMs)
      return
    }
    this.#listener.onIdentity(identity)
    this.#setCentre('online', undefined)
  }

  async #run(): Promise<void> {
    const client = this.#client
    if (this.#running || this.#stopped || client === undefined) return
    this.#running = true
    let pauseMs = 0
    try {
      await this.#deliverDue(client)
    } catch (error) {
      this.#listener.onFailure(error)
      pauseMs = unsavedPauseMs
    } finally {
      this.#running = false
    }
    this.#sleep(pauseMs)
  }

  async #deliverDue(client: CentralClient): Promise<void> {
    for (;;) {
      const due = this.#store.outbox.due(this.#clock.iso(), parallel)
      if (due.length === 0) return
      const deliveries = await Promise.all(
        due.map(async (entry) => ({ entry, delivery: await client.deliver(entry.id, entry.body) })),
      )
      if (this.#stoppedMeanwhile()) return
      for (const { entry, delivery } of deliveries) this.#settle(entry, delivery)
    }
  }

  #stoppedMeanwhile(): boolean {
    return this.#stopped
  }

  #settle(entry: OutboxEntry, delivery: Delivery): void {
    const step = decideNext(entry.attempts, delivery, this.#clock.now(), this.#random())
    this.#store.transaction(() => {
      const ticket = this.#store.tickets.get(entry.ticketId)
      if (ticket === undefined) return
      const { outbox, tickets, audit } = this.#store
      switch (step.do) {
        case 'finish':
          outbox.done(entry.id)
          tickets.put({
            ...ticket,
            state: 'acknowledged',
            number: delivery.ticket?.number,
            trouble: undefined,
          })
          audit.add({ at: this.#clock.iso(), actor: 'centre', action: 'numbered', ticketId: entry.ticketId })
          return
        case 'retry':
          outbox.postpone(entry.id, this.#clock.isoOf(step.at), step.trouble)
          tickets.put({ ...ticket, trouble: step.trouble })
          return
        case 'park':
          outbox.park(entry.id, step.trouble)
          tickets.put({ ...ticket, state: step.as, trouble: step.trouble })
          audit.add({ at: this.#clock.iso(), actor: 'centre', action: 'refused', ticketId: entry.ticketId })
      }
    })
    const away = this.#centre === 'starting' ? 'starting' : 'offline'
    this.#setCentre(step.do === 'retry' ? away : 'online', step.do === 'finish' ? undefined : step.trouble)
    this.#listener.onTicket(entry.ticketId)
  }

  /** Until the next entry is due, `leastMs` at least. */
  #sleep(leastMs: number): void {
    const next = this.#stopped ? undefined : this.#store.outbox.nextDue()
    if (next === undefined) return
    const pause = Math.max(leastMs, Date.parse(next) - this.#clock.now())
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#run(), Math.min(pause, longestSleepMs))
  }

  #setCentre(centre: SyncView['centre'], trouble: string | undefined): void {
    this.#centre = centre
    this.#trouble = trouble
    this.#listener.onState(this.state)
  }
}
