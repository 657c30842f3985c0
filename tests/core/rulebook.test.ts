import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ProcedureInput } from '#shared/contract/contract.ts'
import { ownRuleId } from '#shared/domain/review/rulebook.ts'
import { normRuleSchema } from '#shared/domain/site-pack.ts'
import { systemClock } from '../../src-main/core/clock.ts'
import { SiteKnowledge } from '../../src-main/core/knowledge/site-knowledge.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { tokens } from '../support/central.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { startTestCentre, type TestCentre } from '../support/test-centre.ts'

const patience = { timeout: 20_000, interval: 100 }
const rule = 'commanding'
let centre: TestCentre
let trainer: CoreHarness
let seat: CoreHarness
/** How far the clients' clocks are put forward, ms. */
let ahead = 0

async function signIn(
  staffNumber: string,
  roles: readonly ('operator' | 'trainer' | 'lead')[],
  token: string,
): Promise<CoreHarness> {
  const client = await CoreHarness.start({
    identity: { staffNumber, staffName: `坐席${staffNumber}`, roles: [...roles] },
    now: () => Date.now() + ahead,
    // Every client has its own: what trainers change is put over it.
    site: await SiteKnowledge.load(join(programRoot, 'knowledge-base'), systemClock().today),
  })
  client.core.receive({ type: 'centre', address: { ...centre.address, token } })
  return client
}

beforeAll(async () => {
  centre = await startTestCentre()
  trainer = await signIn('8001', ['lead'], tokens.lead)
  seat = await signIn('8031', ['operator'], tokens.operator)
})
afterAll(async () => {
  for (const client of [trainer, seat]) {
    client.cleanUp()
    expect(client.bugs).toEqual([])
  }
  await centre.close()
})

async function takeCall(client: CoreHarness, ...said: string[]): Promise<string> {
  const { callId, stream } = await client.begin()
  client.say(
    stream,
    said.map((text) => ['seat', text] as const),
  )
  const ending = client.call('calls.end', { callId })
  for (const speaker of ['seat', 'citizen'] as const) client.heard({ type: 'closed', stream, speaker })
  await ending
  return callId
}

type Save = ProcedureInput<'rules.save'>
const say = '嗯哼哈嘿'
async function withPhrase(): Promise<NonNullable<Save['entries']>> {
  const { entries } = await trainer.call('rules.get', { rule })
  return entries.map((entry, index) =>
    index === 0 ? { ...entry, phrases: [...entry.phrases, { say }] } : entry,
  )
}
const line = async (client: CoreHarness) =>
  (await client.call('rules.list', {})).find((entry) => entry.rule === rule)!

it('tries a change on a pasted dialogue and on calls, before anything is saved', async () => {
  const callId = await takeCall(trainer, '您好', '嗯哼哈嘿，我叫李建国')
  const entries = await withPhrase()
  const pasted = await trainer.call('rules.try', {
    rule,
    entries,
    on: { kind: 'text', text: `市民：你好\n坐席：${say}` },
  })
  expect(pasted).toMatchObject({ flags: { before: 0, after: 1 } })
  expect(pasted.calls[0]!.flags).toMatchObject([{ change: 'new', turn: 1, quote: say }])
  expect(await trainer.call('rules.calls', {})).toMatchObject([{ callId, turns: 2 }])
  const tried = await trainer.call('rules.try', { rule, entries, on: { kind: 'calls', callIds: [callId] } })
  expect(tried.calls[0]).toMatchObject({ callId, flags: [{ change: 'new', turn: 1 }] })
  expect(tried.calls[0]!.turns[1]!.text).not.toContain('李建国')
  await expect(
    trainer.call('rules.try', { rule, entries, on: { kind: 'text', text: '没有人说话' } }),
  ).rejects.toMatchObject({ code: 'no-dialogue' })
  expect(await line(trainer)).toMatchObject({ revision: 0, state: 'active' })
})

it('refuses an expression that could hang and names it', async () => {
  const [first, ...others] = await withPhrase()
  const entries = [{ ...first!, patterns: [{ match: '(快+)+说' }] }, ...others]
  const refused = trainer.call('rules.save', { rule, base: 0, note: '', entries })
  await expect(refused).rejects.toMatchObject({ code: 'bad-norm-expression' })
  await expect(refused).rejects.toThrow(/\(快\+\)\+说/)
})

