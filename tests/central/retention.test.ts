import type { LightMyRequestResponse } from 'fastify'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ReviewCase } from '#shared/domain/review/review-case.ts'
import type { Database } from '../../src-central/database/database.ts'
import { emptyOldCalls, emptyOldCallsDaily } from '../../src-central/review/retention.ts'
import { readSettings } from '../../src-central/settings.ts'
import { centreForSuite, get, refusalIn, send, testDatabases, tokens } from '../support/central.ts'

const day = 86_400_000
const flag: ReviewCase['flags'][number] = {
  ...{ turn: 1, rule: 'rhetorical-question', quote: '凭什么', severity: 'caution' },
  ...{ why: '带责备', rewrite: '', version: 'v1', silent: false, dismissed: false },
}

function reviewCase(callId: string): ReviewCase {
  return {
    ...{ callId, staffNumber: '8031', staffName: '梁雪', team: '', durationMs: 60_000, rehearsal: false },
    startedAt: '2026-08-01T09:00:00+08:00',
    turns: [
      { speaker: 'citizen', startMs: 0, endMs: 2000, text: '我叫李建国' },
      { speaker: 'seat', startMs: 2000, endMs: 4000, text: '凭什么要我们管' },
    ],
    flags: [flag],
    reasons: ['drawn'],
    audio: true,
    masks: [{ turn: 0, from: 2, to: 5 }],
  }
}

describe.each(await testDatabases())('calls under review on $name', (testDatabase) => {
  let now = new Date('2026-08-01T02:00:00Z')
  const centre = centreForSuite(testDatabase, { now: () => now })

  const post = (url: string, body: unknown, token?: string): Promise<LightMyRequestResponse> =>
    send(centre.server, url, body, token)
  const kept = async (callId: string): Promise<ReviewCase | undefined> => {
    const [row] = await centre.database.query<{ body: ReviewCase }>(
      'select body from review_calls where call_id = $1',
      [callId],
    )
    return row?.body
  }
  const sound = { piece: 0, base64: 'AAEC', last: true }

  test('lose words and sound when they are too old, and nothing that is counted', async () => {
    await post('/v1/review/calls', reviewCase('old'))
    await post('/v1/review/calls/old/audio', sound)
    const verdict = {
      ...{ id: randomUUID(), callId: 'old', actor: '8001', at: now.toISOString() },
      act: { kind: 'verdict', flagId: '1/rhetorical-question', decision: 'confirm', reason: '成立' },
    }
    await post('/v1/review/events', { events: [verdict] }, tokens.lead)
    const figures = await get(centre.server, '/v1/review/rules')
    now = new Date(now.getTime() + 60 * day)
    await post('/v1/review/calls', reviewCase('young'))
    // What comes again is not younger for it.
    await post('/v1/review/calls', { ...reviewCase('old'), durationMs: 61_000 })
    now = new Date(now.getTime() + 31 * day)
    expect(await emptyOldCalls(centre.database, now, 90)).toBe(1)
    expect(await emptyOldCalls(centre.database, now, 90)).toBe(0)

    const old = await kept('old')
    expect(JSON.stringify(old)).not.toMatch(/李建国|凭什么/)
    expect(old).toMatchObject({
      ...{ staffNumber: '8031', durationMs: 61_000, audio: false, masks: [] },
      turns: [{ speaker: 'citizen', endMs: 2000 }, { speaker: 'seat' }],
      flags: [{ rule: 'rhetorical-question', version: 'v1', turn: 1, why: '带责备' }],
    })
    expect((await kept('young'))?.turns[0]!.text).toBe('我叫李建国')
    expect(refusalIn(await get(centre.server, '/v1/review/calls/old/audio/0', tokens.lead))).toMatchObject({
      code: 'not-found',
    })
    const { counts } = (await get(centre.server, '/v1/review/rules')).json<{
      counts: { confirmed: number }[]
    }>()
    expect(counts[0]!.confirmed).toBe(
      figures.json<{ counts: { confirmed: number }[] }>().counts[0]!.confirmed,
    )
    const { events } = (await get(centre.server, '/v1/review/events', tokens.lead)).json<{
      events: unknown[]
    }>()
    expect(events).toEqual([verdict])
  })

  test('stay empty when their seat sends them again', async () => {
    const { next } = (await get(centre.server, '/v1/review/calls', tokens.lead)).json<{ next: number }>()
    expect((await post('/v1/review/calls', { ...reviewCase('old'), urgency: '突发' })).statusCode).toBe(200)
    expect((await post('/v1/review/calls/old/audio', sound)).statusCode).toBe(200)
    expect((await kept('old'))?.turns[0]!.text).toBe('')
    expect(refusalIn(await get(centre.server, '/v1/review/calls/old/audio/0', tokens.lead)).code).toBe(
      'not-found',
    )
    const page = (await get(centre.server, `/v1/review/calls?after=${next}`, tokens.lead)).json<{
      cases: unknown[]
    }>()
    expect(page.cases).toEqual([])
    expect(refusalIn(await post('/v1/review/calls', reviewCase('old'), tokens.other)).code).toBe('forbidden')
  })

  test('keep their words until an appeal is answered', async () => {
    const act = async (token: string, actor: string, act: object): Promise<void> => {
      const event = { id: randomUUID(), callId: 'disputed', actor, at: now.toISOString(), act }
      const answer = await post('/v1/review/events', { events: [event] }, token)
      expect(answer.json()).toMatchObject({ refused: [] })
    }
    const flagId = '1/rhetorical-question'
    await post('/v1/review/calls', reviewCase('disputed'))
    await act(tokens.lead, '8001', { kind: 'verdict', flagId, decision: 'confirm', reason: '成立' })
    await act(tokens.operator, '8031', { kind: 'appealed', flagId, text: '是在核对' })
    const later = new Date(now.getTime() + 91 * day)
    await emptyOldCalls(centre.database, later, 90)
    expect((await kept('disputed'))?.turns[0]!.text).toBe('我叫李建国')
    await act(tokens.lead, '8001', {
      ...{ kind: 'appeal-decided', flagId, outcome: 'rejected', reason: '不是核对' },
    })
    await emptyOldCalls(centre.database, later, 90)
    expect((await kept('disputed'))?.turns[0]!.text).toBe('')
  })

  test('more than one transaction takes are emptied all the same', async () => {
    await centre.database.execute(`
      insert into review_calls (call_id, staff_number, received_at, position, body)
      select 'many-' || n, '8031', timestamptz '2026-01-01', 10000 + n, body
      from review_calls, generate_series(1, 205) n where call_id = 'young'`)
    expect(await emptyOldCalls(centre.database, now, 90)).toBe(205)
    expect((await kept('many-205'))?.turns[0]!.text).toBe('')
  })
})

