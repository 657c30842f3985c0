import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { doorToken, TestDoor } from '../support/fork-door.ts'
import { waitUntil } from '../support/wait-until.ts'

let door: TestDoor
const sockets: WebSocket[] = []

beforeEach(async () => {
  door = await TestDoor.open()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate()
  await door.fork.close()
})

interface Line {
  readonly socket: WebSocket
  readonly texts: Record<string, unknown>[]
  /** Close code and reason, or the HTTP status that refused the upgrade. */
  readonly ended: Promise<{ readonly code: number; readonly reason: string }>
  readonly say: (message: object | Uint8Array) => void
}

async function connect(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Line> {
  const socket = new WebSocket(address, { headers })
  sockets.push(socket)
  const texts: Record<string, unknown>[] = []
  socket.on('message', (data) => texts.push(JSON.parse((data as Buffer).toString()) as never))
  const ended = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    socket.on('unexpected-response', (_, { statusCode }) => resolve({ code: statusCode!, reason: '' }))
    socket.on('error', () => undefined)
  })
  await Promise.race([new Promise((resolve) => socket.on('open', resolve)), ended])
  const say = (message: object | Uint8Array): void =>
    socket.send(message instanceof Uint8Array ? message : JSON.stringify(message))
  return { socket, texts, ended, say }
}

const start = {
  type: 'start',
  callId: 'call-1',
  callerNumber: '13711220088',
  encoding: 'l16',
  sampleRate: 16_000,
  channels: ['citizen', 'seat'],
}
const citizenStart = { ...start, channels: ['citizen'] }
const seatStart = { ...start, channels: ['seat'] }

/** 16-bit samples of one value. */
function level(value: number, count: number): Uint8Array {
  return new Uint8Array(new Int16Array(count).fill(value).buffer)
}

async function began(first: object = start, stream = 5): Promise<Line> {
  const line = await connect(door.address())
  line.say(first)
  await door.until('start')
  door.fork.answered({ type: 'fork-accepted', forkId: 'call-1', stream })
  return line
}

describe('who may connect', () => {
  it.each<[string, () => Promise<Line>]>([
    ['in the address', () => connect(door.address())],
    ['as a bearer', () => connect(bare(), { authorization: `Bearer ${doorToken}` })],
    [
      'as the password of mod_audio_fork',
      () => connect(bare(), { authorization: `Basic ${btoa(`seat:${doorToken}`)}` }),
    ],
  ])('whoever has the token %s', async (_, open) => {
    const line = await open()
    line.say(start)
    await door.until('start')
  })

  it('whoever has it in the first words', async () => {
    const line = await connect(bare())
    line.say({ ...start, token: doorToken })
    await door.until('start')
  })

  it('nobody with a wrong one: told, counted, and repeated nowhere', async () => {
    expect((await (await connect(door.address({ token: 'guessed-token' }))).ended).code).toBe(401)
    const basic = await connect(bare(), { authorization: 'Bearer guessed-token' })
    expect((await basic.ended).code).toBe(401)
    const late = await connect(bare())
    late.say({ ...start, token: 'guessed-token' })
    expect(await late.ended).toEqual({ code: 4401, reason: '口令不对' })
    expect(door.view.trouble).toContain('3 次')
    expect(JSON.stringify([door.told, door.view.trouble, door.said, late.texts])).not.toContain('guessed')
    expect(door.told).toEqual([])
  })

  it('nobody without one', async () => {
    const silent = await connect(bare())
    silent.say(level(0, 320))
    expect((await silent.ended).code).toBe(4401)
    const tokenless = await connect(bare())
    tokenless.say(start)
    expect((await tokenless.ended).code).toBe(4401)
    expect(door.told).toEqual([])
  })

  it('not many at once, and strangers leave room for those who are known', async () => {
    for (let count = 0; count < 4; count += 1) await connect(bare())
    expect((await (await connect(bare())).ended).code).toBe(503)
    for (let count = 0; count < 4; count += 1) await connect(door.address())
    expect((await (await connect(door.address())).ended).code).toBe(503)
  })

  function bare(): string {
    return `ws://127.0.0.1:${door.port}/`
  }
})

