import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { startTestCentre, type TestCentre } from '../support/test-centre.ts'

const patience = { timeout: 15_000, interval: 40 }

const burstPipe: TicketFields = {
  contactPhone: '13711112222',
  requestType: '求助',
  urgency: '及时',
  category: { code: '0101', path: ['公用事业', '供水', '水管爆裂'] },
  incidentAddress: { district: '天河区', road: '体育西路', number: '18号' },
  content: '路边水管爆裂，水漫到人行道。',
  demand: '派人抢修水管',
}

describe('tickets of other seats', () => {
  let centre: TestCentre
  const seats: CoreHarness[] = []

  beforeAll(async () => {
    centre = await startTestCentre()
  })
  afterEach(() => {
    for (const seat of seats.splice(0)) seat.cleanUp()
  })
  afterAll(() => centre.close())

  /** Another seat submits at once: to the centre it is a request like any other. */
  async function othersTell(fields: TicketFields): Promise<string> {
    const localId = randomUUID()
    const at = new Date().toISOString()
    const response = await fetch(new URL('/v1/tickets', centre.address.url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        authorization: `Bearer ${centre.address.token}`,
      },
      body: JSON.stringify({
        localId,
        callId: randomUUID(),
        callStartedAt: at,
        callerNumber: '13711112222',
        submittedAt: at,
        fields,
        answersRead: [],
      }),
    })
    return ((await response.json()) as { number: string }).number
  }

  async function seatWithCall(callerNumber: string) {
    const seat = await CoreHarness.start()
    seats.push(seat)
    const { callId } = await seat.call('calls.start', {
      source: { kind: 'capture', channels: ['citizen'] },
      callerNumber,
    })
    const { ticketId } = (await seat.call('calls.get', { callId })).ticket
    for (const field of ['requestType', 'category', 'incidentAddress', 'content', 'demand'] as const) {
      await seat.call('tickets.setField', { ticketId, field, value: burstPipe[field] })
    }
    seat.core.receive({ type: 'centre', address: centre.address })
    return async () => (await seat.call('calls.get', { callId })).ticket.similar
  }

  it('are found by place and by caller, with their number and without the caller’s', async () => {
    const number = await othersTell(burstPipe)
    const similar = await seatWithCall('13900001111')
    await vi.waitFor(
      async () => expect(await similar()).toMatchObject([{ number, relation: 'other-caller' }]),
      patience,
    )
    expect(JSON.stringify(await similar())).not.toContain('13711112222')
    const again = await seatWithCall('13711112222')
    await vi.waitFor(
      async () => expect(await again()).toMatchObject([{ number, relation: 'same-caller' }]),
      patience,
    )
  })

  it('are not found by the number of a caller who wanted to stay unknown', async () => {
    const place = { district: '番禺区', road: '市桥大北路', number: '3号' }
    const number = await othersTell({ ...burstPipe, incidentAddress: place, confidential: true })
    const page = await fetch(new URL('/v1/matters', centre.address.url), {
      headers: { authorization: `Bearer ${centre.address.token}` },
    })
    const { matters } = (await page.json()) as { matters: { number: string; phones: string[] }[] }
    expect(matters.find((matter) => matter.number === number)).toMatchObject({ phones: [], address: place })
  })
})
