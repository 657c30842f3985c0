import { WebSocket } from 'ws'
import type { TimedMessage } from './fork-messages.ts'

/** How a sending ended: the close code of RFC 6455 or the HTTP status, with the reason in words where one was given. */
export interface SendingEnd {
  readonly code: number
  readonly reason: string
}

/** Bytes that may wait in the socket: a door that takes no more for now is waited for. */
const mostWaiting = 256_000

/**
 * Connects, sends the messages at `speed` times the pace of speech (Infinity: as fast as they are taken), and closes. Rejects
 * where nothing answers at the address.
 */
export async function sendMessages(
  address: string | URL,
  messages: readonly TimedMessage[],
  options: {
    readonly speed: number
    readonly onText?: (text: string) => void
    /** Breaks the line off at the end, without a word. */
    readonly breakOff?: boolean
  },
): Promise<SendingEnd> {
  const socket = new WebSocket(address)
  const ended = endOf(socket)
  socket.on('message', (data) => options.onText?.((data as Buffer).toString('utf8')))
  const opened = new Promise<void>((resolve) => socket.once('open', resolve))
  await Promise.race([opened, ended])
  const startedAt = performance.now()
  for (const { atMs, message } of messages) {
    const early = atMs / options.speed - (performance.now() - startedAt)
    if (early > 1) await pause(early)
    while (socket.readyState === socket.OPEN && socket.bufferedAmount > mostWaiting) await pause(5)
    if (socket.readyState !== socket.OPEN) break
    socket.send(message)
  }
  if (options.breakOff === true) {
    while (socket.bufferedAmount > 0) await pause(5)
    socket.terminate()
  } else {
    socket.close(1000)
  }
  return ended
}

function endOf(socket: WebSocket): Promise<SendingEnd> {
  return new Promise((resolve, reject) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') }))
    socket.on('unexpected-response', (_request, response) => {
      resolve({ code: response.statusCode ?? 0, reason: '' })
      socket.terminate()
    })
    socket.on('error', reject)
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
