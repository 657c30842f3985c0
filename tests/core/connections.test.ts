import { describe, expect, it } from 'vitest'
import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { EventData } from '#shared/contract/contract.ts'
import type { ServerFrame } from '#shared/contract/frames.ts'
import { Connections } from '../../src-main/core/connections.ts'

const ready: EventData<'session.ready'> = {
  staffNumber: '8031',
  staffName: '示例',
  roles: ['operator'],
  version: '0',
  pack: {
    id: 'p',
    city: '广州市',
    version: '1',
    sample: true,
    hotlineName: '热线',
    answers: 0,
    numberedNames: [],
    recording: true,
    ruleTitles: {},
  },
  recogniser: { state: 'ready', model: 'm', note: '', punctuation: false },
  sync: { centre: 'online', waiting: 0, parked: 0 },
}

function partial(text: string): EventData<'call.partial'> {
  return { callId: 'c', speaker: 'citizen', startMs: 0, endMs: 1, text }
}

function connected(handlers: Partial<Handlers> = {}): { connections: Connections; sent: ServerFrame[] } {
  const sent: ServerFrame[] = []
  const connections = new Connections({
    send: (_connection, frame) => sent.push(frame),
    handlers: handlers as Handlers,
    caller: () => ({ roles: ['operator'], staffNumber: '8031' }),
    onBug: (error) => {
      throw error
    },
  })
  connections.open(1, ready)
  return { connections, sent }
}

const names = (frames: readonly ServerFrame[]): string[] =>
  frames.map((frame) => (frame.type === 'event' ? frame.name : frame.type))

describe('back-pressure', () => {
  it('holds events of a congested client and sends only the newest of those that supersede each other', () => {
    const { connections, sent } = connected()
    connections.setCongested(1, true)
    connections.publish('call.partial', partial('一'))
    connections.publish('notice', { code: 'a', message: 'a' })
    connections.publish('call.partial', partial('一二'))
    expect(names(sent)).toEqual(['session.ready'])
    connections.setCongested(1, false)
    expect(names(sent)).toEqual(['session.ready', 'notice', 'call.partial'])
    expect(sent.at(-1)).toMatchObject({ data: { text: '一二' } })
  })

  it('tells a client that missed too much to fetch again', () => {
    const { connections, sent } = connected()
    connections.setCongested(1, true)
    for (let count = 0; count < 600; count += 1)
      connections.publish('notice', { code: 'a', message: `${count}` })
    connections.setCongested(1, false)
    expect(names(sent).slice(0, 2)).toEqual(['session.ready', 'session.resync'])
    expect(sent.length).toBeLessThan(200)
  })
})

describe('cancellation', () => {
  it('aborts the running call and answers cancelled', async () => {
    const running = Promise.withResolvers<never[]>()
    const { connections, sent } = connected({ 'answers.search': () => running.promise })
    const call = connections.receive(1, { type: 'call', id: 5, name: 'answers.search', input: { text: 'a' } })
    await connections.receive(1, { type: 'cancel', id: 5 })
    running.resolve([])
    await call
    expect(sent.at(-1)).toMatchObject({ type: 'error', id: 5, error: { code: 'cancelled' } })
  })

  it('a client that goes away cancels what it asked', async () => {
    let aborted: (() => boolean) | undefined
    const running = Promise.withResolvers<never[]>()
    const { connections } = connected({
      'answers.search': (_input, _caller, signal) => {
        aborted = () => signal.aborted
        return running.promise
      },
    })
    const call = connections.receive(1, { type: 'call', id: 1, name: 'answers.search', input: { text: 'a' } })
    connections.close(1)
    expect(aborted?.()).toBe(true)
    running.resolve([])
    await call
  })
})
