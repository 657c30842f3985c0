import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CoreHarness } from '../support/core-harness.ts'

describe('a call', () => {
  let seat: CoreHarness

  beforeEach(async () => {
    seat = await CoreHarness.start()
  })
  afterEach(() => seat.cleanUp())

  it('turns finished words into a transcript, fields, answers and flags', async () => {
    const { callId, stream } = await seat.begin()
    seat.say(stream, [
      ['seat', '您好这里是12345政务服务便民热线请问有什么可以帮您'],
      ['citizen', '我要投诉天河区天河北路楼上装修噪音很大'],
      ['seat', '你早干什么去了'],
      ['citizen', '我姓王'],
      ['citizen', '我的电话是一三八零零一三八零零零'],
    ])
    const call = await seat.call('calls.get', { callId })
    expect(call.turns.map((turn) => turn.speaker)).toEqual(['seat', 'citizen', 'seat', 'citizen', 'citizen'])
    const { draft } = call.ticket
    expect(draft.requestType?.value).toBe('投诉')
    expect(draft.contactPhone?.value).toBe('13800138000')
    expect(draft.contactPhone?.evidence[0]).toMatchObject({ turn: 4 })
    expect(draft.contactPhone?.source).toBe('heard')
    expect(draft.incidentAddress?.value).toMatchObject({ district: '天河区', road: '天河北路' })
    expect(seat.of('call.answers').at(-1)?.answers.length).toBeGreaterThan(0)
    expect(call.flags.map(({ turn, rule }) => ({ turn, rule }))).toEqual([
      { turn: 2, rule: 'forbidden-expression' },
      { turn: 2, rule: 'rhetorical-question' },
    ])
  })

  it('shows partial words and never fills fields from them', async () => {
    const { callId, stream } = await seat.begin()
    seat.heard({
      type: 'partial',
      stream,
      speaker: 'citizen',
      startMs: 0,
      endMs: 900,
      text: '我要投诉我的电话是一三八零零一三八零零零',
    })
    const call = await seat.call('calls.get', { callId })
    expect(call.partials).toHaveLength(1)
    expect(call.turns).toHaveLength(0)
    expect(call.ticket.draft).toEqual({})
  })

  it('keeps words as a recovered turn when their final never came', async () => {
    const { callId, stream } = await seat.begin()
    const lost = {
      type: 'partial',
      stream,
      speaker: 'citizen',
      startMs: 0,
      endMs: 900,
      text: '我家停水',
    } as const
    seat.heard(lost)
    seat.heard({ ...lost, startMs: 5000, endMs: 5400, text: '两天了' })
    const { turns } = await seat.call('calls.get', { callId })
    expect(turns).toMatchObject([{ text: '我家停水', recovered: true }])
  })

  it('takes the same words twice only once', async () => {
    const { callId, stream } = await seat.begin()
    const final = {
      type: 'final',
      stream,
      speaker: 'citizen',
      startMs: 0,
      endMs: 900,
      text: '我家停水',
    } as const
    seat.heard(final)
    seat.heard({ ...final, startMs: 50 })
    expect((await seat.call('calls.get', { callId })).turns).toHaveLength(1)
  })

  it('refuses a second call while one runs, in the user’s words', async () => {
    await seat.begin()
    await expect(seat.begin()).rejects.toMatchObject({ code: 'call-running' })
  })

  it('ends when both channels have closed, and the transcript stays', async () => {
    const { callId, stream } = await seat.begin()
    seat.say(stream, [['citizen', '打错了不好意思']])
    const ending = seat.call('calls.end', { callId })
    await Promise.resolve()
    expect(seat.sentToAsr.filter((command) => command.type === 'close')).toHaveLength(2)
    seat.heard({ type: 'closed', stream, speaker: 'seat' })
    seat.heard({ type: 'closed', stream, speaker: 'citizen' })
    expect((await ending).phase).toBe('ended')
    expect((await ending).turns).toHaveLength(1)
  })
})

describe('after a death of the core', () => {
  it('goes on with the call when the host lives', async () => {
    const first = await CoreHarness.start()
    const { callId, stream } = await first.begin()
    first.say(stream, [['citizen', '我要投诉我的电话是一三八零零一三八零零零']])
    first.die()
    const second = await CoreHarness.start({ directory: first.directory })
    second.say(stream, [['citizen', '我姓王']], 5000)
    const call = await second.call('calls.get', { callId })
    expect(call.phase).toBe('live')
    expect(call.turns).toHaveLength(2)
    expect(call.ticket.draft.contactPhone?.value).toBe('13800138000')
    second.cleanUp()
  })

  it('keeps draft, transcript and the words in the air when the whole client was killed', async () => {
    const first = await CoreHarness.start()
    const { callId, stream, ticketId } = await first.begin()
    first.say(stream, [['citizen', '我要投诉']])
    await first.call('tickets.setField', { ticketId, field: 'contactName', value: '王先生' })
    const words = { stream, speaker: 'citizen', startMs: 3000, endMs: 4200, text: '楼上装修噪音' } as const
    first.heard({ type: 'partial', ...words })
    first.die()
    const second = await CoreHarness.start({ directory: first.directory, hostId: 'host-2' })
    const session = await second.call('session.get', {})
    expect(session.openCallId).toBe(callId)
    const call = await second.call('calls.get', { callId })
    expect(call.phase).toBe('interrupted')
    expect(call.turns.map((turn) => [turn.text, turn.recovered])).toEqual([
      ['我要投诉', false],
      ['楼上装修噪音', true],
    ])
    expect(call.ticket.draft.contactName).toMatchObject({ value: '王先生', source: 'typed' })
    second.cleanUp()
  })
})
