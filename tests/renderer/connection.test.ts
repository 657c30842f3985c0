import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeAudioFrame, sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { ClientFrame } from '#shared/contract/frames.ts'
import { AudioBuffer } from '../../src-renderer/connection/audio-buffer.ts'
import { connectSeat } from '../../src-renderer/connection/seat-connection.ts'
import type { ConnectionState, Transport } from '../../src-renderer/connection/transport.ts'
import { reconnectDelay, webSocketTransport } from '../../src-renderer/connection/web-socket-transport.ts'
import { session } from '../support/fake-call.ts'

function fakeTransport() {
  const sent: ClientFrame[] = []
  const audio: Uint8Array[] = []
  let onFrame: (frame: unknown) => void = () => undefined
  let onState: (state: ConnectionState) => void = () => undefined
  const transport: Transport = {
    state: 'open',
    onState: (handler) => {
      onState = handler
    },
    onFrame: (handler) => {
      onFrame = handler
    },
    send: (frame) => void sent.push(frame),
    sendAudio: (bytes) => void audio.push(bytes),
    close: () => undefined,
  }
  return {
    transport,
    sent,
    audio,
    receive: (frame: unknown) => onFrame(frame),
    change: (state: ConnectionState) => onState(state),
    ready: () => onFrame({ type: 'event', name: 'session.ready', data: session }),
  }
}

const frame = (startSample: number, speaker: AudioFrame['speaker'] = 'seat', stream = 7): AudioFrame => ({
  stream,
  speaker,
  startSample,
  samples: new Int16Array(1600).fill(startSample % 100),
})

describe('calls', () => {
  it('resolves with what the contract lets through', async () => {
    const fake = fakeTransport()
    const answer = connectSeat(fake.transport).call('session.get', {})
    fake.receive({ type: 'result', id: 1, output: { ...session, surplus: true } })
    await expect(answer).resolves.toEqual(session)
  })

  it('rejects an answer outside the contract', async () => {
    const fake = fakeTransport()
    const answer = connectSeat(fake.transport).call('session.get', {})
    fake.receive({ type: 'result', id: 1, output: { staffNumber: 8031 } })
    await expect(answer).rejects.toThrow()
  })

  it('rejects with the code and message of the core', async () => {
    const fake = fakeTransport()
    const answer = connectSeat(fake.transport).call('calls.get', { callId: 'x' })
    fake.receive({ type: 'error', id: 1, error: { code: 'no-call', message: '没有这通电话' } })
    await expect(answer).rejects.toMatchObject({ code: 'no-call', message: '没有这通电话' })
  })

  it('tells the core to stop what was aborted, and ignores the late answer', async () => {
    const fake = fakeTransport()
    const controller = new AbortController()
    const answer = connectSeat(fake.transport).call('answers.search', { text: '社保' }, controller.signal)
    controller.abort()
    await expect(answer).rejects.toHaveProperty('name', 'AbortError')
    expect(fake.sent.at(-1)).toEqual({ type: 'cancel', id: 1 })
    fake.receive({ type: 'result', id: 1, output: [] })
  })

  it('does not send what was aborted before', async () => {
    const fake = fakeTransport()
    const answer = connectSeat(fake.transport).call('session.get', {}, AbortSignal.abort())
    await expect(answer).rejects.toHaveProperty('name', 'AbortError')
    expect(fake.sent).toEqual([])
  })

  it('rejects what is in flight when the core was restarted, and only then', async () => {
    const fake = fakeTransport()
    const connection = connectSeat(fake.transport)
    fake.ready()
    const answer = connection.call('session.get', {})
    fake.ready()
    await expect(answer).rejects.toMatchObject({ code: 'core-restarted' })
  })

  it('keeps a call that was made before the first ready of a connection', async () => {
    const fake = fakeTransport()
    const answer = connectSeat(fake.transport).call('session.get', {})
    fake.ready()
    fake.receive({ type: 'result', id: 1, output: session })
    await expect(answer).resolves.toEqual(session)
  })

  it('rejects what is in flight, and new calls, while the connection is lost', async () => {
    const fake = fakeTransport()
    const connection = connectSeat(fake.transport)
    const answer = connection.call('session.get', {})
    fake.change('lost')
    await expect(answer).rejects.toMatchObject({ code: 'disconnected' })
    await expect(connection.call('session.get', {})).rejects.toMatchObject({ code: 'disconnected' })
    expect(fake.sent).toHaveLength(1)
  })
})

