import { join } from 'node:path'
import { assertNever } from '#shared/base/assert-never.ts'
import { noticeMessages } from '#shared/catalogue/errors.ts'
import { mediaForkText } from '#shared/catalogue/media-fork.ts'
import type { Identity } from '#shared/contract/central-api.ts'
import type { AsrCommand, AsrEvent, HostToCore } from '#shared/contract/process-messages.ts'
import type { SessionView } from '#shared/contract/views.ts'
import { SeatSettings } from './accounts/seat-settings.ts'
import { Session } from './accounts/session.ts'
import { CallSupport } from './calls/call-support.ts'
import { CallDesk } from './calls/call-desk.ts'
import { RecogniserState } from './calls/recogniser-state.ts'
import { RecordingLibrary } from './calls/recording-library.ts'
import { Connections, type Publish } from './connections.ts'
import type { CoreOptions } from './core-options.ts'
import { Failures } from './failures.ts'
import { createHandlers } from './handlers.ts'
import { HotWordFile } from './knowledge/hot-word-file.ts'
import type { KnowledgeServices } from './knowledge/knowledge-handlers.ts'
import { openKnowledge } from './knowledge/open-knowledge.ts'
import type { SiteKnowledge } from './knowledge/site-knowledge.ts'
import { ForkDesk } from './media-fork/fork-desk.ts'
import { ModelDesk } from './models/model-desk.ts'
import { callDesks, DeskFinder } from './rehearsal/call-desks.ts'
import { Rehearsals } from './rehearsal/rehearsals.ts'
import { CallAudio } from './recordings/call-audio.ts'
import { Quality } from './review/quality.ts'
import { SyncLoop } from './sync/sync-loop.ts'
import { TicketDesk } from './tickets/ticket-desk.ts'

/** The core: all product logic of one seat, behind two doors: messages from the host, messages to it. */
export class Core {
  readonly #options: CoreOptions
  readonly #session: Session
  readonly #tickets: TicketDesk
  readonly #calls: CallDesk
  readonly #callAudio: CallAudio
  readonly #forks: ForkDesk
  readonly #sync: SyncLoop
  readonly #connections: Connections
  readonly #failures: Failures
  #knowledge: SiteKnowledge
  readonly #shared: KnowledgeServices
  readonly #recogniser: RecogniserState
  readonly #hotWords: HotWordFile
  readonly #models: ModelDesk
  readonly #quality: Quality
  readonly #rehearsals: Rehearsals

