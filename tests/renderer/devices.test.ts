import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failure, success } from '#shared/base/result.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { firstChoice, type CaptureChoice } from '#shared/contract/capture-choice.ts'
import type { CaptureEvents } from '../../src-renderer/audio/capture.ts'
import type { SpanPlayer } from '../../src-renderer/audio/span-player.ts'
import { createDesk, type DeskDependencies } from '../../src-renderer/state/desk.ts'
import { captureNotices } from '../../src-renderer/text/devices.ts'
import { session } from '../support/fake-call.ts'
import { createFakeConnection } from '../support/fake-connection.ts'
import { silentPlayer } from '../support/silent-player.ts'
import { silentDevices } from './silent-devices.ts'

const frame = sampleRate / 10
const both: CaptureChoice = {
  seat: { source: { kind: 'device', deviceId: 'h', label: '耳麦' }, side: 'both' },
  citizen: { source: { kind: 'system' }, side: 'both' },
}

/** Noise as loud as asked, and every tenth frame soft, as speech pauses. */
function sound(peak: number, at: number): Int16Array<ArrayBuffer> {
  const loud = at % 10 === 0 ? peak / 100 : peak
  return Int16Array.from({ length: frame }, () => (Math.random() * 2 - 1) * loud)
}

function setUp(parts: Partial<DeskDependencies> = {}) {
  const connection = createFakeConnection()
  const opened: { choice: CaptureChoice; events: CaptureEvents; stop: ReturnType<typeof vi.fn> }[] = []
  const desk = createDesk({
    ...silentDevices,
    connection,
    openCapture: (choice, events) => {
      const stop = vi.fn()
      opened.push({ choice, events, stop })
      return Promise.resolve(success({ stop }))
    },
    listDevices: () => Promise.resolve(success([{ deviceId: 'h', label: '耳麦' }])),
    captureTurn: () => Promise.resolve(() => undefined),
    player: silentPlayer,
    storage: { getItem: () => null, setItem: () => undefined },
    now: Date.now,
    ...parts,
  })
  const { session: notices, devices } = desk.stores
  /** Lets the newest capture hear seconds of sound, as the time passes. */
  const hear = async (seconds: number, seat: number, citizen: number): Promise<void> => {
    for (let at = 0; at < seconds * 10; at++) {
      await vi.advanceTimersByTimeAsync(100)
      const startSample = Math.round(performance.now() * 16) - frame
      opened.at(-1)!.events.onAudio({
        startSample,
        channels: { seat: sound(seat, at), citizen: sound(citizen, at) },
      })
    }
  }
  const told = (): string | undefined => notices.getState().notice?.message
  return { connection, desk, opened, hear, told, state: () => devices.getState() }
}