describe('events', () => {
  it('reach their listeners until they stop listening', () => {
    const fake = fakeTransport()
    const connection = connectSeat(fake.transport)
    const handler = vi.fn()
    const stop = connection.on('notice', handler)
    const notice = { type: 'event', name: 'notice', data: { code: 'x', message: '好' } }
    fake.receive(notice)
    stop()
    fake.receive(notice)
    expect(handler).toHaveBeenCalledExactlyOnceWith({ code: 'x', message: '好' })
  })

  it('of a newer program are passed over', () => {
    const fake = fakeTransport()
    connectSeat(fake.transport)
    expect(() => fake.receive({ type: 'event', name: 'not.yet', data: {} })).not.toThrow()
    expect(() => fake.receive({ type: 'nonsense' })).toThrow('contract')
  })
})

describe('audio', () => {
  it('goes out at once while connected, and after the connection is back when it was not', () => {
    const fake = fakeTransport()
    const connection = connectSeat(fake.transport)
    fake.ready()
    connection.sendAudio(frame(0))
    expect(fake.audio).toHaveLength(1)
    fake.change('lost')
    connection.sendAudio(frame(1600))
    connection.sendAudio(frame(3200))
    expect(fake.audio).toHaveLength(1)
    fake.change('open')
    expect(fake.audio).toHaveLength(1)
    fake.ready()
    const starts = fake.audio.map((bytes) => {
      const decoded = decodeAudioFrame(bytes)
      return decoded.ok ? decoded.value.startSample : null
    })
    expect(starts).toEqual([0, 1600, 3200])
  })

  it('keeps no more than the newest 30 seconds of one call', () => {
    const buffer = new AudioBuffer()
    buffer.push(frame(0, 'seat', 6))
    for (let index = 0; index < 400; index++) {
      buffer.push(frame(index * 1600, 'seat'))
      buffer.push(frame(index * 1600, 'citizen'))
    }
    const kept = buffer.drain()
    expect(kept).toHaveLength(((30 * sampleRate) / 1600 + 1) * 2)
    expect(buffer.drain()).toEqual([])
  })
})

class FakeSocket extends EventTarget {
  static readonly all: FakeSocket[] = []
  binaryType = ''
  readonly sent: unknown[] = []
  closed = false
  constructor() {
    super()
    FakeSocket.all.push(this)
  }
  send(data: unknown): void {
    this.sent.push(data)
  }
  close(): void {
    this.closed = true
  }
}

describe('the WebSocket', () => {
  const delays: number[] = []
  let timers: (() => void)[] = []
  let refused = false
  const open = () =>
    webSocketTransport('ws://localhost/ws', {
      open: () => new FakeSocket() as unknown as WebSocket,
      setTimer: (run, ms) => {
        delays.push(ms)
        timers.push(run)
      },
      random: () => 1,
      isRefused: () => Promise.resolve(refused),
    })
  beforeEach(() => {
    FakeSocket.all.length = 0
    delays.length = 0
    timers = []
    refused = false
  })
  afterEach(() => vi.restoreAllMocks())

  async function drop(index: number): Promise<void> {
    FakeSocket.all[index]!.dispatchEvent(new Event('close'))
    await Promise.resolve()
    await Promise.resolve()
  }

  it('opens again with growing waits, and starts over once it was open', async () => {
    const transport = open()
    const states: ConnectionState[] = []
    transport.onState((state) => states.push(state))
    await drop(0)
    timers[0]!()
    await drop(1)
    timers[1]!()
    FakeSocket.all[2]!.dispatchEvent(new Event('open'))
    await drop(2)
    expect(delays).toEqual([250, 500, 250])
    expect(states).toEqual(['lost', 'open', 'lost'])
  })

  it('does not try again where the host refuses the page', async () => {
    refused = true
    const transport = open()
    await drop(0)
    expect(transport.state).toBe('refused')
    expect(timers).toEqual([])
  })

  it('does not try again after it was closed here', async () => {
    const transport = open()
    transport.close()
    await drop(0)
    expect(timers).toEqual([])
    expect(FakeSocket.all[0]!.closed).toBe(true)
  })

  it('sends calls as text and audio as bytes, and nothing before it is open', () => {
    const transport = open()
    const [socket] = FakeSocket.all
    transport.send({ type: 'cancel', id: 1 })
    socket!.dispatchEvent(new Event('open'))
    transport.send({ type: 'cancel', id: 2 })
    transport.sendAudio(new Uint8Array([1, 2]))
    expect(socket!.sent).toEqual(['{"type":"cancel","id":2}', new Uint8Array([1, 2])])
  })

  it('waits 8 seconds at most, and never less than half of its step', () => {
    expect(reconnectDelay(20, 1)).toBe(8000)
    expect(reconnectDelay(3, 0)).toBe(1000)
  })
})
