import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { decodeAudioFrame } from '#shared/contract/audio-frame.ts'
import { hostMessages } from '#shared/catalogue/hosts.ts'
import { clientFrameSchema } from '#shared/contract/frames.ts'
import { contentTypeOf, pageHeaders } from './page-files.ts'
import type { Connection, Switchboard } from './switchboard.ts'

/** Never another interface: the page can do all that the operator can. */
const loopback = '127.0.0.1'
/** Bytes waiting to be sent from which a client counts as slow. */
const congestedBytes = 1_000_000
const largestMessage = 1_000_000

const securityHeaders = {
  ...pageHeaders,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'microphone=(self), camera=(), geolocation=()',
  'cache-control': 'no-store',
} as const

export interface HeadlessServer {
  /** Opens the client once: the token in it is used up by the first visit. */
  readonly newAddress: () => string
  /** Without a token: what may be shown to anyone. */
  readonly origin: string
  readonly close: () => Promise<void>
}

/**
 * Serves the client's page and its connection on 127.0.0.1. The address that `newAddress` gives opens it once and leaves a session cookie;
 * requests without it, from another origin or under another host name are refused. Rejects with EADDRINUSE when the port is taken.
 */
export async function startHeadlessServer(options: {
  readonly switchboard: Pick<Switchboard, 'connect'>
  readonly rendererDirectory: string
  readonly port: number
}): Promise<HeadlessServer> {
  const access = new Access()
  const server = createServer((request, response) => {
    serve(request, response, access, options.rendererDirectory).catch(() => refuse(response, 500))
  })
  await listen(server, options.port)
  access.port = (server.address() as AddressInfo).port
  const { origin } = access
  const sockets = acceptSockets(server, access, options.switchboard)
  return {
    origin,
    newAddress: () => `${origin}/?token=${access.newToken()}`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** One-time tokens become the session cookie. */
class Access {
  port = 0
  readonly #session = randomBytes(24).toString('base64url')
  readonly #tokens = new Set<string>()

  get origin(): string {
    return `http://${loopback}:${this.port}`
  }

  /** A browser sends cookies to every port of a host: each client has a name of its own. */
  get #cookieName(): string {
    return `seat_session_${this.port}`
  }

  newToken(): string {
    const token = randomBytes(24).toString('base64url')
    this.#tokens.add(token)
    return token
  }

  /** The cookie to set, if the token was good; it is good once. */
  redeem(token: string): string | undefined {
    if (!this.#tokens.delete(token)) return undefined
    return `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }

  isOurs(request: IncomingMessage): boolean {
    const host = `http://${request.headers.host ?? ''}`
    const origin = request.headers.origin ?? this.origin
    return host === this.origin && origin === this.origin
  }

  hasSession(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
    const prefix = `${this.#cookieName}=`
    const sent = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length)
    const [left, right] = [Buffer.from(sent ?? ''), Buffer.from(this.#session)]
    return left.length === right.length && timingSafeEqual(left, right)
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  access: Access,
  directory: string,
): Promise<void> {
  if (!access.isOurs(request)) {
    refuse(response, 403)
    return
  }
  if (request.method !== 'GET') {
    refuse(response, 405)
    return
  }
  const url = URL.parse(`${access.origin}${request.url ?? ''}`)
  const token = url?.searchParams.get('token') ?? undefined
  if (token !== undefined) {
    const cookie = access.redeem(token)
    if (cookie === undefined) {
      refuse(response, 403)
      return
    }
    response.writeHead(303, { ...securityHeaders, 'set-cookie': cookie, location: '/' }).end()
    return
  }
  if (!access.hasSession(request)) {
    refuse(response, 403)
    return
  }
  await sendFile(response, directory, url?.pathname)
}

/** Sends a file of the directory; 404 for every other path, whatever it is made of. */
async function sendFile(
  response: ServerResponse,
  directory: string,
  pathname: string | undefined,
): Promise<void> {
  const path = pathname === undefined ? undefined : pathInside(directory, pathname)
  const type = path === undefined ? undefined : contentTypeOf(path)
  const file = path === undefined ? undefined : await stat(path).catch(() => undefined)
  if (path === undefined || type === undefined || file?.isFile() !== true) {
    refuse(response, 404)
    return
  }
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': type,
    'content-length': file.size,
  })
  await pipeline(createReadStream(path), response)
}

function pathInside(directory: string, pathname: string): string | undefined {
  try {
    const path = normalize(join(directory, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)))
    return path.startsWith(directory + sep) ? path : undefined
  } catch {
    return undefined
  }
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) {
    response.writeHead(status, { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' })
  }
  response.end(status === 403 ? hostMessages.addressUsed : '')
}

function acceptSockets(
  server: Server,
  access: Access,
  switchboard: Pick<Switchboard, 'connect'>,
): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage })
  server.on('upgrade', (request, socket, head) => {
    // Until it is a WebSocket nobody else listens, and an error nobody listens to would end the host.
    socket.on('error', () => socket.destroy())
    // A browser always names its origin on a WebSocket; one that does not is no page of ours.
    const ours = request.headers.origin !== undefined && access.isOurs(request) && access.hasSession(request)
    if (request.url !== '/ws' || !ours) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => attach(webSocket, switchboard))
  })
  return sockets
}

function attach(socket: WebSocket, switchboard: Pick<Switchboard, 'connect'>): void {
  let congested = false
  const check = (): void => {
    if (socket.readyState !== socket.OPEN) return
    const now = socket.bufferedAmount > congestedBytes
    if (now !== congested) connection.setCongested((congested = now))
    if (now) setTimeout(check, 50)
  }
  const connection = switchboard.connect((frame) => {
    socket.send(JSON.stringify(frame))
    if (!congested) check()
  })
  socket.on('message', (data, isBinary) => {
    if (!receive(connection, data, isBinary)) socket.close(1008)
  })
  socket.on('close', () => connection.close())
  socket.on('error', () => socket.terminate())
}

/** False for a message that no client of ours sends. */
function receive(connection: Connection, data: RawData, isBinary: boolean): boolean {
  const bytes = data as Buffer
  if (isBinary) {
    const frame = decodeAudioFrame(bytes)
    if (frame.ok) connection.receiveAudio(frame.value)
    return frame.ok
  }
  try {
    connection.receive(clientFrameSchema.parse(JSON.parse(bytes.toString('utf8'))))
    return true
  } catch {
    return false
  }
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, loopback, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
