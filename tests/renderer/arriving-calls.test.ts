import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FailureError } from '#shared/base/result.ts'
import type { CallView } from '#shared/contract/views.ts'
import { openCall } from '../../src-renderer/state/call-store.ts'
import { createDesk } from '../../src-renderer/state/desk.ts'
import { mediaForkText } from '../../src-renderer/text/media-fork.ts'
import { createFakeConnection, type FakeConnection } from '../support/fake-connection.ts'
import { silentPlayer } from '../support/silent-player.ts'
import { silentDevices } from './silent-devices.ts'

const practice = { source: { kind: 'recording', recordingId: 'r0', pace: 'realtime' } } as const

function setUp() {
  const fake = createFakeConnection()
  let callId = 'c1'
  /** The fake has one call; here it takes another name whenever the switch puts one through. */
  const connection: FakeConnection = {
    ...fake,
    async call(name, input, signal) {
      const output = await fake.call(name, input, signal)
      if (name !== 'calls.get') return output
      const view = output as CallView
      return { ...view, callId, ticket: { ...view.ticket, callId } } as never
    },
  }
  const desk = createDesk({
    connection,
    ...silentDevices,
    player: silentPlayer,
    storage: { getItem: () => null, setItem: () => undefined },
    now: () => 1_000_000,
  })
  /** The core begins a call without the page. */
  const arrive = async (name: string): Promise<void> => {
    callId = name
    await fake.call('calls.start', {
      source: { kind: 'media-fork', forkId: name, channels: ['citizen'] },
      callerNumber: '13711220088',
    })
    fake.emit('call.phase', { callId, phase: 'live' })
    await vi.advanceTimersByTimeAsync(0)
  }
  const shown = () => openCall(desk.stores.call.getState())
  const names = () => fake.asked.map(({ name }) => name)
  return { connection, desk, arrive, shown, names }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a call that the switch puts through', () => {
  it('is on the desk at once, with its number, and its words are followed', async () => {
    const { arrive, shown, connection } = setUp()
    await arrive('c1')
    expect(shown()).toMatchObject({ callId: 'c1', phase: 'live', callerNumber: '13711220088' })
    connection.step()
    expect(shown()?.turns).toHaveLength(1)
  })

  it('takes the place of a practice call that still rings', async () => {
    const { desk, arrive, shown } = setUp()
    desk.calls.ring(practice)
    await arrive('c1')
    expect(shown()?.callId).toBe('c1')
  })

  it('is not mistaken for a call that this page begins itself', async () => {
    const { desk, connection, names } = setUp()
    desk.calls.ring(practice)
    const answering = desk.calls.answer()
    connection.emit('call.phase', { callId: 'c1', phase: 'live' })
    await answering
    expect(names().filter((name) => name === 'calls.get')).toHaveLength(1)
  })

  it('comes after the ticket of the call before is saved, and says where that is', async () => {
    const { desk, arrive, shown, names, connection } = setUp()
    await arrive('c0')
    connection.emit('call.phase', { callId: 'c0', phase: 'ended' })
    desk.ticket.edit('demand', '退款')
    await arrive('c1')
    expect(names()).toContain('tickets.setField')
    expect(shown()?.callId).toBe('c1')
    expect(desk.stores.session.getState().notice?.message).toBe(mediaForkText.arrived)
  })

  it('waits while that cannot be saved, and is shown when the desk is free', async () => {
    const { desk, arrive, shown, connection } = setUp()
    await arrive('c0')
    connection.emit('call.phase', { callId: 'c0', phase: 'ended' })
    connection.failWith('tickets.setField', new FailureError('disconnected', '没有连上'))
    desk.ticket.edit('demand', '退款')
    await arrive('c1')
    expect(shown()?.callId).toBe('c0')
    connection.failWith('tickets.setField', null)
    await desk.calls.next()
    await vi.advanceTimersByTimeAsync(0)
    expect(shown()?.callId).toBe('c1')
  })
})
