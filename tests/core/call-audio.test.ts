import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CoreToHost } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { SiteKnowledge } from '../../src-main/core/knowledge/site-knowledge.ts'
import { openStore } from '../../src-main/core/store/open-store.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { murmur, shift } from '../support/alignment.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { testStoreKey } from '../support/store-key.ts'

const dayMs = 86_400_000
const seat = murmur(4)
let core: CoreHarness
beforeEach(async () => {
  core = await CoreHarness.start()
})
afterEach(() => core.cleanUp())

function send(stream: number, speaker: Speaker, sound: Int16Array, from = 0, to = sound.length): void {
  for (let startSample = from; startSample < to; startSample += 1600) {
    const samples = sound.slice(startSample, Math.min(to, startSample + 1600))
    core.core.receive({ type: 'audio', frame: { stream, speaker, startSample, samples } })
  }
}

async function play(callId: string, fromMs: number, toMs: number, speaker?: Speaker) {
  const span = await core.call('calls.audio', {
    callId,
    fromMs,
    toMs,
    ...(speaker === undefined ? {} : { speaker }),
  })
  const wav = Buffer.from(span.wavBase64, 'base64')
  const channels = wav.readUInt16LE(22)
  const samples = new Int16Array(wav.buffer, wav.byteOffset + 44, (wav.length - 44) / 2)
  return { ...span, rate: wav.readUInt32LE(24), channels, samples }
}

/** A call of four seconds, recorded and over. */
async function recordedCall(): Promise<{ callId: string; ticketId: string; file: string }> {
  const { callId, stream, ticketId } = await core.begin()
  send(stream, 'seat', seat)
  send(stream, 'citizen', new Int16Array(seat.length))
  for (const speaker of ['seat', 'citizen'] as const) core.heard({ type: 'closed', stream, speaker })
  await core.call('calls.end', { callId })
  return { callId, ticketId, file: join(core.directory, 'call-audio', `${callId}.seatrec`) }
}

const recorded = (): Extract<CoreToHost, { type: 'recorded' }>[] =>
  core.messages.flatMap((message) => (message.type === 'recorded' ? [message] : []))

describe('the recording of a call', () => {
  it('is played by stretch, both channels or one, in its place', async () => {
    const { callId } = await recordedCall()
    const one = await play(callId, 1000, 3000, 'seat')
    expect(one).toMatchObject({ fromMs: 1000, toMs: 3000, rate: 16_000, channels: 1 })
    expect(one.samples).toHaveLength(32_000)
    expect(Math.abs(shift(seat.subarray(16_000), one.samples, 8000, 8000))).toBeLessThanOrEqual(2)
    const both = await play(callId, 1000, 3000)
    expect(both.channels).toBe(2)
    expect(both.samples.filter((_, index) => index % 2 === 0)).toEqual(one.samples)
    expect(both.samples.filter((_, index) => index % 2 === 1).every((sample) => Math.abs(sample) < 50)).toBe(
      true,
    )
  })

  it('can be played while the call goes on, to the last moment', async () => {
    const { callId, stream } = await core.begin()
    expect((await core.call('calls.get', { callId })).playable).toBe(true)
    send(stream, 'seat', seat, 0, 20_000)
    const { toMs } = await play(callId, 0, 4000, 'seat')
    expect(toMs).toBeGreaterThan(1250 - 40)
  })

  it('ends with the call, and tells the host what it need not keep', async () => {
    const { callId, stream } = await core.begin()
    send(stream, 'seat', seat, 0, 17_600)
    const told = recorded().at(-1)!.sample
    expect(told).toBeGreaterThan(17_600 - 16_000)
    expect(told).toBeLessThanOrEqual(17_600)
    for (const speaker of ['seat', 'citizen'] as const) core.heard({ type: 'closed', stream, speaker })
    await core.call('calls.end', { callId })
    expect(
      recorded()
        .slice(-2)
        .map(({ sample }) => sample),
    ).toEqual([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])
    send(stream, 'seat', seat, 17_600, 19_200)
    expect(recorded().at(-1)!.sample).toBe(Number.MAX_SAFE_INTEGER)
    expect((await play(callId, 0, 4000, 'seat')).toMs).toBeLessThan(1150)
  })

  it('goes on after core was started anew in mid-call, without a hole', async () => {
    const { callId, stream } = await core.begin()
    send(stream, 'seat', seat, 0, 30_000)
    const kept = recorded().at(-1)!.sample
    core.die()
    core = await CoreHarness.start({ directory: core.directory })
    send(stream, 'seat', seat, kept - (kept % 1600))
    for (const speaker of ['seat', 'citizen'] as const) core.heard({ type: 'closed', stream, speaker })
    const { samples } = await play(callId, 0, 4000, 'seat')
    for (let at = 1600; at + 4000 < seat.length; at += 4000) {
      expect(Math.abs(shift(seat, samples, at, 4000)), `at ${at}`).toBeLessThan(32)
    }
  })

  it('of a played recording is that recording', async () => {
    const { callId } = await core.call('calls.start', {
      source: { kind: 'recording', recordingId: '2-gas-smell', pace: 'fast' },
    })
    expect((await core.call('calls.get', { callId })).playable).toBe(true)
    expect(await play(callId, 5000, 6000)).toMatchObject({ channels: 2, fromMs: 5000, toMs: 6000 })
    expect(existsSync(join(core.directory, 'call-audio'))).toBe(false)
  })

  it('shows nothing on the disk: neither sound nor words', async () => {
    const { file } = await recordedCall()
    expect(readFileSync(file).subarray(8).includes('SEATREC')).toBe(false)
    core.core.stop()
    for (const name of readdirSync(core.directory).filter((entry) => entry.startsWith('seat.db'))) {
      const bytes = readFileSync(join(core.directory, name))
      expect(bytes.includes('SQLite format 3'), name).toBe(false)
      expect(bytes.includes('13760319925'), name).toBe(false)
    }
    core = await CoreHarness.start()
  })
})

