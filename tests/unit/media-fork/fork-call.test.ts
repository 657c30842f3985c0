import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import type { ForkEvent } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { ForkCall, type Leg } from '../../../src-main/hosts/media-fork/fork-call.ts'
import type { ForkFormat } from '../../../src-main/hosts/media-fork/fork-message.ts'

const format: ForkFormat = {
  encoding: 'l16',
  sampleRate: 16_000,
  channels: ['citizen'],
  interleaved: true,
  mixed: false,
  swapped: false,
}

let told: ForkEvent['type'][]
let frames: AudioFrame[]
let closed: string[]
let gone: number
let call: ForkCall

beforeEach(() => {
  vi.useFakeTimers()
  told = []
  frames = []
  closed = []
  gone = 0
  call = new ForkCall({
    start: { callId: 'c', format },
    now: () => Date.now(),
    tell: ({ type }) => told.push(type),
    audio: (frame) => frames.push(frame),
    onChange: () => undefined,
    onGone: () => (gone += 1),
  })
})
afterEach(() => void vi.useRealTimers())

function leg(speaker: Speaker = 'citizen'): Leg {
  return {
    format: { ...format, channels: [speaker] },
    taken: () => undefined,
    close: (why) => closed.push(why),
  }
}

/** A call that core has taken, with one connection. */
function taken(): Leg {
  const first = leg()
  call.join(first, undefined)
  call.accepted(3)
  return first
}

const seconds = (count: number): void => void vi.advanceTimersByTime(count * 1000)

describe('a line that broke', () => {
  it('is given up after two minutes', () => {
    call.leave(taken(), 'lost')
    seconds(119)
    expect(told).toEqual(['start', 'lost'])
    seconds(2)
    expect(told).toEqual(['start', 'lost', 'stop'])
  })

  it('has two minutes anew each time it breaks', () => {
    call.leave(taken(), 'lost')
    seconds(100)
    const second = leg()
    call.join(second, undefined)
    call.leave(second, 'lost')
    seconds(100)
    expect(told).not.toContain('stop')
    seconds(21)
    expect(told.at(-1)).toBe('stop')
  })

  it('of one channel does not end a call whose other channel is there', () => {
    const citizen = taken()
    call.join(leg('seat'), undefined)
    call.leave(citizen, 'lost')
    seconds(300)
    expect(told).not.toContain('stop')
    expect(call.isOpen).toBe(true)
  })

  it('is followed by silence once, and the call’s clock goes on with the wall’s', () => {
    call.leave(taken(), 'lost')
    seconds(60)
    const silent = frames.reduce((sum, { samples }) => sum + samples.length, 0)
    expect(silent).toBe(2 * 16_000)
    call.join(leg(), undefined).hear(new Uint8Array(1_280).fill(1))
    expect(frames.at(-1)?.startSample).toBe(60 * 16_000)
  })
})

describe('a call that is over', () => {
  it('is remembered for a minute, for a core that starts anew, then forgotten', () => {
    call.leave(taken(), 'stopped')
    expect(told.at(-1)).toBe('stop')
    seconds(59)
    expect(gone).toBe(0)
    seconds(2)
    expect(gone).toBe(1)
  })

  it('is not called the seat’s when core lets it go after the switch hung up', () => {
    call.leave(taken(), 'stopped')
    expect(call.refused('over')).toBe(false)
    expect(gone).toBe(1)
  })

  it('before anybody took it is kept for two minutes', () => {
    const first = leg()
    call.join(first, undefined)
    call.leave(first, 'stopped')
    seconds(121)
    expect(told).toEqual(['start'])
    expect(gone).toBe(1)
  })

  it('says to every connection that the seat has ended it', () => {
    taken()
    call.join(leg('seat'), undefined)
    expect(call.refused('over')).toBe(true)
    expect(closed).toEqual(['endedBySeat', 'endedBySeat'])
  })
})
