import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { ForkConnection } from '../../../src-main/hosts/media-fork/fork-connection.ts'

/** As much of a WebSocket as a connection uses. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1
  readonly readyState = 1
  isPaused = false
  readonly did: string[] = []

  send = (text: string): unknown => this.did.push(text)
  ping = (): unknown => this.did.push('ping')
  terminate = (): unknown => this.did.push('terminate')
  resume = (): unknown => undefined
  close = (code: number): unknown => this.did.push(`close ${code}`)
}

let socket: FakeSocket
let connection: ForkConnection
beforeEach(() => {
  vi.useFakeTimers()
  socket = new FakeSocket()
  connection = new ForkConnection(socket as unknown as WebSocket, {
    door: { admits: () => false, callOf: () => 'over' },
    query: {},
    style: undefined,
    admitted: false,
  })
})
afterEach(() => void vi.useRealTimers())

it('is closed when it has not said within ten seconds what it is', () => {
  vi.advanceTimersByTime(9_900)
  expect(socket.did).toEqual([])
  vi.advanceTimersByTime(200)
  expect(socket.did).toContain('close 4408')
})

it('is given up when it answered nothing since the last time it was asked', () => {
  connection.probe()
  socket.emit('pong')
  connection.probe()
  expect(socket.did).toEqual(['ping', 'ping'])
  connection.probe()
  expect(socket.did).toEqual(['ping', 'ping', 'terminate'])
})

it('is not given up while it is held back', () => {
  connection.probe()
  socket.isPaused = true
  connection.probe()
  expect(socket.did).not.toContain('terminate')
})
