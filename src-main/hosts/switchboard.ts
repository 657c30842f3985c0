import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import type { ClientFrame, ServerFrame } from '#shared/contract/frames.ts'
import type {
  AsrCommand,
  AsrEvent,
  CentreAddress,
  CoreToHost,
  ForkEvent,
} from '#shared/contract/process-messages.ts'
import { FailureError } from '#shared/base/result.ts'
import { assertNever } from '#shared/base/assert-never.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { AudioRelay } from './audio-relay.ts'
import type { Spawn } from './child.ts'
import { HangWatch } from './hang-watch.ts'
import { KeptChild } from './kept-child.ts'

/** A client's end of the switchboard. */
export interface Connection {
  readonly receive: (frame: ClientFrame) => void
  readonly receiveAudio: (frame: AudioFrame) => void
  /** Tells the core that this client takes no more for now, or again. */
  readonly setCongested: (congested: boolean) => void
  readonly close: () => void
}

/** A media fork's way to core and asr. What is told to a core that is down is lost: it is told `coreStarted` in its time. */
export interface ForkLine {
  readonly tell: (event: ForkEvent) => void
  readonly audio: (frame: AudioFrame) => void
}

export type ForkAnswer = Extract<CoreToHost, { type: 'fork-accepted' | 'fork-refused' }>

/** What a media fork is told. */
interface ForkPort {
  readonly coreStarted: () => void
  readonly answered: (answer: ForkAnswer) => void
}

export interface SwitchboardOptions {
  readonly spawn: Spawn
  readonly coreEnvironment: Readonly<Record<string, string>>
  readonly asrEnvironment: Readonly<Record<string, string>>
  /** Embedded central API, started once core is up; absent where a real centre is configured. */
  readonly central?: { readonly environment: Readonly<Record<string, string>>; readonly token: string }
  readonly centre?: CentreAddress
}

/** Deaths of a core that was never up, after which the person is told. */
const hopelessAfter = 5
/** While asr is away nobody sees what is said: it is tried again at least twice a second. */
const longestAsrPauseMs = 500
/** Finished words kept for the next core: far more than come while one starts. */
const keptForNextCore = 200

/**
 * The host's middle: keeps core, asr and (where embedded) the central API running and passes messages between them and the
 * clients. It holds no product logic. Finished words are kept here for a while and told again to the next core, so that
 * core's death loses none, not even those it was sent and died over.
 */
export class Switchboard {
  readonly #options: SwitchboardOptions
  readonly #core: KeptChild<'core'>
  readonly #asr: KeptChild<'asr'>
  #central: KeptChild<'central'> | undefined
  readonly #hangWatch: HangWatch
  readonly #relay: AudioRelay
  readonly #clients = new Map<number, (frame: ServerFrame) => void>()
  /** Finals, their second passes and ends of channels, newest last; a core takes the same one once. */
  readonly #forNextCore: AsrEvent[] = []
  /** What asr last said of itself; a core that starts later must know. */
  #asrState: AsrEvent | undefined
  #fork: ForkPort | undefined
  #centre: CentreAddress | undefined
  #coreUp = false
  #coreDeaths = 0
  #nextConnection = 1
  /** Core is up; rejected with a {@link FailureError} in the user's words when it cannot be. */
  readonly started: Promise<void>
  #resolveStarted: () => void = () => undefined
  #rejectStarted: (reason: Error) => void = () => undefined

