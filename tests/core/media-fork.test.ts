import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CoreToHost, ForkEvent } from '#shared/contract/process-messages.ts'
import { CoreHarness } from '../support/core-harness.ts'

let seat: CoreHarness
beforeEach(async () => {
  seat = await CoreHarness.start()
})
afterEach(() => seat.cleanUp())

const start = { type: 'start', forkId: 'f-1', channels: ['citizen'], callerNumber: '13711220088' } as const

async function tell(event: ForkEvent, core = seat): Promise<void> {
  core.core.receive({ type: 'fork', event })
  await new Promise((resolve) => setImmediate(resolve))
}

function closed(stream: number, core = seat): void {
  for (const speaker of ['seat', 'citizen'] as const) core.heard({ type: 'closed', stream, speaker })
}

const liveCall = async (core = seat) => {
  const { openCallId } = await core.call('session.get', {})
  return core.call('calls.get', { callId: openCallId! })
}
type Answer = Extract<CoreToHost, { type: 'fork-accepted' | 'fork-refused' }>
const forks = (core = seat): readonly Answer[] =>
  core.messages.filter(
    (message): message is Answer => message.type === 'fork-accepted' || message.type === 'fork-refused',
  )
const notices = (): readonly string[] => seat.of('notice').map(({ code }) => code)

describe('a call that the switch puts through', () => {
  it('begins by itself, with its number, and is told to the clients', async () => {
    await tell(start)
    const call = await liveCall()
    expect(call).toMatchObject({
      phase: 'live',
      callerNumber: '13711220088',
      source: { kind: 'media-fork', forkId: 'f-1', channels: ['citizen'] },
    })
    expect(forks()).toEqual([{ type: 'fork-accepted', forkId: 'f-1', stream: call.audioStream }])
    expect(seat.of('call.phase')).toEqual([{ callId: call.callId, phase: 'live' }])
    seat.say(call.audioStream, [['citizen', '我要投诉我的电话就是这个号码']])
    expect((await liveCall()).ticket.draft.contactPhone?.value).toBe('13711220088')
  })

  it('ends when the switch hangs up and the last words are there', async () => {
    await tell(start)
    const { callId, audioStream } = await liveCall()
    await tell({ type: 'stop', forkId: 'f-1' })
    expect(seat.sentToAsr.filter(({ type }) => type === 'close')).toHaveLength(2)
    seat.say(audioStream, [['citizen', '就这样谢谢']])
    closed(audioStream)
    const call = await seat.call('calls.get', { callId })
    expect(call).toMatchObject({ phase: 'ended', turns: [{ text: '就这样谢谢' }] })
  })

  it('is dropped at the switch when the seat ends it', async () => {
    await tell(start)
    const { callId, audioStream } = await liveCall()
    const ending = seat.call('calls.end', { callId })
    await new Promise((resolve) => setImmediate(resolve))
    expect(forks().at(-1)).toMatchObject({ type: 'fork-refused', forkId: 'f-1' })
    closed(audioStream)
    expect((await ending).phase).toBe('ended')
  })

  it('is refused while another runs, and both sides are told', async () => {
    await seat.begin()
    await tell(start)
    expect(forks()).toMatchObject([{ type: 'fork-refused', forkId: 'f-1', message: '坐席正在通话中' }])
    expect(notices()).toContain('fork-refused')
    expect(await seat.call('calls.list', { limit: 10 })).toHaveLength(1)
  })

  it('waits for the last words of the one before', async () => {
    await tell(start)
    const { audioStream } = await liveCall()
    await tell({ type: 'stop', forkId: 'f-1' })
    await tell({ ...start, forkId: 'f-2' })
    expect(forks().filter(({ forkId }) => forkId === 'f-2')).toEqual([])
    closed(audioStream)
    await new Promise((resolve) => setImmediate(resolve))
    expect(forks().at(-1)).toMatchObject({ type: 'fork-accepted', forkId: 'f-2' })
  })

  it('takes a number that comes late, and words that waited for it', async () => {
    await tell({ type: 'start', forkId: 'f-1', channels: ['citizen'] })
    const { audioStream } = await liveCall()
    seat.say(audioStream, [['citizen', '我的电话就是这个号码']])
    await tell({ ...start, stream: audioStream })
    const call = await liveCall()
    expect(call.callerNumber).toBe('13711220088')
    expect(call.ticket.draft.contactPhone?.value).toBe('13711220088')
    expect(seat.of('session.resync')).toHaveLength(1)
  })

  it('says calmly that its line broke and came back', async () => {
    await tell(start)
    await tell({ type: 'lost', forkId: 'f-1' })
    await tell({ type: 'back', forkId: 'f-1' })
    await tell({ type: 'lost', forkId: 'another' })
    expect(notices()).toEqual(['fork-lost', 'fork-back'])
  })

  it('cannot be begun by a page', async () => {
    const source = { kind: 'media-fork' as const, forkId: 'f-1', channels: ['citizen' as const] }
    await expect(seat.call('calls.start', { source })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('after a death of the core', () => {
  it('the call goes on under its number', async () => {
    await tell(start)
    const { audioStream, callId } = await liveCall()
    seat.die()
    const next = await CoreHarness.start({ directory: seat.directory })
    await tell({ ...start, stream: audioStream }, next)
    expect(forks(next)).toEqual([{ type: 'fork-accepted', forkId: 'f-1', stream: audioStream }])
    next.say(audioStream, [['citizen', '还在吗']])
    expect((await next.call('calls.get', { callId })).turns).toHaveLength(1)
    expect(await next.call('calls.list', { limit: 10 })).toHaveLength(1)
    seat = next
  })

  it('a call that was over is not begun anew', async () => {
    await tell({ ...start, stream: 41 })
    expect(forks()).toMatchObject([{ type: 'fork-refused', forkId: 'f-1' }])
    expect(await seat.call('calls.list', { limit: 10 })).toEqual([])
  })

  it('a call of an earlier client is kept as interrupted', async () => {
    await tell(start)
    const { callId } = await liveCall()
    seat.die()
    const next = await CoreHarness.start({ directory: seat.directory, hostId: 'host-2' })
    expect((await next.call('calls.get', { callId })).phase).toBe('interrupted')
    seat = next
  })
})

it('shows the door as the host described it last', async () => {
  expect(await seat.call('mediaFork.get', {})).toEqual({ state: 'off', forks: [] })
  const view = { state: 'listening', address: 'ws://127.0.0.1:12346/', token: 't', forks: [] } as const
  await tell({ type: 'view', view: { ...view, forks: [] } })
  expect(await seat.call('mediaFork.get', {})).toEqual(view)
  expect(seat.of('mediaFork.changed')).toEqual([view])
})

it('plays a recording again as long as it is there', async () => {
  const source = { kind: 'recording', recordingId: '2-gas-smell', pace: 'realtime' } as const
  const { callId, audioStream } = await seat.call('calls.start', { source })
  const call = await seat.call('calls.get', { callId })
  expect(call).toMatchObject({ playable: true, audioStream })
})
