import {
  events,
  procedures,
  type EventData,
  type EventName,
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
} from '#shared/contract/contract.ts'
import type { ServerFrame } from '#shared/contract/frames.ts'
import { FailureError } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import type { Connection, Switchboard } from './switchboard.ts'

interface Waiting {
  readonly name: ProcedureName
  readonly resolve: (output: never) => void
  readonly reject: (error: Error) => void
}

/** A client in the host's own process: the command line and the tests use the contract as a window does. */
export class LocalClient {
  readonly connection: Connection
  readonly #waiting = new Map<number, Waiting>()
  readonly #handlers = new Map<EventName, ((data: never) => void)[]>()
  #lastId = 0
  #ready = false

  constructor(switchboard: Pick<Switchboard, 'connect'>) {
    this.connection = switchboard.connect((frame) => this.#receive(frame))
  }

  /** Rejects with a {@link FailureError} that carries the core's code and message. */
  call<Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>): Promise<ProcedureOutput<Name>> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { name, resolve, reject })
      this.connection.receive({ type: 'call', id, name, input })
    })
  }

  on<Name extends EventName>(name: Name, handler: (data: EventData<Name>) => void): void {
    this.#handlers.set(name, [...(this.#handlers.get(name) ?? []), handler])
  }

  #receive(frame: ServerFrame): void {
    if (frame.type === 'event') return this.#event(frame.name as EventName, frame.data)
    const waiting = this.#waiting.get(frame.id)
    this.#waiting.delete(frame.id)
    if (frame.type === 'error') waiting?.reject(new FailureError(frame.error.code, frame.error.message))
    else waiting?.resolve(procedures[waiting.name].output.parse(frame.output) as never)
  }

  #event(name: EventName, data: unknown): void {
    if (name === 'session.ready') {
      // The second one means that the core was restarted and forgot what it was asked.
      if (this.#ready) this.#failAll()
      this.#ready = true
    }
    const parsed = events[name].schema.parse(data)
    for (const handler of this.#handlers.get(name) ?? []) handler(parsed as never)
  }

  #failAll(): void {
    for (const waiting of this.#waiting.values()) {
      waiting.reject(new FailureError('core-restarted', errorMessages.restarted))
    }
    this.#waiting.clear()
  }
}
