import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FailureError } from '#shared/base/result.ts'
import { formatOf, planImport, exportFile } from '../../src-renderer/features/knowledge/pages/import-files.ts'
import { rowsInSight } from '../../src-renderer/features/knowledge/list/rows-in-sight.ts'
import { isDirty } from '../../src-renderer/features/knowledge/state/bench-store.ts'
import { createBench, type Bench } from '../../src-renderer/features/knowledge/state/bench.ts'
import { canApprove, canComeBack, canSubmit } from '../../src-renderer/features/knowledge/state/next-steps.ts'
import { pieceBytes } from '../../src-renderer/connection/file-pieces.ts'
import { createFakeConnection, type FakeConnection } from '../support/fake-connection.ts'
import { otherTrainer, trainer } from '../support/fake-knowledge.ts'
import { waitUntil } from '../support/wait-until.ts'

let connection: FakeConnection
let bench: Bench
let notices: string[]
let failures: unknown[]

beforeEach(async () => {
  connection = createFakeConnection()
  notices = []
  failures = []
  bench = createBench({
    connection,
    notify: (message) => void notices.push(message),
    fail: (error) => void failures.push(error),
  })
  await waitUntil('the list is read', () => bench.store.getState().list.total !== null)
})

const open = () => bench.store.getState().open!
const askedFor = (name: string) => connection.asked.filter((call) => call.name === name)

describe('the way of an entry', () => {
  it('is written, submitted, approved by another, and then what seats say', async () => {
    await bench.entry.begin({ title: '共享单车押金怎么退' })
    bench.entry.edit({ answer: '请在应用里申请退押金，7 天内原路退回。', similar: ['押金退不回来'] })
    await bench.entry.submit()
    expect(open().view).toMatchObject({ state: 'review', revision: 1, mayApprove: false })
    expect(canApprove(open())).toBe(false)

    connection.knowledge.signIn(otherTrainer)
    await bench.entry.changedElsewhere([open().view.entryId])
    expect(canApprove(open())).toBe(true)
    await bench.entry.approve()
    expect(open().view.state).toBe('published')
    expect(open().view.published).toMatchObject({ version: '1', content: { title: '共享单车押金怎么退' } })
    expect(failures).toEqual([])
  })

  it('is not approved by who wrote it', async () => {
    await bench.entry.open('water-cut')
    bench.entry.edit({ title: '停水了怎么办' })
    await bench.entry.submit()
    await bench.entry.approve()
    expect(failures).toMatchObject([{ code: 'own-work' }])
    expect(open().view.state).toBe('review')
  })

  it('goes back to its writer with a reason, which is gone once it is submitted again', async () => {
    await bench.entry.open('water-cut')
    bench.entry.edit({ title: '停水了怎么办' })
    await bench.entry.submit()
    connection.knowledge.signIn(otherTrainer)
    await bench.entry.sendBack('请写明公告在哪里查')
    expect(open().view).toMatchObject({ state: 'draft', returned: { reason: '请写明公告在哪里查' } })
    expect(canSubmit(open())).toBe(true)
    await bench.entry.submit()
    expect(open().view.returned).toBeUndefined()
  })

  it('is retired, and comes back as a draft in its own words', async () => {
    await bench.entry.open('water-cut')
    expect(canComeBack(open())).toBe(false)
    await bench.entry.retire('政策取消')
    expect(open().view.state).toBe('retired')
    expect(canComeBack(open())).toBe(true)
    bench.entry.edit({ title: '停水了怎么办' })
    expect(canComeBack(open())).toBe(false)
  })

  it('keeps a title-less entry from being saved, and says so', async () => {
    await bench.entry.begin()
    bench.entry.edit({ answer: '照实说明。' })
    expect(await bench.entry.save()).toBe(false)
    expect(notices).toHaveLength(1)
    expect(askedFor('knowledge.save')).toEqual([])
  })
})

it('an entry without words to say is not submitted, and it is said why', async () => {
  await bench.entry.begin({ title: '只有标题' })
  await bench.entry.submit()
  expect(askedFor('knowledge.submit')).toEqual([])
  expect(notices).toHaveLength(1)
})

