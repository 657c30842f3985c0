import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../src-central/database/database.ts'
import { migrate } from '../../src-central/database/migrate.ts'
import { openPglite } from '../../src-central/database/pglite.ts'
import { addSeat } from '../../src-central/seats.ts'
import { SiteKnowledge } from '../../src-main/core/knowledge/site-knowledge.ts'
import { serverOver } from '../support/central.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { smallSitePack } from '../support/small-site-pack.ts'

const rows = 10_000
/** One row in a hundred is bad, each in another way. */
const badEvery = 100

const badCells = [
  (n: number) => [`bad${n}`, '', '有答复。', ''],
  (n: number) => [`bad${n}`, '有标题', '', ''],
  (n: number) => [`bad/${n}`, '有标题', '有答复。', ''],
  (n: number) => [`bad${n}`, '有标题', '有答复。', '2026-02-30'],
  (n: number) => [`row${n - 1}`, '有标题', '有答复。', ''],
]

function sheet(): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const n = index + 1
    const bad = n % badEvery === 0 ? badCells[(n / badEvery) % badCells.length]!(n) : undefined
    return (bad ?? [`row${n}`, `第${n}号事项怎么办`, `请到${n}号窗口办理，\n"当日"办结。`, '2027-12-31'])
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(',')
  })
  return ['编号,标题,答复,失效日期', ...lines].join('\r\n')
}

