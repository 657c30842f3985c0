import { describe, expect, it } from 'vitest'
import { FailureError } from '#shared/base/result.ts'
import type { FieldEntry } from '#shared/domain/ticket-fields.ts'
import type { SpanListeners, SpanPlayer } from '../../src-renderer/audio/span-player.ts'
import { createSpanPlayer } from '../../src-renderer/audio/web-span-player.ts'
import { openCall } from '../../src-renderer/state/call-store.ts'
import { createDesk } from '../../src-renderer/state/desk.ts'
import { evidenceSpan } from '../../src-renderer/state/evidence-span.ts'
import { isPlaying } from '../../src-renderer/state/playback.ts'
import { createFakeConnection } from '../support/fake-connection.ts'
import { silentDevices } from './silent-devices.ts'

const span = { callId: 'c1', fromMs: 4_000, toMs: 6_000 }
const other = { callId: 'c1', fromMs: 9_000, toMs: 9_500 }

/** A player that sounds nothing and says what it was told. */
function fakePlayer() {
  const played: { readonly bytes: number; readonly on: SpanListeners }[] = []
  let stops = 0
  const player: SpanPlayer = {
    play: (wav, on) => {
      played.push({ bytes: wav.byteLength, on })
      return Promise.resolve()
    },
    stop: () => void (stops += 1),
  }
  return { player, played, stops: () => stops }
}

async function setUp() {
  const connection = createFakeConnection()
  const { player, played, stops } = fakePlayer()
  const desk = createDesk({
    ...silentDevices,
    connection,
    player,
    storage: { getItem: () => null, setItem: () => undefined },
    now: Date.now,
  })
  desk.calls.ring({ source: { kind: 'recording', recordingId: 'r0', pace: 'realtime' } })
  await desk.calls.answer()
  const state = () => desk.stores.playback.getState()
  return { connection, desk, played, stops, state }
}

describe('playing a stretch of the recording', () => {
  it('asks for it with a moment on both sides, and follows it to its end', async () => {
    const { connection, desk, played, state } = await setUp()
    await desk.playback.play(span)
    expect(connection.asked.at(-1)).toEqual({
      name: 'calls.audio',
      input: { callId: 'c1', fromMs: 3_800, toMs: 6_300 },
    })
    expect(played[0]?.bytes).toBe(4)
    expect(state()).toEqual({ span, phase: 'playing', atMs: 4_000 })
    expect(isPlaying(state(), { ...span })).toBe(true)
    played[0]!.on.onPosition(700)
    expect(state().atMs).toBe(4_500)
    played[0]!.on.onEnded()
    expect(state()).toEqual({ span: null, phase: 'idle', atMs: 0 })
  })

  it('plays one at a time: what comes late of the first one changes nothing', async () => {
    const { desk, played, state } = await setUp()
    const first = desk.playback.play(span)
    await desk.playback.play(other)
    await first
    expect(played).toHaveLength(1)
    expect(state().span).toEqual(other)
    await desk.playback.play(span)
    played[0]!.on.onEnded()
    expect(state().span).toEqual(span)
  })

  it('is stopped by the same key, by hand, and when another call is shown', async () => {
    const { desk, stops, state } = await setUp()
    desk.playback.toggle(span)
    expect(state()).toMatchObject({ span, phase: 'loading' })
    desk.playback.toggle({ ...span })
    expect(state().phase).toBe('idle')
    await desk.playback.play(span)
    await desk.calls.end()
    await desk.calls.next()
    expect(state().phase).toBe('idle')
    expect(stops()).toBeGreaterThan(1)
  })

  it('says calmly why there is nothing to hear', async () => {
    const { connection, desk, played, state } = await setUp()
    connection.failWith('calls.audio', new FailureError('recording-removed', '录音已过保存期限'))
    await desk.playback.play(span)
    expect(desk.stores.session.getState().notice?.message).toBe('录音已过保存期限')
    expect(state().phase).toBe('idle')
    expect(played).toEqual([])
  })
})

describe('what ▶ beside a field plays', () => {
  const heard = (turn: number): FieldEntry => ({
    value: '李明',
    source: 'heard',
    confidence: 0.9,
    evidence: [{ turn, quote: '李明', startMs: 1, endMs: 2, confidence: 0.9 }],
    alternatives: [],
    confirmed: false,
    changedAt: '',
    changedBy: '',
  })

  it('is the turn that its value was heard in', async () => {
    const { connection, desk } = await setUp()
    connection.step()
    const call = openCall(desk.stores.call.getState())!
    const [turn] = call.turns
    expect(evidenceSpan(call, heard(0))).toEqual({ callId: 'c1', fromMs: turn!.startMs, toMs: turn!.endMs })
  })

  it('is nothing for a value that was typed, a turn that is not there, or a call without recording', async () => {
    const { connection, desk } = await setUp()
    connection.step()
    const call = openCall(desk.stores.call.getState())!
    expect(evidenceSpan(call, { ...heard(0), evidence: [] })).toBeNull()
    expect(evidenceSpan(call, heard(7))).toBeNull()
    expect(evidenceSpan({ ...call, playable: false }, heard(0))).toBeNull()
    expect(evidenceSpan(null, heard(0))).toBeNull()
  })
})

describe('the span player', () => {
  it('plays only the newest of two sounds that are decoded at the same time', async () => {
    const started: string[] = []
    const context = {
      currentTime: 0,
      destination: {},
      resume: () => Promise.resolve(),
      decodeAudioData: (wav: ArrayBuffer) => Promise.resolve({ name: new TextDecoder().decode(wav) }),
    }
    class Source extends EventTarget {
      readonly #name: string
      constructor(_: unknown, { buffer }: { readonly buffer: { readonly name: string } }) {
        super()
        this.#name = buffer.name
      }
      connect(): void {
        started.push('')
      }
      disconnect(): void {
        started.push(`stopped ${this.#name}`)
      }
      stop(): void {
        // As the real one does, a moment later.
        queueMicrotask(() => this.dispatchEvent(new Event('ended')))
      }
      start(): void {
        started[started.length - 1] = this.#name
      }
    }
    Object.assign(globalThis, { AudioBufferSourceNode: Source })
    const player = createSpanPlayer(() => context as unknown as AudioContext)
    const on: SpanListeners = { onPosition: () => undefined, onEnded: () => started.push('ended by itself') }
    const sound = (name: string): ArrayBuffer => new TextEncoder().encode(name).buffer
    await Promise.all([player.play(sound('first'), on), player.play(sound('second'), on)])
    expect(started).toEqual(['second'])
    await player.play(sound('third'), on)
    expect(started).toEqual(['second', 'stopped second', 'third'])
    player.stop()
    await Promise.resolve()
    expect(started.at(-1)).toBe('stopped third')
  })
})
