import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { ReviewCase } from '#shared/domain/review/review-case.ts'
import type { ReviewAct, ReviewEvent } from '#shared/domain/review/review-event.ts'
import { centreForSuite, get, refusalIn, send, testDatabases, tokens } from '../support/central.ts'

function reviewCase(callId: string, changes: Partial<ReviewCase> = {}): ReviewCase {
  return {
    callId,
    staffNumber: '8031',
    staffName: '梁雪',
    team: '',
    startedAt: '2026-11-20T09:00:00+08:00',
    durationMs: 60_000,
    rehearsal: false,
    turns: [
      { speaker: 'citizen', startMs: 0, endMs: 2000, text: '我叫李建国' },
      { speaker: 'seat', startMs: 2000, endMs: 4000, text: '凭什么要我们管' },
    ],
    flags: [
      {
        ...{
          turn: 1,
          rule: 'rhetorical-question',
          quote: '凭什么',
          severity: 'caution',
          why: '',
          rewrite: '',
        },
        ...{ version: 'v1', silent: false, dismissed: false },
      } as const,
    ],
    reasons: ['drawn'],
    audio: true,
    masks: [{ turn: 0, from: 2, to: 5 }],
    ...changes,
  }
}

const flagId = '1/rhetorical-question'
const confirm: ReviewAct = { kind: 'verdict', flagId, decision: 'confirm', reason: '成立' }
const event = (callId: string, actor: string, act: ReviewAct): ReviewEvent => ({
  ...{ id: randomUUID(), callId, actor, act },
  at: new Date().toISOString(),
})