describe('unsaved words', () => {
  it('stay while other entries are looked at', async () => {
    await bench.entry.open('water-cut')
    bench.entry.edit({ answer: '改了一半' })
    await bench.entry.open('card-renew')
    expect(isDirty(open())).toBe(false)
    expect(Object.keys(bench.store.getState().unsaved)).toEqual(['water-cut'])
    await bench.entry.open('water-cut')
    expect(open().content.answer).toBe('改了一半')
    expect(isDirty(open())).toBe(true)
    expect(bench.store.getState().unsaved).toEqual({})
  })

  it('stay when the save fails', async () => {
    await bench.entry.open('water-cut')
    bench.entry.edit({ answer: '改了一半' })
    connection.failWith('knowledge.save', new FailureError('disconnected', '没有连上'))
    expect(await bench.entry.save()).toBe(false)
    expect(open()).toMatchObject({ content: { answer: '改了一半' }, busy: false })
    expect(failures).toHaveLength(1)
  })

  it('that were typed while a save was on its way are not taken back by its answer', async () => {
    await bench.entry.open('water-cut')
    bench.entry.edit({ answer: '第一版' })
    const saving = bench.entry.save()
    bench.entry.edit({ answer: '第一版，又加一句' })
    expect(await saving).toBe(true)
    expect(open().content.answer).toBe('第一版，又加一句')
    expect(open().base.answer).toBe('第一版')
    expect(await bench.entry.save()).toBe(true)
    expect(open().view).toMatchObject({ revision: 3, content: { answer: '第一版，又加一句' } })
  })

  it('are kept here while the centre is away, and can be thrown away', async () => {
    connection.knowledge.setOnline(false)
    await bench.entry.open('water-cut')
    bench.entry.edit({ answer: '离线改的' })
    expect(await bench.entry.save()).toBe(true)
    expect(open().view.draft).toMatchObject({ baseRevision: 1, content: { answer: '离线改的' } })
    await bench.entry.dropDraft()
    expect(open().content.answer).not.toBe('离线改的')
  })

  it('are not submitted before the centre has them', async () => {
    connection.knowledge.setOnline(false)
    await bench.entry.open('water-cut')
    bench.entry.edit({ answer: '离线改的' })
    await bench.entry.submit()
    expect(askedFor('knowledge.submit')).toEqual([])
    expect(open().content.answer).toBe('离线改的')
  })
})

describe('two trainers at one entry', () => {
  it('get both changes where they are apart', async () => {
    await bench.entry.open('water-cut')
    bench.entry.edit({ title: '停水了怎么办' })
    connection.knowledge.saveElsewhere('water-cut', { keywords: ['停水', '断水'] })
    await waitUntil('it is seen', () => open().newer)
    await bench.entry.save()
    expect(open().view.content).toMatchObject({ title: '停水了怎么办', keywords: ['停水', '断水'] })
    expect(notices).toHaveLength(1)
  })

  it.each([
    ['mine', '我的说法。'],
    ['theirs', '她的说法。'],
    ['both', '我的说法。\n\n她的说法。'],
  ] as const)('choose where both changed the same: %s', async (choice, result) => {
    await bench.entry.open('water-cut')
    bench.entry.edit({ answer: '我的说法。' })
    connection.knowledge.saveElsewhere('water-cut', { answer: '她的说法。', source: '新依据' })
    await bench.entry.save()
    expect(open().merge?.conflicts).toHaveLength(1)
    await bench.entry.settleMerge([choice])
    expect(open().merge).toBeNull()
    expect(open().view.content).toMatchObject({ answer: result, source: '新依据' })
  })

  it('lose nothing when the choice is put off', async () => {
    await bench.entry.open('water-cut')
    bench.entry.edit({ answer: '我的说法。' })
    connection.knowledge.saveElsewhere('water-cut', { answer: '她的说法。' })
    await bench.entry.save()
    bench.entry.leaveMerge()
    expect(open().content.answer).toBe('我的说法。')
    await bench.entry.save()
    expect(open().merge).not.toBeNull()
  })

  it('see the new words at once where nothing is edited', async () => {
    await bench.entry.open('water-cut')
    connection.knowledge.saveElsewhere('water-cut', { answer: '她的说法。' })
    await waitUntil('it is shown', () => open().content.answer === '她的说法。')
    expect(open().newer).toBe(false)
  })

  it('see what became of an entry that only the pack had', async () => {
    await bench.entry.open('water-cut')
    const { open: now } = bench.store.getState()
    bench.store.setState({ open: { ...now!, view: { ...now!.view, origin: 'pack', revision: 0 } } })
    connection.knowledge.saveElsewhere('water-cut', { answer: '她的说法。' })
    await waitUntil('it is shown', () => open().content.answer === '她的说法。')
    expect(open().view.origin).toBe('centre')
  })
})

