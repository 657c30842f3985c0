import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CoreHarness } from '../support/core-harness.ts'

let seat: CoreHarness
beforeEach(async () => {
  seat = await CoreHarness.start()
})
afterEach(() => seat.cleanUp())

const recording = { kind: 'recording', recordingId: '2-gas-smell', pace: 'realtime' } as const

describe('asked twice at once', () => {
  it('to end a call, both are answered', async () => {
    const { callId, stream } = await seat.begin()
    const endings = [seat.call('calls.end', { callId }), seat.call('calls.end', { callId })]
    await Promise.resolve()
    for (const speaker of ['seat', 'citizen'] as const) seat.heard({ type: 'closed', stream, speaker })
    expect((await Promise.all(endings)).map(({ phase }) => phase)).toEqual(['ended', 'ended'])
  })

  it('to play a recording, one call begins', async () => {
    const starts = await Promise.allSettled([
      seat.call('calls.start', { source: recording }),
      seat.call('calls.start', { source: recording }),
    ])
    expect(starts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await seat.call('calls.list', { limit: 10 })).toHaveLength(1)
  })
})

it('a core that takes up a recording plays nothing before the host listens', async () => {
  await seat.call('calls.start', { source: { ...recording, pace: 'fast' } })
  seat.die()
  const next = await CoreHarness.start({ directory: seat.directory })
  expect(next.sent.slice(0, 2)).toEqual(['started', 'asr'])
  seat = next
})

it('a recording stops when its call is over before it', async () => {
  const { callId, audioStream } = await seat.call('calls.start', { source: recording })
  const ending = seat.call('calls.end', { callId })
  for (const speaker of ['seat', 'citizen'] as const)
    seat.heard({ type: 'closed', stream: audioStream, speaker })
  await ending
  const sent = seat.sentToAsr.length
  await new Promise((resolve) => setTimeout(resolve, 350))
  expect(seat.sentToAsr).toHaveLength(sent)
})

it('a bug met over what asr says is reported, and the call goes on', async () => {
  const { callId, stream } = await seat.begin()
  seat.core.receive({ type: 'asr', event: { type: 'final', stream, speaker: 'citizen' } as never })
  expect(seat.bugs).toHaveLength(1)
  seat.say(stream, [['citizen', '我要投诉']])
  expect((await seat.call('calls.get', { callId })).turns.at(-1)?.text).toBe('我要投诉')
})