it('takes a saved version into use on every seat, silent until the verdicts pass it', async () => {
  const saved = await trainer.call('rules.save', {
    rule,
    base: 0,
    note: '加一句',
    entries: await withPhrase(),
  })
  expect(saved).toMatchObject({ revision: 1, history: [{ version: 1, note: '加一句', by: '8001' }] })
  expect(await line(trainer)).toMatchObject({ revision: 1, state: 'trial' })
  await vi.waitFor(async () => {
    // A seat asks the centre by itself every half a minute, and whenever it shows its own reviews.
    await seat.call('review.own', {})
    expect(seat.of('rulebook.changed')).toHaveLength(1)
  }, patience)
  const callId = await takeCall(seat, say)
  expect(seat.of('call.flag')).toEqual([])
  // The lead sees what the seat did not.
  await vi.waitFor(async () => {
    const { items } = await trainer.call('review.queue', { reason: 'trial-rule' })
    expect(items.map((item) => item.callId)).toContain(callId)
  }, patience)
  const marks = (await trainer.call('review.get', { callId })).marks
  expect(marks.find((mark) => mark.rule === rule)).toMatchObject({ silent: true, quote: say })
})

it('refuses a change of a version that is not the newest any more', async () => {
  await expect(trainer.call('rules.save', { rule, base: 0, note: '', entries: null })).rejects.toMatchObject({
    code: 'outdated',
  })
})

it('goes back to an earlier version, which needs no new trial', async () => {
  const restored = await trainer.call('rules.save', { rule, base: 1, note: '', entries: null })
  expect(restored.entries).toEqual(restored.pack)
  expect(restored.history.map(({ version }) => version)).toEqual([2, 1])
  expect(await line(trainer)).toMatchObject({ revision: 2, state: 'active' })
})

const own = ownRuleId('0a1b2c3d')
const ownEntry = normRuleSchema.parse({
  rule: own,
  title: '轻慢',
  clause: '不轻慢市民（本地）',
  severity: 'serious',
  why: '轻慢了市民的事',
  rewrite: '您的事我来登记。',
  phrases: [{ say: '噼里啪啦' }],
})

it('makes a new rule: tried before it is saved, silent on every seat, named in reviews', async () => {
  const tried = await trainer.call('rules.try', {
    rule: own,
    entries: [ownEntry],
    on: { kind: 'text', text: '坐席：噼里啪啦' },
  })
  expect(tried).toMatchObject({ flags: { before: 0, after: 1 } })
  await expect(
    trainer.call('rules.save', { rule: own, base: 0, note: '', entries: [{ ...ownEntry, phrases: [] }] }),
  ).rejects.toMatchObject({ code: 'empty-rule' })
  await expect(
    trainer.call('rules.save', { rule: 'never-heard', base: 0, note: '', entries: [] as never }),
  ).rejects.toBeDefined()
  const saved = await trainer.call('rules.save', { rule: own, base: 0, note: '新建', entries: [ownEntry] })
  expect(saved).toMatchObject({ revision: 1, pack: null, off: false, removed: false })
  const line = (await trainer.call('rules.list', {})).find((entry) => entry.rule === own)
  expect(line).toMatchObject({ state: 'trial', title: '轻慢', clause: '不轻慢市民（本地）', revision: 1 })
  await vi.waitFor(async () => {
    await seat.call('review.own', {})
    expect((await seat.call('session.get', {})).pack.ruleTitles).toMatchObject({ [own]: '轻慢' })
  }, patience)
  const flags = seat.of('call.flag').length
  const callId = await takeCall(seat, '噼里啪啦')
  expect(seat.of('call.flag')).toHaveLength(flags)
  await vi.waitFor(async () => {
    await trainer.call('review.queue', {})
    const { marks } = await trainer.call('review.get', { callId })
    expect(marks.find((mark) => mark.rule === own)).toMatchObject({ silent: true, title: '轻慢' })
  }, patience)
})

it('speaks up with a rule of the trainers’ own as soon as enough verdicts pass it', async () => {
  const { needs } = (await trainer.call('rules.list', {})).find((entry) => entry.rule === own)!
  for (let count = 0; count < needs.verdicts; count += 1) {
    const callId = await takeCall(trainer, '噼里啪啦')
    const flagId = `0/${own}`
    await trainer.call('review.judge', { callId, flagId, decision: 'confirm', reason: '轻慢' })
  }
  const line = (await trainer.call('rules.list', {})).find((entry) => entry.rule === own)
  expect(line).toMatchObject({ state: 'active', confirmed: needs.verdicts })
  await takeCall(trainer, '噼里啪啦')
  expect(trainer.of('call.flag').at(-1)!.flag).toMatchObject({ rule: own, rewrite: '您的事我来登记。' })
}, 60_000)

