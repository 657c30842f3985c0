import { afterEach, expect, it } from 'vitest'
import type { Identity } from '#shared/contract/central-api.ts'
import type { ReviewCall } from '#shared/contract/review-views.ts'
import { CoreHarness } from '../support/core-harness.ts'

const everything: Identity = {
  staffNumber: '8031',
  staffName: '梁雪',
  roles: ['operator', 'trainer', 'reviewer', 'lead'],
  team: '一组',
}

const harnesses: CoreHarness[] = []
afterEach(() => {
  for (const harness of harnesses.splice(0)) {
    harness.cleanUp()
    expect(harness.bugs).toEqual([])
  }
})

/** A client whose seat has signed in before. */
async function startAs(identity: Identity, directory?: string): Promise<CoreHarness> {
  const harness = await CoreHarness.start({
    identity,
    hostId: crypto.randomUUID(),
    ...(directory === undefined ? {} : { directory }),
  })
  harnesses.push(harness)
  return harness
}

/** A call in which the seat asks 凭什么, and gives out a number. */
async function takeCall(seat: CoreHarness): Promise<string> {
  const { callId, stream } = await seat.begin()
  seat.say(stream, [
    ['seat', '您好，这里是一二三四五热线，请问有什么可以帮您'],
    ['citizen', '我叫李建国，楼下装修太吵了，你们管不管'],
    ['seat', '凭什么要我们管'],
    ['citizen', '我的电话是一三七六零三一九九二五'],
    ['seat', '好的，再见'],
  ])
  const ending = seat.call('calls.end', { callId })
  for (const speaker of ['seat', 'citizen'] as const) seat.heard({ type: 'closed', stream, speaker })
  await ending
  return callId
}

const rhetorical = (call: ReviewCall): ReviewCall['marks'][number] =>
  call.marks.find(({ rule }) => rule === 'rhetorical-question')!

it('goes from the flag to the verdict, the appeal and the precision of the rule', async () => {
  const seat = await startAs(everything)
  const callId = await takeCall(seat)
  const { items } = await seat.call('review.queue', {})
  expect(items).toMatchObject([{ callId, state: 'waiting', staffNumber: '8031', team: '一组' }])

  const call = await seat.call('review.get', { callId })
  const mark = rhetorical(call)
  expect(mark).toMatchObject({ turn: 2, standing: 'open', may: { judge: true, appeal: false } })
  expect(call.turns[2]!.text.slice(mark.from, mark.to)).toBe(mark.quote)
  expect(mark.startMs).toBeGreaterThanOrEqual(2000)
  expect(mark.endMs).toBeLessThanOrEqual(2900)

  const { flagId } = mark
  const confirmed = await seat.call('review.judge', { callId, flagId, decision: 'confirm', reason: '是质问' })
  expect(rhetorical(confirmed)).toMatchObject({ standing: 'confirmed', may: { judge: true, appeal: true } })
  const ruleNow = async (): Promise<unknown> =>
    (await seat.call('review.rules', {})).find(({ rule }) => rule === 'rhetorical-question')
  expect(await ruleNow()).toMatchObject({
    confirmed: 1,
    dismissed: 0,
    precision: { value: 1 },
    state: 'active',
  })

  const line = await seat.call('review.appeal', { callId, flagId, text: '市民没有听完我的话' })
  expect(line.flag.appeal).toMatchObject({ state: 'open' })
  expect((await seat.call('review.queue', { state: 'appealed' })).items).toMatchObject([{ callId }])
  await expect(
    seat.call('review.judge', { callId, flagId, decision: 'dismiss', reason: '再想想' }),
  ).rejects.toMatchObject({ code: 'under-appeal' })
  const decided = await seat.call('review.decideAppeal', {
    callId,
    flagId,
    outcome: 'accepted',
    reason: '申诉有理',
  })
  expect(rhetorical(decided)).toMatchObject({ standing: 'dismissed', appeal: { state: 'accepted' } })
  expect(await ruleNow()).toMatchObject({ confirmed: 0, dismissed: 1, precision: { value: 0 } })
  expect(decided.history.map(({ text }) => text)).toEqual([
    '申诉成立：申诉有理',
    '申诉：市民没有听完我的话',
    '确认标记：是质问',
  ])
  expect(seat.of('review.changed').filter((change) => change.callId === callId).length).toBeGreaterThan(3)
  expect(seat.of('review.rulesChanged').length).toBeGreaterThan(0)
})

