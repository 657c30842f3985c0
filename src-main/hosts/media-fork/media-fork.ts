import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { mediaForkText } from '#shared/catalogue/media-fork.ts'
import type { MediaForkView } from '#shared/contract/views.ts'
import type { ForkAnswer, ForkLine } from '../switchboard.ts'
import { ForkCall, type Closing } from './fork-call.ts'
import { ForkConnection } from './fork-connection.ts'
import { forkStyles, type ForkFormat, type ForkStart } from './fork-message.ts'
import { forkAddress, isLoopback, type ForkSettings } from './fork-settings.ts'

/** mod_audio_fork keeps at most 5 s: 320 KB of stereo at 16 kHz; three times that may come at once. */
const largestMessage = 1_000_000
/** A seat has one call, in at most two connections; a few more may be on their way out. */
const mostConnections = 8
/** Who has not shown a token yet must leave room for those who have. */
const mostStrangers = 4
const probeEveryMs = 20_000
/** A call that the seat has ended does not begin anew because its sender connects again. */
const rememberedMs = 600_000

/** The media fork (媒体分流): where the switch connects to and sends the audio of calls. Owns the port and the calls on it. */
export class MediaFork {
  readonly #settings: Exclude<ForkSettings, { kind: 'off' }>
  readonly #line: ForkLine
  readonly #say: (line: string) => void
  readonly #server: Server
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage })
  readonly #connections = new Set<ForkConnection>()
  readonly #calls = new Map<string, ForkCall>()
  readonly #endedBySeat = new Map<string, number>()
  #probeTimer: NodeJS.Timeout | undefined
  #state: Pick<MediaForkView, 'state' | 'address' | 'trouble'> = { state: 'failed' }
  #wrongTokens = 0

  constructor(options: {
    readonly settings: Exclude<ForkSettings, { kind: 'off' }>
    readonly line: ForkLine
    /** A line for the administrator. */
    readonly say: (line: string) => void
  }) {
    this.#settings = options.settings
    this.#line = options.line
    this.#say = options.say
    this.#server = createServer((_request, response) => response.writeHead(426).end())
    this.#server.headersTimeout = 10_000
    this.#server.maxConnections = mostConnections * 2
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
  }

  /** Opens the port. A port that cannot be had is told in the view; the client goes on without. */
  async open(): Promise<void> {
    const settings = this.#settings
    if (settings.kind === 'bad') {
      this.#failed(settings.why)
      return
    }
    try {
      await listen(this.#server, settings.host, settings.port)
      this.#opened(settings.host, (this.#server.address() as AddressInfo).port)
    } catch (error) {
      this.#failed(whyNot(error as NodeJS.ErrnoException, settings))
    }
  }

  /** A core that has just started knows nothing of the door and its calls. */
  coreStarted(): void {
    this.#tellView()
    for (const call of this.#calls.values()) call.tellStart()
  }

  answered(answer: ForkAnswer): void {
    const call = this.#calls.get(answer.forkId)
    if (answer.type === 'fork-accepted') call?.accepted(answer.stream)
    else if (call?.refused(answer.message) === true) this.#remember(answer.forkId)
  }

  async close(): Promise<void> {
    clearInterval(this.#probeTimer)
    for (const call of this.#calls.values()) call.drop()
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#server.closeAllConnections()
    if (this.#server.listening) await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  get view(): MediaForkView {
    const refused = this.#wrongTokens === 0 ? undefined : mediaForkText.refusedTokens(this.#wrongTokens)
    const trouble = [this.#state.trouble, refused].filter((words) => words !== undefined).join('；')
    return {
      ...this.#state,
      ...(this.#settings.kind === 'on' ? { token: this.#settings.token } : {}),
      ...(trouble === '' ? {} : { trouble }),
      forks: [...this.#calls.values()]
        .filter(({ formats }) => formats.length > 0)
        .map(({ forkId, callerNumber, formats, since }) => ({
          forkId,
          channels: formats.flatMap(({ channels }) => channels),
          format: describe(formats[0]),
          since,
          ...(callerNumber === undefined ? {} : { callerNumber }),
        })),
    }
  }

  #opened(host: string, port: number): void {
    const address = forkAddress(host, port)
    const trouble = isLoopback(host) ? undefined : mediaForkText.everywhere
    this.#state = { state: 'listening', address, ...(trouble === undefined ? {} : { trouble }) }
    this.#say(mediaForkText.listening(address))
    if (trouble !== undefined) this.#say(trouble)
    this.#probeTimer = setInterval(() => {
      for (const connection of this.#connections) connection.probe()
    }, probeEveryMs)
    this.#tellView()
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Until it is a WebSocket nobody else listens, and an error nobody listens to would end the host.
    socket.on('error', () => socket.destroy())
    const query = readQuery(request.url ?? '')
    const token = query['token'] ?? readAuthorization(request.headers.authorization)
    if (token !== undefined && !this.#admits(token)) return refuse(socket, '401 Unauthorized')
    const strangers = [...this.#connections].filter((connection) => !connection.isAdmitted).length
    if (this.#connections.size >= mostConnections || (token === undefined && strangers >= mostStrangers)) {
      return refuse(socket, '503 Service Unavailable')
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new ForkConnection(webSocket, {
        door: { admits: (given) => this.#admits(given), callOf: (start) => this.#callOf(start) },
        query,
        style: forkStyles.find((style) => style === query['style']),
        admitted: token !== undefined,
      })
      this.#connections.add(connection)
      webSocket.on('close', () => this.#connections.delete(connection))
    })
  }

  #admits(token: string | undefined): boolean {
    const settings = this.#settings
    if (settings.kind === 'on' && token !== undefined && isSame(token, settings.token)) return true
    this.#wrongTokens += 1
    if (this.#wrongTokens === 1) this.#say(mediaForkText.refusedTokens(1))
    this.#tellView()
    return false
  }

  #callOf(start: ForkStart): ForkCall | Closing {
    const endedAt = this.#endedBySeat.get(start.callId)
    if (endedAt !== undefined && performance.now() - endedAt < rememberedMs) return 'over'
    this.#endedBySeat.delete(start.callId)
    const known = this.#calls.get(start.callId)
    if (known?.isOpen === true) return known
    known?.drop()
    const call: ForkCall = new ForkCall({
      start,
      now: () => performance.now(),
      tell: (event) => this.#line.tell(event),
      audio: (frame) => this.#line.audio(frame),
      onChange: () => this.#tellView(),
      onGone: () => {
        if (this.#calls.get(start.callId) === call) this.#calls.delete(start.callId)
        this.#tellView()
      },
    })
    this.#calls.set(start.callId, call)
    return call
  }

  #remember(forkId: string): void {
    const now = performance.now()
    for (const [old, endedAt] of this.#endedBySeat) {
      if (now - endedAt > rememberedMs) this.#endedBySeat.delete(old)
    }
    this.#endedBySeat.set(forkId, now)
  }

  #failed(why: string): void {
    this.#state = { state: 'failed', trouble: why }
    this.#say(mediaForkText.failed(why))
    this.#tellView()
  }

  #tellView(): void {
    this.#line.tell({ type: 'view', view: this.view })
  }
}

/** Nothing for an address that is none: the oldest Electron has no `URL.parse`. */
function readQuery(path: string): Readonly<Record<string, string>> {
  const base = 'ws://fork'
  return URL.canParse(path, base) ? Object.fromEntries(new URL(path, base).searchParams) : {}
}

/** `Bearer TOKEN`, or `Basic` with the token as the password, which is all that mod_audio_fork can send. */
function readAuthorization(header: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^(bearer|basic)\s+(\S+)$/iu.exec(header ?? '') ?? []
  if (value === '') return undefined
  if (scheme.toLowerCase() === 'bearer') return value
  return Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/u, '')
}

/** Digests are of one length, so that the comparison says nothing of the token's. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
}

function describe(format: ForkFormat | undefined): string {
  if (format === undefined) return ''
  const words = mediaForkText.format(format.encoding, format.sampleRate, format.channels.length)
  return format.mixed ? mediaForkText.mixedFormat(words) : words
}

function whyNot(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  if (error.code === 'EADDRINUSE') return mediaForkText.portTaken(port)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return mediaForkText.noSuchHost(host)
  return mediaForkText.cannotListen(error.code ?? error.message)
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
