import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { FailureError } from '#shared/base/result.ts'
import { encodeAudioFrame } from '#shared/contract/audio-frame.ts'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#shared/contract/contract.ts'
import type { ServerFrame } from '#shared/contract/frames.ts'
import type { CentreAddress } from '#shared/contract/process-messages.ts'
import { LocalClient } from '../../src-main/hosts/local-client.ts'
import { waitUntil } from './wait-until.ts'

const script = join(import.meta.dirname, 'whole-client-process.ts')

type Pids = Readonly<Record<'core' | 'asr', number | undefined>>

/** A whole client in processes of its own, spoken to as its page does: over the WebSocket, with the one-time address. */
export class WholeClient {
  readonly client: LocalClient
  /** What it said while it started. */
  readonly lines: readonly string[]
  readonly address: string
  readonly #process: ChildProcess
  readonly #gone: Promise<never>

  private constructor(child: ChildProcess, socket: WebSocket, address: string, lines: readonly string[]) {
    this.#process = child
    this.address = address
    this.lines = lines
    this.#gone = new Promise((_resolve, reject) => {
      socket.on('close', () => reject(new FailureError('gone', 'the client is gone')))
    })
    this.#gone.catch(() => undefined)
    this.client = new LocalClient({
      connect: (send) => {
        socket.on('message', (data: Buffer) => send(JSON.parse(data.toString()) as ServerFrame))
        return {
          receive: (frame) => socket.send(JSON.stringify(frame)),
          receiveAudio: (frame) => socket.send(encodeAudioFrame(frame)),
          setCongested: () => undefined,
          close: () => socket.close(),
        }
      },
    })
  }

  static async start(directory: string, centre: CentreAddress, port = 0): Promise<WholeClient> {
    const child = fork(script, [directory], {
      detached: true,
      env: {
        ...process.env,
        SEAT_CENTRAL_URL: centre.url,
        SEAT_CENTRAL_TOKEN: centre.token,
        PORT: String(port),
      },
    })
    const { address, lines } = await messageOf<{ address: string; lines: string[] }>(child)
    const { origin } = new URL(address)
    const entered = await fetch(address, { redirect: 'manual' })
    const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws`, { headers: { cookie, origin } })
    socket.on('error', () => undefined)
    const seat = new WholeClient(child, socket, address, lines)
    await new Promise<void>((resolve) => seat.client.on('session.ready', () => resolve()))
    return seat
  }

  /** As {@link LocalClient.call}, but rejects with the code `gone` when the client is killed meanwhile. */
  call<Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>): Promise<ProcedureOutput<Name>> {
    return Promise.race([this.client.call(name, input), this.#gone])
  }

  get isGone(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null
  }

  async pids(): Promise<Pids> {
    this.#process.send('pids')
    return (await messageOf<{ pids: Pids }>(this.#process)).pids
  }

  /** Kills the host alone, as when it crashes; its children are left to find out. */
  async killHost(): Promise<void> {
    const exited = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill('SIGKILL')
    if (!this.isGone) await exited
  }

  /** Kills the host and all its children at one stroke. */
  async killAll(): Promise<void> {
    const exited = new Promise((resolve) => this.#process.once('exit', resolve))
    process.kill(-this.#process.pid!, 'SIGKILL')
    if (!this.isGone) await exited
  }
}

function messageOf<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new FailureError('gone', 'the client is gone'))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as Message)
    })
  })
}

/** Waits for a process that is nobody's child here to end. */
export async function processGone(pid: number): Promise<void> {
  await waitUntil(`process ${pid} is gone`, () => !runs(pid), 10_000)
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // In a container without an init process nobody collects it: a zombie does not run.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
