import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Identity } from '#shared/contract/central-api.ts'
import { openStore } from '../../../src-main/core/store/open-store.ts'
import { CoreHarness } from '../../support/core-harness.ts'
import { testStoreKey } from '../../support/store-key.ts'

const lead: Identity = { staffNumber: '8031', staffName: '示例坐席', roles: ['operator', 'lead'] }
const trainer: Identity = { staffNumber: '7001', staffName: '管理员', roles: ['trainer'] }

/** Time that only this test moves; nothing but timers and the clock that never jumps is faked. */
function holdTime(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
}

describe('a rehearsal', () => {
  let seat: CoreHarness

  beforeEach(async () => {
    seat = await CoreHarness.start({ identity: lead })
    holdTime()
  })
  afterEach(() => {
    vi.useRealTimers()
    seat.cleanUp()
  })

  async function begin(spoken = false): Promise<{ callId: string; stream: number; ticketId: string }> {
    const { callId, audioStream } = await seat.call('calls.start', {
      source: { kind: 'rehearsal', of: 'script', rehearsalId: 'street-light', spoken, answeredAfterMs: 2000 },
    })
    const { ticket } = await seat.call('calls.get', { callId })
    return { callId, stream: audioStream, ticketId: ticket.ticketId }
  }

  /** Types a sentence and lets time pass until the citizen has answered. */
  async function say(callId: string, text: string): Promise<void> {
    await seat.call('rehearsals.say', { callId, text })
    await vi.advanceTimersByTimeAsync(40_000)
  }

  const texts = async (callId: string): Promise<readonly string[]> =>
    (await seat.call('calls.get', { callId })).turns.map(({ text }) => text)

  it('is a call on the real desk: words, fields, answers, flags and ticket', async () => {
    const { callId, ticketId } = await begin()
    await say(callId, '您好，请问有什么可以帮您？')
    await say(callId, '你早干什么去了？')
    await say(callId, '请问您贵姓，联系电话是多少？')
    await say(callId, '请问具体地址在哪里？')
    const call = await seat.call('calls.get', { callId })
    expect(call.source).toMatchObject({ kind: 'rehearsal', title: '小区门口路灯不亮' })
    expect(call.ticket.draft.contactPhone?.value).toBe('13822014567')
    expect(call.ticket.draft.incidentAddress?.value).toMatchObject({ district: '海珠区', road: '昌岗中路' })
    expect(call.flags.some(({ quote }) => quote.includes('干什么'))).toBe(true)
    expect(call.answers.length).toBeGreaterThan(0)
    const changed = await seat.call('tickets.setField', { ticketId, field: 'demand', value: '维修路灯' })
    expect(changed.draft.demand?.value).toBe('维修路灯')
    expect((await seat.call('tickets.undo', { ticketId })).draft.demand?.value).not.toBe('维修路灯')
  })

  it('says its words at a spoken pace, a few at a time', async () => {
    const { callId } = await begin()
    await seat.call('rehearsals.say', { callId, text: '您好。' })
    await vi.advanceTimersByTimeAsync(3000)
    const shown = seat.of('call.partial').map(({ text }) => text)
    expect(shown.length).toBeGreaterThan(3)
    expect('你好我想反映一下路灯不亮的问题'.startsWith(shown.at(-1)!)).toBe(true)
    expect(shown.at(-1)!.length).toBeLessThan(15)
    expect(await texts(callId)).toHaveLength(1)
  })

  it('touches nothing of the real calls: no record, no outbox, no statistics, no likeness', async () => {
    const { callId, ticketId } = await begin()
    await say(callId, '您好，请问有什么可以帮您？')
    await seat.call('answers.search', { text: '没有这样的事情吧' })
    await seat.call('calls.end', { callId })
    const { submitted, ticket } = await seat.call('tickets.submit', { ticketId, despiteMissing: true })
    expect([submitted, ticket.state]).toEqual([true, 'queued'])
    await vi.waitFor(() => expect(seat.of('ticket.changed').at(-1)?.number).toBe('演练-0001'))
    expect(await seat.call('calls.list', {})).toEqual([])
    expect((await seat.call('session.get', {})).sync.waiting).toBe(0)
    expect((await seat.call('review.own', {})) as unknown[]).toEqual([])
    expect((await seat.call('board.get', {})).deadlines).toEqual([])
    const { callId: next } = await begin()
    await say(next, '您好，请问有什么可以帮您？')
    expect((await seat.call('calls.get', { callId: next })).ticket.similar).toEqual([])
    seat.core.stop()
    const real = openStore(seat.directory, testStoreKey)
    expect(real.outbox.counts()).toEqual({ waiting: 0, parked: 0 })
    expect(real.knowledge.signals.unsent(10)).toEqual([])
    real.close()
  })

  it('stands still while it is paused, and goes on', async () => {
    const { callId } = await begin()
    await say(callId, '您好。')
    await seat.call('rehearsals.control', { callId, action: 'pause' })
    const before = await texts(callId)
    const { durationMs } = await seat.call('calls.get', { callId })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await texts(callId)).toEqual(before)
    expect((await seat.call('calls.get', { callId })).durationMs).toBeLessThan(durationMs + 1000)
    expect((await seat.call('rehearsals.current', {})).current?.state).toBe('paused')
    await seat.call('rehearsals.control', { callId, action: 'resume' })
    await seat.call('rehearsals.control', { callId, action: 'hurry' })
    await vi.advanceTimersByTimeAsync(20_000)
    expect((await texts(callId)).length).toBeGreaterThan(before.length)
  })

  it('hears a seat that speaks, on the time of the call', async () => {
    const { callId, stream } = await begin(true)
    expect(stream).toBeGreaterThanOrEqual(2 ** 31)
    await seat.call('rehearsals.control', { callId, action: 'pause' })
    await vi.advanceTimersByTimeAsync(10_000)
    await seat.call('rehearsals.control', { callId, action: 'resume' })
    const words = { stream, speaker: 'seat', text: '您好请问有什么可以帮您' } as const
    seat.heard({ type: 'final', ...words, startMs: 5000, endMs: 6000, text: '旁边的人说话' })
    seat.heard({ type: 'final', ...words, startMs: 10_500, endMs: 12_000 })
    await vi.advanceTimersByTimeAsync(15_000)
    const { turns } = await seat.call('calls.get', { callId })
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['seat', '您好请问有什么可以帮您'],
      ['citizen', '你好我想反映一下路灯不亮的问题'],
    ])
    expect(turns[0]?.startMs).toBeLessThan(1000)
  })

  it('ends in a report, kept in the history, judged by who listened', async () => {
    const { callId } = await begin()
    await say(callId, '您好，这里是广州12345政务服务便民热线，请问有什么可以帮您？')
    await say(callId, '你早干什么去了？')
    await seat.call('calls.end', { callId })
    const report = await seat.call('rehearsals.report', { callId })
    expect(report.score.items).toHaveLength(17)
    const item = (id: string) => report.score.items.find((each) => each.item === id)
    expect(item('answer-time')).toMatchObject({ points: 5, words: '响铃没多久就接了，我没有等。' })
    expect(item('pace')?.points).toBeUndefined()
    expect(item('no-rhetoric')?.quotes.length).toBeGreaterThan(0)
    expect(item('farewell')).toMatchObject({ words: '我还没道别，电话就断了。' })
    expect(item('farewell')?.points).toBeUndefined()
    expect(report.ticket?.find(({ field }) => field === 'contactPhone')?.match).toBe('missing')
    const judged = await seat.call('rehearsals.judge', { callId, item: 'clear', points: 5 })
    expect(judged.score.points).toBe(report.score.points + 5)
    await expect(seat.call('rehearsals.judge', { callId, item: 'pace', points: 5 })).rejects.toMatchObject({
      code: 'bad-item',
    })
    expect(await seat.call('rehearsals.history', {})).toMatchObject([
      { callId, rehearsalId: 'street-light', percent: judged.score.percent, submitted: false },
    ])
  })

  it('gives way to a real call at once, and does not begin while one runs', async () => {
    const { callId } = await begin()
    await seat.begin()
    expect((await seat.call('calls.get', { callId })).phase).toBe('ended')
    expect(seat.of('notice').map(({ code }) => code)).toContain('rehearsal-stopped')
    await expect(begin()).rejects.toMatchObject({ code: 'call-running' })
  })

  it('is cut off by a death of the core, and its report stays', async () => {
    const { callId } = await begin()
    await say(callId, '您好。')
    seat.die()
    const next = await CoreHarness.start({ directory: seat.directory, identity: lead })
    expect((await next.call('session.get', {})).openCallId).toBeUndefined()
    expect((await next.call('calls.get', { callId })).phase).toBe('interrupted')
    expect((await next.call('rehearsals.report', { callId })).turns.length).toBeGreaterThan(1)
    seat = next
  })

  it('plays a recorded call line by line, each with its sound', async () => {
    const { callId, audioStream: stream } = await seat.call('calls.start', {
      source: { kind: 'rehearsal', of: 'recording', rehearsalId: '2-gas-smell', spoken: false },
    })
    await seat.call('rehearsals.say', { callId, text: '您好，请问有什么可以帮您？' })
    await vi.advanceTimersByTimeAsync(10_000)
    const frames = seat.sentToAsr.flatMap((command) => (command.type === 'audio' ? [command.frame] : []))
    expect(frames.every((frame) => frame.stream === stream && frame.speaker === 'citizen')).toBe(true)
    const ends = frames.map(({ startSample, samples }) => startSample + samples.length)
    expect(frames.slice(1).map(({ startSample }) => startSample)).toEqual(ends.slice(0, -1))
    const loudest = Math.max(
      ...frames.map(({ samples }) => samples.reduce((top, each) => Math.max(top, each), 0)),
    )
    expect(loudest).toBeGreaterThan(1000)
    expect(seat.of('rehearsal.changed').some(({ sound }) => sound === 0)).toBe(true)
    const { wavBase64 } = await seat.call('rehearsals.sound', { callId, line: 0 })
    expect(Buffer.from(wavBase64, 'base64').subarray(0, 4).toString()).toBe('RIFF')
    const before = seat.of('rehearsal.changed').length
    await vi.advanceTimersByTimeAsync(60_000)
    // Without an answer of the seat the next line waits.
    expect(
      seat
        .of('rehearsal.changed')
        .slice(before)
        .some(({ sound }) => sound === 1),
    ).toBe(false)
  })
})

