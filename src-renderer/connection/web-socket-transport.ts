import type { ConnectionState, Transport } from './transport.ts'

const firstDelayMs = 250
const longestDelayMs = 8_000

/** The wait before attempt n (from 0): doubling, capped, with full jitter so that windows do not come back at once. */
export function reconnectDelay(attempt: number, random: number): number {
  return Math.round(Math.min(longestDelayMs, firstDelayMs * 2 ** attempt) * (0.5 + random / 2))
}

export interface WebSocketDependencies {
  readonly open: (url: string) => WebSocket
  readonly setTimer: (run: () => void, ms: number) => unknown
  readonly random: () => number
  /** Whether the host answers but does not know this page any more; a browser hides that from a WebSocket. */
  readonly isRefused: () => Promise<boolean>
}

const browser: WebSocketDependencies = {
  open: (url) => new WebSocket(url),
  setTimer: (run, ms) => setTimeout(run, ms),
  random: Math.random,
  isRefused: async () => {
    try {
      const { status } = await fetch('/', { method: 'GET', cache: 'no-store' })
      return status === 401 || status === 403
    } catch {
      // No answer at all: the host is away, not unwilling.
      return false
    }
  },
}

/** JSON text frames and binary audio frames on a WebSocket that is opened again whenever it closes. */
export function webSocketTransport(url: string, dependencies = browser): Transport {
  const stateHandlers: ((state: ConnectionState) => void)[] = []
  const frameHandlers: ((frame: unknown) => void)[] = []
  let state: ConnectionState = 'connecting'
  let attempt = 0
  let closed = false
  let socket = open()

  function change(next: ConnectionState): void {
    if (next === state) return
    state = next
    for (const handler of stateHandlers) handler(next)
  }

  function open(): WebSocket {
    const opened = dependencies.open(url)
    opened.binaryType = 'arraybuffer'
    opened.addEventListener('open', () => {
      attempt = 0
      change('open')
    })
    opened.addEventListener('message', (message: MessageEvent<unknown>) => {
      if (typeof message.data !== 'string') return
      const frame: unknown = JSON.parse(message.data)
      for (const handler of frameHandlers) handler(frame)
    })
    opened.addEventListener('close', () => void reopen())
    return opened
  }

  async function reopen(): Promise<void> {
    if (closed) return
    change('lost')
    if (await dependencies.isRefused()) {
      change('refused')
      return
    }
    const delay = reconnectDelay(attempt++, dependencies.random())
    dependencies.setTimer(() => {
      if (!closed) socket = open()
    }, delay)
  }

  const sendRaw = (data: string | Uint8Array<ArrayBuffer>): void => {
    if (state === 'open') socket.send(data)
  }

  return {
    get state() {
      return state
    },
    onState: (handler) => void stateHandlers.push(handler),
    onFrame: (handler) => void frameHandlers.push(handler),
    send: (frame) => sendRaw(JSON.stringify(frame)),
    sendAudio: (bytes) => sendRaw(bytes as Uint8Array<ArrayBuffer>),
    close: () => {
      closed = true
      socket.close()
    },
  }
}
