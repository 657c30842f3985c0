import { createPublicKey, createHash, randomUUID, verify } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Entry, EntryContent } from '#shared/domain/knowledge/entry.ts'
import {
  adoptionSchema,
  entryRevisionSchema,
  incrementPageSchema,
  saveResultSchema,
  signingKeySchema,
  stampedEntriesSchema,
  stepResultSchema,
  type SaveResult,
  type StepResult,
} from '#shared/contract/central-knowledge.ts'
import { feedStart, readIncrements, type IncrementChecks } from '#shared/domain/knowledge/increment.ts'
import { addSeat } from '../../src-central/seats.ts'
import {
  centreForSuite,
  get,
  refusalIn,
  send,
  serverOver,
  testDatabases,
  tokens,
} from '../support/central.ts'

const otherTrainer = 'token-of-trainer-8091'

const words = (changes: Partial<EntryContent> = {}): EntryContent => ({
  title: '居住证怎么办',
  similar: ['居住证在哪里办'],
  category: '公安',
  keywords: ['居住证'],
  answer: '请带身份证到派出所办理。\n\n工本费20元。',
  ...changes,
})

describe.each(await testDatabases())('knowledge on $name', (testDatabase) => {
  const centre = centreForSuite(testDatabase)
  beforeAll(() =>
    addSeat(
      centre.database,
      { staffNumber: '8091', staffName: '坐席8091', roles: ['trainer'], token: otherTrainer },
      new Date(),
    ),
  )

  const post = (path: string, payload: object, token: string) =>
    send(centre.server, `/v1/knowledge/${path}`, payload, token)

  async function save(
    entryId: string,
    baseRevision: number,
    content: EntryContent,
    token: string = tokens.trainer,
    base?: EntryContent,
  ): Promise<SaveResult> {
    const response = await post('saves', { saves: [{ entryId, baseRevision, content, base }] }, token)
    expect(response.statusCode).toBe(200)
    return saveResultSchema.parse(response.json<{ results: unknown[] }>().results[0])
  }

  async function step(
    entryId: string,
    name: string,
    revision: number,
    token: string = tokens.trainer,
  ): Promise<StepResult> {
    const reason = name === 'return' || name === 'retire' ? { reason: '请核对收费' } : {}
    const response = await post('steps', { steps: [{ entryId, step: name, revision, ...reason }] }, token)
    expect(response.statusCode).toBe(200)
    return stepResultSchema.parse(response.json<{ results: unknown[] }>().results[0])
  }

  async function publish(entryId: string, content = words()): Promise<void> {
    const { entry } = await save(entryId, 0, content)
    await step(entryId, 'submit', entry.revision)
    expect(await step(entryId, 'approve', entry.revision, otherTrainer)).toMatchObject({ outcome: 'done' })
  }

  const changes = async (after = 0) =>
    incrementPageSchema.parse((await get(centre.server, `/v1/knowledge/changes?after=${after}`)).json())

  async function checks(): Promise<IncrementChecks> {
    const { publicKey } = signingKeySchema.parse((await get(centre.server, '/v1/knowledge/key')).json())
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    return {
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      isSigned: (text, signature) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64')),
    }
  }

  const entryOf = async (id: string): Promise<Entry | undefined> => {
    const page = await get(centre.server, '/v1/knowledge/entries?limit=500', tokens.trainer)
    return stampedEntriesSchema.parse(page.json()).entries.find(({ entry }) => entry.id === id)?.entry
  }

  test('an entry is written, submitted, approved by another and reaches the seats signed', async () => {
    const before = (await changes()).newest
    const saved = await save('residence', 0, words())
    expect(saved).toMatchObject({
      outcome: 'saved',
      entry: { state: 'draft', revision: 1, authors: ['8090'] },
    })
    expect(await step('residence', 'submit', 1)).toMatchObject({ entry: { state: 'review' } })
    expect(await step('residence', 'approve', 1)).toMatchObject({ outcome: 'refused', code: 'own-work' })
    expect((await changes()).newest).toBe(before)

    expect(await step('residence', 'approve', 1, otherTrainer)).toMatchObject({
      outcome: 'done',
      entry: { state: 'published', published: { revision: 1, by: { staffNumber: '8091' } }, authors: [] },
    })
    const page = await changes()
    expect(page.newest).toBe(before + 1)
    const read = readIncrements(feedStart, page.increments, await checks())
    expect(read.ok && read.value.changes.at(-1)).toMatchObject({
      kind: 'put',
      entryId: 'residence',
      version: 1,
      content: words(),
    })
  })

  test('a step asked for twice is done once', async () => {
    await publish('twice')
    const { newest } = await changes()
    expect(await step('twice', 'approve', 1, otherTrainer)).toMatchObject({ outcome: 'done' })
    expect((await changes()).newest).toBe(newest)
  })

  test('the published words stay with the seats while a new draft is written', async () => {
    await publish('staying')
    const { newest } = await changes()
    const saved = await save('staying', 1, words({ answer: '现在可以网上办。' }))
    expect(saved.entry).toMatchObject({ state: 'draft', revision: 2, published: { revision: 1 } })
    expect((await changes()).newest).toBe(newest)
  })

  test('who wrote part of it may not approve it, whoever submitted it', async () => {
    await save('shared', 0, words())
    await save('shared', 1, words({ category: '户籍' }), otherTrainer)
    await step('shared', 'submit', 2)
    expect(await step('shared', 'approve', 2, otherTrainer)).toMatchObject({ code: 'own-work' })
    expect(await step('shared', 'approve', 2, tokens.lead)).toMatchObject({ outcome: 'done' })
  })

  test('a returned entry says why until it is submitted again', async () => {
    await save('returned', 0, words())
    await step('returned', 'submit', 1)
    expect(await step('returned', 'return', 1, otherTrainer)).toMatchObject({
      entry: { state: 'draft', returned: { reason: '请核对收费', by: { staffNumber: '8091' } } },
    })
    await step('returned', 'submit', 1)
    expect((await entryOf('returned'))?.returned).toBeUndefined()
  })

  test('nothing is decided about a revision that is not the newest, and nothing empty is submitted', async () => {
    await save('stale', 0, words())
    await save('stale', 1, words({ answer: '' }))
    expect(await step('stale', 'submit', 1)).toMatchObject({ outcome: 'refused', code: 'entry-changed' })
    expect(await step('stale', 'submit', 2)).toMatchObject({ outcome: 'refused', code: 'incomplete' })
    expect(await step('stale', 'return', 2)).toMatchObject({ outcome: 'refused', code: 'wrong-state' })
    expect(await step('nothing', 'submit', 1)).toMatchObject({ outcome: 'refused', code: 'not-found' })
  })

  test('two trainers who edit the same entry get a merge', async () => {
    await save('merged', 0, words())
    await save('merged', 1, words({ answer: '请带身份证到派出所办理。\n\n工本费免收。' }), otherTrainer)
    const mine = words({ similar: ['居住证在哪里办', '我想办居住证'] })
    expect(await save('merged', 1, mine)).toMatchObject({
      outcome: 'merged',
      entry: {
        revision: 3,
        content: {
          similar: ['居住证在哪里办', '我想办居住证'],
          answer: '请带身份证到派出所办理。\n\n工本费免收。',
        },
      },
    })
    expect((await entryOf('merged'))?.authors).toEqual(['8090', '8091'])
  })

  test('where both changed the same paragraph nothing is saved until a person has chosen', async () => {
    await save('conflict', 0, words())
    await save('conflict', 1, words({ answer: '请带身份证到派出所办理。\n\n工本费免收。' }), otherTrainer)
    const mine = words({ answer: '请带身份证到派出所办理。\n\n工本费10元。' })
    const result = await save('conflict', 1, mine)
    expect(result).toMatchObject({
      outcome: 'conflict',
      entry: { revision: 2 },
      merge: {
        theirRevision: 2,
        theirAuthor: '坐席8091',
        conflicts: [{ field: 'answer', part: 1, mine: '工本费10元。', theirs: '工本费免收。' }],
      },
    })
    expect((await entryOf('conflict'))?.revision).toBe(2)
    expect(await save('conflict', 2, mine)).toMatchObject({ outcome: 'saved', entry: { revision: 3 } })
  })

  test('two trainers who begin with the same answer of the site pack get a merge over it', async () => {
    const pack = words()
    await save('of-pack', 0, words({ keywords: ['居住证', '暂住证'] }), tokens.trainer, pack)
    const second = await save('of-pack', 0, words({ category: '户籍' }), otherTrainer, pack)
    expect(second).toMatchObject({
      outcome: 'merged',
      entry: { content: { keywords: ['居住证', '暂住证'], category: '户籍' } },
    })
  })

  test('a save whose answer was lost changes nothing when it is sent again', async () => {
    await save('lost', 0, words())
    const again = words({ category: '户籍' })
    await save('lost', 1, again)
    expect(await save('lost', 1, again)).toMatchObject({ outcome: 'same', entry: { revision: 2 } })
  })

  test('the history names every revision and what was done to it', async () => {
    await save('history', 0, words())
    await step('history', 'submit', 1)
    await step('history', 'return', 1, otherTrainer)
    await save('history', 1, words({ answer: '免费。' }))
    const response = await get(centre.server, '/v1/knowledge/entries/history/revisions', tokens.lead)
    const revisions = response
      .json<{ revisions: unknown[] }>()
      .revisions.map((revision) => entryRevisionSchema.parse(revision))
    expect(revisions.map(({ revision, steps }) => [revision, steps.map((done) => done.step)])).toEqual([
      [2, ['saved']],
      [1, ['saved', 'submitted', 'returned']],
    ])
    expect(revisions[1]!.steps[2]).toMatchObject({ note: '请核对收费', by: { staffName: '坐席8091' } })
    expect(
      refusalIn(await get(centre.server, '/v1/knowledge/entries/none/revisions', tokens.lead)).status,
    ).toBe(404)
  })

  test('retiring takes an answer from the seats', async () => {
    await publish('old')
    expect(await step('old', 'retire', 1)).toMatchObject({ entry: { state: 'retired' } })
    const read = readIncrements(feedStart, (await changes()).increments, await checks())
    expect(read.ok && read.value.changes.at(-1)).toMatchObject({ kind: 'remove', entryId: 'old' })
  })

  test('a page of increments goes on where the last one ended', async () => {
    await publish('page-one')
    await publish('page-two')
    const all = (await changes()).increments
    const first = incrementPageSchema.parse(
      (await get(centre.server, '/v1/knowledge/changes?limit=1')).json(),
    )
    const position = readIncrements(feedStart, first.increments, await checks())
    expect(position.ok && position.value.position.sequence).toBe(1)
    const rest = (await changes(1)).increments
    expect([...first.increments, ...rest]).toEqual(all)
    expect(position.ok && readIncrements(position.value.position, rest, await checks()).ok).toBe(true)
  })

  test('tampered, reordered, repeated and left out increments are refused', async () => {
    await publish('forge-one')
    await publish('forge-two')
    const { increments } = await changes()
    const check = await checks()
    const codeOf = (feed: typeof increments): string | undefined => {
      const read = readIncrements(feedStart, feed, check)
      return read.ok ? undefined : read.error.code
    }
    const [first, second, ...rest] = increments
    expect(codeOf(increments)).toBeUndefined()
    expect(codeOf([{ ...first!, body: first!.body.replace('20元', '90元') }, second!])).toBe(
      'increment-forged',
    )
    expect(codeOf([second!, first!])).toBe('increment-order')
    expect(codeOf([first!, first!])).toBe('increment-order')
    expect(codeOf([first!, ...rest])).toBe('increment-order')
    // An honest increment put into another's place, renumbered.
    expect(codeOf([first!, { ...second!, body: rest[0]?.body ?? first!.body }])).toBe('increment-forged')
    const after = readIncrements(feedStart, increments, check)
    expect(after.ok && readIncrements(after.value.position, [second!], check)).toMatchObject({ ok: false })
  })

  test('an operator takes what is published and writes nothing', async () => {
    expect((await get(centre.server, '/v1/knowledge/changes', tokens.operator)).statusCode).toBe(200)
    for (const path of ['entries', 'entries/x/revisions', 'adoption', 'unanswered']) {
      expect(refusalIn(await get(centre.server, `/v1/knowledge/${path}`, tokens.operator)).status).toBe(403)
    }
    const saves = { saves: [{ entryId: 'x', baseRevision: 0, content: words() }] }
    expect(refusalIn(await post('saves', saves, tokens.operator)).status).toBe(403)
    const steps = { steps: [{ entryId: 'x', step: 'approve', revision: 1 }] }
    expect(refusalIn(await post('steps', steps, tokens.operator)).status).toBe(403)
  })

  test('text that cannot be stored is refused', async () => {
    const saves = { saves: [{ entryId: 'nul', baseRevision: 0, content: words({ answer: '甲\0乙' }) }] }
    expect(refusalIn(await post('saves', saves, tokens.trainer)).status).toBe(422)
  })

  test('what seats tell of an answer is counted once and by version', async () => {
    const about = { entryId: 'told', note: '', at: '2026-11-20T02:00:00.000Z' }
    const wrong = { ...about, id: randomUUID(), kind: 'wrong', version: '2', note: '费用已改' }
    const signals = [
      { ...about, id: randomUUID(), kind: 'read', version: '1' },
      { ...about, id: randomUUID(), kind: 'read', version: '2' },
      wrong,
    ]
    await post('signals', { signals }, tokens.operator)
    await post('signals', { signals: [wrong] }, tokens.operator)
    const response = await get(centre.server, '/v1/knowledge/adoption', tokens.trainer)
    const adoption = response
      .json<{ adoption: unknown[] }>()
      .adoption.map((row) => adoptionSchema.parse(row))
      .filter(({ entryId }) => entryId === 'told')
    expect(adoption).toEqual([
      expect.objectContaining({ version: '1', read: 1, wrong: 0, marks: [] }),
      expect.objectContaining({
        version: '2',
        read: 1,
        wrong: 1,
        marks: [{ kind: 'wrong', note: '费用已改', at: '2026-11-20T02:00:00.000Z', staffNumber: '8031' }],
      }),
    ])
    const newest = adoption.at(-1)!.stamp
    const later = await get(centre.server, `/v1/knowledge/adoption?after=${newest}`, tokens.trainer)
    expect(later.json()).toEqual({ adoption: [] })
  })

  test('unanswered questions are counted, and gone once dealt with until they are asked anew', async () => {
    const ask = (text: string, at: string) => ({ id: randomUUID(), kind: 'unanswered', text, at })
    const clock = serverOver(centre.database, { now: () => new Date('2026-11-21T00:00:00Z') })
    const questions = async () => {
      const page = await get(clock, '/v1/knowledge/unanswered?days=10', tokens.trainer)
      return page.json<{ questions: { text: string; asked: number }[] }>().questions
    }
    const signals = [
      ask('养老金能代领吗', '2026-11-19T00:00:00Z'),
      ask('养老金能代领吗', '2026-11-20T00:00:00Z'),
      ask('无人机要登记吗', '2026-11-20T00:00:00Z'),
      ask('很久以前的问题', '2026-01-01T00:00:00Z'),
    ]
    await post('signals', { signals }, tokens.operator)
    expect((await questions()).map(({ text, asked }) => [text, asked])).toEqual([
      ['养老金能代领吗', 2],
      ['无人机要登记吗', 1],
    ])
    await clock.inject({
      method: 'POST',
      url: '/v1/knowledge/dismissals',
      headers: { authorization: `Bearer ${tokens.trainer}` },
      payload: { texts: ['养老金能代领吗'] },
    })
    expect(await questions()).toHaveLength(1)
    await post('signals', { signals: [ask('养老金能代领吗', '2026-11-21T09:00:00Z')] }, tokens.operator)
    expect(await questions()).toHaveLength(2)
    await clock.close()
  })
})
