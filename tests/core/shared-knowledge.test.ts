import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Role } from '#shared/contract/procedure.ts'
import type { EntryContent } from '#shared/domain/knowledge/entry.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import type { Database } from '../../src-central/database/database.ts'
import { migrate } from '../../src-central/database/migrate.ts'
import { openPglite } from '../../src-central/database/pglite.ts'
import { addSeat } from '../../src-central/seats.ts'
import { SiteKnowledge } from '../../src-main/core/knowledge/site-knowledge.ts'
import { serverOver } from '../support/central.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { smallSitePack } from '../support/small-site-pack.ts'

const words = (changes: Partial<EntryContent> = {}): EntryContent => ({
  title: '无人机飞行要不要登记',
  similar: ['我买了个无人机能在小区里飞吗', '玩无人机要办什么手续'],
  category: '公安',
  keywords: ['无人机', '登记'],
  answer: '无人机要先实名登记。登记免费，请在民航局网站办理。\n\n小区里不能随意放飞。',
  ...changes,
})

/** Nobody is told when; what has happened within so long has not happened. */
const patience = { timeout: 15_000, interval: 40 }

describe('the shared knowledge base', () => {
  let pack: SitePack
  let database: Database
  let server: FastifyInstance
  let url: string
  const seats: CoreHarness[] = []

  beforeAll(async () => {
    pack = await smallSitePack()
    database = await openPglite()
    await migrate(database)
    await listen()
  })
  afterEach(() => {
    for (const seat of seats.splice(0)) seat.cleanUp()
  })
  afterAll(async () => {
    await server.close()
    await database.close()
  })

  async function listen(port = 0): Promise<void> {
    server = serverOver(database)
    await server.listen({ host: '127.0.0.1', port })
    url = `http://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`
  }

  let added = 0
  /** A core whose seat is signed in at the centre. */
  async function seat(...roles: Role[]): Promise<CoreHarness & { staff: string; connect: () => void }> {
    const staff = String(7000 + ++added)
    const token = `token-${randomUUID()}`
    await addSeat(database, { staffNumber: staff, staffName: `员工${staff}`, roles, token }, new Date())
    const harness = await CoreHarness.start({ site: new SiteKnowledge(pack, () => '2026-11-22') })
    seats.push(harness)
    const connect = (): void => harness.core.receive({ type: 'centre', address: { url, token } })
    connect()
    await vi.waitFor(async () => {
      expect((await harness.call('session.get', {})).staffNumber).toBe(staff)
      expect((await harness.call('knowledge.status', {})).centre).toBe('online')
    }, patience)
    return Object.assign(harness, { staff, connect })
  }

  async function publish(writer: CoreHarness, other: CoreHarness, content = words()): Promise<string> {
    const { entryId } = await writer.call('knowledge.newId', {})
    const saved = await writer.call('knowledge.save', { entryId, baseRevision: 0, content })
    expect(saved.outcome).toBe('saved')
    await writer.call('knowledge.submit', { entryId, revision: 1 })
    const approved = await other.call('knowledge.approve', { entryId, revision: 1 })
    expect(approved).toMatchObject({ state: 'published', revision: 1 })
    return entryId
  }

  it('what a trainer writes and another approves is what a running call is offered next', async () => {
    const [writer, other, operator] = [await seat('trainer'), await seat('trainer'), await seat('operator')]
    const { callId, stream, ticketId } = await operator.begin()
    operator.say(stream, [['citizen', '你好，我买了个无人机，想问一下要不要登记']])
    const before = await operator.call('calls.get', { callId })

    const entryId = await publish(writer, other)
    expect(before.answers.map(({ id }) => id)).not.toContain(entryId)
    operator.connect()
    await vi.waitFor(async () => {
      const found = await operator.call('answers.search', { text: '无人机登记' })
      expect(found.map(({ id }) => id)).toContain(entryId)
    }, patience)
    operator.say(stream, [['citizen', '就是那个无人机要怎么登记啊']], 2000)
    const after = await operator.call('calls.get', { callId })
    expect(after.answers[0]).toMatchObject({ id: entryId, version: '1', title: words().title })

    const ticket = await operator.call('answers.markRead', { ticketId, answerId: entryId })
    expect(ticket.answersRead).toEqual([`${entryId}@1`])
    const whole = await operator.call('knowledge.answer', { answerId: entryId })
    expect(whole).toMatchObject({ version: '1', publishedBy: { staffNumber: other.staff } })

    await operator.call('knowledge.mark', { answerId: entryId, kind: 'wrong', note: '网址已换' })
    await vi.waitFor(async () => {
      const view = await writer.call('knowledge.get', { entryId })
      expect(view.read).toBe(1)
      expect(view.marks).toMatchObject([{ kind: 'wrong', note: '网址已换', staffNumber: operator.staff }])
    }, patience)
  })

  it('an answer on offer says its new words, and goes when it is retired, while the call runs', async () => {
    const [writer, other, operator] = [await seat('trainer'), await seat('lead'), await seat('operator')]
    const title = '电动车充电桩怎么报装'
    const entryId = await publish(
      writer,
      other,
      words({ title, similar: ['小区装充电桩找谁'], keywords: ['充电桩'] }),
    )
    operator.connect()
    await vi.waitFor(async () => {
      expect((await operator.call('answers.search', { text: title }))[0]?.id).toBe(entryId)
    }, patience)
    const { callId, stream } = await operator.begin()
    operator.say(stream, [['citizen', '电动车充电桩怎么报装']])
    expect((await operator.call('calls.get', { callId })).answers[0]).toMatchObject({
      id: entryId,
      version: '1',
    })

    await writer.call('knowledge.save', {
      entryId,
      baseRevision: 1,
      content: words({ title, keywords: ['充电桩'], answer: '请找物业报装，十个工作日内答复。' }),
    })
    await writer.call('knowledge.submit', { entryId, revision: 2 })
    await other.call('knowledge.approve', { entryId, revision: 2 })
    operator.connect()
    await vi.waitFor(() => {
      const offered = operator.of('call.answers').at(-1)
      expect(offered?.answers[0]).toMatchObject({ id: entryId, version: '2' })
      expect(offered?.answers[0]?.answer).toContain('十个工作日')
    }, patience)

    await writer.call('knowledge.retire', { entryId, revision: 2, reason: '政策取消' })
    operator.connect()
    await vi.waitFor(() => {
      expect(
        operator
          .of('call.answers')
          .at(-1)
          ?.answers.map(({ id }) => id),
      ).not.toContain(entryId)
    }, patience)
    await expect(operator.call('knowledge.answer', { answerId: entryId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('who wrote it cannot approve it, and an operator sees no workbench', async () => {
    const [writer, operator] = [await seat('trainer'), await seat('operator')]
    const { entryId } = await writer.call('knowledge.newId', {})
    await writer.call('knowledge.save', { entryId, baseRevision: 0, content: words() })
    expect((await writer.call('knowledge.submit', { entryId, revision: 1 })).mayApprove).toBe(false)
    await expect(writer.call('knowledge.approve', { entryId, revision: 1 })).rejects.toMatchObject({
      code: 'own-work',
      message: expect.stringContaining('请另一位') as string,
    })
    await expect(operator.call('knowledge.list', {})).rejects.toMatchObject({ code: 'forbidden' })
    const other = await seat('lead')
    await vi.waitFor(async () => {
      const queue = await other.call('knowledge.list', { mayApprove: true })
      expect(queue.rows.map((row) => row.entryId)).toContain(entryId)
    }, patience)
    expect((await writer.call('knowledge.list', { mayApprove: true })).rows).toEqual([])
    expect(
      (await other.call('knowledge.return', { entryId, revision: 1, reason: '请写明依据' })).returned,
    ).toMatchObject({ reason: '请写明依据' })
  })

  it('an answer of the site pack is listed, edited, and replaces the pack only when it is published', async () => {
    const [writer, other] = [await seat('trainer'), await seat('trainer')]
    const { id: entryId, title } = pack.answers[0]!
    const listed = await writer.call('knowledge.list', { text: title })
    expect(listed.rows).toContainEqual(
      expect.objectContaining({ entryId, origin: 'pack', state: 'published', version: pack.meta.version }),
    )
    const view = await writer.call('knowledge.get', { entryId })
    expect(view).toMatchObject({ origin: 'pack', revision: 0, published: { version: pack.meta.version } })
    const content = { ...view.content, answer: '这是新的答复。' }
    const saved = await writer.call('knowledge.save', { entryId, baseRevision: 0, content })
    expect(saved.entry).toMatchObject({
      origin: 'centre',
      state: 'draft',
      published: { version: pack.meta.version },
    })
    expect((await writer.call('answers.search', { text: title }))[0]).toMatchObject({
      id: entryId,
      version: pack.meta.version,
    })
    await writer.call('knowledge.submit', { entryId, revision: 1 })
    await other.call('knowledge.approve', { entryId, revision: 1 })
    expect((await other.call('answers.search', { text: title }))[0]).toMatchObject({
      id: entryId,
      version: '1',
      answer: '这是新的答复。',
    })
  })

  it('an answer that only the pack has is retired in one step, and comes back from its versions', async () => {
    const [writer, other] = [await seat('trainer'), await seat('trainer')]
    const { id: entryId, title } = pack.answers[5]!
    await writer.call('knowledge.list', {})
    const retired = await writer.call('knowledge.retire', { entryId, revision: 0, reason: '政策取消' })
    expect(retired).toMatchObject({ origin: 'centre', state: 'retired', revision: 1 })
    expect(retired.published).toBeUndefined()
    const offered = async (): Promise<string | undefined> => {
      const hits = await other.call('answers.search', { text: title })
      return hits.find(({ id }) => id === entryId)?.version
    }
    other.connect()
    await vi.waitFor(async () => {
      expect(await offered()).toBeUndefined()
    }, patience)
    const [first] = await writer.call('knowledge.history', { entryId })
    expect(first!.steps.map(({ step, note }) => [step, note])).toEqual([
      ['imported', undefined],
      ['retired', '政策取消'],
    ])

    const back = await writer.call('knowledge.restore', { entryId, revision: 1, from: 1 })
    expect(back).toMatchObject({ state: 'draft', revision: 2, content: { title } })
    await writer.call('knowledge.submit', { entryId, revision: 2 })
    await other.call('knowledge.approve', { entryId, revision: 2 })
    expect(await offered()).toBe('2')
  })

  it('an answer of the pack that a colleague has rewritten is not retired unseen', async () => {
    const [writer, other] = [await seat('trainer'), await seat('trainer')]
    const entryId = pack.answers[6]!.id
    const { content } = await writer.call('knowledge.get', { entryId })
    await other.call('knowledge.save', {
      entryId,
      baseRevision: 0,
      content: { ...content, answer: '改了。' },
    })
    await expect(
      writer.call('knowledge.retire', { entryId, revision: 0, reason: '重复' }),
    ).rejects.toMatchObject({ code: 'entry-changed' })
    expect(await writer.call('knowledge.get', { entryId })).toMatchObject({
      state: 'draft',
      content: { answer: '改了。' },
    })
  })

  it('answers that only the pack has are retired together with others', async () => {
    const [writer, other] = [await seat('trainer'), await seat('trainer')]
    const published = await publish(writer, other, words({ title: '丙类许可怎么办' }))
    const entryIds = [pack.answers[7]!.id, published, pack.answers[8]!.id]
    const outcome = await writer.call('knowledge.bulk', {
      entryIds,
      action: { kind: 'retire', reason: '年度清理' },
    })
    expect(outcome).toEqual({ done: entryIds, failed: [] })
    const { rows } = await writer.call('knowledge.list', { states: ['retired'], limit: 100 })
    expect(rows.map((row) => row.entryId)).toEqual(expect.arrayContaining(entryIds))
  })

  it('edits made offline are kept through a restart and go out by themselves', async () => {
    const writer = await seat('trainer')
    const { entryId } = await writer.call('knowledge.newId', {})
    const port = Number(new URL(url).port)
    await server.close()
    const kept = await writer.call('knowledge.save', { entryId, baseRevision: 0, content: words() })
    expect(kept).toMatchObject({
      outcome: 'kept-here',
      entry: { origin: 'here', draft: { baseRevision: 0 } },
    })
    expect((await writer.call('knowledge.list', { draftHere: true })).rows).toMatchObject([
      { entryId, draftHere: true },
    ])
    await expect(writer.call('knowledge.submit', { entryId, revision: 1 })).rejects.toMatchObject({
      code: 'draft-waits',
    })

    seats.splice(seats.indexOf(writer), 1)
    writer.die()
    const again = await CoreHarness.start({
      directory: writer.directory,
      site: new SiteKnowledge(pack, () => '2026-11-22'),
    })
    seats.push(again)
    expect(await again.call('knowledge.get', { entryId })).toMatchObject({
      origin: 'here',
      draft: { content: { title: words().title } },
    })
    await listen(port)
    const token = `token-${randomUUID()}`
    await addSeat(
      database,
      { staffNumber: `x${writer.staff}`, staffName: '员工', roles: ['trainer'], token },
      new Date(),
    )
    again.core.receive({ type: 'centre', address: { url, token } })
    await vi.waitFor(async () => {
      const view = await again.call('knowledge.get', { entryId })
      expect(view).toMatchObject({ origin: 'centre', revision: 1 })
      expect(view.draft).toBeUndefined()
    }, patience)
  })

  it('two trainers who edit the same entry get a merge, or a choice, and nothing is lost', async () => {
    const [first, second] = [await seat('trainer'), await seat('trainer')]
    const { entryId } = await first.call('knowledge.newId', {})
    await first.call('knowledge.save', { entryId, baseRevision: 0, content: words() })
    await first.call('knowledge.save', { entryId, baseRevision: 1, content: words({ category: '民航' }) })
    const merged = await second.call('knowledge.save', {
      entryId,
      baseRevision: 1,
      content: words({ keywords: ['无人机', '登记', '放飞'] }),
    })
    expect(merged).toMatchObject({
      outcome: 'merged',
      entry: { revision: 3, content: { category: '民航', keywords: ['无人机', '登记', '放飞'] } },
    })
    const mine = words({ title: '无人机要实名登记吗' })
    await first.call('knowledge.save', {
      entryId,
      baseRevision: 3,
      content: { ...mine, title: '无人机登记' },
    })
    const conflict = await second.call('knowledge.save', { entryId, baseRevision: 3, content: mine })
    expect(conflict).toMatchObject({
      outcome: 'conflict',
      entry: { revision: 4, draft: { content: { title: '无人机要实名登记吗' } } },
      merge: { theirRevision: 4, conflicts: [{ field: 'title', theirs: '无人机登记' }] },
    })
    const chosen = await second.call('knowledge.save', { entryId, baseRevision: 4, content: mine })
    expect(chosen).toMatchObject({ outcome: 'saved', entry: { revision: 5 } })
    expect(chosen.entry.draft).toBeUndefined()
    const history = await first.call('knowledge.history', { entryId })
    expect(history.map(({ revision }) => revision)).toEqual([5, 4, 3, 2, 1])
    const restored = await second.call('knowledge.restore', { entryId, revision: 5, from: 4 })
    expect(restored).toMatchObject({ revision: 6, content: { title: '无人机登记' }, state: 'draft' })
  })

  it('does the same for many and says of each what could not be done', async () => {
    const [writer, other] = [await seat('trainer'), await seat('trainer')]
    const ids: string[] = []
    for (const title of ['甲类许可怎么办', '乙类许可怎么办']) {
      const { entryId } = await writer.call('knowledge.newId', {})
      await writer.call('knowledge.save', { entryId, baseRevision: 0, content: words({ title }) })
      ids.push(entryId)
    }
    const of = (kind: 'submit' | 'approve', entryIds = ids) => ({ entryIds, action: { kind } })
    const submitted = await writer.call('knowledge.bulk', of('submit', [...ids, pack.answers[3]!.id]))
    expect(submitted.done).toEqual(ids)
    expect(submitted.failed).toMatchObject([{ entryId: pack.answers[3]!.id }])
    expect(await writer.call('knowledge.bulk', of('approve'))).toMatchObject({ done: [], failed: [{}, {}] })
    other.connect()
    await vi.waitFor(async () => {
      expect((await other.call('knowledge.bulk', of('approve'))).done).toEqual(ids)
    }, patience)
    const moved = await writer.call('knowledge.bulk', {
      entryIds: ids,
      action: { kind: 'category', category: '许可' },
    })
    expect(moved).toEqual({ done: ids, failed: [] })
    expect((await writer.call('knowledge.list', { category: '许可' })).total).toBe(2)
  })

  it('a question that found nothing becomes a proposal, is grouped, and goes when it is dealt with', async () => {
    const [writer, operator] = [await seat('trainer'), await seat('operator')]
    for (const text of ['鸽子棚怎么办证', '鸽子棚怎么办证呀', '鸽子棚要怎么办证']) {
      const { callId, stream } = await operator.begin()
      operator.say(stream, [['citizen', text]])
      const ending = operator.call('calls.end', { callId })
      for (const speaker of ['seat', 'citizen'] as const) operator.heard({ type: 'closed', stream, speaker })
      await ending
    }
    await vi.waitFor(async () => {
      const groups = await writer.call('knowledge.coverage', {})
      expect(groups).toMatchObject([{ asked: 3 }])
    }, patience)
    const content = words({ title: '鸽子棚办证', similar: [] })
    const proposed = await writer.call('knowledge.proposePhrasings', { content })
    expect(proposed.map(({ text }) => text).toSorted()).toEqual([
      '鸽子棚怎么办证',
      '鸽子棚怎么办证呀',
      '鸽子棚要怎么办证',
    ])
    await writer.call('knowledge.dismissQuestions', { texts: proposed.map(({ text }) => text) })
    expect(await writer.call('knowledge.coverage', {})).toEqual([])
  })

  it('shows why an entry ranks where it does, and warns of neighbours while it is written', async () => {
    const [writer, other] = [await seat('trainer'), await seat('trainer')]
    const title = '风筝节门票多少钱'
    const about = { title, similar: ['风筝节要买票吗'], keywords: ['风筝节'] }
    const entryId = await publish(writer, other, words({ ...about, answer: '风筝节门票20元一张。' }))
    const [hit] = await other.call('knowledge.try', { text: title })
    expect(hit).toMatchObject({ entryId, version: '1' })
    expect(hit!.why.map(({ field }) => field)).toContain('title')

    const check = await other.call('knowledge.check', {
      entryId: 'another',
      content: words({ title: '风筝节门票价格多少钱', similar: [], answer: '风筝节门票三十元一张。' }),
    })
    expect(check.findings).toContainEqual(
      expect.objectContaining({
        kind: 'contradiction',
        quote: '30元',
        other: expect.objectContaining({ entryId }) as unknown,
      }),
    )
    expect(check.meters).toMatchObject({ sentences: 1 })
  })

  it('increments that were tampered with on the way are refused, and the answers in use stay', async () => {
    const [writer, other] = [await seat('trainer'), await seat('trainer')]
    const title = '萤火虫保护区开放时间'
    const entryId = await publish(writer, other, words({ title, similar: [], keywords: ['萤火虫'] }))
    const reader = await seat('operator')
    await vi.waitFor(async () => {
      expect((await reader.call('answers.search', { text: title }))[0]?.id).toBe(entryId)
    }, patience)
    const { sequence } = await reader.call('knowledge.status', {})
    await writer.call('knowledge.save', {
      entryId,
      baseRevision: 1,
      content: words({ title, answer: '每晚开放。' }),
    })
    await writer.call('knowledge.submit', { entryId, revision: 2 })
    await other.call('knowledge.approve', { entryId, revision: 2 })
    await database.execute(
      `update knowledge_increments set body = replace(body, '每晚开放', '永不开放') where sequence = ${String(sequence + 1)}`,
    )
    reader.connect()
    await vi.waitFor(async () => {
      expect(await reader.call('knowledge.status', {})).toMatchObject({
        sequence,
        trouble: expect.stringContaining('签名不对') as string,
      })
    }, patience)
    expect((await reader.call('answers.search', { text: title }))[0]).toMatchObject({
      id: entryId,
      version: '1',
    })
    await database.execute(
      `update knowledge_increments set body = replace(body, '永不开放', '每晚开放') where sequence = ${String(sequence + 1)}`,
    )
    reader.connect()
    await vi.waitFor(async () => {
      expect((await reader.call('knowledge.status', {})).trouble).toBeUndefined()
      expect((await reader.call('answers.search', { text: title }))[0]).toMatchObject({ version: '2' })
    }, patience)
  })

  it('a centre that was set up anew is not believed until a lead trusts it', async () => {
    const [writer, lead] = [await seat('trainer'), await seat('lead')]
    const title = '古树名木怎么认养'
    const entryId = await publish(writer, lead, words({ title, similar: [], keywords: ['古树'] }))
    await database.execute('delete from knowledge_signing_key; delete from knowledge_increments')
    await publish(writer, lead, words({ title: '新中心的答复' }))
    await publish(writer, lead, words({ title: '新中心的另一条答复' }))
    await vi.waitFor(async () => {
      const { trouble } = await lead.call('knowledge.status', {})
      expect(trouble).toContain('重新信任中心')
    }, patience)
    expect((await lead.call('answers.search', { text: title }))[0]?.id).toBe(entryId)

    const status = await lead.call('knowledge.trustCentre', {})
    expect(status.trouble).toBeUndefined()
    expect(status.sequence).toBe(2)
    expect((await lead.call('answers.search', { text: title })).map(({ id }) => id)).not.toContain(entryId)
  })
})
