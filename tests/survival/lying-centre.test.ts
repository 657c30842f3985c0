import { createServer, type Server, type ServerResponse } from 'node:http'
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { centralPaths, type TicketSubmission } from '#shared/contract/central-api.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { waitUntil } from '../support/wait-until.ts'

let seat: CoreHarness
beforeEach(async () => {
  seat = await CoreHarness.start()
})
afterEach(() => seat.cleanUp())

const token = 'token-of-a-lying-centre'

async function listen(server: Server | TcpServer): Promise<{ readonly url: string; readonly token: string }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token }
}

/** A whole ticket, from the call to the submission. */
async function submitOne(): Promise<{ readonly callId: string; readonly ticketId: string }> {
  const { callId, stream, ticketId } = await seat.begin()
  seat.say(stream, [['citizen', '我要投诉天河区天河北路楼上装修噪音很大']])
  await seat.call('tickets.setField', { ticketId, field: 'demand', value: '停止夜间装修' })
  expect((await seat.call('tickets.submit', { ticketId, despiteMissing: true })).submitted).toBe(true)
  const ending = seat.call('calls.end', { callId })
  for (const speaker of ['seat', 'citizen'] as const) seat.heard({ type: 'closed', stream, speaker })
  expect((await ending).phase).toBe('ended')
  return { callId, ticketId }
}

describe('a centre that accepts and never answers', () => {
  it('keeps nobody at the seat waiting', async () => {
    const waiting = new Set<Socket>()
    const hung = createTcpServer((socket) => {
      waiting.add(socket)
      socket.on('error', () => undefined)
      socket.on('data', () => undefined)
    })
    seat.core.receive({ type: 'centre', address: await listen(hung) })
    await submitOne()
    await waitUntil('the delivery hangs', () => waiting.size > 0)
    // Nothing of this may need an answer of the centre: a step that does would never end.
    for (let count = 0; count < 3; count += 1) {
      const { callId } = await submitOne()
      expect((await seat.call('calls.get', { callId })).ticket.state).toBe('queued')
    }
    expect((await seat.call('session.get', {})).sync).toMatchObject({ waiting: 4, parked: 0 })
    expect(seat.bugs).toEqual([])
    for (const socket of waiting) socket.destroy()
    hung.close()
  })
})

type Lie = (response: ServerResponse, submission: TicketSubmission) => void

const number = '20261121-000001'
const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Lie => {
  return (response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
}
const ticketOf = (submission: TicketSubmission): unknown => ({
  number,
  status: 'received',
  receivedAt: '2026-11-21T09:00:00+08:00',
  staffNumber: '8031',
  submission,
})

const lies: Readonly<Record<string, Lie>> = {
  'yes, in HTML': answer(200, '<html>登录</html>'),
  'yes, with nothing': answer(204, ''),
  'yes, with a number of another type': answer(200, { number: 7 }),
  'yes, with the ticket of somebody else': (response, submission) => {
    const other = { ...submission, localId: '0193a7a0-0000-7000-8000-000000000000' }
    response.writeHead(200).end(JSON.stringify(ticketOf(other)))
  },
  'half an answer': (response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"number":')
    setTimeout(() => response.destroy(), 20)
  },
  'no, without a reason': answer(400, 'no'),
  'an error page': answer(502, '<html>Bad Gateway</html>'),
  'a circle of redirects': answer(307, '', { location: '/v1/tickets' }),
  'come back in thirty years': answer(503, '', { 'retry-after': '999999999' }),
  'come back at no time there is': answer(503, '', { 'retry-after': '1e300' }),
  'come back never': answer(503, '', { 'retry-after': 'Infinity' }),
  'come back in the past': answer(503, '', { 'retry-after': '-5' }),
}

describe('a centre that lies', () => {
  it.each(Object.keys(lies))('%s: is not believed; the ticket waits and is delivered later', async (name) => {
    let attempts = 0
    const keys = new Set<unknown>()
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        // What else a seat tells (how it is, its reviews) is not what this is about.
        if (request.method !== 'POST' || request.url !== centralPaths.tickets)
          return response.writeHead(500).end()
        const submission = JSON.parse(Buffer.concat(chunks).toString()) as TicketSubmission
        attempts += 1
        keys.add(request.headers['idempotency-key'])
        if (honest) return response.writeHead(200).end(JSON.stringify(ticketOf(submission)))
        return lies[name]!(response, submission)
      })
    })
    let honest = false
    const address = await listen(server)
    seat.core.receive({ type: 'centre', address })
    const { callId } = await submitOne()
    await waitUntil('it was tried', () => attempts > 0)
    await waitUntil('the outcome was saved', async () => {
      return (await seat.call('calls.get', { callId })).ticket.trouble !== undefined
    })
    expect((await seat.call('calls.get', { callId })).ticket).toMatchObject({ state: 'queued' })
    expect((await seat.call('calls.get', { callId })).ticket.number).toBeUndefined()
    honest = true
    // The centre is announced anew after its restart: what waits is due at once.
    seat.core.receive({ type: 'centre', address })
    await waitUntil(
      'it is delivered',
      async () => (await seat.call('calls.get', { callId })).ticket.number === number,
    )
    expect(keys.size).toBe(1)
    expect(seat.bugs).toEqual([])
    server.closeAllConnections()
    server.close()
  })
})
