import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import { useKey } from '../../src-main/core/store/encrypt-database.ts'
import { openStore, type Store } from '../../src-main/core/store/open-store.ts'
import { databaseKey } from '../../src-main/core/store/store-key.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { testStoreKey } from '../support/store-key.ts'

const hour = 3_600_000

describe('tickets about the same matter', () => {
  let seat: CoreHarness
  let now: number

  beforeEach(async () => {
    now = Date.parse('2026-11-20T09:00:00+08:00')
    seat = await CoreHarness.start({ now: () => now })
  })
  afterEach(() => seat.cleanUp())

  async function call(callerNumber: string, fields: Partial<Record<FieldName, unknown>>) {
    const { callId, audioStream } = await seat.call('calls.start', {
      source: { kind: 'capture', channels: ['citizen'] },
      callerNumber,
    })
    const { ticketId } = (await seat.call('calls.get', { callId })).ticket
    for (const [field, value] of Object.entries(fields)) {
      await seat.call('tickets.setField', { ticketId, field: field as FieldName, value })
    }
    const ending = seat.call('calls.end', { callId })
    await Promise.resolve()
    seat.heard({ type: 'closed', stream: audioStream, speaker: 'citizen' })
    await ending
    return { callId, ticketId, ticket: (await seat.call('calls.get', { callId })).ticket }
  }

  const bakery = {
    requestType: '投诉',
    subject: { id: 'S1', name: '幸福西饼（体育西路店）' },
    incidentAddress: { district: '天河区', road: '体育西路', number: '18号' },
    content: '西饼店关门停业，预付卡余额没有用完。',
    demand: '退还预付卡余额',
  }

  it('finds what the same caller told days before, and says nothing of who called', async () => {
    const first = await call('13711112222', bakery)
    await seat.call('tickets.submit', { ticketId: first.ticketId, despiteMissing: true })
    now += 72 * hour
    const { ticket } = await call('13711112222', bakery)
    expect(ticket.similar).toMatchObject([
      { ticketId: first.ticketId, relation: 'same-caller', at: '2026-11-20T01:00:00.000Z' },
    ])
    expect(ticket.similar[0]?.reasons).toContain('caller')
    expect(JSON.stringify(ticket.similar)).not.toContain('13711112222')
  })

  it('finds what others tell of the same place within the day, and nothing after it', async () => {
    const first = await call('13711112222', bakery)
    now += hour
    const near = await call('13733334444', bakery)
    expect(near.ticket.similar.map(({ ticketId }) => ticketId)).toEqual([first.ticketId])
    expect(near.ticket.similar[0]?.relation).toBe('other-caller')
    now += 30 * hour
    const late = await call('13755556666', bakery)
    expect(late.ticket.similar).toEqual([])
  })

  it('never ties an anonymous ticket to its caller', async () => {
    await call('13711112222', { ...bakery, anonymous: true })
    now += 72 * hour
    const { ticket } = await call('13711112222', bakery)
    expect(ticket.similar).toEqual([])
  })

  it('sends the number of a linked ticket that was numbered after it was linked', async () => {
    const first = await call('13711112222', bakery)
    now += hour
    const second = await call('13733334444', { ...bakery, linked: [first.ticketId, '20261101-000007'] })
    await between((store) => {
      const record = store.tickets.get(first.ticketId)!
      store.tickets.put({ ...record, number: '20261120-000001', state: 'acknowledged' })
    })
    await seat.call('tickets.submit', { ticketId: second.ticketId, despiteMissing: true })
    let body: unknown
    await between((store) => (body = store.outbox.due('9999', 1)[0]?.body))
    expect(body).toMatchObject({ fields: { linked: ['20261120-000001', '20261101-000007'] } })
  })

  it('knows the tickets of an earlier client', async () => {
    const first = await call('13711112222', bakery)
    await between((_, database) => database.exec('DELETE FROM matters'))
    now += hour
    const { ticket } = await call('13733334444', bakery)
    expect(ticket.similar.map(({ ticketId }) => ticketId)).toEqual([first.ticketId])
  })

  /** Changes the files of a core that is dead, and starts the next one on them. */
  async function between(work: (store: Store, database: Database.Database) => void): Promise<void> {
    const { directory } = seat
    seat.die()
    const store = openStore(directory, testStoreKey)
    const database = new Database(join(directory, 'seat.db'))
    useKey(database, databaseKey(testStoreKey))
    database.pragma('foreign_keys = ON')
    work(store, database)
    database.close()
    store.close()
    seat = await CoreHarness.start({ directory, now: () => now })
  }
})