  constructor(options: CoreOptions) {
    this.#options = options
    const { store, clock, send } = options
    const publish: Publish = (name, data) => this.#connections.publish(name, data)
    this.#failures = new Failures({ ...options, publish })
    this.#knowledge = options.knowledge
    const knowledge = (): SiteKnowledge => this.#knowledge
    this.#session = new Session(store.settings)
    this.#shared = openKnowledge({
      ...options,
      knowledge,
      roles: () => this.#session.identity.roles,
      publish,
      onAnswers: () => support.answersChanged(),
      onFailure: (error) => this.#failures.met(error),
    })
    this.#recogniser = new RecogniserState(publish, () => send({ type: 'restart-asr' }))
    const settings = new SeatSettings(store.settings, (changed) => publish('settings.changed', changed))
    this.#tickets = new TicketDesk({
      ...options,
      pack: () => knowledge().pack,
      onChange: (ticket) => publish('ticket.changed', ticket),
      onQueued: () => {
        this.#sync.wake()
        publish('sync.changed', this.#sync.state)
      },
    })
    const tickets = this.#tickets
    const recordings = new RecordingLibrary({ ...options, store: store.recordings })
    const helping = {
      knowledge,
      publish,
      correctionMode: () => settings.current.correction,
      ruleAtWork: (rule: string) => this.#quality.ruleAtWork(rule),
      sendAsr: (command: AsrCommand) => send({ type: 'asr', command }),
    }
    const support = new CallSupport({
      ...helping,
      store,
      tickets,
      wentWithout: (turns) => this.#shared.shared.signals.wentWithout(turns),
    })
    const realCall = () => this.#calls.live
    this.#rehearsals = new Rehearsals({ ...options, ...helping, recordings, realCall })
    const meta = () => knowledge().pack.meta
    this.#callAudio = new CallAudio({ ...options, recordings, live: realCall, meta, publish })
    this.#calls = new CallDesk({
      ...options,
      ...helping,
      tickets,
      support,
      recordings,
      beforeBegin: () => this.#rehearsals.giveWay(),
      playable: (call) => this.#callAudio.playable(call),
      onFinished: (callId) => {
        this.#callAudio.ended(callId)
        this.#quality.callEnded(callId)
      },
      dropFork: (forkId) => send({ type: 'fork-refused', forkId, message: mediaForkText.endedBySeat }),
    })
    this.#forks = new ForkDesk({ calls: this.#calls, send, publish })
    const own = callDesks({ store, calls: this.#calls, tickets, support, clock, publish })
    this.#hotWords = new HotWordFile({
      path: join(options.dataDirectory, 'hot-words.txt'),
      isCallLive: () => realCall() !== undefined || this.#rehearsals.room.isBusy,
      restartAsr: () => this.#recogniser.restart(),
    })
    this.#models = new ModelDesk({ ...options, publish, restartAsr: () => this.#recogniser.restart() })
    this.#sync = new SyncLoop(store, clock, options.random, {
      onState: (state) => publish('sync.changed', state),
      onTicket: (ticketId) => tickets.changed(ticketId),
      onIdentity: (identity) => this.#failures.guard(() => this.#signedIn(identity)),
      onFailure: (error) => this.#failures.met(error),
    })
    this.#quality = new Quality({
      ...options,
      knowledge,
      identity: () => this.#session.identity,
      live: realCall,
      callAudio: this.#callAudio,
      publish,
      onFailure: (error) => this.#failures.met(error),
    })
    const handlers = createHandlers({
      store,
      knowledge,
      shared: this.#shared,
      recordings,
      desks: new DeskFinder(own, () => this.#rehearsals.room.known),
      rehearsals: this.#rehearsals,
      staff: () => this.#session.staff,
      callAudio: this.#callAudio,
      forks: this.#forks,
      models: this.#models,
      quality: this.#quality.services,
      settings,
      systemSound: options.systemSound,
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
    this.#quality.useKnowledge(this.#knowledge)
    this.#failures.guard(() => this.#hotWords.write(this.#knowledge.pack))
    this.#failures.guard(() => this.#tickets.catchUp())
    await this.#shared.shared.use(this.#knowledge)
    await this.#calls.resume()
    this.#options.send({ type: 'started' })
    // Not before: until then the host passes on nothing that asr says, and a player waits for its progress.
    this.#calls.play()
    this.#quality.start()
    this.#callAudio.startRemoving((error) => this.#failures.met(error))
  }

  receive(message: HostToCore): void {
    this.#failures.guard(() => {
      this.#receive(message)
      // A call may just have ended that kept asr from reading new hot words.
      this.#hotWords.settle()
    })
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
      case 'audio':
        return this.#callAudio.record(message.frame)
      case 'fork':
        this.#forks.receive(message.event).catch((error: unknown) => this.#failures.met(error))
        return
      case 'asr-down':
        this.#models.asrDown()
        this.#hotWords.asrDown()
        return this.#recogniser.down()
      case 'centre':
        this.#quality.useCentre(message.address)
        this.#shared.shared.useCentre(message.address)
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
    this.#quality.useKnowledge(knowledge)
    void this.#shared.shared.use(knowledge)
    this.#failures.guard(() => this.#hotWords.write(knowledge.pack))
    this.#connections.publish('session.changed', this.#sessionView())
    this.#notice('pack-replaced', noticeMessages.packReplaced(knowledge.pack.meta.version))
  }

  /** The pack on disk has errors: the one in use stays. */
  keepKnowledge(problem: string): void {
    this.#notice('pack-broken', noticeMessages.packBroken(problem))
  }

  stop(): void {
    this.#options.systemSound.close()
    const parts = [this.#callAudio, this.#quality, this.#sync, this.#shared.shared, this.#rehearsals.room]
    for (const part of parts) part.stop()
    this.#options.store.close()
    this.#options.send({ type: 'stopped' })
  }

  #heard(event: AsrEvent): void {
    if (event.type === 'ready') {
      this.#recogniser.ready(event)
      return this.#hotWords.ready(event.takesHotWords)
    }
    if (event.type === 'failed') return this.#recogniser.failed(event.message)
    if (event.type === 'probed') return this.#models.tried(event)
    if (event.type === 'second-pass') return this.#recogniser.secondPass(event.skipping)
    this.#calls.heard(event)
    this.#rehearsals.heard(event)
  }

  #signedIn(identity: Identity): void {
    this.#session.signedIn(identity)
    this.#shared.shared.wake()
    this.#connections.publish('session.changed', this.#sessionView())
  }

  #notice(code: string, message: string): void {
    this.#connections.publish('notice', { code, message })
  }

  #sessionView(): SessionView {
    const openCallId = this.#rehearsals.room.openCallId ?? this.#calls.openCallId
    return {
      ...this.#session.identity,
      version: this.#options.version,
      pack: this.#knowledge.view,
      recogniser: this.#recogniser.view,
      sync: this.#sync.state,
      ...(openCallId === undefined ? {} : { openCallId }),
    }
  }
}