it('switches a rule off and on again, each time as a version, without a new trial', async () => {
  const order = { rule: own, note: '', entries: [ownEntry] }
  const off = await trainer.call('rules.save', { ...order, base: 1, note: '误报多', off: true })
  expect(off).toMatchObject({ off: true, revision: 2, history: [{ off: true }, { off: false }] })
  const list = await trainer.call('rules.list', {})
  // What the verdicts said of it stays in sight.
  expect(list.at(-1)).toMatchObject({ rule: own, state: 'off', title: '轻慢', confirmed: 20 })
  expect((await trainer.call('scorecard.get', {})).rules).toContainEqual({ rule: own, title: '轻慢' })
  const callId = await takeCall(trainer, '噼里啪啦')
  expect((await trainer.call('review.get', { callId })).marks).toEqual([])
  const on = await trainer.call('rules.save', { ...order, base: 2, off: false })
  expect(on).toMatchObject({ off: false, revision: 3 })
  const line = (await trainer.call('rules.list', {})).find((entry) => entry.rule === own)
  expect(line).toMatchObject({ state: 'active' })
})

it('switches a rule of the pack off, and takes it back as the pack has it', async () => {
  const { revision } = await trainer.call('rules.get', { rule: 'speed' })
  const off = await trainer.call('rules.save', {
    ...{ rule: 'speed', base: revision, note: '', entries: null },
    off: true,
  })
  expect(off).toMatchObject({ off: true, removed: false, entries: off.pack })
  const stateOf = async () =>
    (await trainer.call('rules.list', {})).find((entry) => entry.rule === 'speed')?.state
  expect(await stateOf()).toBe('off')
  await trainer.call('rules.save', { rule: 'speed', base: revision + 1, note: '', entries: null })
  expect(await stateOf()).toBe('active')
})

it('removes a rule of the trainers’ own, and puts it back', async () => {
  const removed = await trainer.call('rules.save', { rule: own, base: 3, note: '', entries: null })
  expect(removed).toMatchObject({ removed: true, entries: [{ title: '轻慢' }] })
  const stateOf = async () =>
    (await trainer.call('rules.list', {})).find((entry) => entry.rule === own)?.state
  expect(await stateOf()).toBe('removed')
  expect((await trainer.call('scorecard.get', {})).rules.map(({ rule: id }) => id)).not.toContain(own)
  // Flags of that time keep the name.
  const { items } = await trainer.call('review.queue', { rule: own })
  const { marks } = await trainer.call('review.get', { callId: items[0]!.callId })
  expect(marks[0]).toMatchObject({ title: '轻慢' })
  await trainer.call('rules.save', { rule: own, base: 4, note: '', entries: [ownEntry] })
  expect(await stateOf()).toBe('active')
  await expect(
    trainer.call('rules.save', { rule: ownRuleId('99999999'), base: 0, note: '', entries: null }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

it('scores later calls with a changed scorecard, and earlier ones with theirs', async () => {
  const earlier = await takeCall(trainer, '您好')
  const { items } = await trainer.call('scorecard.get', {})
  const kept = items.filter(({ id }) => id === 'clear').map((item) => ({ ...item, points: 20 }))
  await expect(
    trainer.call('scorecard.save', { base: 0, note: '', items: [...kept, ...kept] }),
  ).rejects.toMatchObject({ code: 'bad-scorecard' })
  const saved = await trainer.call('scorecard.save', { base: 0, note: '只评一项', items: kept })
  expect(saved).toMatchObject({ revision: 1, items: kept })
  // A call's begin is kept to the second.
  ahead += 2_000
  const later = await takeCall(trainer, '您好')
  const itemsOf = async (callId: string) => (await trainer.call('review.get', { callId })).score.items
  expect(await itemsOf(earlier)).toHaveLength(items.length)
  expect(await itemsOf(later)).toMatchObject([{ item: 'clear', of: 20 }])
  const give = (callId: string, points: number) =>
    trainer.call('review.setScore', { callId, items: [{ item: 'clear', points }] })
  await expect(give(earlier, 15)).rejects.toMatchObject({ code: 'too-many-points' })
  await give(later, 15)
})

it('keeps what was changed over a restart and over another pack', async () => {
  trainer.die()
  trainer = await CoreHarness.start({ directory: trainer.directory, hostId: 'host-2' })
  expect((await trainer.call('scorecard.get', {})).items).toHaveLength(1)
  expect((await trainer.call('rules.get', { rule })).history).toHaveLength(2)
  trainer.core.replaceKnowledge(
    await SiteKnowledge.load(join(programRoot, 'knowledge-base'), systemClock().today),
  )
  expect((await trainer.call('scorecard.get', {})).items).toHaveLength(1)
  await expect(trainer.call('scorecard.save', { base: 1, note: '', items: null })).rejects.toMatchObject({
    code: 'centre-away',
  })
})
