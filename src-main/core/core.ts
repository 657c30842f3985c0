import { assertNever } from '#shared/base/assert-never.ts'
import { FailureError } from '#shared/base/result.ts'
import { noticeMessages } from '#shared/catalogue/errors.ts'
import type { Identity } from '#shared/contract/central-api.ts'
import type { AsrEvent, CoreToHost, HostToCore } from '#shared/contract/process-messages.ts'
import type { RecogniserView, SessionView } from '#shared/contract/views.ts'
import { Session } from './accounts/session.ts'
import { CallSupport } from './calls/call-support.ts'
import { CallDesk } from './calls/call-desk.ts'
import { RecordingLibrary } from './calls/recording-library.ts'
import type { Clock } from './clock.ts'
import { Connections, type Publish } from './connections.ts'
import { createHandlers } from './handlers.ts'
import type { SiteKnowledge } from './knowledge/site-knowledge.ts'
import { storeFailure, type Store } from './store/open-store.ts'
import { SyncLoop } from './sync/sync-loop.ts'
import { TicketDesk } from './tickets/ticket-desk.ts'

export interface CoreOptions {
  readonly store: Store
  readonly knowledge: SiteKnowledge
  readonly clock: Clock
  /** A new uuidv7. */
  readonly newId: () => string
  readonly random: () => number
  /** Names the host process; changes when the whole client is started anew. */
  readonly hostId: string
  readonly dataDirectory: string
  readonly rehearsalDirectory: string
  readonly version: string
  readonly send: (message: CoreToHost) => void
  readonly onBug: (error: unknown) => void
}

/** A full disk is met many times a second; the person is told once a minute. */
const tellAgainMs = 60_000

/** The core: all product logic of one seat, behind two doors: messages from the host, messages to it. */
export class Core {
  readonly #options: CoreOptions
  readonly #session: Session
  readonly #calls: CallDesk
  readonly #sync: SyncLoop
  readonly #connections: Connections
  /** When each failure was last told. */
  readonly #toldAt = new Map<string, number>()
  #knowledge: SiteKnowledge
  #recogniser: RecogniserView = { state: 'loading', model: '', note: '' }

  constructor(options: CoreOptions) {
    this.#options = options
    const { store, clock, newId, send } = options
    const publish: Publish = (name, data) => this.#connections.publish(name, data)
    this.#knowledge = options.knowledge
    const knowledge = (): SiteKnowledge => this.#knowledge
    this.#session = new Session(store.settings)
    const tickets = new TicketDesk({
      store,
      clock,
      newId,
      checklists: () => knowledge().pack.checklists,
      onChange: (ticket) => publish('ticket.changed', ticket),
      onQueued: () => {
        this.#sync.wake()
        publish('sync.changed', this.#sync.state)
      },
    })
    const recordings = new RecordingLibrary({ ...options, store: store.recordings })
    const support = new CallSupport({ store, knowledge, tickets, publish })
    this.#calls = new CallDesk({
      ...options,
      tickets,
      support,
      recordings,
      publish,
      sendAsr: (command) => send({ type: 'asr', command }),
    })
    this.#sync = new SyncLoop(store, clock, options.random, {
      onState: (state) => publish('sync.changed', state),
      onTicket: (ticketId) => tickets.changed(ticketId),
      onIdentity: (identity) => this.#guard(() => this.#signedIn(identity)),
      onFailure: (error) => this.#failed(error),
    })
    const handlers = createHandlers({
      store,
      knowledge,
      tickets,
      recordings,
      calls: this.#calls,
      session: () => this.#sessionView(),
    })
    this.#connections = new Connections({
      send: (connection, frame) => send({ type: 'frame', connection, frame }),
      handlers,
      caller: () => this.#session.caller,
      onBug: options.onBug,
    })
  }

  /** Takes up calls that an earlier core left live, then tells the host that it is ready. */
  async start(): Promise<void> {
    await this.#calls.resume()
    this.#options.send({ type: 'started' })
    // Not before: until then the host passes on nothing that asr says, and a player waits for its progress.
    this.#calls.play()
  }

  receive(message: HostToCore): void {
    this.#guard(() => this.#receive(message))
  }

  #receive(message: HostToCore): void {
    switch (message.type) {
      case 'connected':
        return this.#connections.open(message.connection, this.#sessionView())
      case 'disconnected':
        return this.#connections.close(message.connection)
      case 'congested':
        return this.#connections.setCongested(message.connection, message.congested)
      case 'frame':
        void this.#connections.receive(message.connection, message.frame)
        return
      case 'asr':
        return this.#heard(message.event)
      case 'asr-down':
        this.#setRecogniser({ ...this.#recogniser, state: 'restarting' })
        return this.#notice('asr-restarting', noticeMessages.asrRestarting)
      case 'centre':
        return this.#sync.useCentre(message.address)
      case 'stop':
        return this.stop()
      default:
        assertNever(message)
    }
  }

  /** A pack that was replaced while the client runs; calls that run go on with it. */
  replaceKnowledge(knowledge: SiteKnowledge): void {
    this.#knowledge = knowledge
    this.#connections.publish('session.changed', this.#sessionView())
    this.#notice('pack-replaced', noticeMessages.packReplaced(knowledge.pack.meta.version))
  }

  /** The pack on disk has errors: the one in use stays. */
  keepKnowledge(problem: string): void {
    this.#notice('pack-broken', noticeMessages.packBroken(problem))
  }

  stop(): void {
    this.#sync.stop()
    this.#options.store.close()
    this.#options.send({ type: 'stopped' })
  }

  #heard(event: AsrEvent): void {
    if (event.type === 'ready') {
      if (this.#recogniser.state === 'restarting') this.#notice('asr-back', noticeMessages.asrBack)
      return this.#setRecogniser({ state: 'ready', model: event.model, note: event.note })
    }
    if (event.type === 'failed') {
      return this.#setRecogniser({ state: 'failed', model: this.#recogniser.model, note: event.message })
    }
    this.#calls.heard(event)
  }

  #signedIn(identity: Identity): void {
    this.#session.signedIn(identity)
    this.#connections.publish('session.changed', this.#sessionView())
  }

  /** Nobody waits for an answer to what the host says: what fails is shown or reported, and the core lives on. */
  #guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#failed(error)
    }
  }

  #failed(error: unknown): void {
    const failure = storeFailure(error)
    if (!(failure instanceof FailureError)) return this.#options.onBug(error)
    const now = this.#options.clock.now()
    if (now < (this.#toldAt.get(failure.code) ?? -Infinity) + tellAgainMs) return
    this.#toldAt.set(failure.code, now)
    this.#notice(failure.code, failure.message)
  }

  #setRecogniser(recogniser: RecogniserView): void {
    this.#recogniser = recogniser
    this.#connections.publish('recogniser.changed', recogniser)
  }

  #notice(code: string, message: string): void {
    this.#connections.publish('notice', { code, message })
  }

  #sessionView(): SessionView {
    const { meta, answers } = this.#knowledge.pack
    const openCallId = this.#calls.openCallId
    return {
      ...this.#session.identity,
      version: this.#options.version,
      pack: {
        id: meta.id,
        city: meta.city,
        version: meta.version,
        sample: meta.sample,
        hotlineName: meta.hotlineName,
        answers: answers.length,
      },
      recogniser: this.#recogniser,
      sync: this.#sync.state,
      ...(openCallId === undefined ? {} : { openCallId }),
    }
  }
}
