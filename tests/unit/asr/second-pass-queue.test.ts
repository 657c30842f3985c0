import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyQueue,
  queueSettings as settings,
  stepQueue,
  type QueueEvent,
  type QueueState,
} from '../../../src-main/asr/second-pass-queue.ts'

/** A queue with a clock that stands still until it is told. */
class Clock {
  now = 1_000
  state: QueueState<string> = emptyQueue(settings)
  readonly started: string[] = []
  readonly dropped: string[] = []

  step(event: QueueEvent<string>, later = 0): this {
    this.now += later
    const { state, start, dropped } = stepQueue(this.state, event, this.now, settings)
    this.state = state
    if (start !== undefined) this.started.push(start)
    this.dropped.push(...dropped)
    return this
  }
}

const offer = (item: string): QueueEvent<string> => ({ type: 'offer', item })
const free: QueueEvent<string> = { type: 'free' }
const look = (lag?: number): QueueEvent<string> => ({ type: 'look', ...(lag === undefined ? {} : { lag }) })

describe('the queue of the second pass', () => {
  it('waits for the decoder to be loaded, then starts one at a time, oldest first', () => {
    const clock = new Clock().step(offer('a')).step(offer('b'))
    expect(clock.started).toEqual([])
    clock.step(free)
    expect(clock.started).toEqual(['a'])
    clock.step(offer('c')).step(free).step(free).step(free)
    expect(clock.started).toEqual(['a', 'b', 'c'])
    expect(clock.dropped).toEqual([])
  })

  it('skips what waits when the oldest has waited too long, and what comes then', () => {
    const clock = new Clock().step(free).step(offer('a')).step(offer('b'), 100).step(offer('c'), 100)
    clock.step(look(0), settings.longestWait - 100)
    expect(clock.state.skipping).toBe(false)
    clock.step(look(0), 1)
    expect(clock.state.skipping).toBe(true)
    clock.step(offer('d'))
    expect(clock.dropped).toEqual(['b', 'c', 'd'])
  })

  it('gets out of the way of a streaming recogniser that lags', () => {
    const clock = new Clock().step(free).step(offer('a')).step(offer('b')).step(look(settings.longestLag))
    expect(clock.state.skipping).toBe(false)
    clock.step(look(settings.longestLag + 1))
    expect(clock.state.skipping).toBe(true)
    expect(clock.dropped).toEqual(['b'])
  })

  it('begins again after a calm time in which nothing lagged and the decoder has become free', () => {
    const clock = new Clock().step(free).step(offer('a')).step(look(999))
    clock.step(look(0), settings.calm - 1)
    clock.step(look(500)).step(look(0), settings.calm)
    expect(clock.state.skipping).toBe(true)
    clock.step(free)
    expect(clock.state.skipping).toBe(false)
    clock.step(offer('b'))
    expect(clock.started).toEqual(['a', 'b'])
  })

  it('waits twice as long after each relapse, and forgets it after a long good time', () => {
    const clock = new Clock().step(free)
    const calmTimes = [1, 2, 3].map(() => {
      const { calm } = clock.step(look(999)).state
      expect(clock.step(look(0), calm - 1).state.skipping).toBe(true)
      expect(clock.step(look(0), 1).state.skipping).toBe(false)
      return calm
    })
    expect(calmTimes).toEqual([settings.calm, settings.calm * 2, settings.calm * 4])
    clock.step(look(0), settings.longestCalm).step(look(999))
    expect(clock.state.calm).toBe(settings.calm)
  })

  it('never has two at work, and starts or drops everything once', () => {
    const events = fc.array(
      fc.record({
        kind: fc.constantFrom('offer', 'free', 'look'),
        later: fc.nat(3_000),
        lag: fc.nat(600),
      }),
    )
    fc.assert(
      fc.property(events, (steps) => {
        const clock = new Clock()
        let running = 1
        steps.forEach(({ kind, later, lag }, index) => {
          if (kind === 'free' && running === 0) return
          const before = clock.started.length
          if (kind === 'free') running = 0
          clock.step(kind === 'offer' ? offer(String(index)) : kind === 'free' ? free : look(lag), later)
          running += clock.started.length - before
          expect(running).toBeLessThanOrEqual(1)
        })
        const waiting = clock.state.waiting.map(({ item }) => item)
        const all = [...clock.started, ...clock.dropped, ...waiting]
        expect(new Set(all).size).toBe(all.length)
        expect(all).toHaveLength(steps.filter(({ kind }) => kind === 'offer').length)
      }),
    )
  })
})
