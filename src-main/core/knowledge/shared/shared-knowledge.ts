import { FailureError } from '#shared/base/result.ts'
import type { KnowledgeStatus } from '#shared/contract/knowledge-views.ts'
import type { CentreAddress } from '#shared/contract/process-messages.ts'
import type { Role } from '#shared/contract/procedure.ts'
import type { Clock } from '../../clock.ts'
import type { Publish } from '../../connections.ts'
import type { Store } from '../../store/open-store.ts'
import type { Publication } from '../answer-shelf.ts'
import type { SiteKnowledge } from '../site-knowledge.ts'
import { centreAway } from '../../sync/ask-centre.ts'
import { EntryMirror } from './entry-mirror.ts'
import { IncrementFeed } from './increment-feed.ts'
import { KnowledgeClient, knowledgeAway } from './knowledge-client.ts'
import { SignalBox } from './signal-box.ts'

export interface SharedKnowledgeOptions {
  readonly store: Store
  readonly clock: Clock
  readonly newId: () => string
  readonly random: () => number
  readonly knowledge: () => SiteKnowledge
  readonly roles: () => readonly Role[]
  readonly publish: Publish
  /** Other answers are in use from now on. */
  readonly onAnswers: () => void
  /** An outcome could not be saved, or a bug. */
  readonly onFailure: (error: unknown) => void
}

/** A publication reaches every seat within about this, ms; spread so that a city's seats do not ask all at once. */
const pullEveryMs = 8_000
const spreadMs = 4_000
/** Named changes are worth it up to here; beyond, everything is asked for again. */
const namedEntries = 200

/**
 * The knowledge base that trainers share: takes what the centre publishes while calls run, sends what waits here, and keeps the
 * trainer's list. One loop a client; whatever writes to the centre takes turns with it.
 */
export class SharedKnowledge {
  readonly mirror: EntryMirror
  readonly feed: IncrementFeed
  readonly signals: SignalBox
  readonly #options: SharedKnowledgeOptions
  #client: KnowledgeClient | undefined
  #centre: KnowledgeStatus['centre'] = 'starting'
  #trouble: string | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #running = false
  /** Somebody asked while it ran. */
  #again = false
  #told = ''
  #stopped = false

  constructor(options: SharedKnowledgeOptions) {
    this.#options = options
    const { store, knowledge } = options
    this.feed = new IncrementFeed(store)
    this.mirror = new EntryMirror(
      store,
      () => knowledge().pack,
      (entryIds) => this.changed(entryIds),
    )
    this.signals = new SignalBox({ ...options, onAdded: () => this.wake() })
  }

  get status(): KnowledgeStatus {
    const { store, knowledge } = this.#options
    const key = this.feed.fingerprint
    return {
      centre: this.#centre,
      sequence: this.feed.sequence,
      answers: knowledge().view.answers,
      draftsHere: store.knowledge.drafts.count(),
      ...(key === undefined ? {} : { key }),
      ...(this.#trouble === undefined ? {} : { trouble: this.#trouble }),
    }
  }

  /** Puts what is published over the pack: at the start, and when the pack was replaced. */
  async use(knowledge: SiteKnowledge): Promise<void> {
    try {
      const publications = this.feed.publications()
      if (publications.length > 0) await knowledge.publish(publications)
    } catch (error) {
      this.#options.onFailure(error)
    }
  }

  useCentre(address: CentreAddress): void {
    this.#client = new KnowledgeClient(address)
    this.wake()
  }

  /** Looks at the centre now, or once more where it is being looked at. */
  wake(): void {
    if (this.#running) {
      this.#again = true
      return
    }
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#run(), 0)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.signals.stop()
  }

  /** Runs `work` with the centre, after whatever runs already; `centre-away` where there is none. */
  atCentre<T>(work: (client: KnowledgeClient) => Promise<T>): Promise<T> {
    const mine = this.#turn.then(async () => {
      if (this.#client === undefined) throw knowledgeAway()
      return work(this.#client)
    })
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  /**
   * Takes what trainers changed and what the centre has published, for the one who just decided something. That is decided
   * whatever comes of this: a failure is part of the status.
   */
  async refresh(client: KnowledgeClient): Promise<void> {
    try {
      await this.#pull(client)
    } catch (error) {
      this.#failed(error)
      this.tellStatus()
    }
  }

  /** Trusts the centre's key as it is now and takes everything again. */
  async trustCentre(): Promise<KnowledgeStatus> {
    await this.atCentre(async (client) => {
      await client.publicKey()
      const dropped = this.feed.publications()
      this.feed.forget()
      this.mirror.forget()
      await this.#options.knowledge().restore(dropped.map(({ entryId }) => entryId))
      await this.#pull(client)
    })
    this.#trouble = undefined
    this.tellStatus()
    return this.status
  }

  changed(entryIds: readonly string[]): void {
    const named = entryIds.length > namedEntries ? [] : [...entryIds]
    this.#options.publish('knowledge.changed', { entryIds: named })
    this.tellStatus()
  }

  tellStatus(): void {
    const { status } = this
    const text = JSON.stringify(status)
    if (text === this.#told) return
    this.#told = text
    this.#options.publish('knowledge.statusChanged', status)
  }

  async #run(): Promise<void> {
    if (this.#client === undefined) return
    this.#running = true
    await this.#visit()
    this.#running = false
    if (this.#isStopped()) return
    this.tellStatus()
    clearTimeout(this.#timer)
    const pauseMs = this.#again ? 0 : pullEveryMs + this.#options.random() * spreadMs
    this.#again = false
    this.#timer = setTimeout(() => void this.#run(), pauseMs)
  }

  async #visit(): Promise<void> {
    try {
      await this.atCentre(async (client) => {
        await this.signals.send(client)
        await this.#pull(client)
      })
      this.#centre = 'online'
      this.#trouble = undefined
    } catch (error) {
      if (!this.#stopped) this.#failed(error)
    }
  }

  async #pull(client: KnowledgeClient): Promise<void> {
    const writes = this.#options.roles().some((role) => role === 'trainer' || role === 'lead')
    if (writes) {
      await this.mirror.push(client)
      await this.mirror.pull(client)
    }
    const taken: Publication[] = []
    try {
      await this.feed.pull(client, (changes) => taken.push(...changes))
    } finally {
      await this.#use(taken)
    }
  }

  async #use(publications: readonly Publication[]): Promise<void> {
    if (publications.length === 0) return
    await this.#options.knowledge().publish(publications)
    this.#options.onAnswers()
    this.changed(publications.map(({ entryId }) => entryId))
  }

  #failed(error: unknown): void {
    if (!(error instanceof FailureError)) {
      this.#options.onFailure(error)
      return
    }
    this.#centre = error.code === centreAway ? 'offline' : 'online'
    this.#trouble = error.code === centreAway ? undefined : error.message
  }

  #isStopped(): boolean {
    return this.#stopped
  }
}