  constructor(options: SwitchboardOptions) {
    this.#options = options
    this.#centre = options.centre
    this.started = new Promise((resolve, reject) => {
      this.#resolveStarted = resolve
      this.#rejectStarted = reject
    })
    this.#hangWatch = new HangWatch({
      ping: () => this.#asr.send({ type: 'ping' }),
      onHang: () => this.#asr.restart(),
      now: () => performance.now(),
    })
    this.#relay = new AudioRelay({
      toAsr: (command) => this.#asr.send(command),
      toCore: (frame) => this.#core.send({ type: 'audio', frame }),
    })
    this.#core = new KeptChild('core', {
      spawn: options.spawn,
      environment: options.coreEnvironment,
      onMessage: (message) => this.#fromCore(message),
      onDown: (reason) => this.#coreDown(reason),
    })
    this.#asr = new KeptChild('asr', {
      spawn: options.spawn,
      environment: options.asrEnvironment,
      longestPauseMs: longestAsrPauseMs,
      onMessage: (event) => this.#fromAsr(event),
      onDown: (reason) => {
        this.#hangWatch.stop()
        this.#relay.down('asr')
        this.#asrState = undefined
        if (this.#coreUp) this.#core.send({ type: 'asr-down', reason })
      },
    })
  }

  /** Process ids, for tests that kill and for `seat doctor`. */
  get pids(): Readonly<Record<'core' | 'asr' | 'central', number | undefined>> {
    return { core: this.#core.pid, asr: this.#asr.pid, central: this.#central?.pid }
  }

  connect(send: (frame: ServerFrame) => void): Connection {
    const connection = this.#nextConnection++
    this.#clients.set(connection, send)
    if (this.#coreUp) this.#core.send({ type: 'connected', connection })
    return {
      receive: (frame) => {
        if (this.#coreUp) this.#core.send({ type: 'frame', connection, frame })
        else if (frame.type === 'call') send(restartedAnswer(frame.id))
      },
      receiveAudio: (frame) => this.#relay.audio(frame),
      setCongested: (congested) => this.#core.send({ type: 'congested', connection, congested }),
      close: () => {
        if (this.#clients.delete(connection)) this.#core.send({ type: 'disconnected', connection })
      },
    }
  }

  connectFork(fork: ForkPort): ForkLine {
    this.#fork = fork
    return {
      tell: (event) => {
        if (this.#coreUp) this.#core.send({ type: 'fork', event })
      },
      audio: (frame) => this.#relay.audio(frame),
    }
  }

  async stop(): Promise<void> {
    this.#hangWatch.stop()
    await Promise.all([this.#core.stop(), this.#asr.stop(1_000), this.#central?.stop(5_000)])
  }

  #fromCore(message: CoreToHost): void {
    switch (message.type) {
      case 'started':
        return this.#coreStarted()
      case 'frame':
        return this.#clients.get(message.connection)?.(message.frame)
      case 'asr':
        return this.#toAsr(message.command)
      case 'recorded':
        return this.#relay.recorded(message.stream, message.speaker, message.sample)
      case 'fork-accepted':
      case 'fork-refused':
        return this.#fork?.answered(message)
      case 'restart-asr':
        return this.#asr.restart()
      case 'cannot-start':
        this.#rejectStarted(new FailureError('cannot-start', message.message))
        return
      case 'stopped':
        return
      default:
        assertNever(message)
    }
  }

  #toAsr(command: AsrCommand): void {
    if (command.type === 'audio') this.#relay.played(command.frame)
    else if (command.type === 'close') this.#relay.close(command.stream, command.speaker)
    else this.#asr.send(command)
  }

  #coreDown(reason: string): void {
    this.#coreUp = false
    this.#relay.down('core')
    this.#coreDeaths += 1
    if (this.#coreDeaths < hopelessAfter) return
    // Says nothing where a core was up before: the promise is kept already, and starting goes on.
    this.#rejectStarted(new FailureError('cannot-start', errorMessages.coreDies(reason)))
  }

  #coreStarted(): void {
    this.#coreUp = true
    if (this.#centre !== undefined) this.#core.send({ type: 'centre', address: this.#centre })
    // Before what asr said of it: the end of a call would find its last audio not recorded yet.
    this.#relay.coreUp()
    for (const event of [this.#asrState, ...this.#forNextCore]) {
      if (event !== undefined) this.#core.send({ type: 'asr', event })
    }
    for (const connection of this.#clients.keys()) this.#core.send({ type: 'connected', connection })
    this.#fork?.coreStarted()
    this.#startCentral()
    this.#resolveStarted()
  }

  #fromAsr(event: AsrEvent): void {
    this.#hangWatch.alive()
    if (event.type === 'alive') return
    this.#relay.heard(event)
    if (event.type === 'ready' || event.type === 'failed') {
      this.#asrState = event
      this.#hangWatch.start()
    }
    if (event.type === 'final' || event.type === 'revised' || event.type === 'closed') {
      this.#forNextCore.push(event)
      if (this.#forNextCore.length > keptForNextCore) this.#forNextCore.shift()
    }
    if (this.#coreUp) this.#core.send({ type: 'asr', event })
  }

  #startCentral(): void {
    const central = this.#options.central
    if (central === undefined || this.#central !== undefined) return
    this.#central = new KeptChild('central', {
      spawn: this.#options.spawn,
      environment: central.environment,
      onMessage: ({ url }) => {
        this.#centre = { url, token: central.token }
        if (this.#coreUp) this.#core.send({ type: 'centre', address: this.#centre })
      },
    })
  }
}

/** Nobody is there to answer: the client must not wait. */
function restartedAnswer(id: number): ServerFrame {
  return { type: 'error', id, error: { code: 'core-restarted', message: errorMessages.restarted } }
}
