import { createServer } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { missingCharacters, noCentre, rehearsal, SeatClient, speak, wordsOf } from '../support/seat-client.ts'
import { startTestCentre, type TestCentre } from '../support/test-centre.ts'
import { waitUntil } from '../support/wait-until.ts'
import { processGone, WholeClient } from '../support/whole-client.ts'

vi.setConfig({ testTimeout: 90_000 })

let centre: TestCentre
let directory: string
let running: WholeClient | undefined

beforeAll(async () => {
  centre = await startTestCentre()
})
afterAll(() => centre.close())
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seat-whole-'))
})
afterEach(async () => {
  if (running?.isGone === false) await running.killAll()
  rmSync(directory, { recursive: true, force: true })
})

async function start(port = 0, at = centre.address): Promise<WholeClient> {
  running = await WholeClient.start(directory, at, port)
  return running
}

it('a client killed in mid-sentence leaves transcript and draft; the next one completes and submits the ticket', async () => {
  const recording = await rehearsal('2-gas-smell')
  const killedAtMs = 14_500
  const reference = await wordsUntil(killedAtMs - 1_000)

  const first = await start()
  const { callId, audioStream } = await first.call('calls.start', {
    source: { kind: 'capture', channels: ['seat', 'citizen'] },
    callerNumber: '13711220088',
  })
  const { ticketId } = (await first.call('calls.get', { callId })).ticket
  await first.call('tickets.setField', { ticketId, field: 'contactName', value: '黄女士' })
  const { core, asr } = await first.pids()
  let heardMs = 0
  first.client.on('call.progress', ({ durationMs }) => (heardMs = durationMs))
  await waitUntil(
    'asr is ready',
    async () => (await first.call('session.get', {})).recogniser.state === 'ready',
  )
  const { connection } = first.client
  await speak(connection, audioStream, recording, { fromMs: 0, toMs: 10_000, speed: 8 })
  await waitUntil('asr has caught up', () => heardMs > 9_500)
  // As fast as a person speaks: what counts is the last second before the kill.
  await speak(connection, audioStream, recording, { fromMs: 10_000, toMs: killedAtMs, speed: 1 })
  await first.killHost()
  await Promise.all([processGone(core!), processGone(asr!)])

  const second = await start()
  expect((await second.call('session.get', {})).openCallId).toBe(callId)
  const call = await second.call('calls.get', { callId })
  expect(call.phase).toBe('interrupted')
  expect(call.partials).toEqual([])
  const words = wordsOf(call.turns)
  expect(words.seat).toBe(reference.seat)
  expect(missingCharacters(reference.citizen, words.citizen), `kept: ${words.citizen}`).toBeLessThanOrEqual(1)
  expect(call.turns.at(-1)).toMatchObject({ speaker: 'citizen', recovered: true })
  expect(call.ticket.draft.contactName).toMatchObject({ value: '黄女士', confirmed: true })

  await second.call('tickets.setField', { ticketId, field: 'demand', value: '要求尽快上门检查燃气' })
  const { submitted } = await second.call('tickets.submit', { ticketId, despiteMissing: true })
  expect(submitted).toBe(true)
  await waitUntil('the centre gave a number', async () => {
    return (await second.call('calls.get', { callId })).ticket.number !== undefined
  })
  expect(await centre.ticketIds()).toEqual([ticketId])
  await second.call('calls.end', { callId })
  expect((await second.call('session.get', {})).openCallId).toBeUndefined()

  /** What is recognised when the recording simply ends there. */
  async function wordsUntil(toMs: number): Promise<ReturnType<typeof wordsOf>> {
    const seat = await SeatClient.start()
    const begun = await seat.begin()
    await speak(seat.client.connection, begun.stream, recording, { fromMs: 0, toMs, speed: 8 })
    const view = await seat.client.call('calls.end', { callId: begun.callId })
    await seat.cleanUp()
    return wordsOf(view.turns)
  }
})

it('a second client on the same data starts nothing and does not disturb the first', async () => {
  const first = await start()
  await expect(WholeClient.start(directory, noCentre)).rejects.toThrow('gone')
  expect((await first.call('session.get', {})).version).not.toBe('')
})

it('a port in use is replaced by a free one, with a line that says so', async () => {
  const blocker = createServer()
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
  const { port } = blocker.address() as { port: number }
  const seat = await start(port)
  expect(seat.lines).toEqual([expect.stringContaining(String(port))])
  expect(Number(new URL(seat.address).port)).not.toBe(port)
  blocker.close()
})
