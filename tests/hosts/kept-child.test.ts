import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KeptChild, restartPause } from '../../src-main/hosts/kept-child.ts'
import { FakeSpawn } from '../support/fake-child.ts'

describe('the pause before a restart', () => {
  it('is none at first, then doubles, and never exceeds ten seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((count) => restartPause(count))).toEqual([
      0, 250, 500, 1000, 2000, 4000, 8000, 10_000,
    ])
    expect(restartPause(5000)).toBe(10_000)
    expect([1, 2, 3, 5000].map((count) => restartPause(count, 500))).toEqual([250, 500, 500, 500])
  })
})

describe('a kept child', () => {
  let children: FakeSpawn
  let messages: unknown[]
  let deaths: string[]
  let kept: KeptChild<'core'>

  beforeEach(() => {
    vi.useFakeTimers()
    children = new FakeSpawn()
    messages = []
    deaths = []
    kept = new KeptChild('core', {
      spawn: children.spawn,
      environment: {},
      onMessage: (message) => messages.push(message),
      onDown: (reason) => deaths.push(reason),
    })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  async function dieAfter(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms)
    children.newest('core').die()
  }

  it('is started again at once after its first death, which is told', async () => {
    await dieAfter(20_000)
    expect(deaths).toEqual(['SIGKILL'])
    await vi.advanceTimersByTimeAsync(0)
    expect(children.count('core')).toBe(2)
  })

  it('is started later and later while it keeps dying young', async () => {
    await dieAfter(10)
    await vi.advanceTimersByTimeAsync(0)
    await dieAfter(10)
    await vi.advanceTimersByTimeAsync(249)
    expect(children.count('core')).toBe(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(children.count('core')).toBe(3)
    await dieAfter(10)
    await vi.advanceTimersByTimeAsync(499)
    expect(children.count('core')).toBe(3)
    await vi.advanceTimersByTimeAsync(1)
    expect(children.count('core')).toBe(4)
  })

  it('counts anew once it lived for a while', async () => {
    await dieAfter(10)
    await vi.advanceTimersByTimeAsync(0)
    await dieAfter(10)
    await vi.advanceTimersByTimeAsync(250)
    await dieAfter(10_001)
    await vi.advanceTimersByTimeAsync(0)
    expect(children.count('core')).toBe(4)
  })

  it('passes messages both ways, and nothing that a dead child still had on its way', async () => {
    const first = children.newest('core')
    kept.send({ type: 'stop' })
    expect(first.received).toEqual([{ type: 'stop' }])
    first.say({ type: 'started' })
    await dieAfter(0)
    first.say({ type: 'stopped' })
    kept.send({ type: 'stop' })
    expect(messages).toEqual([{ type: 'started' }])
    expect(first.received).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(0)
    children.newest('core').say({ type: 'started' })
    expect(messages).toHaveLength(2)
  })

  it('is asked to stop, and is not started again when it does', async () => {
    const stopping = kept.stop(1000)
    const child = children.newest('core')
    expect(child.received).toEqual([{ type: 'stop' }])
    child.die('exit 0')
    await stopping
    expect(child.killed).toBe(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(children.count('core')).toBe(1)
    expect(deaths).toEqual([])
  })

  it('is ended when it does not stop in time, not before', async () => {
    let stopped = false
    void kept.stop(1000).then(() => (stopped = true))
    await vi.advanceTimersByTimeAsync(999)
    expect(children.newest('core').killed).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(children.newest('core').killed).toBe(true)
    expect(stopped).toBe(true)
  })

  it('is not started again when it is stopped while it waits for its restart', async () => {
    await dieAfter(10)
    await vi.advanceTimersByTimeAsync(0)
    await dieAfter(10)
    await kept.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(children.count('core')).toBe(2)
  })
})
