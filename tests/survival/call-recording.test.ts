import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { Speaker } from '#shared/domain/call.ts'
import type { DecodedRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import type { LocalClient } from '../../src-main/hosts/local-client.ts'
import { murmur, shift } from '../support/alignment.ts'
import { noCentre, SeatClient, speak } from '../support/seat-client.ts'
import { waitUntil } from '../support/wait-until.ts'
import { WholeClient } from '../support/whole-client.ts'

vi.setConfig({ testTimeout: 90_000 })

const seconds = 40
const packetSamples = 320
const both = murmur(seconds)
const sound: DecodedRecording = {
  durationMs: seconds * 1000,
  truncated: false,
  channels: { seat: both, citizen: both.toReversed() },
}

type Caller = Pick<LocalClient, 'call'>

async function play(client: Caller, callId: string, speaker: Speaker): Promise<Int16Array> {
  const span = await client.call('calls.audio', { callId, fromMs: 0, toMs: seconds * 1000, speaker })
  const wav = Buffer.from(span.wavBase64, 'base64')
  return new Int16Array(wav.buffer, wav.byteOffset + 44, (wav.length - 44) / 2)
}

/** Every stretch of a quarter of a second lies where it was spoken, to a packet; returns how many were looked at. */
function expectInStep(spoken: Int16Array, played: Int16Array, until = spoken.length): number {
  let stretches = 0
  for (let at = 1600; at + 4000 <= until; at += 4000) {
    const lag = shift(spoken, played, at, 4000)
    expect(Math.abs(lag), `at ${at / sampleRate} s`).toBeLessThan(packetSamples)
    stretches += 1
  }
  return stretches
}

let seat: SeatClient | undefined
afterEach(async () => {
  await seat?.cleanUp()
  seat = undefined
})

async function speakAndKill(child: 'core' | 'asr', killsAtMs: readonly number[]): Promise<string> {
  seat = await SeatClient.start()
  const { callId, stream } = await seat.begin()
  let fromMs = 0
  for (const toMs of [...killsAtMs, sound.durationMs]) {
    await speak(seat.client.connection, stream, sound, { fromMs, toMs, speed: 8 })
    fromMs = toMs
    if (toMs === sound.durationMs) break
    const { coreStarts } = seat
    const now = seat
    seat.kill(child)
    if (child === 'core') await waitUntil('core is back', () => now.coreStarts > coreStarts)
    else await seat.recogniserReady()
  }
  await seat.client.call('calls.end', { callId })
  return callId
}

describe('the recording of a call', () => {
  it('has no hole after core was killed again and again in mid-call', async () => {
    const callId = await speakAndKill('core', [4_100, 11_350, 19_000, 19_200, 33_700])
    for (const speaker of ['seat', 'citizen'] as const) {
      const played = await play(seat!.client, callId, speaker)
      expect(played.length).toBe(sound.channels.seat!.length)
      expect(expectInStep(sound.channels[speaker]!, played)).toBeGreaterThan(150)
    }
  })

  it('has no hole when core is killed while it is spoken on, and comes back after the last word', async () => {
    seat = await SeatClient.start()
    const { callId, stream } = await seat.begin()
    await speak(seat.client.connection, stream, sound, { fromMs: 0, toMs: 20_000, speed: 8 })
    seat.kill('core')
    await speak(seat.client.connection, stream, sound, {
      fromMs: 20_000,
      toMs: sound.durationMs,
      speed: 1000,
    })
    await waitUntil('core is back', () => seat!.coreStarts === 2)
    await seat.client.call('calls.end', { callId })
    const played = await play(seat.client, callId, 'citizen')
    expect(expectInStep(sound.channels.citizen!, played)).toBeGreaterThan(150)
  })

  it('is not touched by the death of asr', async () => {
    const callId = await speakAndKill('asr', [13_000])
    expectInStep(sound.channels.seat!, await play(seat!.client, callId, 'seat'))
  })

  it('is there up to the last second when the whole client is killed', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'seat-whole-'))
    const killedAtMs = 12_000
    let client = await WholeClient.start(directory, noCentre)
    try {
      const { callId, audioStream } = await client.call('calls.start', {
        source: { kind: 'capture', channels: ['seat', 'citizen'] },
      })
      await speak(client.client.connection, audioStream, sound, { fromMs: 0, toMs: killedAtMs, speed: 1 })
      await client.killAll()
      client = await WholeClient.start(directory, noCentre)
      const view = await client.call('calls.get', { callId })
      expect(view).toMatchObject({ phase: 'interrupted', playable: true })
      const played = await play(client, callId, 'seat')
      const lostMs = killedAtMs - (played.length * 1000) / sampleRate
      expect(lostMs).toBeLessThanOrEqual(1_000)
      expectInStep(sound.channels.seat!, played, played.length - 2 * packetSamples)
    } finally {
      await client.killAll()
      rmSync(directory, { recursive: true, force: true })
    }
  })
})

/** Mounts a file system of 3 MB on the directory; false where this user may not. */
function mount(directory: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', directory], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const probe = mkdtempSync(join(tmpdir(), 'seat-disk-'))
const mayMount = mount(probe)
if (mayMount) execFileSync('umount', [probe])
rmSync(probe, { recursive: true, force: true })

it.runIf(mayMount)(
  'a full disk stops the recording with one notice, and room lets it go on in step',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'seat-disk-'))
    mount(directory)
    const running = await SeatClient.start({ directory })
    const of = (code: string): number => running.notices.filter((notice) => notice.code === code).length
    try {
      const { callId, stream } = await running.begin()
      const { connection } = running.client
      await speak(connection, stream, sound, { fromMs: 0, toMs: 8_000, speed: 8 })
      const ballast = openSync(join(directory, 'ballast'), 'w')
      for (const size of [65_536, 4096, 1]) {
        try {
          for (;;) writeSync(ballast, Buffer.alloc(size, 1))
        } catch {
          continue
        }
      }
      closeSync(ballast)
      await speak(connection, stream, sound, { fromMs: 8_000, toMs: 16_000, speed: 8 })
      await waitUntil('the person is told', () => of('recording-stopped') === 1)
      rmSync(join(directory, 'ballast'))
      await speak(connection, stream, sound, { fromMs: 16_000, toMs: sound.durationMs, speed: 8 })
      await waitUntil('the person is told', () => of('recording-resumed') === 1)
      await running.client.call('calls.end', { callId })
      const played = await play(running.client, callId, 'seat')
      expect(of('recording-stopped')).toBe(1)
      expectInStep(both, played, 7 * sampleRate)
      const later = 18 * sampleRate
      expect(expectInStep(both.subarray(later), played.subarray(later))).toBeGreaterThan(80)
      expect(running.coreStarts).toBe(1)
    } finally {
      await running.stop()
      execFileSync('umount', ['--lazy', directory])
      rmSync(directory, { recursive: true, force: true })
    }
  },
)
