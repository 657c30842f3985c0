import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import { encodeAudioFrame } from '#shared/contract/audio-frame.ts'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#shared/contract/contract.ts'
import { ContractClient } from '#shared/contract/contract-client.ts'
import { serverFrameSchema } from '#shared/contract/frames.ts'
import { FailureError } from '#shared/base/result.ts'
import { text } from '../text/zh-CN.ts'
import { AudioBuffer } from './audio-buffer.ts'
import type { ConnectionState, Transport } from './transport.ts'

/** Codes of failures that are the connection's, not the core's answer: the same call may be made again. */
export const connectionFailures: ReadonlySet<string> = new Set(['disconnected', 'core-restarted'])

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
  readonly on: ContractClient['on']
  onState(handler: (state: ConnectionState) => void): () => void
  /** Sends audio, or keeps the newest 30 seconds of it until the connection is back. */
  sendAudio(frame: AudioFrame): void
  close(): void
}

/** Owns a transport and the calls in flight on it. */
export function connectSeat(transport: Transport): SeatConnection {
  const client = new ContractClient((frame) => transport.send(frame))
  const stateHandlers = new Set<(state: ConnectionState) => void>()
  const audio = new AudioBuffer()
  let state: ConnectionState = transport.state

  transport.onState((next) => {
    state = next
    if (next !== 'open') client.disconnected(text.lostCall)
    for (const handler of stateHandlers) handler(next)
  })

  transport.onFrame((raw) => {
    const frame = serverFrameSchema.safeParse(raw)
    if (!frame.success) throw new Error(`frame outside the contract: ${frame.error.message}`)
    client.receive(frame.data)
  })

  client.on('session.ready', () => {
    for (const bytes of audio.drain()) transport.sendAudio(bytes)
  })

  return {
    get state() {
      return state
    },
    call(name, input, signal) {
      if (signal?.aborted === true) return Promise.reject(signal.reason as Error)
      if (state !== 'open') return Promise.reject(new FailureError('disconnected', text.lostCall))
      const { id, answer } = client.start(name, input)
      const abort = (): void => client.cancel(id, signal?.reason)
      signal?.addEventListener('abort', abort, { once: true })
      return answer.finally(() => signal?.removeEventListener('abort', abort))
    },
    on: (name, handler) => client.on(name, handler),
    onState(handler) {
      stateHandlers.add(handler)
      return () => stateHandlers.delete(handler)
    },
    sendAudio(frame) {
      if (state === 'open' && client.ready) transport.sendAudio(encodeAudioFrame(frame))
      else audio.push(frame)
    },
    close() {
      transport.close()
      client.disconnected(text.lostCall)
    },
  }
}
