import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server does wrong with a file; each holds for `times` requests (default: always). */
export type Fault =
  /** Hangs up after so many bytes of the body. */
  | { readonly kind: 'break-off'; readonly afterBytes: number; readonly times?: number }
  /** Sends so many bytes of the body and then nothing more. */
  | { readonly kind: 'hang'; readonly afterBytes: number; readonly times?: number }
  | { readonly kind: 'status'; readonly status: number; readonly times?: number }
  | { readonly kind: 'web-page'; readonly times?: number }
  /** Sends the whole file whatever was asked for. */
  | { readonly kind: 'no-ranges'; readonly times?: number }
  /** Answers a range of a file that it no longer has, whatever If-Range says. */
  | { readonly kind: 'blind-range'; readonly times?: number }
  /** A pause before every piece. */
  | { readonly kind: 'slow'; readonly pauseMs: number; readonly times?: number }

interface Served {
  content: Buffer
  faults: Fault[]
}

export interface Asked {
  readonly path: string
  readonly range: string | undefined
}

const pieceBytes = 16_384
/** What was sent arrives before the connection breaks: a client drops what it has not read by then. */
const arrivalMs = 150

/** A web server on 127.0.0.1 that serves files as a mirror of models does, and misbehaves as told. */
export class ModelServer {
  /** Every request, in its order. */
  readonly asked: Asked[] = []
  readonly #server: Server
  readonly #files = new Map<string, Served>()
  readonly #redirections = new Map<string, string>()

  private constructor(server: Server) {
    this.#server = server
    server.on('request', (request, response) => void this.#answer(request, response))
  }

  static async start(): Promise<ModelServer> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new ModelServer(server)
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`
  }

  /** Puts a file there, or another in its place, and gives its address. */
  serve(path: string, content: Buffer, ...faults: readonly Fault[]): string {
    this.#files.set(path, { content, faults: [...faults] })
    return `${this.origin}${path}`
  }

  /** Sends who asks for `from` to `to`. */
  redirect(from: string, to: string): string {
    this.#redirections.set(from, to)
    return `${this.origin}${from}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    this.asked.push({ path, range: request.headers.range })
    const moved = this.#redirections.get(path)
    if (moved !== undefined) {
      response.writeHead(302, { location: moved }).end()
      return
    }
    const served = this.#files.get(path)
    if (served === undefined) {
      response.writeHead(404).end()
      return
    }
    const fault = takeFault(served)
    if (fault?.kind === 'status') {
      response.writeHead(fault.status).end('no')
    } else if (fault?.kind === 'web-page') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>log in first</html>')
    } else await send(request, response, served.content, fault)
  }
}

function takeFault(served: Served): Fault | undefined {
  const [fault] = served.faults
  if (fault?.times === undefined) return fault
  if (fault.times === 1) served.faults.shift()
  else served.faults[0] = { ...fault, times: fault.times - 1 }
  return fault
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  fault: Fault | undefined,
): Promise<void> {
  const etag = `"${createHash('md5').update(content).digest('hex')}"`
  const start = startOf(request, etag, fault)
  if (start !== undefined && start >= content.length) {
    response.writeHead(416, { 'content-range': `bytes */${String(content.length)}`, etag }).end()
    return
  }
  const body = content.subarray(start ?? 0)
  response.writeHead(start === undefined ? 200 : 206, {
    'content-type': 'application/octet-stream',
    'content-length': body.length,
    etag,
    ...(start === undefined
      ? {}
      : {
          'content-range': `bytes ${String(start)}-${String(content.length - 1)}/${String(content.length)}`,
        }),
  })
  await sendBody(response, body, fault)
}

function startOf(request: IncomingMessage, etag: string, fault: Fault | undefined): number | undefined {
  const asked = /^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1]
  if (asked === undefined || fault?.kind === 'no-ranges') return undefined
  return request.headers['if-range'] === etag || fault?.kind === 'blind-range' ? Number(asked) : undefined
}

async function sendBody(response: ServerResponse, body: Buffer, fault: Fault | undefined): Promise<void> {
  const limited = fault?.kind === 'break-off' || fault?.kind === 'hang'
  const limit = limited ? Math.min(fault.afterBytes, body.length) : body.length
  for (let sent = 0; sent < limit; sent += pieceBytes) {
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.pauseMs))
    if (response.destroyed) return
    await new Promise((resolve) =>
      response.write(body.subarray(sent, Math.min(limit, sent + pieceBytes)), resolve),
    )
  }
  if (limit === body.length) response.end()
  else if (fault?.kind === 'break-off') setTimeout(() => response.destroy(), arrivalMs)
}
