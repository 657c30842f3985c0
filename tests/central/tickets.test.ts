import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { centralTicketSchema, identitySchema } from '#shared/contract/central-api.ts'
import { createRateLimit } from '../../src-central/http/rate-limit.ts'
import { ticketPageSchema } from '../../src-central/http/route-contracts.ts'
import {
  centreForSuite,
  get,
  post,
  refusalIn,
  serverOver,
  submission,
  testDatabases,
  tokens,
} from '../support/central.ts'

describe.each(await testDatabases())('central API on $name', (testDatabase) => {
  const centre = centreForSuite(testDatabase)

  /** A server whose clock stands still on a day of its own, so that numbers start at 1. */
  const serverOn = (iso: string): FastifyInstance => serverOver(centre.database, { now: () => new Date(iso) })

  test('health needs no token', async () => {
    const response = await centre.server.inject('/v1/health')
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({ status: 'ok', database: centre.database.kind })
  })

  test('identity names the seat of the token', async () => {
    const response = await get(centre.server, '/v1/identity', tokens.lead)
    expect(identitySchema.parse(response.json())).toEqual({
      staffNumber: '8001',
      staffName: '坐席8001',
      roles: ['lead'],
    })
  })

  test.each(['', 'Bearer', 'Bearer short', 'Basic token-of-operator-8031', 'Bearer token-of-nobody-0000'])(
    'a request authorised by "%s" is refused before its body is read',
    async (authorization) => {
      const response = await post(centre.server, { body: 'not json', headers: { authorization } })
      expect(refusalIn(response)).toEqual({ status: 401, code: 'unauthorised', retryable: false })
    },
  )

  test('a ticket is received, numbered by the day in China and found again', async () => {
    const body = submission()
    // 16:30 in London on the 18th is 00:30 on the 19th in China.
    const received = await post(serverOn('2031-11-18T16:30:00Z'), { body })
    expect(received.statusCode).toBe(201)
    const ticket = centralTicketSchema.parse(received.json())
    expect(ticket).toEqual({
      number: '20311119-000001',
      status: 'received',
      receivedAt: '2031-11-18T16:30:00.000Z',
      staffNumber: '8031',
      submission: body,
    })
    expect((await get(centre.server, `/v1/tickets/${ticket.number}`)).json()).toEqual(ticket)
  })

  test('twenty submissions at once under one key make one ticket', async () => {
    const body = submission()
    const key = randomUUID()
    const responses = await Promise.all(Array.from({ length: 20 }, () => post(centre.server, { body, key })))
    expect(responses.map(({ statusCode }) => statusCode).toSorted()).toEqual([
      ...Array.from({ length: 19 }, () => 200),
      201,
    ])
    expect(new Set(responses.map((response) => response.body)).size).toBe(1)
  })

  test('the order of keys in a body makes no difference', async () => {
    const body = submission()
    const key = randomUUID()
    const turned = Object.fromEntries(Object.entries(body).toReversed())
    expect((await post(centre.server, { body, key })).statusCode).toBe(201)
    expect((await post(centre.server, { body: turned, key })).statusCode).toBe(200)
  })

  test('one key for two contents is refused', async () => {
    const key = randomUUID()
    await post(centre.server, { body: submission(), key })
    const response = await post(centre.server, { body: submission(), key })
    expect(refusalIn(response)).toEqual({ status: 409, code: 'idempotency-key-reused', retryable: false })
  })

  test('the same local id under a new key is the same ticket, or has to be merged', async () => {
    const body = submission()
    const { number } = (await post(centre.server, { body })).json<{ number: string }>()
    const again = await post(centre.server, { body })
    expect(again.statusCode).toBe(200)
    expect(again.json()).toMatchObject({ number })

    const changed = await post(centre.server, { body: { ...body, fields: { ...body.fields, people: 3 } } })
    expect(refusalIn(changed)).toEqual({ status: 409, code: 'ticket-differs', retryable: false })
    expect(changed.headers.location).toBe(`/v1/tickets/${number}`)
  })

  test('numbers have no gaps when good, repeated and refused submissions come at once', async () => {
    const day = serverOn('2032-01-02T04:00:00Z')
    const first = submission()
    const firstKey = randomUUID()
    const posts = Array.from({ length: 12 }, () => [
      post(day, { body: submission() }),
      post(day, { body: first, key: firstKey }),
      post(day, { body: submission(), key: firstKey }),
      post(day, { body: { ...submission(), localId: 'no uuid' } }),
    ])
    const responses = await Promise.all(posts.flat())
    const created = responses.filter(({ statusCode }) => statusCode === 201)
    const numbers = created.map((response) => response.json<{ number: string }>().number).toSorted()
    const expected = Array.from(
      { length: created.length },
      (_, index) => `20320102-${String(index + 1).padStart(6, '0')}`,
    )
    expect(created.length).toBeGreaterThanOrEqual(12)
    expect(numbers).toEqual(expected)
  })

  test('bad requests are refused, each in its way', async () => {
    const body = submission()
    const refused = async (sent: Parameters<typeof post>[1]): Promise<unknown> => {
      const { status, code } = refusalIn(await post(centre.server, sent))
      return [status, code]
    }
    expect(await refused({ body, key: 'no uuid' })).toEqual([400, 'idempotency-key-required'])
    expect(await refused({ body: '{"localId":' })).toEqual([400, 'bad-request'])
    expect(await refused({ body: '' })).toEqual([400, 'bad-request'])
    expect(await refused({ body: '{"__proto__":{}}' })).toEqual([400, 'bad-request'])
    expect(await refused({ body: { ...body, callId: 'x'.repeat(300_000) } })).toEqual([413, 'too-large'])
    expect(await refused({ body, headers: { 'content-type': 'text/xml' } })).toEqual([
      415,
      'unsupported-media-type',
    ])
    expect(await refused({ body: { ...body, fields: { gender: '不详' } } })).toEqual([422, 'invalid'])
    expect(await refused({ body: { ...body, callId: 'a\0b' } })).toEqual([422, 'invalid'])
    expect(await refused({ body: { ...body, callId: 'a\ud800b' } })).toEqual([422, 'invalid'])
    expect(await refused({ body, token: tokens.trainer })).toEqual([403, 'forbidden'])
  })

  test('a refusal names the field but does not repeat its value', async () => {
    const response = await post(centre.server, { body: submission({ fields: { contactPhone: '秘密号码' } }) })
    expect(response.body).toContain('fields.contactPhone')
    expect(response.body).not.toContain('秘密号码')
  })

  test('what is not there is not found, in JSON', async () => {
    for (const url of [
      '/v1/tickets/20250101-000001',
      '/v1/tickets/nonsense',
      '/v1/tickets/%00',
      '/nothing',
    ]) {
      expect(refusalIn(await get(centre.server, url))).toEqual({
        status: 404,
        code: 'not-found',
        retryable: false,
      })
    }
    expect(refusalIn(await get(centre.server, '/v1/tickets?limit=0')).status).toBe(400)
    expect(refusalIn(await get(centre.server, '/v1/tickets?after=x')).status).toBe(400)
    expect(refusalIn(await get(centre.server, '/%zz')).status).toBe(400)
  })

  test('a seat sees its own tickets, a lead sees all', async () => {
    const { number } = (await post(centre.server, { body: submission(), token: tokens.other })).json<{
      number: string
    }>()
    expect(refusalIn(await get(centre.server, `/v1/tickets/${number}`, tokens.operator)).status).toBe(403)
    expect((await get(centre.server, `/v1/tickets/${number}`, tokens.lead)).statusCode).toBe(200)

    const seats = async (token: string): Promise<Set<string>> => {
      const page = ticketPageSchema.parse((await get(centre.server, '/v1/tickets?limit=200', token)).json())
      return new Set(page.tickets.map(({ staffNumber }) => staffNumber))
    }
    expect(await seats(tokens.other)).toEqual(new Set(['8032']))
    expect(await seats(tokens.lead)).toEqual(new Set(['8031', '8032']))
  })

  test('the list is read page by page, newest first, without a ticket lost or twice', async () => {
    const all = ticketPageSchema.parse((await get(centre.server, '/v1/tickets?limit=200')).json()).tickets
    const read: string[] = []
    let next: string | undefined
    do {
      const after = next === undefined ? '' : `&after=${next}`
      const page = ticketPageSchema.parse((await get(centre.server, `/v1/tickets?limit=5${after}`)).json())
      read.push(...page.tickets.map(({ number }) => number))
      next = page.next
    } while (next !== undefined)
    expect(read).toEqual(all.map(({ number }) => number))
    expect(read).toEqual(read.toSorted().toReversed())
  })

  test('a seat that asks too often is told when to come back', async () => {
    let nowMs = 0
    const limited = serverOver(centre.database, { rateLimit: createRateLimit(2), now: () => new Date(nowMs) })
    await get(limited, '/v1/identity')
    await get(limited, '/v1/identity')
    nowMs = 20_000
    const third = await get(limited, '/v1/identity')
    expect(refusalIn(third)).toEqual({ status: 429, code: 'too-many-requests', retryable: true })
    expect(third.headers['retry-after']).toBe('40')
    expect((await get(limited, '/v1/identity', tokens.other)).statusCode).toBe(200)
    nowMs = 60_000
    expect((await get(limited, '/v1/identity')).statusCode).toBe(200)
  })
})
