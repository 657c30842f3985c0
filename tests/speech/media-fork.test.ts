import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { CallView, MediaForkView } from '#shared/contract/views.ts'
import { speakers, turnSchema, type Speaker } from '#shared/domain/call.ts'
import type { DecodedRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { forkMessages, forkQuery, type ForkCallPlan } from '../../src-main/cli/fork-send/fork-messages.ts'
import { sendMessages } from '../../src-main/cli/fork-send/send-messages.ts'
import { openMediaFork } from '../../src-main/hosts/media-fork/open-media-fork.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { characterErrorRate } from '../support/character-error-rate.ts'
import { noCentre, rehearsal, SeatClient, wordsOf } from '../support/seat-client.ts'
import { seat as seatCommand } from '../support/seat-command.ts'
import { waitUntil } from '../support/wait-until.ts'
import { stereoWav } from '../support/wav.ts'
import { WholeClient } from '../support/whole-client.ts'

const name = '2-gas-smell'
const token = 'a-token-that-is-long-enough'
/** Times the pace of speech: the recogniser keeps up with far more. */
const speed = 16
/** Only the begin is sent, up to a pause: a sender that is a minute ahead of the clock is held back. */
const sentMs = 59_200

let seat: SeatClient
let fork: { readonly close: () => Promise<void> }
let door: MediaForkView
let recording: DecodedRecording
let said: Readonly<Record<Speaker, string>>
let calls = 0

beforeAll(async () => {
  seat = await SeatClient.start()
  const environment = { SEAT_MEDIA_FORK: '127.0.0.1:0', SEAT_MEDIA_FORK_TOKEN: token }
  fork = await openMediaFork(seat.switchboard, seat.directory, () => undefined, environment)
  await waitUntil('the door is open', async () => (await view()).state === 'listening')
  door = await view()
  recording = beginOf(await rehearsal(name))
  const file = join(programRoot, 'models', 'rehearsal', 'calls', `${name}.json`)
  const { turns } = z.object({ turns: z.array(turnSchema) }).parse(JSON.parse(readFileSync(file, 'utf8')))
  said = wordsOf(turns.filter(({ endMs }) => endMs < sentMs) as never)
})
afterAll(async () => {
  await fork.close()
  await seat.cleanUp()
})
beforeEach(() => {
  calls += 1
})

function beginOf(whole: DecodedRecording): DecodedRecording {
  const { seat: left, citizen: right } = whole.channels
  const samples = (sentMs * sampleRate) / 1000
  const channels = { seat: left!.slice(0, samples), citizen: right!.slice(0, samples) }
  return { ...whole, channels, durationMs: sentMs }
}

const view = (): Promise<MediaForkView> => seat.client.call('mediaFork.get', {})

function plan(change: Partial<ForkCallPlan> = {}): ForkCallPlan {
  return {
    recording,
    style: 'own',
    encoding: 'mulaw',
    rate: 8_000,
    callId: `call-${calls}`,
    callerNumber: '13711220088',
    ...change,
  }
}

function address(sent: ForkCallPlan): string {
  const query = new URLSearchParams({ token, ...forkQuery(sent) })
  return `${door.address!}?${query.toString()}`
}

const send = (sent: ForkCallPlan, at = speed) =>
  sendMessages(address(sent), forkMessages(sent), { speed: at })

/** The call that was begun last, once it is over. */
async function newest(): Promise<CallView> {
  let call: CallView | undefined
  await waitUntil('the call is over', async () => {
    const [summary] = await seat.client.call('calls.list', { limit: 1 })
    if (summary === undefined || summary.phase === 'live') return false
    call = await seat.client.call('calls.get', { callId: summary.callId })
    return true
  })
  return call!
}

function expectHeard(call: CallView, bar = 0.08, of: readonly Speaker[] = speakers): void {
  const heard = wordsOf(call.turns)
  for (const speaker of of) {
    const rate = characterErrorRate(said[speaker], heard[speaker])
    console.log(`${speaker}: CER ${(rate * 100).toFixed(1)} %`)
    expect(rate, speaker).toBeLessThanOrEqual(bar)
  }
}

describe('a rehearsal call that the switch sends', { timeout: 90_000 }, () => {
  it.each<[string, Partial<ForkCallPlan>]>([
    ['in our own dialect, µ-law at 8 kHz', {}],
    ['in our own dialect, 16-bit at 16 kHz', { encoding: 'l16', rate: 16_000 }],
    ['as mod_audio_fork sends it, 16-bit stereo at 8 kHz', { style: 'mod_audio_fork', encoding: 'l16' }],
    ['as Twilio sends it, µ-law by tracks', { style: 'twilio', token }],
  ])('%s becomes the same words and a ticket', async (_, change) => {
    expect((await send(plan(change))).code).toBe(1000)
    const call = await newest()
    expect(call).toMatchObject({ phase: 'ended', callerNumber: '13711220088' })
    expect(call.source).toMatchObject({ kind: 'media-fork', forkId: `call-${calls}` })
    expectHeard(call)
    expect(call.ticket.draft.urgency?.value).toBe('突发')
  })

  it('may come in two connections, one a channel', async () => {
    const only = (speaker: Speaker): ForkCallPlan =>
      plan({ recording: { ...recording, channels: { [speaker]: recording.channels[speaker]! } } })
    await Promise.all([send(only('citizen')), send(only('seat'))])
    expectHeard(await newest())
    expect(await seat.client.call('calls.list', { limit: 50 })).toHaveLength(calls)
  })

  it('goes on after its line was cut, and only the words of the gap are missing', async () => {
    const sent = plan()
    const messages = forkMessages(sent)
    const [open, ...rest] = messages
    const cut = rest.filter(({ atMs }) => atMs < 20_000)
    await sendMessages(address(sent), [open!, ...cut], { speed, breakOff: true })
    await waitUntil('the loss is told', () => seat.notices.some(({ code }) => code === 'fork-lost'))
    const later = rest
      .filter(({ atMs }) => atMs >= 20_000)
      .map((timed) => ({ ...timed, atMs: timed.atMs - 20_000 }))
    await sendMessages(address(sent), [open!, ...later], { speed })
    expect(seat.notices.map(({ code }) => code)).toContain('fork-back')
    // The cut may fall into a word of each speaker.
    expectHeard(await newest(), 0.12)
    expect(await seat.client.call('calls.list', { limit: 50 })).toHaveLength(calls)
  })

  it('goes on when core is killed, and no word is lost', async () => {
    const sending = send(plan())
    await waitUntil('somebody speaks', async () => (await live()).turns!.length > 0)
    seat.kill('core')
    await sending
    await waitUntil('another core is up', () => seat.coreStarts >= 2)
    expectHeard(await newest())
    expect(await seat.client.call('calls.list', { limit: 50 })).toHaveLength(calls)
  })

  it('can be sent by the command line, which says what became of it', async () => {
    const file = join(seat.directory, `${name}.wav`)
    writeFileSync(file, stereoWav(recording.channels.seat!, recording.channels.citizen!, sampleRate))
    const words = ['fork-send', file, '--to', door.address!, '--style', 'twilio', '--pace', 'fast']
    const wrong = await seatCommand([...words, '--token', 'not-the-token-at-all'])
    expect(wrong).toMatchObject({ code: 1, output: '' })
    expect(wrong.errors).toContain('口令不对')
    const right = await seatCommand([...words, '--token', token, '--caller', '02087654321'])
    expect(right).toMatchObject({ code: 0 })
    const call = await newest()
    expect(call.callerNumber).toBe('02087654321')
    expectHeard(call)
  })

  it('is refused while another runs, and ended at the switch when the seat ends it', async () => {
    const first = plan({ callId: 'first' })
    const sending = send(first, 1)
    await waitUntil('it has begun', async () => (await live()).phase === 'live')
    const other = await send(plan({ callId: 'second' }))
    expect(other).toEqual({ code: 4409, reason: '坐席正在通话中' })
    await waitUntil('the seat is told', () => seat.notices.some(({ code }) => code === 'fork-refused'))
    await seat.client.call('calls.end', { callId: (await live()).callId! })
    expect(await sending).toEqual({ code: 1000, reason: '通话已由坐席结束' })
  })

  async function live(): Promise<Partial<CallView>> {
    const { openCallId } = await seat.client.call('session.get', {}).catch(() => ({ openCallId: undefined }))
    if (openCallId === undefined) return { turns: [], durationMs: 0 }
    return seat.client.call('calls.get', { callId: openCallId }).catch(() => ({ turns: [], durationMs: 0 }))
  }
})

it(
  'the host without a window opens the door where the environment asks for it',
  { timeout: 60_000 },
  async () => {
    vi.stubEnv('SEAT_MEDIA_FORK', '127.0.0.1:0')
    const directory = mkdtempSync(join(tmpdir(), 'seat-fork-'))
    const whole = await WholeClient.start(directory, noCentre)
    try {
      const { address: place, token: made } = await whole.call('mediaFork.get', {})
      expect(readFileSync(join(directory, 'media-fork-token'), 'utf8')).toBe(made)
      const messages = forkMessages(plan()).filter(({ atMs }) => atMs < 500)
      const ended = await sendMessages(`${place!}?token=${made!}`, messages, { speed: 1 })
      expect(ended.code).toBe(1000)
      await waitUntil('the call was there', async () => (await whole.call('calls.list', {})).length === 1)
    } finally {
      vi.unstubAllEnvs()
      await whole.killAll()
      rmSync(directory, { recursive: true, force: true })
    }
  },
)
