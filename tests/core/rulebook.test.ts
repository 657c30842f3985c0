import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ProcedureInput } from '#shared/contract/contract.ts'
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