describe.each(await testDatabases())('reviews on $name', (testDatabase) => {
  const centre = centreForSuite(testDatabase)

  const submit = (review: ReviewCase, token: string = tokens.operator): Promise<LightMyRequestResponse> =>
    send(centre.server, '/v1/review/calls', review, token)
  const act = async (events: readonly ReviewEvent[], token: string): Promise<readonly string[]> => {
    const answer = await send(centre.server, '/v1/review/events', { events }, token)
    return answer.json<{ refused: { id: string }[] }>().refused.map(({ id }) => id)
  }

  test('a seat submits its own calls and no others', async () => {
    expect((await submit(reviewCase('own'))).statusCode).toBe(200)
    expect(refusalIn(await submit(reviewCase('own'), tokens.other))).toMatchObject({ code: 'forbidden' })
    const taken = reviewCase('own', { staffNumber: '8032' })
    expect(refusalIn(await submit(taken, tokens.other))).toMatchObject({ code: 'forbidden' })
  })

  test('a reviewer reads them masked, page by page, and nobody else does', async () => {
    await submit(reviewCase('more'))
    const page = (await get(centre.server, '/v1/review/calls?limit=1', tokens.lead)).json<{
      cases: ReviewCase[]
      next: number
    }>()
    expect(page.cases.map(({ turns }) => turns[0]!.text)).toEqual(['我叫＊＊＊'])
    const rest = (await get(centre.server, `/v1/review/calls?after=${page.next}`, tokens.lead)).json<
      typeof page
    >()
    expect(rest.cases.map(({ callId }) => callId)).toEqual(['more'])
    expect((await get(centre.server, `/v1/review/calls?after=${rest.next}`, tokens.lead)).json()).toEqual({
      cases: [],
      next: rest.next,
    })
    expect(refusalIn(await get(centre.server, '/v1/review/calls'))).toMatchObject({ code: 'forbidden' })
    // Changed words come again.
    await submit(reviewCase('own', { durationMs: 61_000 }))
    const again = (await get(centre.server, `/v1/review/calls?after=${rest.next}`, tokens.lead)).json<
      typeof page
    >()
    expect(again.cases.map(({ callId }) => callId)).toEqual(['own'])
  })

  test('what is behind the masks is given with a reason, on record', async () => {
    const url = '/v1/review/calls/own/reveal'
    expect(refusalIn(await send(centre.server, url, { reason: '看看' }, tokens.operator))).toMatchObject({
      code: 'forbidden',
    })
    expect(refusalIn(await send(centre.server, url, { reason: ' ' }, tokens.lead))).toMatchObject({
      code: 'invalid',
    })
    expect(
      (await send(centre.server, url, { reason: '核对' }, tokens.lead)).json<ReviewCase>().turns[0]!.text,
    ).toBe('我叫李建国')
    const { events } = (await get(centre.server, '/v1/review/events', tokens.lead)).json<{
      events: ReviewEvent[]
    }>()
    expect(events).toMatchObject([
      { callId: 'own', actor: '8001', act: { kind: 'revealed', reason: '核对' } },
    ])
  })

  test('a reviewer looks behind the masks where the pack of the call says so, on record', async () => {
    await submit(reviewCase('open', { flags: [], reveal: ['reviewer'] }))
    const reveal = (id: string, token: string) =>
      send(centre.server, `/v1/review/calls/${id}/reveal`, { reason: '核对号码' }, token)
    expect((await reveal('open', tokens.reviewer)).json<ReviewCase>().turns[0]!.text).toBe('我叫李建国')
    expect(refusalIn(await reveal('own', tokens.reviewer))).toMatchObject({ code: 'forbidden' })
    expect(refusalIn(await reveal('open', tokens.lead))).toMatchObject({ code: 'forbidden' })
    expect(refusalIn(await reveal('nowhere', tokens.trainer))).toMatchObject({ code: 'forbidden' })
    const { events } = (await get(centre.server, '/v1/review/events', tokens.lead)).json<{
      events: ReviewEvent[]
    }>()
    expect(events.filter(({ callId }) => callId === 'open')).toMatchObject([
      { actor: '8050', act: { kind: 'revealed', reason: '核对号码' } },
    ])
  })

  test('an event is taken once, from its own actor, by role, and only where it can be', async () => {
    await submit(reviewCase('judged'))
    const verdict = event('judged', '8001', confirm)
    expect(await act([verdict], tokens.lead)).toEqual([])
    expect(await act([verdict], tokens.lead)).toEqual([])
    const wrong = [
      event('judged', '8031', confirm),
      event('judged', '8001', confirm),
      event('nowhere', '8031', { kind: 'appealed', flagId, text: '不同意' }),
    ]
    expect(await act(wrong, tokens.operator)).toEqual(wrong.map(({ id }) => id))
    const appeal = event('judged', '8031', { kind: 'appealed', flagId, text: '不同意' })
    expect(await act([appeal], tokens.operator)).toEqual([])
    const again = event('judged', '8031', { kind: 'appealed', flagId, text: '还是不同意' })
    expect(await act([again], tokens.operator)).toEqual([again.id])
  })

  test('a seat reads what was done with its own calls only', async () => {
    const of = async (token: string): Promise<readonly string[]> =>
      (await get(centre.server, '/v1/review/events', token))
        .json<{ events: ReviewEvent[] }>()
        .events.map(({ act: { kind } }) => kind)
    expect(await of(tokens.operator)).toEqual(['revealed', 'revealed', 'verdict', 'appealed'])
    expect(await of(tokens.other)).toEqual([])
  })

  test('verdicts are counted by rule and version', async () => {
    const { counts } = (await get(centre.server, '/v1/review/rules')).json<{ counts: unknown[] }>()
    expect(counts).toEqual([
      {
        ...{ rule: 'rhetorical-question', version: 'v1' },
        ...{ confirmed: 1, dismissed: 0, changed: 0, open: 2, missed: 0 },
      },
    ])
  })

  test('sound comes in pieces, from the seat whose call it is, to reviewers', async () => {
    const piece = { piece: 0, base64: 'AAEC', last: true }
    const url = '/v1/review/calls/own/audio'
    expect(refusalIn(await send(centre.server, url, piece, tokens.other))).toMatchObject({
      code: 'forbidden',
    })
    expect((await send(centre.server, url, piece, tokens.operator)).statusCode).toBe(200)
    expect((await get(centre.server, `${url}/0`, tokens.lead)).json()).toEqual(piece)
    expect(refusalIn(await get(centre.server, `${url}/1`, tokens.lead))).toMatchObject({ code: 'not-found' })
    expect(refusalIn(await get(centre.server, `${url}/0`, tokens.operator))).toMatchObject({
      code: 'forbidden',
    })
  })

  test('a seat reports for itself, the lead sees it, and a whisper is given once', async () => {
    const report = {
      seat: { staffNumber: '8031', staffName: '梁雪', team: '', state: 'idle', riskTags: [], matter: '' },
      ...{ deadlines: [], promises: [], matters: [] },
    }
    expect(refusalIn(await send(centre.server, '/v1/board/reports', report, tokens.other))).toMatchObject({
      code: 'forbidden',
    })
    expect((await send(centre.server, '/v1/board/reports', report, tokens.operator)).json()).toEqual({
      whispers: [],
    })
    const seen = (await get(centre.server, '/v1/board/reports', tokens.lead)).json<{
      reports: { report: unknown }[]
    }>()
    expect(seen.reports.map((entry) => entry.report)).toEqual([report])
    expect(refusalIn(await get(centre.server, '/v1/board/reports'))).toMatchObject({ code: 'forbidden' })
    const whisper = { staffNumber: '8031', text: '先安抚市民' }
    expect(
      refusalIn(await send(centre.server, '/v1/board/whispers', whisper, tokens.operator)),
    ).toMatchObject({
      code: 'forbidden',
    })
    expect((await send(centre.server, '/v1/board/whispers', whisper, tokens.lead)).statusCode).toBe(200)
    const first = await send(centre.server, '/v1/board/reports', report, tokens.operator)
    expect(first.json()).toMatchObject({ whispers: [{ from: '8001', text: '先安抚市民' }] })
    expect((await send(centre.server, '/v1/board/reports', report, tokens.operator)).json()).toEqual({
      whispers: [],
    })
  })
})