describe('the list', () => {
  it('asks for the pages in sight and no others', async () => {
    connection.knowledge.fill(100_000)
    await waitUntil('it has grown', () => bench.store.getState().list.total === 100_006)
    connection.asked.length = 0
    bench.list.need(50_000, 50_020)
    bench.list.need(50_001, 50_021)
    await waitUntil('the rows are there', () => bench.store.getState().list.rows.has(50_021))
    expect(askedFor('knowledge.list')).toMatchObject([{ input: { offset: 50_000, limit: 100 } }])
  })

  it('shows only what the newest search found', async () => {
    bench.list.narrow({ text: '社保卡' })
    await waitUntil('it is narrowed', () => bench.store.getState().list.total === 2)
    expect([...bench.store.getState().list.rows.values()].map(({ entryId }) => entryId)).toEqual([
      'card-renew',
      'card-agent',
    ])
  })

  it('that is empty sees what comes into it', async () => {
    bench.list.narrow({ mayApprove: true })
    await waitUntil('it is empty', () => bench.store.getState().list.total === 0)
    await bench.entry.open('water-cut')
    bench.entry.edit({ title: '停水了怎么办' })
    await bench.entry.submit()
    connection.knowledge.signIn(otherTrainer)
    connection.emit('knowledge.changed', { entryIds: ['water-cut'] })
    await waitUntil('it is there', () => bench.store.getState().list.total === 1)
    expect(bench.store.getState().toApprove).toBe(1)
  })

  it('does one thing to all that are selected, and says what could not be done', async () => {
    await bench.list.selectAll()
    expect(bench.store.getState().list.selected.size).toBe(6)
    await bench.list.bulk({ kind: 'submit' })
    expect(notices[0]).toContain('6 条没有处理')
    await bench.list.bulk({ kind: 'category', category: '公用事业' })
    await waitUntil('the tree is new', () => bench.store.getState().categories.length === 1)
    await bench.list.selectAll()
    await bench.list.bulk({ kind: 'submit' })
    expect(bench.store.getState().list.selected.size).toBe(0)
  })

  it('sends more than a thousand in several requests', async () => {
    connection.knowledge.fill(2500)
    await bench.list.selectAll()
    connection.asked.length = 0
    await bench.list.bulk({ kind: 'expires', expires: '2028-01-31' })
    expect(askedFor('knowledge.bulk')).toHaveLength(3)
  })

  it('draws few rows, wherever it is scrolled to, and all that are in sight', () => {
    fc.assert(
      fc.property(
        fc.nat(6_000_000),
        fc.integer({ min: 1, max: 2000 }),
        fc.nat(100_000),
        (scrollTop, height, total) => {
          const row = 52
          const { from, to } = rowsInSight({ scrollTop, height, row, total })
          const inSight = scrollTop < total * row
          return (
            from >= 0 &&
            to <= total &&
            to - from <= height / row + 18 &&
            (!inSight || (from * row <= scrollTop && to * row >= Math.min(scrollTop + height, total * row)))
          )
        },
      ),
    )
  })
})

describe('categories', () => {
  it('are renamed with all below them after a yes, and not before', async () => {
    bench.tree.name({ kind: 'rename', path: '社会保险' })
    await bench.tree.named('社保')
    const { pending } = bench.store.getState().tree
    expect(pending).toMatchObject({ entries: 2, moves: [{ category: '社保/社保卡' }] })
    expect(askedFor('knowledge.bulk')).toEqual([])
    await bench.tree.confirm()
    await waitUntil('it is renamed', () =>
      bench.store.getState().categories.some(({ category }) => category === '社保/社保卡'),
    )
  })

  it('are never put under themselves', async () => {
    await bench.tree.move('社会保险', '社会保险/社保卡')
    expect(bench.store.getState().tree.pending).toBeNull()
  })

  it('can be made before there is an entry for them', async () => {
    bench.tree.name({ kind: 'child', path: '社会保险' })
    await bench.tree.named('工伤 / 认定')
    expect(bench.store.getState().emptyCategories).toEqual(['社会保险/工伤   认定'])
  })
})

describe('files', () => {
  it.each([
    [['a.csv'], 'csv'],
    [['a.XLSX'], 'xlsx'],
    [['a.md', 'b.md'], 'markdown'],
    [['知识库.ZIP', 'b.md'], 'markdown'],
    [['a.md', 'b.csv'], undefined],
    [['a.pdf'], undefined],
  ])('%j are %s', (names, format) => {
    expect(formatOf(names)).toBe(format)
  })

  it('go out piece by piece and come back as a plan', async () => {
    const bytes = Uint8Array.from({ length: pieceBytes + 7 }, (_, index) => index % 251)
    const shares: number[] = []
    const plan = await planImport(connection, 'csv', [new File([bytes], 'a.csv')], (share) =>
      shares.push(share),
    )
    expect(plan.counts.bad).toBe(1)
    expect(askedFor('knowledge.importAppend')).toHaveLength(2)
    expect(shares.at(-1)).toBe(1)
  })

  it('are put together from their pieces', async () => {
    const { bytes, name } = await exportFile(connection, { format: 'csv' })
    expect([name, new TextDecoder().decode(bytes)]).toEqual(['知识库.csv', 'abcdef'])
  })
})

it('looks at the words after a pause, once for many keys', async () => {
  await bench.entry.open('card-renew')
  await waitUntil('it is checked', () => open().check !== null)
  connection.asked.length = 0
  vi.useFakeTimers()
  for (const answer of ['一', '一句', '一句话']) bench.entry.edit({ answer })
  await vi.advanceTimersByTimeAsync(1000)
  vi.useRealTimers()
  expect(askedFor('knowledge.check')).toHaveLength(1)
  expect(open().proposals).toEqual([{ text: '社保卡不见了咋弄', asked: 7 }])
  expect(trainer.staffNumber).toBe('8031')
})
