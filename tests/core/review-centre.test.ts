import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import { SiteKnowledge } from '../../src-main/core/knowledge/site-knowledge.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { systemClock } from '../../src-main/core/clock.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { tokens } from '../support/central.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { startTestCentre, type TestCentre } from '../support/test-centre.ts'

const patience = { timeout: 20_000, interval: 200 }
let centre: TestCentre
let seat: CoreHarness
let lead: CoreHarness

async function signIn(
  staffNumber: string,
  role: 'operator' | 'reviewer' | 'lead',
  token: string,
  site?: SiteKnowledge,
): Promise<CoreHarness> {
  const client = await CoreHarness.start({
    ...(site === undefined ? {} : { site }),
    identity: { staffNumber, staffName: `坐席${staffNumber}`, roles: [role] },
  })
  client.core.receive({ type: 'centre', address: { ...centre.address, token } })
  return client
}

beforeAll(async () => {
  centre = await startTestCentre()
  seat = await signIn('8031', 'operator', tokens.operator)
  lead = await signIn('8001', 'lead', tokens.lead)
})
afterAll(async () => {
  for (const client of [seat, lead]) {
    client.cleanUp()
    expect(client.bugs).toEqual([])
  }
  await centre.close()
})

const flagId = '1/rhetorical-question'
let callId: string

it('brings a flagged call from its seat to the reviewer, masked, with its sound', async () => {
  const call = await seat.begin()
  callId = call.callId
  const samples = new Int16Array(32_000).map((_value, at) => Math.round(9000 * Math.sin(at / 7)))
  seat.core.receive({
    type: 'audio',
    frame: { stream: call.stream, speaker: 'seat', startSample: 0, samples },
  })
  seat.say(call.stream, [
    ['citizen', '我叫李建国，你们管不管，电话一三七六零三一九九二五'],
    ['seat', '凭什么要我们管'],
  ])
  const ending = seat.call('calls.end', { callId })
  for (const speaker of ['seat', 'citizen'] as const) {
    seat.heard({ type: 'closed', stream: call.stream, speaker })
  }
  await ending
  await vi.waitFor(async () => {
    const { items } = await lead.call('review.queue', {})
    expect(items).toMatchObject([{ callId, staffNumber: '8031', state: 'waiting' }])
  }, patience)
  const view = await lead.call('review.get', { callId })
  expect(view.turns[0]!.text).not.toMatch(/李建国|一三七六/)
  expect(view).toMatchObject({ masked: true, playable: true })
  await vi.waitFor(
    () => expect(lead.call('review.audio', { callId, fromMs: 200, toMs: 700 })).resolves.toBeDefined(),
    patience,
  )
  expect(Math.max(...(await lead.call('review.peaks', { callId })).seat)).toBeGreaterThan(40)
  const revealed = await lead.call('review.get', { callId, reveal: '核对号码' })
  expect(revealed.turns[0]!.text).toContain('一三七六零三一九九二五')
}, 60_000)

it('takes the verdict to the seat, the appeal back, and the last word to another reviewer', async () => {
  await lead.call('review.judge', { callId, flagId, decision: 'confirm', reason: '是质问' })
  await vi.waitFor(async () => {
    expect(await seat.call('review.own', {})).toMatchObject([
      { callId, flag: { flagId, standing: 'confirmed' } },
    ])
  }, patience)
  await seat.call('review.appeal', { callId, flagId, text: '是在问原因' })
  await vi.waitFor(async () => {
    expect(await lead.call('review.appeals', {})).toMatchObject([{ flag: { appeal: { state: 'open' } } }])
  }, patience)
  const decision = { callId, flagId, outcome: 'rejected', reason: '语气是质问' } as const
  await lead.call('review.decideAppeal', decision)
  await vi.waitFor(async () => {
    expect(await seat.call('review.own', {})).toMatchObject([{ flag: { may: { escalate: true } } }])
  }, patience)
  await seat.call('review.escalate', { callId, flagId, text: '请另一位看看' })
  await vi.waitFor(async () => {
    expect(await lead.call('review.appeals', {})).toMatchObject([
      { flag: { appeal: { state: 'escalated' }, may: { decide: false } } },
    ])
  }, patience)
  await expect(lead.call('review.decideAppeal', decision)).rejects.toMatchObject({ code: 'needs-other' })
  const atSeat = (await seat.call('review.rules', {})).find(({ rule }) => rule === 'rhetorical-question')
  expect(atSeat).toMatchObject({ confirmed: 1 })
}, 90_000)

it('shows the lead every seat, and whispers to one', async () => {
  const { callId: live, stream } = await seat.begin()
  seat.say(stream, [['citizen', '我家燃气泄漏了，味道很大']])
  await vi.waitFor(async () => {
    const board = await lead.call('board.get', {})
    expect(board.centre).toBe('online')
    expect(board.seats).toMatchObject([
      { staffNumber: '8001', own: true, state: 'idle' },
      { staffNumber: '8031', own: false, state: 'on-call', callId: live, urgency: '突发' },
    ])
    expect(board.deadlines).toMatchObject([{ staffNumber: '8031', what: 'dispatch', sent: false }, {}])
  }, patience)
  await lead.call('board.whisper', { staffNumber: '8031', text: '先请市民开窗离开' })
  await vi.waitFor(
    () => expect(seat.of('board.whispered')).toMatchObject([{ from: '8001', text: '先请市民开窗离开' }]),
    patience,
  )
  await expect(lead.call('board.whisper', { staffNumber: '9999', text: '在吗' })).rejects.toMatchObject({
    code: 'not-found',
  })
}, 60_000)

it('shows another seat’s call unmasked to a reviewer where the pack lets reviewers look, on record', async () => {
  const pack = unwrap(await loadSitePack(join(programRoot, 'knowledge-base')))
  const site = (): SiteKnowledge => {
    const scorecard = { ...pack.scorecard, reveal: ['reviewer' as const] }
    return new SiteKnowledge({ ...pack, scorecard }, systemClock().today)
  }
  const other = await signIn('8032', 'operator', tokens.other, site())
  const reviewer = await signIn('8050', 'reviewer', tokens.reviewer, site())
  try {
    const { callId: open, stream } = await other.begin()
    other.say(stream, [
      ['citizen', '我叫李建国'],
      ['seat', '凭什么要我们管'],
    ])
    const ending = other.call('calls.end', { callId: open })
    for (const speaker of ['seat', 'citizen'] as const) other.heard({ type: 'closed', stream, speaker })
    await ending
    const listed = async (): Promise<readonly string[]> =>
      (await reviewer.call('review.queue', {})).items.map((item) => item.callId)
    await vi.waitFor(async () => expect(await listed()).toContain(open), patience)
    expect(await reviewer.call('review.get', { callId: open })).toMatchObject({
      masked: true,
      mayReveal: true,
    })
    const revealed = await reviewer.call('review.get', { callId: open, reveal: '核对姓名' })
    expect(revealed.masked).toBe(false)
    expect(revealed.turns[0]!.text).toBe('我叫李建国')
    await vi.waitFor(async () => {
      const { history } = await reviewer.call('review.get', { callId: open })
      expect(history).toMatchObject([{ actor: '8050', text: '查看未脱敏内容：核对姓名' }])
    }, patience)
    // The call of a seat whose pack lets only leads look stays masked at the centre.
    await expect(reviewer.call('review.get', { callId, reveal: '核对姓名' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  } finally {
    for (const client of [other, reviewer]) client.cleanUp()
  }
}, 60_000)
