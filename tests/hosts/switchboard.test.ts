import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ServerFrame } from '#shared/contract/frames.ts'
import { LocalClient } from '../../src-main/hosts/local-client.ts'
import { Switchboard, type SwitchboardOptions } from '../../src-main/hosts/switchboard.ts'
import { FakeSpawn, type FakeChild } from '../support/fake-child.ts'

let children: FakeSpawn
let board: Switchboard

function start(options: Partial<SwitchboardOptions> = {}): void {
  children = new FakeSpawn()
  board = new Switchboard({ spawn: children.spawn, coreEnvironment: {}, asrEnvironment: {}, ...options })
}
beforeEach(() => start())

async function restartedCore(): Promise<FakeChild> {
  const before = children.newest('core')
  before.die()
  for (let turn = 0; children.newest('core') === before && turn < 400; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return children.newest('core')
}

const asr = (event: unknown): unknown => ({ type: 'asr', event })
const ready = { type: 'ready', model: '演练', note: '' }
const final = { type: 'final', stream: 1, speaker: 'citizen', startMs: 0, endMs: 900, text: '我家停水' }
const partial = { ...final, type: 'partial' }
const closed = { type: 'closed', stream: 1, speaker: 'citizen' }

describe('a core that dies', () => {
  it('is told again the words it was sent and may have died over', async () => {
    children.newest('core').say({ type: 'started' })
    children.newest('asr').say(ready)
    children.newest('asr').say(final)
    expect(children.newest('core').received).toContainEqual(asr(final))
    const next = await restartedCore()
    next.say({ type: 'started' })
    expect(next.received).toEqual([asr(ready), asr(final)])
  })

  it('is told what was said while it was away, finished words only', async () => {
    children.newest('core').say({ type: 'started' })
    const next = await restartedCore()
    for (const event of [partial, final, closed]) children.newest('asr').say(event)
    expect(next.received).toEqual([])
    next.say({ type: 'started' })
    expect(next.received).toEqual([asr(final), asr(closed)])
  })

  it('gets a bounded past, newest last', async () => {
    children.newest('core').say({ type: 'started' })
    for (let count = 0; count < 1000; count += 1)
      children.newest('asr').say({ ...final, startMs: count * 1000 })
    const next = await restartedCore()
    next.say({ type: 'started' })
    expect(next.received.length).toBeLessThanOrEqual(200)
    expect(next.received.at(-1)).toEqual(asr({ ...final, startMs: 999_000 }))
  })

  it('leaves nobody waiting: what is asked meanwhile is refused at once, what was asked before when the next one is up', async () => {
    const client = new LocalClient(board)
    await expect(client.call('session.get', {})).rejects.toMatchObject({ code: 'core-restarted' })
    children.newest('core').say({ type: 'started' })
    const answers: ServerFrame[] = []
    board
      .connect((frame) => answers.push(frame))
      .receive({ type: 'call', id: 1, name: 'session.get', input: {} })
    const next = await restartedCore()
    next.say({ type: 'started' })
    expect(
      next.received.filter((message) => (message as { type: string }).type === 'connected'),
    ).toHaveLength(2)
    expect(answers).toEqual([])
  })
})

describe('what a starting core is told', () => {
  it('how asr is and where the centre is, before its clients connect', () => {
    start({ centre: { url: 'http://centre', token: 't' } })
    board.connect(() => undefined)
    children.newest('asr').say(ready)
    children.newest('core').say({ type: 'started' })
    expect(children.newest('core').received.map((message) => (message as { type: string }).type)).toEqual([
      'centre',
      'asr',
      'connected',
    ])
  })

  it('that asr is down is told to a core that is up, and a new core is not told of an asr that is gone', async () => {
    children.newest('core').say({ type: 'started' })
    children.newest('asr').say(ready)
    children.newest('asr').die('SIGSEGV')
    expect(children.newest('core').received.at(-1)).toEqual({ type: 'asr-down', reason: 'SIGSEGV' })
    const next = await restartedCore()
    next.say({ type: 'started' })
    expect(next.received).toEqual([])
  })

  it('the embedded centre is started after core, once, and its address is told to every core', async () => {
    start({ central: { environment: {}, token: 'kept' } })
    expect(children.count('central')).toBe(0)
    children.newest('core').say({ type: 'started' })
    children.newest('central').say({ type: 'listening', url: 'http://127.0.0.1:5' })
    const told = { type: 'centre', address: { url: 'http://127.0.0.1:5', token: 'kept' } }
    expect(children.newest('core').received).toEqual([told])
    const next = await restartedCore()
    next.say({ type: 'started' })
    expect(next.received).toEqual([told])
    expect(children.count('central')).toBe(1)
  })
})

it('a core that dies again and again before it was ever up is not waited for for ever', async () => {
  for (let death = 1; death < 5; death += 1) await restartedCore()
  children.newest('core').die('exit 1')
  await expect(board.started).rejects.toThrow('exit 1')
})

it('a start that cannot succeed says why', async () => {
  children.newest('core').say({ type: 'cannot-start', message: '数据文件损坏' })
  await expect(board.started).rejects.toThrow('数据文件损坏')
})

describe('an asr that hangs', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance'],
    })
    start()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is killed after a second without a sign of life', () => {
    const child = children.newest('asr')
    child.say(ready)
    vi.advanceTimersByTime(1_000)
    expect(child.killed).toBe(false)
    vi.advanceTimersByTime(250)
    expect(child.killed).toBe(true)
  })

  it('is left alone while it loads its model and while it answers', () => {
    const child = children.newest('asr')
    vi.advanceTimersByTime(10_000)
    child.say(ready)
    for (let count = 0; count < 20; count += 1) {
      vi.advanceTimersByTime(500)
      child.say({ type: 'alive' })
    }
    expect(child.killed).toBe(false)
  })
})

it('starts asr anew when core asks for it', () => {
  children.newest('core').say({ type: 'started' })
  children.newest('core').say({ type: 'restart-asr' })
  expect(children.newest('asr').killed).toBe(true)
})
