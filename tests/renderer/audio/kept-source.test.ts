import { describe, expect, it, vi } from 'vitest'
import { failure, success, type Result } from '#shared/base/result.ts'
import { KeptSource, type Opened } from '../../../src-renderer/audio/kept-source.ts'

class FakeTrack extends EventTarget {
  readonly stop = vi.fn()
}

class FakeStream {
  readonly track = new FakeTrack()
  getAudioTracks = () => [this.track]
  getTracks = () => [this.track]
  unplug(): void {
    this.track.dispatchEvent(new Event('ended'))
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function setUp(reopens = true) {
  const streams: FakeStream[] = []
  const connected: FakeStream[] = []
  const changes: string[] = []
  let present = true
  const listeners = new Set<() => void>()
  const source = new KeptSource<FakeStream>({
    open: (): Promise<Result<Opened<FakeStream>>> => {
      if (!present) return Promise.resolve(failure('not-there', '没有接上'))
      const stream = new FakeStream()
      streams.push(stream)
      return Promise.resolve(success({ stream, reopens, isThere: () => Promise.resolve(present) }))
    },
    connect: (stream) => {
      connected.push(stream)
      return () => void connected.splice(connected.indexOf(stream), 1)
    },
    onChange: (state) => changes.push(state),
    onDevices: (handler) => {
      listeners.add(handler)
      return () => void listeners.delete(handler)
    },
  })
  const lookAgain = async (): Promise<void> => {
    for (const listener of [...listeners]) listener()
    await settle()
  }
  return {
    source,
    streams,
    connected,
    changes,
    listeners,
    plug: (now: boolean) => (present = now),
    lookAgain,
  }
}

describe('a source whose device is pulled out', () => {
  it('says so once, and is heard again when the device is back', async () => {
    const { source, streams, connected, changes, plug, lookAgain } = setUp()
    expect((await source.start()).ok).toBe(true)
    plug(false)
    streams[0]!.unplug()
    streams[0]!.unplug()
    expect(changes).toEqual(['lost'])
    expect(connected).toEqual([])
    await lookAgain()
    await lookAgain()
    expect(changes).toEqual(['lost'])
    plug(true)
    await lookAgain()
    expect(changes).toEqual(['lost', 'back'])
    expect(connected).toEqual([streams[1]])
  })

  it('is lost too where the sound service leads its stream on to another device', async () => {
    const { source, streams, changes, plug, lookAgain } = setUp()
    await source.start()
    await lookAgain()
    expect(changes).toEqual([])
    plug(false)
    await lookAgain()
    expect(changes).toEqual(['lost'])
    expect(streams[0]!.track.stop).toHaveBeenCalledOnce()
    plug(true)
    await lookAgain()
    expect(changes).toEqual(['lost', 'back'])
  })

  it('is lost where the browser does not say that its device went', async () => {
    vi.useFakeTimers()
    try {
      const { source, changes, plug } = setUp()
      await source.start()
      plug(false)
      await vi.advanceTimersByTimeAsync(2_000)
      expect(changes).toEqual(['lost'])
      source.stop()
      await vi.advanceTimersByTimeAsync(2_000)
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is looked for again where the browser does not say that devices came', async () => {
    vi.useFakeTimers()
    try {
      const { source, streams, changes } = setUp()
      await source.start()
      streams[0]!.unplug()
      await vi.advanceTimersByTimeAsync(2_000)
      expect(changes).toEqual(['lost', 'back'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('can be lost again', async () => {
    const { source, streams, changes, lookAgain } = setUp()
    await source.start()
    streams[0]!.unplug()
    await lookAgain()
    streams[1]!.unplug()
    await lookAgain()
    expect(changes).toEqual(['lost', 'back', 'lost', 'back'])
  })

  it('is not opened by itself where that would ask the person', async () => {
    const { source, streams, changes, lookAgain } = setUp(false)
    await source.start()
    streams[0]!.unplug()
    await lookAgain()
    expect(streams).toHaveLength(1)
    expect(changes).toEqual(['lost'])
  })

  it('stays closed once it was stopped, and lets go of its device', async () => {
    const { source, streams, connected, changes, listeners, lookAgain } = setUp()
    await source.start()
    streams[0]!.unplug()
    source.stop()
    await lookAgain()
    expect(listeners.size).toBe(0)
    expect(streams).toHaveLength(1)
    expect(connected).toEqual([])
    expect(changes).toEqual(['lost'])

    const other = setUp()
    await other.source.start()
    other.source.stop()
    expect(other.streams[0]!.track.stop).toHaveBeenCalledOnce()
    other.streams[0]!.unplug()
    expect(other.changes).toEqual([])
  })

  it('says why it cannot be opened at first', async () => {
    const { source, plug } = setUp()
    plug(false)
    const opened = await source.start()
    expect(!opened.ok && opened.error.code).toBe('not-there')
  })
})