describe('a call', () => {
  it('is told to core, its audio kept until core has taken it, then passed on under its number', async () => {
    const line = await connect(door.address())
    line.say(start)
    line.say(
      new Uint8Array(Int16Array.from({ length: 3_200 }, (_, index) => (index % 2 === 0 ? 7 : -7)).buffer),
    )
    await door.until('start')
    expect(door.told).toEqual([
      { type: 'start', forkId: 'call-1', channels: ['citizen', 'seat'], callerNumber: '13711220088' },
    ])
    await waitUntil('shown', () => door.view.forks.length === 1)
    expect(door.view.forks[0]).toMatchObject({
      forkId: 'call-1',
      callerNumber: '13711220088',
      channels: ['citizen', 'seat'],
      format: 'L16 16 kHz 双声道',
    })
    expect(door.audio).toEqual([])
    door.fork.answered({ type: 'fork-accepted', forkId: 'call-1', stream: 5 })
    await waitUntil('accepted is said', () => line.texts.length > 0)
    expect(line.texts).toEqual([{ type: 'accepted', callId: 'call-1' }])
    line.say({ type: 'stop' })
    expect((await line.ended).code).toBe(1000)
    await door.until('stop')
    expect(new Set(door.audio.map(({ stream }) => stream))).toEqual(new Set([5]))
    expect(door.laidOut('citizen')).toEqual(new Int16Array(1_600).fill(7))
    expect(door.laidOut('seat')).toEqual(new Int16Array(1_600).fill(-7))
    expect(door.view.forks).toEqual([])
  })

  it('may come in two connections, one a channel', async () => {
    const citizen = await began(citizenStart)
    const seat = await connect(door.address())
    seat.say(seatStart)
    await door.until('start', 2)
    expect(door.told.at(-1)).toMatchObject({ type: 'start', channels: ['citizen', 'seat'], stream: 5 })
    citizen.say(level(3, 640))
    seat.say(level(4, 640))
    await waitUntil('both are heard', () => door.audio.length === 2)
    expect(door.laidOut('citizen').at(-1)).toBe(3)
    expect(door.laidOut('seat').at(-1)).toBe(4)
    citizen.say({ type: 'stop' })
    await citizen.ended
    expect(door.types()).not.toContain('stop')
    seat.say({ type: 'stop' })
    await door.until('stop')
  })

  it('tells the number when it comes later', async () => {
    const line = await began({ ...start, callerNumber: undefined })
    line.say({ type: 'metadata', callerNumber: '02087654321' })
    await door.until('start', 2)
    expect(door.told.at(-1)).toMatchObject({ callerNumber: '02087654321', stream: 5 })
  })

  it('that core will not have is refused with core’s words', async () => {
    const line = await connect(door.address())
    line.say(start)
    await door.until('start')
    door.fork.answered({ type: 'fork-refused', forkId: 'call-1', message: '坐席正在通话中' })
    expect(await line.ended).toEqual({ code: 4409, reason: '坐席正在通话中' })
    expect(line.texts).toEqual([{ type: 'refused', code: 'busy', message: '坐席正在通话中' }])
    // The switch may try again later.
    const again = await connect(door.address())
    again.say(start)
    await door.until('start', 2)
  })

  it('that the seat has ended is closed, and does not begin anew because its sender comes again', async () => {
    const line = await began()
    door.fork.answered({ type: 'fork-refused', forkId: 'call-1', message: '通话已由坐席结束' })
    expect(await line.ended).toEqual({ code: 1000, reason: '通话已由坐席结束' })
    const again = await connect(door.address())
    again.say(start)
    expect((await again.ended).code).toBe(4410)
    expect(door.types()).toEqual(['start'])
  })

  it('ends with the connection’s own end, as mod_audio_fork ends it', async () => {
    const line = await began()
    line.socket.close(1000)
    await door.until('stop')
  })
})

describe('a line that breaks', () => {
  it('is waited for, and the time it was away is silence', async () => {
    const line = await began(citizenStart)
    line.say(level(1, 640))
    await waitUntil('the first is heard', () => door.audio.length > 0)
    line.socket.terminate()
    await door.until('lost')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const again = await connect(door.address())
    again.say(citizenStart)
    await door.until('back')
    again.say(level(2, 640))
    again.say({ type: 'stop' })
    await door.until('stop')
    const heard = door.laidOut('citizen')
    const away = heard.indexOf(2) / 16_000
    expect(away).toBeGreaterThan(0.3)
    expect(away).toBeLessThan(5)
    expect(heard.slice(640, heard.indexOf(2)).every((sample) => sample === 0)).toBe(true)
    expect(door.types()).toEqual(['start', 'lost', 'start', 'back', 'stop'])
  })

  it('gives way to a new connection for the same channel', async () => {
    const line = await began(citizenStart)
    const again = await connect(door.address())
    again.say(citizenStart)
    expect((await line.ended).code).toBe(4412)
    again.say(level(2, 640))
    await waitUntil('the new one is heard', () => door.audio.length > 0)
    expect(door.types()).not.toContain('lost')
  })

  it('lets the words that it cut off be finished: silence follows them', async () => {
    const line = await began(citizenStart)
    line.say(level(1, 640))
    await waitUntil('the first is heard', () => door.audio.length > 0)
    line.socket.terminate()
    await waitUntil('silence follows', () => door.laidOut('citizen').length >= 2 * 16_000)
    expect(door.laidOut('citizen').at(-1)).toBe(0)
  })

  it('after the other channel has hung up is the end', async () => {
    const citizen = await began(citizenStart)
    const seat = await connect(door.address())
    seat.say(seatStart)
    await door.until('start', 2)
    citizen.say({ type: 'stop' })
    await citizen.ended
    seat.socket.terminate()
    await door.until('stop')
  })
})

