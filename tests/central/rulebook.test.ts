import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { RevisionOrder } from '#shared/contract/central-rulebook.ts'
import type { RulebookRevision } from '#shared/domain/review/rulebook.ts'
import { normRuleSchema } from '#shared/domain/site-pack.ts'
import { centreForSuite, get, refusalIn, send, testDatabases, tokens } from '../support/central.ts'

const order = (base: number, say: string, rule = 'commanding', match = '快+说'): RevisionOrder => ({
  base,
  note: '试',
  change: {
    kind: 'rule',
    rule,
    entries: [normRuleSchema.parse({ rule, title: '命令', phrases: [{ say }], patterns: [{ match }] })],
  },
})

describe.each(await testDatabases())('rules and scorecard on $name', (testDatabase) => {
  const centre = centreForSuite(testDatabase)

  const save = (body: RevisionOrder, token: string = tokens.trainer): Promise<LightMyRequestResponse> =>
    send(centre.server, '/v1/rulebook/revisions', body, token)
  const read = async (after: number): Promise<RulebookRevision[]> =>
    (await get(centre.server, `/v1/rulebook/revisions?after=${String(after)}`, tokens.operator)).json<{
      revisions: RulebookRevision[]
    }>().revisions

  test('every version is kept, and all seats read them in their order', async () => {
    expect((await save(order(0, '快说'))).json()).toMatchObject({ position: 1, version: 1, by: '8090' })
    expect((await save(order(1, '听着'), tokens.lead)).json()).toMatchObject({ position: 2, version: 2 })
    expect((await save(order(0, '推了', 'shirking'))).json()).toMatchObject({ position: 3, version: 1 })
    const back: RevisionOrder = {
      base: 2,
      note: '',
      change: { kind: 'rule', rule: 'commanding', entries: null },
    }
    expect((await save(back)).json()).toMatchObject({ position: 4, version: 3 })
    expect((await read(0)).map(({ position, version }) => [position, version])).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 3],
    ])
    expect(await read(3)).toMatchObject([{ change: { entries: null } }])
  })

  test('of two that change the same version the second is refused', async () => {
    const both = await Promise.all([save(order(1, '甲', 'shirking')), save(order(1, '乙', 'shirking'))])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
    expect(refusalIn(both.find(({ statusCode }) => statusCode === 409)!)).toMatchObject({ code: 'outdated' })
  })

  test('an operator may not save, and nobody an expression that could hang', async () => {
    expect(refusalIn(await save(order(0, '推', 'hold'), tokens.operator))).toMatchObject({
      code: 'forbidden',
    })
    const refused = await save(order(0, '推', 'hold', '(快+)+说'))
    expect(refusalIn(refused)).toMatchObject({ code: 'invalid' })
    expect(refused.json<{ message: string }>().message).toContain('(快+)+说')
  })
})
