import { dispatch, type Caller, type Handlers } from '#shared/contract/dispatcher.ts'
import { events, type EventData, type EventName } from '#shared/contract/contract.ts'
import type { ClientFrame, ServerFrame } from '#shared/contract/frames.ts'

export type Publish = <Name extends EventName>(name: Name, data: EventData<Name>) => void

/** Events a congested client may miss before it is told to fetch everything again. */
const longestQueue = 500

interface WaitingEvent {
  readonly key: string | undefined
  readonly frame: ServerFrame
}

interface Client {
  readonly running: Map<number, AbortController>
  waiting: WaitingEvent[]
  congested: boolean
}

/** Every client connected to the core: runs their calls through the dispatcher and sends them events, slowly to slow ones. */
export class Connections {
  readonly #clients = new Map<number, Client>()
  readonly #send: (connection: number, frame: ServerFrame) => void
  readonly #handlers: Handlers
  readonly #caller: () => Caller
  readonly #onBug: (error: unknown) => void

  constructor(options: {
    readonly send: (connection: number, frame: ServerFrame) => void
    readonly handlers: Handlers
    readonly caller: () => Caller
    readonly onBug: (error: unknown) => void
  }) {
    this.#send = options.send
    this.#handlers = options.handlers
    this.#caller = options.caller
    this.#onBug = options.onBug
  }

  open(connection: number, ready: EventData<'session.ready'>): void {
    this.#clients.set(connection, { running: new Map(), waiting: [], congested: false })
    this.#send(connection, eventFrame('session.ready', ready))
  }

  close(connection: number): void {
    for (const controller of this.#clients.get(connection)?.running.values() ?? []) controller.abort()
    this.#clients.delete(connection)
  }

  async receive(connection: number, frame: ClientFrame): Promise<void> {
    const client = this.#clients.get(connection)
    if (client === undefined) return
    if (frame.type === 'cancel') {
      client.running.get(frame.id)?.abort()
      return
    }
    const controller = new AbortController()
    client.running.set(frame.id, controller)
    const answer = await dispatch(this.#handlers, frame, this.#caller(), controller.signal, this.#onBug)
    client.running.delete(frame.id)
    this.#send(
      connection,
      answer.ok
        ? { type: 'result', id: frame.id, output: answer.output }
        : { type: 'error', id: frame.id, error: answer.error },
    )
  }

  /** Sends an event to every client; a congested one gets it later, superseded events left out. */
  publish<Name extends EventName>(name: Name, data: EventData<Name>): void {
    const frame = eventFrame(name, data)
    for (const [connection, client] of this.#clients) {
      if (client.congested) hold(client, coalesceKey(name, data), frame)
      else this.#send(connection, frame)
    }
  }

  setCongested(connection: number, congested: boolean): void {
    const client = this.#clients.get(connection)
    if (client === undefined) return
    client.congested = congested
    if (congested) return
    for (const { frame } of client.waiting.splice(0)) this.#send(connection, frame)
  }
}

function hold(client: Client, key: string | undefined, frame: ServerFrame): void {
  if (key !== undefined) client.waiting = client.waiting.filter((waiting) => waiting.key !== key)
  client.waiting.push({ key, frame })
  if (client.waiting.length <= longestQueue) return
  client.waiting = [{ key: undefined, frame: eventFrame('session.resync', {}) }]
}

function coalesceKey<Name extends EventName>(name: Name, data: EventData<Name>): string | undefined {
  const definition = events[name] as { coalesce?: (data: EventData<Name>) => string }
  return definition.coalesce === undefined ? undefined : `${name}:${definition.coalesce(data)}`
}

function eventFrame<Name extends EventName>(name: Name, data: EventData<Name>): ServerFrame {
  return { type: 'event', name, data: events[name].schema.parse(data) }
}