async function inCall(parts?: Partial<DeskDependencies>) {
  const all = setUp(parts)
  all.desk.calls.ring({ source: { kind: 'capture', channels: ['seat', 'citizen'] }, capture: both })
  await all.desk.calls.answer()
  return all
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('trying the devices', () => {
  it('shows the levels of both channels ten times a second, and stops', async () => {
    const { desk, opened, hear, state } = setUp()
    await desk.devices.startTest()
    expect(opened[0]?.choice).toEqual(firstChoice)
    await hear(1, 8_000, 400)
    expect(state().heard.channels.seat?.levels.peak).toBeGreaterThan(0.2)
    expect(state().heard.channels.citizen?.levels.peak).toBeLessThan(0.02)
    desk.devices.stopTest()
    expect(opened[0]!.stop).toHaveBeenCalledOnce()
    expect(state()).toMatchObject({ listener: 'none', heard: { channels: {} } })
  })

  it('says what is wrong with a channel', async () => {
    const { desk, hear, state } = setUp()
    await desk.devices.startTest()
    await hear(6, 8_000, 0)
    expect(state().heard.channels.citizen?.trouble).toBe('silent')
    expect(state().heard.channels.seat?.trouble).toBeNull()
  })

  it('says why the devices cannot be opened', async () => {
    const { desk, state } = setUp({ openCapture: () => Promise.resolve(failure('busy', '设备被占用')) })
    await desk.devices.startTest()
    expect(state()).toMatchObject({ listener: 'none', problem: '设备被占用' })
  })

  it('opens the devices anew when another is chosen, and keeps the choice for this seat', async () => {
    const { desk, opened, connection } = setUp()
    await desk.devices.startTest()
    await desk.devices.choose('citizen', both.citizen)
    expect(opened).toHaveLength(2)
    expect(opened[0]!.stop).toHaveBeenCalled()
    const kept = connection.asked.find(({ name }) => name === 'devices.set')
    expect(kept?.input).toEqual({ choice: { ...firstChoice, citizen: both.citizen } })
    await desk.devices.swap()
    expect(opened.at(-1)?.choice).toEqual({ seat: both.citizen, citizen: firstChoice.seat })
  })

  it('records five seconds of both and plays them', async () => {
    const play = vi.fn<SpanPlayer['play']>(() => Promise.resolve())
    const { desk, hear, state } = setUp({ player: { ...silentPlayer, play } })
    await desk.devices.startTest()
    await hear(1, 8_000, 8_000)
    desk.devices.recordSample()
    await hear(4.9, 8_000, 0)
    expect(state().sample.kind).toBe('recording')
    await hear(0.1, 8_000, 0)
    expect(state().sample).toEqual({ kind: 'ready', playing: false })
    await desk.devices.playSample()
    expect(state().sample).toEqual({ kind: 'ready', playing: true })
    const wav = play.mock.calls[0]![0]
    expect(wav.byteLength).toBe(44 + 5 * sampleRate * 4)
    const samples = new Int16Array(wav.slice(44))
    expect(samples.filter((_, at) => at % 2 === 0).some((sample) => sample !== 0)).toBe(true)
    expect(samples.filter((_, at) => at % 2 === 1).every((sample) => sample === 0)).toBe(true)
  })
})

describe('the devices of a call', () => {
  it('sends both channels on one clock', async () => {
    const { connection, hear } = await inCall()
    await hear(3, 8_000, 8_000)
    const { audio } = connection
    const seat = audio.filter(({ speaker }) => speaker === 'seat')
    expect(seat.length).toBeGreaterThan(28)
    expect(
      audio.filter(({ speaker }) => speaker === 'citizen').map(({ startSample }) => startSample),
    ).toEqual(seat.map(({ startSample }) => startSample))
  })

  it('tells of a lost device and of its return, and no silence in between', async () => {
    const { opened, told, hear, state } = await inCall()
    opened[0]!.events.onChange({ speakers: ['seat'], state: 'lost' })
    expect(told()).toBe(captureNotices.lost(['seat']))
    expect(state().lost).toEqual(['seat'])
    await hear(12, 0, 8_000)
    expect(told()).toBe(captureNotices.lost(['seat']))
    opened[0]!.events.onChange({ speakers: ['seat'], state: 'back' })
    expect(told()).toBe(captureNotices.back(['seat']))
    expect(state().lost).toEqual([])
    await hear(9, 0, 8_000)
    expect(told()).toBe(captureNotices.back(['seat']))
    await hear(2, 0, 8_000)
    expect(told()).toBe(captureNotices.silent.seat)
  })

  it('tells each trouble once a call', async () => {
    const { desk, told, hear } = await inCall()
    await hear(11, 8_000, 0)
    expect(told()).toBe(captureNotices.silent.citizen)
    desk.dismissNotice()
    await hear(20, 8_000, 0)
    expect(told()).toBeUndefined()
  })

  it('tells when both channels carry one voice', async () => {
    const { opened, told, desk } = await inCall()
    for (let at = 0; at < 120; at++) {
      await vi.advanceTimersByTimeAsync(100)
      const spoken = sound(at % 3 === 0 ? 200 : 3_000 + 900 * (at % 7), at + 1)
      const echo = spoken.map((sample) => sample / 4)
      opened[0]!.events.onAudio({ startSample: at * frame, channels: { seat: spoken, citizen: echo } })
    }
    expect(told()).toBe(captureNotices.sameVoice)
    desk.dismissNotice()
  })
})

describe('a page loaded anew during a call', () => {
  async function reloaded(parts?: Partial<DeskDependencies>) {
    const before = await inCall()
    const after = setUp({ connection: before.connection, ...parts })
    const startedAt = (await before.connection.call('calls.get', { callId: 'c1' })).startedAt
    vi.setSystemTime(Date.parse(startedAt) + 60_000)
    before.connection.audio.length = 0
    before.connection.emit('session.ready', { ...session, openCallId: 'c1' })
    await vi.advanceTimersByTimeAsync(0)
    return { ...after, connection: before.connection }
  }

  it('opens the devices again and goes on at the time that it is', async () => {
    const { connection, opened, hear, told } = await reloaded()
    expect(opened).toHaveLength(1)
    expect(told()).toBe(captureNotices.resumed)
    await hear(1, 8_000, 8_000)
    expect(connection.audio[0]?.stream).toBe(7)
    expect(connection.audio[0]?.startSample).toBeGreaterThanOrEqual(60 * sampleRate - frame)
    expect(connection.audio[0]?.startSample).toBeLessThanOrEqual(60 * sampleRate + frame)
  })

  it('says so when the devices cannot be opened', async () => {
    const { told } = await reloaded({ openCapture: () => Promise.resolve(failure('denied', '没有权限。')) })
    expect(told()).toBe(captureNotices.notResumed('没有权限。'))
  })

  it('waits while another page has the devices, and leaves them where the call has ended meanwhile', async () => {
    let give: (giveBack: () => void) => void = () => undefined
    const giveBack = vi.fn()
    const { connection, opened } = await reloaded({
      captureTurn: () => new Promise((resolve) => (give = resolve)),
    })
    expect(opened).toHaveLength(0)
    await connection.call('calls.end', { callId: 'c1' })
    give(giveBack)
    await vi.advanceTimersByTimeAsync(0)
    expect(opened).toHaveLength(0)
    expect(giveBack).toHaveBeenCalledOnce()
  })
})