describe('a sheet of 10,000 rows', () => {
  let database: Database
  let server: FastifyInstance
  let trainer: CoreHarness

  beforeAll(async () => {
    database = await openPglite()
    await migrate(database)
    const token = `token-${randomUUID()}`
    await addSeat(database, { staffNumber: '1', staffName: '管理员', roles: ['trainer'], token }, new Date())
    server = serverOver(database)
    await server.listen({ host: '127.0.0.1', port: 0 })
    const url = `http://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`
    trainer = await CoreHarness.start({ site: new SiteKnowledge(await smallSitePack(), () => '2026-11-22') })
    trainer.core.receive({ type: 'centre', address: { url, token } })
    await vi.waitFor(async () => {
      expect((await trainer.call('session.get', {})).roles).toEqual(['trainer'])
    })
  })
  afterAll(async () => {
    trainer.cleanUp()
    await server.close()
    await database.close()
  })

  async function plan(text: string): Promise<{ planId: string; counts: unknown }> {
    const bytes = Buffer.from(text)
    const { uploadId } = await trainer.call('knowledge.importBegin', {
      format: 'csv',
      files: [{ name: '口径.csv', bytes: bytes.length }],
    })
    for (let from = 0; from < bytes.length; from += 150_000) {
      const base64 = bytes.subarray(from, from + 150_000).toString('base64')
      await trainer.call('knowledge.importAppend', { uploadId, file: 0, base64 })
    }
    return trainer.call('knowledge.importPlan', { uploadId })
  }

  it('is planned with every bad row by line and reason, saved without them, and the same when planned again', async () => {
    const bad = rows / badEvery
    const { planId, counts } = await plan(sheet())
    expect(counts).toEqual({ new: rows - bad, changed: 0, same: 0, bad })
    expect((await trainer.call('knowledge.list', { text: 'row1' })).total).toBe(0)

    const page = await trainer.call('knowledge.importRows', { planId, outcome: 'bad', limit: 500 })
    expect(page.total).toBe(bad)
    expect(
      page.rows.every(({ reasons }) => reasons.length === 1 && /\p{Script=Han}/u.test(reasons[0]!)),
    ).toBe(true)
    const lines = new Map(page.rows.map((row) => [row.line, row.reasons[0]]))
    // Every row spans two lines of the file, but the bad ones: n rows before it, of them one in a hundred on one line.
    expect(lines.get(1 + 99 * 2 + 1)).toBe('缺少“答复”')
    expect(new Set(lines.values()).size).toBeGreaterThanOrEqual(5)

    const outcome = await trainer.call('knowledge.importApply', { planId })
    expect(outcome).toEqual({ saved: rows - bad, failed: [] })
    expect(trainer.of('knowledge.importProgress').at(-1)).toEqual({
      planId,
      saved: rows - bad,
      total: rows - bad,
    })
    const list = await trainer.call('knowledge.list', { text: '9999', states: ['draft'] })
    expect(list.rows).toMatchObject([{ entryId: 'row9999', title: '第9999号事项怎么办', origin: 'centre' }])

    const again = await plan(sheet())
    expect(again.counts).toEqual({ new: 0, changed: 0, same: rows - bad, bad })

    const made = await trainer.call('knowledge.export', { format: 'csv', filter: { states: ['draft'] } })
    expect(made).toMatchObject({ entries: rows - bad, mediaType: 'text/csv' })
    let csv = Buffer.alloc(0)
    for (let done = false; !done;) {
      const piece = await trainer.call('knowledge.exportPiece', { exportId: made.exportId, from: csv.length })
      csv = Buffer.concat([csv, Buffer.from(piece.base64, 'base64')])
      done = piece.done
    }
    expect(csv.length).toBe(made.bytes)
    expect((await plan(csv.toString())).counts).toEqual({ new: 0, changed: 0, same: rows - bad, bad: 0 })
  }, 300_000)

  it('brings the answers of the site pack to the centre', async () => {
    const { planId, counts } = await trainer.call('knowledge.importPack', {})
    expect(counts).toMatchObject({ new: 30, bad: 0 })
    expect((await trainer.call('knowledge.importApply', { planId })).saved).toBe(30)
    expect((await trainer.call('knowledge.importPack', {})).counts.new).toBe(0)
  })

  it('refuses a file that is not what was announced, and a plan that is gone', async () => {
    const { uploadId } = await trainer.call('knowledge.importBegin', {
      format: 'csv',
      files: [{ name: 'a.csv', bytes: 9 }],
    })
    await expect(trainer.call('knowledge.importPlan', { uploadId })).rejects.toMatchObject({
      code: 'upload-incomplete',
    })
    await expect(trainer.call('knowledge.importApply', { planId: 'gone' })).rejects.toMatchObject({
      code: 'plan-not-found',
    })
  })

  it('changes only the columns of the sheet, also of an entry that a colleague changed after the dry run', async () => {
    const entryId = 'narrow'
    const content = {
      ...{ title: '窄表', similar: ['窄不窄'], category: '甲' },
      keywords: ['窄'],
      answer: '一。',
    }
    await trainer.call('knowledge.save', { entryId, baseRevision: 0, content })
    const { planId, counts } = await plan('编号,失效日期,关键词\nnarrow,2028-01-31,\n')
    expect(counts).toEqual({ new: 0, changed: 1, same: 0, bad: 0 })
    const { rows: shown } = await trainer.call('knowledge.importRows', { planId })
    expect(shown).toMatchObject([{ title: '窄表', changes: ['关键词（清空）', '失效日期'] }])
    await trainer.call('knowledge.save', {
      entryId,
      baseRevision: 1,
      content: { ...content, answer: '二。' },
    })
    expect(await trainer.call('knowledge.importApply', { planId })).toEqual({ saved: 1, failed: [] })
    const { content: now } = await trainer.call('knowledge.get', { entryId })
    expect(now).toEqual({ ...content, answer: '二。', keywords: [], expires: '2028-01-31' })
  })

  it('comes as a zip of Markdown files, the way it was exported', async () => {
    const made = await trainer.call('knowledge.export', { format: 'markdown', filter: { text: '窄表' } })
    expect(made.name).toMatch(/\.zip$/)
    const { base64 } = await trainer.call('knowledge.exportPiece', { exportId: made.exportId, from: 0 })
    const { uploadId } = await trainer.call('knowledge.importBegin', {
      format: 'markdown',
      files: [{ name: made.name.replace('.zip', '.ZIP'), bytes: made.bytes }],
    })
    await trainer.call('knowledge.importAppend', { uploadId, file: 0, base64 })
    const { counts } = await trainer.call('knowledge.importPlan', { uploadId })
    expect(counts).toEqual({ new: 0, changed: 0, same: 1, bad: 0 })
  })
})
