import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import { encodeAudioFrame } from '#shared/contract/audio-frame.ts'
import {
  events,
  procedures,
  type EventData,
  type EventName,
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
} from '#shared/contract/contract.ts'
import { serverFrameSchema, type ServerFrame } from '#shared/contract/frames.ts'
import { FailureError } from '#shared/base/result.ts'
import { text } from '../text/zh-CN.ts'
import { AudioBuffer } from './audio-buffer.ts'
import type { ConnectionState, Transport } from './transport.ts'

/** Codes of failures that are the connection's, not the core's answer: the same call may be made again. */
export const connectionFailures: ReadonlySet<string> = new Set(['disconnected', 'core-restarted'])

type EventHandler<Name extends EventName> = (data: EventData<Name>) => void

/** All that the renderer can ask of the program, typed by the contract. */
export interface SeatConnection {
  readonly state: ConnectionState
  /**
   * Asks the core. Rejects with a FailureError: the core's own code and message, `disconnected`, `core-restarted`, or
   * with the signal's reason when aborted (the core is told to stop).
   */
  call<Name extends ProcedureName>(
    name: Name,
    input: ProcedureInput<Name>,
    signal?: AbortSignal,
  ): Promise<ProcedureOutput<Name>>
  /** Both return the function that stops listening. */
  on<Name extends EventName>(name: Name, handler: EventHandler<Name>): () => void
  onState(handler: (state: ConnectionState) => void): () => void
  /** Sends audio, or keeps the newest 30 seconds of it until the connection is back. */
  sendAudio(frame: AudioFrame): void
  close(): void
}

interface InFlight {
  readonly name: ProcedureName
  readonly resolve: (output: unknown) => void
  readonly reject: (error: Error) => void
}

/** Owns a transport and the calls in flight on it. */
export function connectSeat(transport: Transport): SeatConnection {
  const inFlight = new Map<number, InFlight>()
  const handlers = new Map<string, Set<(data: unknown) => void>>()
  const stateHandlers = new Set<(state: ConnectionState) => void>()
  const audio = new AudioBuffer()
  let lastId = 0
  let readySeen = false
  let state: ConnectionState = transport.state

  function rejectAll(code: string, message: string): void {
    const waiting = [...inFlight.values()]
    inFlight.clear()
    for (const call of waiting) call.reject(new FailureError(code, message))
  }

  transport.onState((next) => {
    state = next
    if (next !== 'open') {
      readySeen = false
      rejectAll('disconnected', text.lostCall)
    }
    for (const handler of stateHandlers) handler(next)
  })

  transport.onFrame((raw) => {
    const frame = serverFrameSchema.safeParse(raw)
    if (!frame.success) throw new Error(`frame outside the contract: ${frame.error.message}`)
    if (frame.data.type === 'event') deliver(frame.data)
    else settle(frame.data)
  })

  function settle(frame: Exclude<ServerFrame, { type: 'event' }>): void {
    const call = inFlight.get(frame.id)
    // An answer to a call that was aborted here: nobody waits for it.
    if (call === undefined) return
    inFlight.delete(frame.id)
    if (frame.type === 'error') {
      call.reject(new FailureError(frame.error.code, frame.error.message))
      return
    }
    const output = procedures[call.name].output.safeParse(frame.output)
    if (output.success) call.resolve(output.data)
    else call.reject(output.error)
  }

  function deliver(frame: Extract<ServerFrame, { type: 'event' }>): void {
    if (!Object.hasOwn(events, frame.name)) return
    const name = frame.name as EventName
    const data: unknown = events[name].schema.parse(frame.data)
    if (name === 'session.ready') becomeReady()
    for (const handler of handlers.get(name) ?? []) handler(data)
  }

  /** The second `session.ready` of one connection means that the core was restarted and forgot what it was asked. */
  function becomeReady(): void {
    if (readySeen) rejectAll('core-restarted', text.coreRestarted)
    readySeen = true
    for (const bytes of audio.drain()) transport.sendAudio(bytes)
  }

  return {
    get state() {
      return state
    },
    call(name, input, signal) {
      if (signal?.aborted === true) return Promise.reject(signal.reason as Error)
      if (state !== 'open') return Promise.reject(new FailureError('disconnected', text.lostCall))
      const id = ++lastId
      return new Promise((resolve, reject) => {
        const abort = (): void => {
          if (!inFlight.delete(id)) return
          transport.send({ type: 'cancel', id })
          reject(signal?.reason as Error)
        }
        const finish = (): void => signal?.removeEventListener('abort', abort)
        inFlight.set(id, {
          name,
          resolve: (output) => {
            finish()
            resolve(output as ProcedureOutput<typeof name>)
          },
          reject: (error) => {
            finish()
            reject(error)
          },
        })
        signal?.addEventListener('abort', abort, { once: true })
        transport.send({ type: 'call', id, name, input })
      })
    },
    on(name, handler) {
      const set = handlers.get(name) ?? new Set()
      handlers.set(name, set)
      set.add(handler as (data: unknown) => void)
      return () => set.delete(handler as (data: unknown) => void)
    },
    onState(handler) {
      stateHandlers.add(handler)
      return () => stateHandlers.delete(handler)
    },
    sendAudio(frame) {
      if (state === 'open' && readySeen) transport.sendAudio(encodeAudioFrame(frame))
      else audio.push(frame)
    },
    close() {
      transport.close()
      rejectAll('disconnected', text.lostCall)
    },
  }
}
