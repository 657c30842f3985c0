import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect, createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { encodeAudioFrame, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { ClientFrame, ServerFrame } from '#shared/contract/frames.ts'
import { contentSecurityPolicy } from '../../src-main/hosts/page-files.ts'
import { startHeadlessServer, type HeadlessServer } from '../../src-main/hosts/headless-server.ts'

interface Heard {
  readonly frames: ClientFrame[]
  readonly audio: AudioFrame[]
  readonly congested: boolean[]
  closed: boolean
  readonly send: (frame: ServerFrame) => void
}

let directory: string
let server: HeadlessServer
let heard: Heard[]
let port: number

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'seat-page-'))
  const page = join(directory, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>坐席</title>')
  writeFileSync(join(page, 'assets', 'app.js'), 'export {}')
  writeFileSync(join(directory, 'secret.txt'), 'secret')
  mkdirSync(join(directory, 'page-of-others'))
  writeFileSync(join(directory, 'page-of-others', 'secret.txt'), 'secret')
  heard = []
  server = await startHeadlessServer({ switchboard: { connect }, rendererDirectory: page, port: 0 })
  port = Number(new URL(server.origin).port)

  function connect(
    send: (frame: ServerFrame) => void,
  ): ReturnType<Parameters<typeof startHeadlessServer>[0]['switchboard']['connect']> {
    const client: Heard = { frames: [], audio: [], congested: [], closed: false, send }
    heard.push(client)
    return {
      receive: (frame) => client.frames.push(frame),
      receiveAudio: (frame) => client.audio.push(frame),
      setCongested: (congested) => client.congested.push(congested),
      close: () => (client.closed = true),
    }
  }
})
afterEach(async () => {
  await server.close()
  rmSync(directory, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A request as it is written: no client library tidies the path or the headers. */
function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (data: string) => (body += data))
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
      },
    )
    request.on('error', reject)
    request.end()
  })
}

async function signIn(): Promise<string> {
  const { pathname, search } = new URL(server.newAddress())
  const { headers } = await get(pathname + search)
  return headers['set-cookie']![0]!.split(';')[0]!
}

function openSocket(headers: Readonly<Record<string, string>>, path = '/ws'): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
}

/** "open", or the status with which the upgrade was refused. */
function outcome(socket: WebSocket): Promise<'open' | number | 'error'> {
  return new Promise((resolve) => {
    socket.on('open', () => resolve('open'))
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode!))
    socket.on('error', () => resolve('error'))
  })
}

async function openPage(): Promise<{ readonly socket: WebSocket; readonly client: Heard }> {
  const socket = openSocket({ cookie: await signIn(), origin: server.origin })
  expect(await outcome(socket)).toBe('open')
  return { socket, client: heard.at(-1)! }
}

/** The server still serves: nothing that was sent ended it. */
async function expectAlive(): Promise<void> {
  expect((await get('/', { cookie: await signIn() })).status).toBe(200)
}

describe('who may see the page', () => {
  it('nobody without the cookie', async () => {
    const { status, body } = await get('/')
    expect(status).toBe(403)
    expect(body).toContain('只能打开一次')
    expect((await get('/assets/app.js', { cookie: 'seat_session=guess' })).status).toBe(403)
  })

  it('whoever has a token, once', async () => {
    const { pathname, search } = new URL(server.newAddress())
    const first = await get(pathname + search)
    expect(first.status).toBe(303)
    expect(first.headers['set-cookie']![0]).toMatch(/HttpOnly; SameSite=Strict; Path=\//)
    expect((await get(pathname + search)).status).toBe(403)
    expect((await get('/?token=guess')).status).toBe(403)
  })

  it('with the cookie, under strict headers', async () => {
    const { status, headers, body } = await get('/', { cookie: await signIn() })
    expect(status).toBe(200)
    expect(body).toContain('坐席')
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })

  it('with a cookie of the same length in other bytes: refused, not fallen over', async () => {
    const cookie = await signIn()
    const [name, value] = cookie.split('=') as [string, string]
    expect((await get('/', { cookie: `${name}=${'é'.repeat(value.length)}` })).status).toBe(403)
    const headers = { cookie: `${name}=${'é'.repeat(value.length)}`, origin: server.origin }
    expect(await outcome(openSocket(headers))).toBe(403)
    await expectAlive()
  })

  it.each(['localhost', 'attacker.example', '127.0.0.1.attacker.example', '127.0.0.1'])(
    'under the host name %s: nobody (DNS rebinding)',
    async (host) => {
      const cookie = await signIn()
      const withPort = host === '127.0.0.1' ? host : `${host}:${port}`
      expect((await get('/', { cookie, host: withPort })).status).toBe(403)
      expect(await outcome(openSocket({ cookie, host: withPort, origin: `http://${withPort}` }))).toBe(403)
    },
  )

  it('from another origin: nobody', async () => {
    expect((await get('/', { cookie: await signIn(), origin: 'http://attacker.example' })).status).toBe(403)
  })

  it('by GET only', async () => {
    expect((await get('/', { cookie: await signIn() }, 'POST')).status).toBe(405)
  })
})

describe('files', () => {
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%2fpage-of-others/secret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '//',
    '/%',
    '/%00',
    '/index.html%00.js',
    '/assets',
    '/assets/',
    `/${'a'.repeat(5000)}`,
    'http://attacker.example/secret.txt',
  ])('%s is not found, and the server lives on', async (path) => {
    const { status, body } = await get(path, { cookie: await signIn() })
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
    await expectAlive()
  })

  it('are sent with their type', async () => {
    const { headers } = await get('/assets/app.js', { cookie: await signIn() })
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
  })
})

