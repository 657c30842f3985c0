import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { centralPaths, type TicketSubmission } from '#shared/contract/central-api.ts'
import { CoreHarness } from '../support/core-harness.ts'

type Reply = { readonly status: number; readonly body: unknown } | 'hang-up'

/** A centre that answers as the test says; keeps what it was sent. */
class FakeCentre {
  readonly received: { readonly key: string; readonly body: TicketSubmission }[] = []
  reply: (key: string, body: TicketSubmission) => Reply = (key, body) => ({
    status: 201,
    body: numbered(key, body),
  })
  readonly #server: Server

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        if (request.method === 'GET') {
          const identity = { staffNumber: '8031', staffName: '示例坐席', roles: ['operator'] }
          response.setHeader('content-type', 'application/json').end(JSON.stringify(identity))
          return
        }
        // Reviews, the board and the knowledge base are not what is tested here.
        if (request.url !== centralPaths.tickets) {
          response.writeHead(404).end()
          return
        }
        const body = JSON.parse(Buffer.concat(chunks).toString()) as TicketSubmission
        const key = String(request.headers['idempotency-key'])
        this.received.push({ key, body })
        const reply = this.reply(key, body)
        if (reply === 'hang-up') response.destroy()
        else response.writeHead(reply.status).end(JSON.stringify(reply.body))
      })
    })
  }

  async listen(): Promise<{ url: string; token: string }> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return { url: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`, token: 't' }
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

function numbered(_key: string, submission: TicketSubmission): unknown {
  return {
    number: '20261121-000001',
    status: 'received',
    receivedAt: '2026-11-21T09:00:00+08:00',
    staffNumber: '8031',
    submission,
  }
}

describe('the sync loop', () => {
  let seat: CoreHarness
  let centre: FakeCentre
  let ticketId: string
  let callId: string

  beforeEach(async () => {
    centre = new FakeCentre()
    seat = await CoreHarness.start()
    ;({ ticketId, callId } = await seat.begin())
    await seat.call('tickets.setField', { ticketId, field: 'demand', value: '退款' })
  })
  afterEach(() => {
    seat.cleanUp()
    centre.close()
  })

  async function submit(): Promise<void> {
    await seat.call('tickets.submit', { ticketId, despiteMissing: true })
  }
  async function ticket(): Promise<{
    state: string
    number?: string | undefined
    trouble?: string | undefined
  }> {
    return (await seat.call('calls.get', { callId })).ticket
  }

  it('delivers what waited while the centre was away, and shows the number', async () => {
    await submit()
    expect((await ticket()).state).toBe('queued')
    seat.core.receive({ type: 'centre', address: await centre.listen() })
    await vi.waitFor(async () =>
      expect(await ticket()).toMatchObject({ state: 'acknowledged', number: '20261121-000001' }),
    )
    expect(centre.received[0]?.body.fields).toEqual({ demand: '退款' })
    expect((await seat.call('session.get', {})).sync).toMatchObject({ centre: 'online', waiting: 0 })
  })

  it('tries again under the same key when the answer is lost, and nothing is sent twice after', async () => {
    let attempts = 0
    centre.reply = (key, body) => (++attempts < 3 ? 'hang-up' : { status: 200, body: numbered(key, body) })
    seat.core.receive({ type: 'centre', address: await centre.listen() })
    await submit()
    await vi.waitFor(async () => expect((await ticket()).state).toBe('acknowledged'))
    expect(new Set(centre.received.map(({ key }) => key)).size).toBe(1)
    expect(attempts).toBe(3)
  })

  it('does not believe a centre that says yes with nonsense', async () => {
    let attempts = 0
    centre.reply = (key, body) =>
      ++attempts < 2 ? { status: 200, body: { ok: true } } : { status: 200, body: numbered(key, body) }
    seat.core.receive({ type: 'centre', address: await centre.listen() })
    await submit()
    await vi.waitFor(async () => expect((await ticket()).number).toBe('20261121-000001'))
    expect(attempts).toBe(2)
  })

  it('parks what the centre refuses for good, says why, and sends it again when asked', async () => {
    centre.reply = () => ({ status: 422, body: { code: 'bad', message: '缺少诉求内容', retryable: false } })
    seat.core.receive({ type: 'centre', address: await centre.listen() })
    await submit()
    await vi.waitFor(async () => expect((await ticket()).state).toBe('parked'))
    expect((await ticket()).trouble).toContain('缺少诉求内容')
    centre.reply = (key, body) => ({ status: 201, body: numbered(key, body) })
    await seat.call('tickets.retry', { ticketId })
    await vi.waitFor(async () => expect((await ticket()).state).toBe('acknowledged'))
    expect(new Set(centre.received.map(({ key }) => key)).size).toBe(1)
  })

  it('takes a correction of what the centre sent back, and sends it as a new delivery', async () => {
    centre.reply = () => ({ status: 422, body: { code: 'bad', message: '诉求目的太短', retryable: false } })
    seat.core.receive({ type: 'centre', address: await centre.listen() })
    await submit()
    await vi.waitFor(async () => expect((await ticket()).state).toBe('parked'))
    centre.reply = (key, body) => ({ status: 201, body: numbered(key, body) })
    await seat.call('tickets.setField', { ticketId, field: 'demand', value: '退还预付卡余额' })
    await submit()
    await vi.waitFor(async () => expect((await ticket()).state).toBe('acknowledged'))
    expect(centre.received.at(-1)?.body.fields.demand).toBe('退还预付卡余额')
    expect((await seat.call('session.get', {})).sync).toMatchObject({ waiting: 0, parked: 0 })
  })

  it('loses nothing over an hour offline and a restart', async () => {
    await submit()
    seat.die()
    const anHourLater = (): number => Date.now() + 3_600_000
    const second = await CoreHarness.start({ directory: seat.directory, hostId: 'host-2', now: anHourLater })
    second.core.receive({ type: 'centre', address: await centre.listen() })
    await vi.waitFor(async () =>
      expect((await second.call('calls.get', { callId })).ticket.state).toBe('acknowledged'),
    )
    seat = second
  })
})
