import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FailureError, success } from '#shared/base/result.ts'
import type { OpenCapture } from '../../src-renderer/audio/capture.ts'
import { openCall, type CallPlan } from '../../src-renderer/state/call-store.ts'
import { createDesk } from '../../src-renderer/state/desk.ts'
import { linesOf } from '../../src-renderer/state/ticket-store.ts'
import { session } from '../support/fake-call.ts'
import { createFakeConnection } from '../support/fake-connection.ts'
import { silentPlayer } from '../support/silent-player.ts'
import { silentDevices } from './silent-devices.ts'

const noStorage = { getItem: () => null, setItem: () => undefined }
const headset: CallPlan = {
  source: { kind: 'capture', channels: ['seat'] },
  capture: { seat: { source: { kind: 'device', deviceId: '', label: '' }, side: 'both' }, citizen: null },
}
const recording = { source: { kind: 'recording', recordingId: 'r0', pace: 'realtime' } } as const

function setUp(openCapture: OpenCapture = silentDevices.openCapture) {
  const connection = createFakeConnection()
  let now = 1_000_000
  const desk = createDesk({
    ...silentDevices,
    connection,
    openCapture,
    player: silentPlayer,
    storage: noStorage,
    now: () => now,
  })
  const names = () => connection.asked.map(({ name }) => name)
  return { connection, desk, names, pass: (ms: number) => (now += ms) }
}