describe('a core that starts anew', () => {
  it('hears of the door and of the call under its number', async () => {
    await began()
    door.told.length = 0
    door.fork.coreStarted()
    expect(door.told).toMatchObject([{ type: 'start', forkId: 'call-1', stream: 5 }])
    expect(door.view.state).toBe('listening')
  })

  it('hears again that the switch hung up, if the last one did not live to end the call', async () => {
    const line = await began()
    line.say({ type: 'stop' })
    await door.until('stop')
    door.told.length = 0
    door.fork.coreStarted()
    door.fork.answered({ type: 'fork-accepted', forkId: 'call-1', stream: 5 })
    expect(door.types()).toEqual(['start', 'stop'])
  })

  it('gets a call that came and went while none was there', async () => {
    const line = await connect(door.address())
    line.say(citizenStart)
    line.say(level(9, 640))
    line.say({ type: 'stop' })
    await line.ended
    door.fork.coreStarted()
    expect(door.types()).not.toContain('stop')
    door.fork.answered({ type: 'fork-accepted', forkId: 'call-1', stream: 6 })
    expect(door.laidOut('citizen')).toEqual(new Int16Array(640).fill(9))
    expect(door.types().at(-1)).toBe('stop')
  })
})

describe('what is no call', () => {
  it.each<[string, object | Uint8Array, number]>([
    [
      'a start that says too little',
      { type: 'start', callId: 'x', encoding: 'l16', sampleRate: 16_000 },
      4400,
    ],
    ['a message too large', new Uint8Array(1_100_000), 1009],
    ['audio of nobody knows what', level(0, 320), 4400],
  ])('%s is refused and the door stays open', async (_, message, code) => {
    const line = await connect(door.address())
    line.say(message)
    expect((await line.ended).code).toBe(code)
    await began()
  })

  it('a visit by HTTP is told that this is no page', async () => {
    const answer = await fetch(`http://127.0.0.1:${door.port}/?token=${doorToken}`)
    expect(answer.status).toBe(426)
  })

  it('random bytes on the port do no harm', async () => {
    const { connect: connectRaw } = await import('node:net')
    for (const bytes of [
      '\0\0\0',
      'GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      '\x16\x03\x01',
    ]) {
      const raw = connectRaw(door.port, '127.0.0.1')
      raw.on('error', () => undefined)
      raw.write(bytes)
      await new Promise((resolve) => setTimeout(resolve, 30))
      raw.destroy()
    }
    await began()
  })
})

describe('a port that cannot be had', () => {
  it('is told in a sentence, and the client goes on', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const taken = await TestDoor.open({ port })
    expect(taken.view).toMatchObject({
      state: 'failed',
      trouble: expect.stringContaining(String(port)) as string,
    })
    expect(taken.said.join('')).toContain('照常可用')
    await taken.fork.close()
    other.close()
    const nowhere = await TestDoor.open({ host: '203.0.113.1' })
    expect(nowhere.view.state).toBe('failed')
    await nowhere.fork.close()
  })

  it('on every interface is told to be one', async () => {
    const open = await TestDoor.open({ host: '0.0.0.0' })
    expect(open.view).toMatchObject({
      state: 'listening',
      trouble: expect.stringContaining('对外监听') as string,
    })
    expect(open.said.join('')).toContain('对外监听')
    await open.fork.close()
  })
})

describe('a sender that is faster than speech', () => {
  it('is held back a minute ahead of the clock, and loses nothing', async () => {
    const line = await began(citizenStart)
    const second = level(1, 16_000)
    for (let count = 0; count < 64; count += 1) line.say(second)
    await waitUntil('a minute is heard', () => door.laidOut('citizen').length >= 60 * 16_000)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(door.laidOut('citizen').length).toBeLessThan(63 * 16_000)
    await waitUntil('the rest is heard', () => door.laidOut('citizen').length === 64 * 16_000)
  })
})