describe('a trainer', () => {
  it('rehearses, and works on no real call', async () => {
    const other = await CoreHarness.start({ identity: lead })
    const real = await other.begin()
    other.die()
    const seat = await CoreHarness.start({ directory: other.directory, identity: trainer })
    await expect(
      seat.call('tickets.setField', { ticketId: real.ticketId, field: 'demand', value: '退款' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      seat.call('calls.start', { source: { kind: 'capture', channels: ['seat'] } }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(seat.call('calls.end', { callId: real.callId })).rejects.toMatchObject({ code: 'forbidden' })
    expect(existsSync(join(seat.directory, 'rehearsals'))).toBe(false)
    // The call of the seat before still runs, and goes before.
    seat.core.receive({ type: 'asr', event: { type: 'closed', stream: real.stream, speaker: 'seat' } })
    seat.core.receive({ type: 'asr', event: { type: 'closed', stream: real.stream, speaker: 'citizen' } })
    const { callId } = await seat.call('calls.start', {
      source: { kind: 'rehearsal', of: 'script', rehearsalId: 'wages', spoken: false },
    })
    const { ticket } = await seat.call('calls.get', { callId })
    const changed = await seat.call('tickets.setField', {
      ticketId: ticket.ticketId,
      field: 'demand',
      value: '发工资',
    })
    expect(changed.draft.demand?.value).toBe('发工资')
    expect((await seat.call('calls.end', { callId })).phase).toBe('ended')
    seat.cleanUp()
  })
})