describe('why a recording cannot be played', () => {
  it('is said: none, damaged, an empty or too long stretch, an unknown call', async () => {
    const { callId, file } = await recordedCall()
    await expect(play(callId, 9000, 9500)).rejects.toMatchObject({ code: 'no-audio' })
    await expect(play(callId, 0, 120_001)).rejects.toMatchObject({ code: 'span-too-long' })
    await expect(play('nobody', 0, 1000)).rejects.toMatchObject({ code: 'not-found' })
    const bytes = readFileSync(file)
    bytes[200]! ^= 1
    writeFileSync(file, bytes)
    await expect(play(callId, 0, 1000)).rejects.toMatchObject({ code: 'recording-damaged' })
    rmSync(file)
    await expect(play(callId, 0, 1000)).rejects.toMatchObject({ code: 'no-recording' })
    expect((await core.call('calls.get', { callId })).playable).toBe(false)
  })
})

describe('the time that recordings are kept', () => {
  async function after(days: number): Promise<void> {
    core.core.stop()
    core = await CoreHarness.start({ directory: core.directory, now: () => Date.now() + days * dayMs })
  }

  it('is the site pack’s: then the file goes, with a row in the audit trail, and the person is told why', async () => {
    const { callId, ticketId, file } = await recordedCall()
    await after(89)
    expect(existsSync(file)).toBe(true)
    await after(91)
    expect(existsSync(file)).toBe(false)
    await expect(play(callId, 0, 1000)).rejects.toThrow(/保存期限（90 天）/)
    expect((await core.call('calls.get', { callId })).playable).toBe(false)
    await after(92)
    core.core.stop()
    const store = openStore(core.directory, testStoreKey)
    const rows = store.audit.ofTicket(ticketId).filter(({ action }) => action === 'recording.removed')
    expect(rows).toMatchObject([{ actor: 'system' }])
    expect(rows[0]!.at.slice(0, 10)).toBe(new Date(Date.now() + 91 * dayMs).toISOString().slice(0, 10))
    store.close()
    core = await CoreHarness.start()
  })

  it('is not counted for a call that still runs', async () => {
    const { callId, stream } = await core.begin()
    send(stream, 'seat', seat)
    core.die()
    core = await CoreHarness.start({ directory: core.directory, now: () => Date.now() + 200 * dayMs })
    expect((await play(callId, 0, 1000, 'seat')).samples).toHaveLength(16_000)
  })
})

describe('a pack that forbids recordings', () => {
  it('is obeyed: nothing is written, the page knows, and the host need not keep the sound', async () => {
    const { pack } = await SiteKnowledge.load(join(programRoot, 'knowledge-base'), () => '2026-11-21')
    const forbidding = { ...pack, meta: { ...pack.meta, recording: 'forbid' as const } }
    core.core.replaceKnowledge(new SiteKnowledge(forbidding, () => '2026-11-21'))
    expect((await core.call('session.get', {})).pack.recording).toBe(false)
    const { callId, stream } = await core.begin()
    send(stream, 'seat', seat)
    expect((await core.call('calls.get', { callId })).playable).toBe(false)
    expect(recorded().at(-1)!.sample).toBe(Number.MAX_SAFE_INTEGER)
    expect(existsSync(join(core.directory, 'call-audio'))).toBe(false)
    await expect(play(callId, 0, 1000)).rejects.toMatchObject({ code: 'no-recording' })
  })
})