describe('the daily sweep', () => {
  afterEach(() => vi.useRealTimers())

  test('begins soon after the start, goes on every day, tries again sooner after a failure, and stops', async () => {
    vi.useFakeTimers()
    const at: number[] = []
    const start = Date.now()
    let away = true
    const transaction = (): Promise<never> => {
      at.push(Date.now() - start)
      return away ? Promise.reject(new Error('away')) : Promise.resolve(0 as never)
    }
    const warnings: unknown[] = []
    const stop = emptyOldCallsDaily({
      database: { transaction } as unknown as Database,
      now: () => new Date(),
      days: 90,
      logger: { info: () => undefined, warn: (problem: unknown) => void warnings.push(problem) },
    })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(at).toEqual([60_000])
    expect(warnings).toHaveLength(1)
    away = false
    await vi.advanceTimersByTimeAsync(2 * day)
    expect(at.map((ms) => Math.round(ms / 3_600_000))).toEqual([0, 1, 25])
    stop()
    await vi.advanceTimersByTimeAsync(3 * day)
    expect(at).toHaveLength(3)
  })

  test('keeps calls for 90 days, or as long as the centre is told to', () => {
    expect(readSettings({}).reviewDays).toBe(90)
    expect(readSettings({ CENTRAL_REVIEW_DAYS: '30' }).reviewDays).toBe(30)
    expect(() => readSettings({ CENTRAL_REVIEW_DAYS: '0' })).toThrow()
  })
})