async function inCall(...use: Parameters<typeof setUp>) {
  const all = setUp(...use)
  all.desk.calls.ring({ ...recording, callerNumber: '13760319925' })
  all.pass(6_400)
  await all.desk.calls.answer()
  all.connection.asked.length = 0
  return all
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('taking a call', () => {
  it('rings first, counts to the answer, and only then starts the call', async () => {
    const { desk, names, pass } = setUp()
    desk.calls.ring(recording)
    expect(desk.stores.call.getState().stage.kind).toBe('ringing')
    expect(names()).toEqual([])
    pass(6_400)
    await desk.calls.answer()
    expect(desk.stores.call.getState().answeredAfterMs).toBe(6_400)
    expect(names().slice(0, 2)).toEqual(['calls.start', 'calls.get'])
    expect(openCall(desk.stores.call.getState())?.callId).toBe('c1')
  })

  it('can be declined', () => {
    const { desk, names } = setUp()
    desk.calls.ring(recording)
    desk.calls.decline()
    expect(desk.stores.call.getState().stage.kind).toBe('idle')
    expect(names()).not.toContain('calls.start')
  })

  it('goes back to waiting, and says why, when it cannot be started', async () => {
    const { desk, connection } = setUp()
    connection.failWith('calls.start', new FailureError('no-recording', '这段录音不在了'))
    desk.calls.ring(recording)
    await desk.calls.answer()
    expect(desk.stores.call.getState().stage.kind).toBe('idle')
    expect(desk.stores.session.getState().notice?.message).toBe('这段录音不在了')
  })

  it('does not start without its devices', async () => {
    const { desk, names } = setUp()
    desk.calls.ring(headset)
    await desk.calls.answer()
    expect(names()).not.toContain('calls.start')
    expect(desk.stores.session.getState().notice?.message).toBe('打不开')
  })

  it('sends captured audio under the number that the core gave, and stops with the call', async () => {
    const stop = vi.fn()
    const { desk, connection } = setUp((_choice, { onAudio }) => {
      setInterval(() => onAudio({ startSample: 0, channels: { seat: new Int16Array(1600) } }), 100)
      return Promise.resolve(success({ stop }))
    })
    desk.calls.ring(headset)
    await desk.calls.answer()
    await vi.advanceTimersByTimeAsync(100)
    expect(connection.audio.map(({ stream, speaker }) => [stream, speaker])).toEqual([[7, 'seat']])
    await desk.calls.end()
    expect(stop).toHaveBeenCalledOnce()
  })

  it('follows the events of its call', async () => {
    const { desk, connection } = await inCall()
    connection.partial()
    expect(openCall(desk.stores.call.getState())?.partials).toHaveLength(1)
    for (let step = 0; step < 7; step++) connection.step()
    const call = openCall(desk.stores.call.getState())
    expect(call?.turns).toHaveLength(7)
    expect(call?.flags).toHaveLength(1)
    expect(desk.stores.answers.getState().suggested).toHaveLength(3)
    expect(desk.stores.ticket.getState().ticket?.draft.amountYuan?.value).toBe(2600)
  })
})

describe('typing into the ticket', () => {
  it('saves once, 300 ms after the last key', async () => {
    const { desk, names } = await inCall()
    desk.ticket.edit('demand', '退')
    await vi.advanceTimersByTimeAsync(200)
    desk.ticket.edit('demand', '退款')
    await vi.advanceTimersByTimeAsync(299)
    expect(names()).not.toContain('tickets.setField')
    await vi.advanceTimersByTimeAsync(1)
    expect(names().filter((name) => name === 'tickets.setField')).toHaveLength(1)
    expect(desk.stores.ticket.getState()).toMatchObject({
      edits: {},
      ticket: { draft: { demand: { value: '退款' } } },
    })
  })

  it('saves at once when the field is left', async () => {
    const { desk, connection } = await inCall()
    desk.ticket.edit('demand', '退款')
    await desk.ticket.flush('demand')
    expect(connection.asked[0]?.input).toEqual({ ticketId: 't1', field: 'demand', value: '退款' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(connection.asked.filter(({ name }) => name === 'tickets.setField')).toHaveLength(1)
  })

  it('loses nothing while the connection is gone', async () => {
    const { desk, connection } = await inCall()
    connection.setState('lost')
    desk.ticket.edit('demand', '退款')
    await vi.advanceTimersByTimeAsync(1000)
    expect(desk.stores.ticket.getState().edits).toEqual({ demand: '退款' })
    connection.setState('open')
    connection.asked.length = 0
    connection.emit('session.ready', session)
    await vi.advanceTimersByTimeAsync(0)
    expect(connection.asked.map(({ name }) => name)).toContain('tickets.setField')
    expect(desk.stores.ticket.getState()).toMatchObject({
      edits: {},
      ticket: { draft: { demand: { value: '退款' } } },
    })
  })

  it('shows why the core refused a value', async () => {
    const { desk, connection } = await inCall()
    connection.failWith('tickets.setField', new FailureError('bad-field', '不在目录里'))
    desk.ticket.edit('subject', { name: 'x' })
    await desk.ticket.flush()
    expect(desk.stores.ticket.getState()).toMatchObject({ edits: {}, refused: { subject: '不在目录里' } })
  })

  it('clears by its own procedure', async () => {
    const { desk, connection } = await inCall()
    await desk.ticket.clear('demand')
    expect(connection.asked[0]).toEqual({
      name: 'tickets.clearField',
      input: { ticketId: 't1', field: 'demand' },
    })
  })

  it('accepts a field only while nobody has', async () => {
    const { desk, connection, names } = await inCall()
    for (let step = 0; step < 2; step++) connection.step()
    await desk.ticket.accept('demand')
    await desk.ticket.accept('demand')
    await desk.ticket.accept('people')
    expect(names().filter((name) => name === 'tickets.accept')).toHaveLength(1)
  })
})

describe('lines that are typed', () => {
  const shown = (desk: ReturnType<typeof setUp>['desk']) => linesOf(desk.stores.ticket.getState())

  it('saves words that are a value, and shows them as typed until the line is left', async () => {
    const { desk } = await inCall()
    desk.ticket.type('people', '3 人', 3)
    expect(shown(desk).people?.words).toBe('3 人')
    await desk.ticket.flush()
    expect(desk.stores.ticket.getState().ticket?.draft.people?.value).toBe(3)
    desk.ticket.leave('people')
    expect(shown(desk)).toEqual({})
  })

  it('keeps words that are no value on screen, saves nothing and does not submit', async () => {
    const { desk, names } = await inCall()
    desk.ticket.type('contactPhone', '138x', undefined)
    desk.ticket.leave('contactPhone')
    await vi.advanceTimersByTimeAsync(1000)
    expect(shown(desk).contactPhone?.words).toBe('138x')
    await desk.ticket.submit(true)
    expect(names()).toEqual([])
    expect(desk.stores.session.getState().notice?.message).toContain('联系电话')
    await desk.ticket.clear('contactPhone')
    await desk.ticket.submit(true)
    expect(desk.stores.session.getState().notice).toBeNull()
  })

  it('takes such words back first, and clears them with their field', async () => {
    const { desk, names } = await inCall()
    desk.ticket.type('contactPhone', '138x', undefined)
    await desk.ticket.undo()
    expect(shown(desk)).toEqual({})
    expect(names()).not.toContain('tickets.undo')
    desk.ticket.type('contactPhone', '138x', undefined)
    await desk.ticket.clear('contactPhone')
    expect(shown(desk)).toEqual({})
  })

  it('shows what is stored again after an undo, though the line was not left', async () => {
    const { desk, names } = await inCall()
    desk.ticket.type('demand', '退款', '退款')
    await desk.ticket.undo()
    expect(names()).toEqual(['tickets.setField', 'tickets.undo'])
    expect(shown(desk)).toEqual({})
  })
})

describe('leaving a ticket', () => {
  it('saves first what was typed a moment ago', async () => {
    const { desk, connection } = await inCall()
    await desk.calls.end()
    desk.ticket.edit('demand', '退款')
    desk.ticket.edit('people', 3)
    await desk.calls.next()
    const saved = connection.asked.filter(({ name }) => name === 'tickets.setField')
    expect(saved.map(({ input }) => input)).toMatchObject([{ field: 'demand' }, { field: 'people' }])
    expect(desk.stores.call.getState().stage.kind).toBe('idle')
  })

  it('stays, and says so, while that cannot be saved', async () => {
    const { desk, connection } = await inCall()
    await desk.calls.end()
    connection.failWith('tickets.setField', new FailureError('disk-full', '磁盘空间不足'))
    desk.ticket.edit('demand', '退款')
    await desk.calls.next()
    expect(desk.stores.call.getState().stage.kind).toBe('open')
    expect(desk.stores.ticket.getState()).toMatchObject({
      edits: { demand: '退款' },
      refused: { demand: '磁盘空间不足' },
    })
    connection.failWith('tickets.setField', null)
    await desk.calls.next()
    expect(desk.stores.call.getState().stage.kind).toBe('idle')
  })

  it('does not submit without what could not be saved', async () => {
    const { desk, connection, names } = await inCall()
    connection.failWith('tickets.setField', new FailureError('disk-full', '磁盘空间不足'))
    desk.ticket.edit('demand', '退款')
    await desk.ticket.submit(true)
    expect(names()).not.toContain('tickets.submit')
  })
})

describe('submitting', () => {
  it('saves first, asks when something is missing, and goes on when told to', async () => {
    const { desk, connection, names } = await inCall()
    for (let step = 0; step < 4; step++) connection.step()
    desk.ticket.edit('demand', '退款')
    await desk.ticket.submit(false)
    expect(names().slice(0, 2)).toEqual(['tickets.setField', 'tickets.submit'])
    expect(desk.stores.ticket.getState()).toMatchObject({
      blocked: true,
      submitting: false,
      ticket: { state: 'draft' },
    })
    await desk.ticket.submit(true)
    expect(desk.stores.ticket.getState()).toMatchObject({ blocked: false, ticket: { state: 'queued' } })
    connection.acknowledge('20261121-000123')
    expect(desk.stores.ticket.getState().ticket?.number).toBe('20261121-000123')
  })

  it('can be tried again after it failed', async () => {
    const { desk, connection } = await inCall()
    connection.failWith('tickets.submit', new FailureError('closed', '工单已关闭'))
    await desk.ticket.submit(false)
    expect(desk.stores.ticket.getState().submitting).toBe(false)
    expect(desk.stores.session.getState().notice?.message).toBe('工单已关闭')
  })
})

describe('when the core is a new one', () => {
  it('asks for everything again and shows the call as it is now', async () => {
    const { desk, connection, names } = await inCall()
    connection.step()
    connection.emit('session.ready', session)
    await vi.advanceTimersByTimeAsync(0)
    expect(names()).toEqual(expect.arrayContaining(['recordings.list', 'calls.get', 'scripts.list']))
    expect(openCall(desk.stores.call.getState())?.turns).toHaveLength(1)
  })

  it('brings back the running call after the page was loaded again', async () => {
    const { connection } = await inCall()
    const again = createDesk({
      connection,
      ...silentDevices,
      player: silentPlayer,
      storage: noStorage,
      now: Date.now,
    })
    connection.emit('session.ready', { ...session, openCallId: 'c1' })
    await vi.advanceTimersByTimeAsync(0)
    expect(openCall(again.stores.call.getState())?.callId).toBe('c1')
  })

  it('fetches the call when events were missed', async () => {
    const { connection, names } = await inCall()
    connection.emit('session.resync', {})
    await vi.advanceTimersByTimeAsync(0)
    expect(names()).toContain('calls.get')
  })
})

describe('searching', () => {
  it('asks once for the newest words and goes back to the suggestions when they are gone', async () => {
    const { desk, names } = await inCall()
    desk.answers.search('预')
    desk.answers.search('预付卡')
    await vi.advanceTimersByTimeAsync(200)
    expect(names().filter((name) => name === 'answers.search')).toHaveLength(1)
    expect(desk.stores.answers.getState().found).toHaveLength(2)
    desk.answers.search('')
    expect(desk.stores.answers.getState().found).toBeNull()
  })
})

it('marks older nudges as seen with the newest, so that none comes up late', async () => {
  const { desk, connection } = await inCall()
  for (let step = 0; step < 7; step++) connection.step()
  desk.closeNudge()
  expect(desk.stores.ui.getState().nudgesSeen).toEqual(['6/rhetorical-question'])
})

it('does not save letters that an input method is still composing', async () => {
  const { desk, names } = await inCall()
  desk.ticket.hold('demand')
  desk.ticket.edit('demand', 'tui')
  await vi.advanceTimersByTimeAsync(1000)
  expect(names()).not.toContain('tickets.setField')
  desk.ticket.edit('demand', '退')
  desk.ticket.release('demand')
  await vi.advanceTimersByTimeAsync(300)
  expect(desk.stores.ticket.getState().ticket?.draft.demand?.value).toBe('退')
})

it('gives the devices back when the core ends the call', async () => {
  const stop = vi.fn()
  const { desk, connection } = setUp(() => Promise.resolve(success({ stop })))
  desk.calls.ring(headset)
  await desk.calls.answer()
  connection.emit('call.phase', { callId: 'c1', phase: 'ended' })
  expect(stop).toHaveBeenCalledOnce()
})

it('offers an interrupted call and does not open it by itself', async () => {
  const { connection } = await inCall()
  connection.interrupt()
  const again = createDesk({
    connection,
    ...silentDevices,
    player: silentPlayer,
    storage: noStorage,
    now: Date.now,
  })
  connection.emit('session.ready', { ...session, openCallId: 'c1' })
  await vi.advanceTimersByTimeAsync(0)
  expect(again.stores.call.getState().stage.kind).toBe('idle')
  await again.calls.show('c1')
  expect(openCall(again.stores.call.getState())?.phase).toBe('interrupted')
})