it('masks names and numbers until a lead gives a reason, which stays on record', async () => {
  const seat = await startAs(everything)
  const callId = await takeCall(seat)
  const masked = await seat.call('review.get', { callId })
  const words = masked.turns.map(({ text }) => text).join('')
  expect(words).not.toMatch(/李建国|一三七六零三一九九二五/)
  expect(words).toContain('楼下装修太吵了')
  const revealed = await seat.call('review.get', { callId, reveal: '核对投诉内容' })
  expect(revealed).toMatchObject({ masked: false })
  expect(revealed.turns[3]!.text).toContain('一三七六零三一九九二五')
  expect(revealed.history[0]!.text).toBe('查看未脱敏内容：核对投诉内容')
  expect((await seat.call('review.get', { callId })).masked).toBe(true)

  const reviewer = await startAs({ ...everything, staffNumber: '8002', roles: ['reviewer'] }, seat.directory)
  expect(await reviewer.call('review.get', { callId })).toMatchObject({ masked: true, mayReveal: false })
  await expect(reviewer.call('review.get', { callId, reveal: '看看' })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

it('takes words that a reviewer marks, scores by hand and finishes', async () => {
  const seat = await startAs(everything)
  const callId = await takeCall(seat)
  const mark = { callId, turn: 4, from: 3, to: 5, severity: 'caution', reason: '没有问其他需要' } as const
  await expect(seat.call('review.addFlag', { ...mark, turn: 3, rule: 'closing' })).rejects.toMatchObject({
    code: 'bad-mark',
  })
  await expect(seat.call('review.addFlag', { ...mark, rule: 'nonsense' })).rejects.toMatchObject({
    code: 'unknown-rule',
  })
  const added = await seat.call('review.addFlag', { ...mark, rule: 'commanding' })
  const own = added.marks.find(({ origin }) => origin === 'reviewer')!
  expect(own).toMatchObject({ quote: '再见', standing: 'confirmed', title: '命令语气' })

  const before = added.score
  const scored = await seat.call('review.setScore', { callId, items: [{ item: 'putonghua', points: 4 }] })
  expect(scored.score.of).toBe(before.of + 5)
  expect(scored.score.points).toBe(before.points + 4)
  await expect(
    seat.call('review.setScore', { callId, items: [{ item: 'putonghua', points: 6 }] }),
  ).rejects.toMatchObject({ code: 'too-many-points' })
  const finished = await seat.call('review.finish', { callId })
  expect(finished).toMatchObject({ state: 'finished', weight: 0, may: { finish: false } })

  const standing = await seat.call('review.rules', {})
  expect(standing.find(({ rule }) => rule === 'commanding')).toMatchObject({ missed: 1 })
})

it('reports by seat and by rule with the seconds behind it, as a table and on paper', async () => {
  const seat = await startAs(everything)
  const callId = await takeCall(seat)
  const call = await seat.call('review.get', { callId })
  const { flagId, startMs } = rhetorical(call)
  await seat.call('review.judge', { callId, flagId, decision: 'confirm', reason: '是质问' })
  const day = call.startedAt.slice(0, 10)
  const query = { from: day, to: day, by: 'rule' } as const
  const report = await seat.call('review.report', query)
  expect(report.rows.find(({ key }) => key === 'rhetorical-question')).toMatchObject({
    label: '反问',
    calls: 1,
    confirmed: 1,
    places: [{ callId, flagId, startMs, standing: 'confirmed' }],
  })
  const bySeat = await seat.call('review.report', { ...query, by: 'seat' })
  expect(bySeat.rows).toMatchObject([{ key: '8031', label: '梁雪 8031', calls: 1, confirmed: 1 }])
  expect((await seat.call('review.report', { ...query, team: '二组' })).rows).toEqual([])

  const csv = await seat.call('review.exportReport', { ...query, format: 'csv' })
  expect(csv.text.startsWith('\uFEFF规则,通话,')).toBe(true)
  expect(csv.fileName).toBe(`质检报表-按规则-${day}-${day}.csv`)
  const html = await seat.call('review.exportReport', { ...query, format: 'html' })
  expect(html.text).toContain('<td>反问</td>')
  expect(html.text).not.toMatch(/李建国|<script/)
})

it('shows the seat its own score and verdicts, and nobody else', async () => {
  const seat = await startAs(everything)
  const callId = await takeCall(seat)
  const score = await seat.call('review.ownScore', { callId })
  expect(score.items).toHaveLength(17)
  const item = score.items.find((entry) => entry.item === 'no-rhetoric')!
  expect(item.points).toBe(5)
  expect(item.flagIds).toEqual(['2/rhetorical-question'])
  expect(await seat.call('review.own', {})).toEqual([])
  await seat.call('review.judge', {
    callId,
    flagId: '2/rhetorical-question',
    decision: 'change',
    toRule: 'shirking',
    reason: '更像推诿',
  })
  const [line] = await seat.call('review.own', {})
  expect(line).toMatchObject({
    callId,
    flag: { rule: 'shirking', raisedAs: 'rhetorical-question', standing: 'changed', quote: '凭什么要我们管' },
  })
  const other = await startAs({ ...everything, staffNumber: '8032' }, seat.directory)
  expect(await other.call('review.own', {})).toEqual([])
  await expect(other.call('review.ownScore', { callId })).rejects.toMatchObject({ code: 'forbidden' })
})

it('lets two reviewers judge one call blind, and shows how far they agree', async () => {
  const first = await startAs({ ...everything, staffNumber: '8001' })
  const callId = await takeCall(first)
  await first.call('review.openCalibration', { callId })
  const marks = (await first.call('review.get', { callId })).marks
  for (const { flagId } of marks) {
    await first.call('review.judge', { callId, flagId, decision: 'confirm', reason: '成立' })
  }
  await first.call('review.finish', { callId })
  expect((await first.call('review.calibrations', {}))[0]).toMatchObject({ done: false, differences: [] })

  const second = await startAs({ ...everything, staffNumber: '8002' }, first.directory)
  const blind = await second.call('review.get', { callId })
  expect(blind.marks.every(({ standing, verdicts }) => standing === 'open' && verdicts.length === 0)).toBe(
    true,
  )
  expect(blind.history.map(({ text }) => text)).toEqual(['设为校准'])
  for (const { flagId, rule } of blind.marks) {
    const decision = rule === 'rhetorical-question' ? 'dismiss' : 'confirm'
    await second.call('review.judge', { callId, flagId, decision, reason: '判断' })
  }
  await second.call('review.finish', { callId })
  const [calibration] = await second.call('review.calibrations', {})
  expect(calibration).toMatchObject({
    done: true,
    reviewers: ['8001', '8002'],
    compared: marks.length,
    agreement: (marks.length - 1) / marks.length,
    differences: [{ flagId: '2/rhetorical-question', first: '确认', second: '驳回' }],
  })
  expect(rhetorical(await second.call('review.get', { callId })).standing).toBe('confirmed')
})

it('plays a stretch and draws the waveform of a recorded call', async () => {
  const seat = await startAs(everything)
  const { callId, stream } = await seat.begin()
  const samples = new Int16Array(16_000).map((_value, at) => Math.round(8000 * Math.sin(at / 5)))
  seat.core.receive({ type: 'audio', frame: { stream, speaker: 'seat', startSample: 0, samples } })
  await expect(seat.call('review.get', { callId })).rejects.toMatchObject({ code: 'call-running' })
  const ending = seat.call('calls.end', { callId })
  for (const speaker of ['seat', 'citizen'] as const) seat.heard({ type: 'closed', stream, speaker })
  await ending
  expect(await seat.call('review.get', { callId })).toMatchObject({ playable: true })
  const audio = await seat.call('review.audio', { callId, fromMs: 100, toMs: 600 })
  expect(audio).toMatchObject({ fromMs: 100, toMs: 600 })
  const { bucketMs, seat: own, citizen } = await seat.call('review.peaks', { callId })
  expect(own.length).toBeGreaterThanOrEqual(1000 / bucketMs)
  expect(Math.max(...own)).toBeGreaterThan(40)
  expect(Math.max(...citizen)).toBeLessThan(10)
})