describe('the WebSocket', () => {
  it('needs the cookie and our own origin, named', async () => {
    const cookie = await signIn()
    const { origin } = server
    expect(await outcome(openSocket({ origin }))).toBe(403)
    expect(await outcome(openSocket({ cookie }))).toBe(403)
    expect(await outcome(openSocket({ cookie, origin: 'http://attacker.example' }))).toBe(403)
    expect(await outcome(openSocket({ cookie, origin: 'null' }))).toBe(403)
    expect(await outcome(openSocket({ cookie, origin }, '/other'))).toBe(403)
    expect(heard).toHaveLength(0)
    const socket = openSocket({ cookie, origin })
    expect(await outcome(socket)).toBe('open')
    socket.terminate()
  })

  it('asked for under a path that is no address is refused and does not end the host', async () => {
    expect(await rawUpgrade('//')).toContain('403')
    await expectAlive()
  })

  it('refused to someone who hangs up with a reset does not end the host', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) await rawUpgrade('/ws', true)
    await expectAlive()
  })

  it('carries calls and audio to the switchboard and frames back', async () => {
    const { socket, client } = await openPage()
    const frame: AudioFrame = {
      stream: 1,
      speaker: 'citizen',
      startSample: 1600,
      samples: new Int16Array([1, -2]),
    }
    socket.send(JSON.stringify({ type: 'call', id: 1, name: 'session.get', input: {} }))
    socket.send(encodeAudioFrame(frame))
    await vi.waitFor(() => expect(client.audio).toEqual([frame]))
    expect(client.frames).toEqual([{ type: 'call', id: 1, name: 'session.get', input: {} }])
    const received = new Promise((resolve) =>
      socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString()))),
    )
    client.send({ type: 'result', id: 1, output: { a: '坐席' } })
    expect(await received).toEqual({ type: 'result', id: 1, output: { a: '坐席' } })
    socket.close()
    await vi.waitFor(() => expect(client.closed).toBe(true))
  })

  it.each([
    ['no JSON', '{', 1008],
    ['JSON of another shape', '{"type":"call","id":"1"}', 1008],
    ['an unknown type', '{"type":"shutdown"}', 1008],
    ['audio too short', Buffer.alloc(3), 1008],
    ['audio of a channel that is none', Buffer.alloc(18, 0xff), 1008],
    ['a message over 1 MB', 'x'.repeat(1_000_001), 1009],
    ['audio over 1 MB', Buffer.alloc(1_000_002), 1009],
  ])('is closed by %s', async (_what, message, code) => {
    const { socket, client } = await openPage()
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined)
    socket.send(message)
    expect(await closed).toBe(code)
    expect(client.frames).toEqual([])
    expect(client.audio).toEqual([])
    await vi.waitFor(() => expect(client.closed).toBe(true))
  })

  it('tells the core when the page takes nothing more, and when it does again', async () => {
    const { socket, client } = await openPage()
    socket.pause()
    const data = { text: '字'.repeat(100_000) }
    for (let count = 0; count < 100 && client.congested.length === 0; count += 1) {
      client.send({ type: 'event', name: 'notice', data })
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(client.congested).toEqual([true])
    socket.resume()
    await vi.waitFor(() => expect(client.congested).toEqual([true, false]))
    socket.terminate()
  })
})

/** An upgrade written by hand; answers with the first bytes that come back. */
function rawUpgrade(path: string, reset = false): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Origin: http://attacker.example\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n`,
        () => {
          if (!reset) return
          socket.resetAndDestroy()
          resolve('')
        },
      )
    })
    socket.on('data', (data) => resolve(data.toString()))
    socket.on('error', () => resolve('error'))
    socket.on('close', () => resolve('closed'))
  })
}

describe('where it listens', () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address, family }) => ({ address, family }))
    .filter(({ address }) => address !== '127.0.0.1' && !address.startsWith('fe80'))

  it.each([...others, { address: '127.0.0.2', family: 'IPv4' }])('not on $address', async ({ address }) => {
    const reached = await new Promise<string>((resolve) => {
      const socket = connect({ host: address, port })
      socket.on('connect', () => {
        socket.destroy()
        resolve('connected')
      })
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code!))
    })
    expect(reached).not.toBe('connected')
  })

  it('rejects a port that is taken', async () => {
    const blocker = createServer()
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
    const { port: taken } = blocker.address() as { port: number }
    const switchboard = { connect: () => expect.unreachable() }
    await expect(
      startHeadlessServer({ switchboard, rendererDirectory: directory, port: taken }),
    ).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    blocker.close()
  })
})
