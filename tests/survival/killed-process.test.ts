import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallView } from '#shared/contract/views.ts'
import type { DecodedRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { missingCharacters, rehearsal, SeatClient, speak, wordsOf } from '../support/seat-client.ts'
import { waitUntil } from '../support/wait-until.ts'

const speed = 12
/** About a second of speech in the rehearsal calls: 3.6 characters a second, rounded up. */
const aSecond = 4
/** The citizen is in the middle of the first long sentence. */
const midSentenceMs = 13_000

let recording: DecodedRecording
let undisturbed: ReturnType<typeof wordsOf>
let seat: SeatClient

beforeAll(async () => {
  recording = await rehearsal('2-gas-smell')
  seat = await SeatClient.start()
  undisturbed = wordsOf((await call([])).turns)
  await seat.cleanUp()
  expect(undisturbed.citizen.length).toBeGreaterThan(50)
})
beforeEach(async () => {
  seat = await SeatClient.start()
})
afterEach(() => seat.cleanUp())
vi.setConfig({ testTimeout: 90_000 })

/** A whole call that is spoken on while processes are killed under it. */
async function call(
  kills: readonly { readonly atMs: number; readonly children: readonly ('core' | 'asr')[] }[],
): Promise<CallView> {
  const { callId, stream, ticketId } = await seat.begin()
  await seat.client.call('tickets.setField', { ticketId, field: 'contactName', value: '黄女士' })
  let fromMs = 0
  let coreStarts = 1
  for (const { atMs, children } of kills) {
    await speak(seat.client.connection, stream, recording, { fromMs, toMs: atMs, speed })
    fromMs = atMs
    await waitUntil('the core of the last kill is back', () => seat.coreStarts === coreStarts)
    await seat.recogniserReady()
    for (const child of children) seat.kill(child)
    if (children.includes('core')) coreStarts += 1
  }
  await speak(seat.client.connection, stream, recording, { fromMs, toMs: recording.durationMs, speed })
  await waitUntil('the core is back', () => seat.coreStarts === coreStarts)
  return seat.client.call('calls.end', { callId })
}

function expectWhole(view: CallView, seconds: number): void {
  const words = wordsOf(view.turns)
  for (const speaker of ['seat', 'citizen'] as const) {
    const limit = seconds * aSecond
    expect(
      missingCharacters(undisturbed[speaker], words[speaker]),
      `lost: ${words[speaker]}`,
    ).toBeLessThanOrEqual(limit)
    expect(
      missingCharacters(words[speaker], undisturbed[speaker]),
      `said twice: ${words[speaker]}`,
    ).toBeLessThanOrEqual(limit)
  }
  expect(view.phase).toBe('ended')
  expect(view.ticket.draft.contactName).toMatchObject({ value: '黄女士', source: 'typed', confirmed: true })
  expect(view.ticket.draft.urgency?.value).toBe('突发')
}

describe('a call during which', () => {
  it('core is killed in mid-sentence goes on', async () => {
    const view = await call([{ atMs: midSentenceMs, children: ['core'] }])
    expectWhole(view, 1)
    expect(seat.coreStarts).toBe(2)
  })

  it('core is killed again and again keeps every word', async () => {
    const kills = [5_000, 13_000, 24_000, 45_000].map((atMs) => ({ atMs, children: ['core'] as const }))
    expectWhole(await call(kills), 1)
    expect(seat.coreStarts).toBe(5)
  })

  it('asr is killed in mid-sentence goes on, and the person is told', async () => {
    const view = await call([{ atMs: midSentenceMs, children: ['asr'] }])
    expectWhole(view, 1)
    expect(seat.notices.map(({ code }) => code)).toEqual(['asr-restarting', 'asr-back'])
    expect(seat.coreStarts).toBe(1)
  })

  it('asr is killed again and again keeps every word', async () => {
    const kills = [5_000, 13_000, 24_000, 45_000].map((atMs) => ({ atMs, children: ['asr'] as const }))
    expectWhole(await call(kills), 1)
  })

  it('core and asr are killed together goes on', async () => {
    expectWhole(await call([{ atMs: midSentenceMs, children: ['core', 'asr'] }]), 1)
  })
})

it('a recording that plays goes on after a kill of core from where it was', async () => {
  const { callId } = await seat.client.call('calls.start', {
    source: { kind: 'recording', recordingId: '2-gas-smell', pace: 'fast' },
  })
  let heardMs = 0
  seat.client.on('call.progress', ({ durationMs }) => (heardMs = durationMs))
  await waitUntil('some of it was heard', () => heardMs > midSentenceMs)
  seat.kill('core')
  await waitUntil('the core is back', () => seat.coreStarts === 2)
  await waitUntil('it is over', async () => {
    return (await seat.client.call('calls.get', { callId })).phase === 'ended'
  })
  const words = wordsOf((await seat.client.call('calls.get', { callId })).turns)
  expect(missingCharacters(undisturbed.citizen, words.citizen)).toBeLessThanOrEqual(aSecond)
  expect(missingCharacters(undisturbed.seat, words.seat)).toBeLessThanOrEqual(aSecond)
})
