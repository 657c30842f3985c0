import { FailureError } from '../base/result.ts'
import { errorMessages } from '../catalogue/errors.ts'
import {
  events,
  procedures,
  type EventData,
  type EventName,
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
} from './contract.ts'
import type { ClientFrame, ServerFrame } from './frames.ts'

type EventHandler = (data: unknown) => void

interface InFlight {
  readonly name: ProcedureName
  readonly resolve: (output: unknown) => void
  readonly reject: (error: unknown) => void
}

/** The asking side of the contract: what is in flight and who listens, over whatever carries the frames. */
export class ContractClient {
  readonly #send: (frame: ClientFrame) => void
  readonly #inFlight = new Map<number, InFlight>()
  readonly #handlers = new Map<string, Set<EventHandler>>()
  #lastId = 0
  #ready = false

  constructor(send: (frame: ClientFrame) => void) {
    this.#send = send
  }

  /** The core has said that it is there. */
  get ready(): boolean {
    return this.#ready
  }

  /** Asks the core. Rejects with a {@link FailureError}: the core's own code and message, or `core-restarted`. */
  call<Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>): Promise<ProcedureOutput<Name>> {
    return this.start(name, input).answer
  }

  /** The same, for whoever may {@link cancel} it. */
  start<Name extends ProcedureName>(
    name: Name,
    input: ProcedureInput<Name>,
  ): { readonly id: number; readonly answer: Promise<ProcedureOutput<Name>> } {
    const id = ++this.#lastId
    const { promise, resolve, reject } = Promise.withResolvers<ProcedureOutput<Name>>()
    this.#inFlight.set(id, { name, resolve: resolve as (output: unknown) => void, reject })
    this.#send({ type: 'call', id, name, input })
    return { id, answer: promise }
  }

  /** Rejects what is still in flight with this reason, and tells the core to stop. */
  cancel(id: number, reason: unknown): void {
    const call = this.#inFlight.get(id)
    if (call === undefined) return
    this.#inFlight.delete(id)
    this.#send({ type: 'cancel', id })
    call.reject(reason)
  }

  /** Returns the function that stops listening. */
  on<Name extends EventName>(name: Name, handler: (data: EventData<Name>) => void): () => void {
    const handlers = this.#handlers.get(name) ?? new Set()
    this.#handlers.set(name, handlers)
    handlers.add(handler as EventHandler)
    return () => handlers.delete(handler as EventHandler)
  }

  /** Takes what came from the core. */
  receive(frame: ServerFrame): void {
    if (frame.type === 'event') this.#deliver(frame)
    else this.#settle(frame)
  }

  /** What carries the frames broke: whatever is in flight is lost. */
  disconnected(message: string): void {
    this.#ready = false
    this.#rejectAll('disconnected', message)
  }

  #settle(frame: Exclude<ServerFrame, { type: 'event' }>): void {
    const call = this.#inFlight.get(frame.id)
    // An answer to a call that was cancelled here: nobody waits for it.
    if (call === undefined) return
    this.#inFlight.delete(frame.id)
    if (frame.type === 'error') {
      call.reject(new FailureError(frame.error.code, frame.error.message))
      return
    }
    const output = procedures[call.name].output.safeParse(frame.output)
    if (output.success) call.resolve(output.data)
    else call.reject(output.error)
  }

  #deliver(frame: Extract<ServerFrame, { type: 'event' }>): void {
    if (!Object.hasOwn(events, frame.name)) return
    const name = frame.name as EventName
    const data: unknown = events[name].schema.parse(frame.data)
    if (name === 'session.ready') this.#becomeReady()
    for (const handler of this.#handlers.get(name) ?? []) handler(data)
  }

  /** The second `session.ready` of one connection means that the core was restarted and forgot what it was asked. */
  #becomeReady(): void {
    if (this.#ready) this.#rejectAll('core-restarted', errorMessages.restarted)
    this.#ready = true
  }

  #rejectAll(code: string, message: string): void {
    const waiting = [...this.#inFlight.values()]
    this.#inFlight.clear()
    for (const call of waiting) call.reject(new FailureError(code, message))
  }
}
