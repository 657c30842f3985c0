import { describe, expect, it } from 'vitest'
import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import {
  RecordingPlayer,
  type PlayerClock,
  type PlayerOptions,
} from '../../../src-main/core/calls/recording/player.ts'

/** A clock that a test moves; `late` is how much later than asked each timer runs. */
class FakeClock implements PlayerClock {
  readonly #late: number
  #now = 5_000
  #tasks: { readonly at: number; readonly task: () => void }[] = []

  constructor(late = 0) {
    this.#late = late
  }

  now(): number {
    return this.#now
  }

  schedule(task: () => void, delayMs: number): () => void {
    const entry = { at: this.#now + delayMs + this.#late, task }
    this.#tasks.push(entry)
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry)
    }
  }

  advance(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const due = this.#tasks.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at)[0]
      if (due === undefined) break
      this.#tasks = this.#tasks.filter((other) => other !== due)
      this.#now = due.at
      due.task()
    }
    this.#now = until
  }
}

function setUp(change: Partial<PlayerOptions> = {}, clock = new FakeClock()) {
  const frames: AudioFrame[] = []
  const ends: number[] = []
  const seat = Int16Array.from({ length: 80_050 }, (_, index) => index % 1000)
  const player = new RecordingPlayer({
    recording: {
      durationMs: 5_003,
      truncated: false,
      channels: { seat, citizen: seat.map((value) => -value) },
    },
    stream: 3,
    pace: 'realtime',
    clock,
    send: (frame) => frames.push(frame),
    onEnd: () => ends.push(clock.now()),
    ...change,
  })
  const seatSamples = (): number =>
    frames.filter(({ speaker }) => speaker === 'seat').reduce((sum, { samples }) => sum + samples.length, 0)
  return { player, clock, frames, ends, seat, seatSamples }
}

describe('RecordingPlayer in real time', () => {
  it('sends a frame of each channel when it has been spoken, and the whole recording in order', () => {
    const { player, clock, frames, ends, seat } = setUp()
    player.start()
    expect(frames).toHaveLength(0)
    clock.advance(99)
    expect(frames).toHaveLength(0)
    clock.advance(1)
    expect(frames.map(({ speaker, startSample }) => [speaker, startSample])).toEqual([
      ['seat', 0],
      ['citizen', 0],
    ])
    clock.advance(10_000)
    const sent = frames.filter(({ speaker }) => speaker === 'seat').flatMap(({ samples }) => [...samples])
    expect(sent).toEqual([...seat])
    expect(ends).toHaveLength(1)
    expect(ends[0]! - 5_000).toBeCloseTo(80_050 / 16, 0)
  })

  it('does not drift when every timer is late', () => {
    const { player, clock, seatSamples } = setUp({}, new FakeClock(17))
    player.start()
    clock.advance(4_000)
    expect(seatSamples()).toBeGreaterThanOrEqual(3_900 * 16)
    expect(seatSamples()).toBeLessThanOrEqual(4_000 * 16)
  })

  it('begins where it is told to', () => {
    const { player, clock, frames } = setUp({ startSample: 40_001 })
    player.start()
    clock.advance(100)
    expect(frames[0]).toMatchObject({ startSample: 40_001, stream: 3 })
    expect(frames[0]!.samples[0]).toBe(1)
  })

  it('stops at once and then says nothing', () => {
    const { player, clock, frames, ends } = setUp()
    player.start()
    clock.advance(1_000)
    player.stop()
    const sent = frames.length
    clock.advance(10_000)
    expect(frames).toHaveLength(sent)
    expect(ends).toEqual([])
  })
})

describe('RecordingPlayer as fast as the recogniser', () => {
  it('runs at most two seconds ahead of the slower channel', () => {
    const { player, ends, seatSamples } = setUp({ pace: 'fast' })
    player.start()
    expect(seatSamples()).toBe(32_000)
    player.consumed('seat', 32_000)
    expect(seatSamples()).toBe(32_000)
    player.consumed('citizen', 16_000)
    expect(seatSamples()).toBe(48_000)
    player.consumed('citizen', 48_000)
    player.consumed('seat', 60_000)
    expect(seatSamples()).toBe(80_000)
    player.consumed('citizen', 60_000)
    expect(seatSamples()).toBe(80_050)
    expect(ends).toHaveLength(1)
    player.consumed('citizen', 80_000)
    expect(ends).toHaveLength(1)
  })

  it('waits for nobody on a channel that is not there', () => {
    const { player, frames } = setUp({
      pace: 'fast',
      recording: { durationMs: 5_000, truncated: false, channels: { citizen: new Int16Array(80_000) } },
    })
    player.start()
    player.consumed('citizen', 70_000)
    expect(new Set(frames.map(({ speaker }) => speaker))).toEqual(new Set(['citizen']))
    expect(frames.at(-1)?.startSample).toBe(78_400)
  })
})
