import { fork } from 'node:child_process'
import type { AsrEvent, CoreToHost, HostToAsr, HostToCore } from '#shared/contract/process-messages.ts'

/** A running child process, whatever started it (Node's fork, Electron's utilityProcess, a test). */
export interface Child<Outgoing, Incoming> {
  readonly pid: number | undefined
  readonly send: (message: Outgoing) => void
  readonly kill: () => void
  readonly onMessage: (handler: (message: Incoming) => void) => void
  readonly onExit: (handler: (reason: string) => void) => void
}

/** What the embedded central API says to its host. */
export interface CentralMessage {
  readonly type: 'listening'
  readonly url: string
}

/** The processes beside the host: what each is told and what each tells. */
export interface ChildKinds {
  readonly core: { readonly outgoing: HostToCore; readonly incoming: CoreToHost }
  readonly asr: { readonly outgoing: HostToAsr; readonly incoming: AsrEvent }
  readonly central: { readonly outgoing: { readonly type: 'stop' }; readonly incoming: CentralMessage }
}
export type ChildName = keyof ChildKinds

export type Spawn = <Name extends ChildName>(
  name: Name,
  environment: Readonly<Record<string, string>>,
) => Child<ChildKinds[Name]['outgoing'], ChildKinds[Name]['incoming']>

/**
 * Starts children as Node processes. `entries` maps each child to its script; `execPath` names the Node that runs it where
 * that is not this one (an Electron too old for the native addons, see docs/packaging.md).
 */
export function forkChildren(entries: Readonly<Record<ChildName, string>>, execPath?: string): Spawn {
  return (name, environment) => {
    const child = fork(entries[name], [], {
      env: { ...process.env, ...environment },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      ...(execPath === undefined ? {} : { execPath }),
    })
    return {
      pid: child.pid,
      send: (message) => {
        // A child that just died cannot take it; its exit is handled by whoever keeps it.
        if (child.connected) child.send(message, () => undefined)
      },
      kill: () => child.kill('SIGKILL'),
      onMessage: (handler) => child.on('message', (message) => handler(message as never)),
      onExit: (handler) => {
        child.on('exit', (code, signal) => handler(signal ?? `exit ${code ?? 'unknown'}`))
        child.on('error', (error) => handler(error.message))
      },
    }
  }
}
