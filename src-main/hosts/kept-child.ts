import type { Child, ChildKinds, ChildName, Spawn } from './child.ts'

type Outgoing<Name extends ChildName> = ChildKinds[Name]['outgoing']
type Incoming<Name extends ChildName> = ChildKinds[Name]['incoming']

/** A process that lived this long was healthy: the next death starts counting anew. */
const healthyAfterMs = 10_000
const longestPauseMs = 10_000

/** Pause before the n-th restart in a row (0-based): none at first, then doubling from 250 ms to `longestMs`. */
export function restartPause(restartsInARow: number, longestMs = longestPauseMs): number {
  return restartsInARow === 0 ? 0 : Math.min(longestMs, 250 * 2 ** (restartsInARow - 1))
}

/** Owns one child process and starts it again whenever it dies, until `stop`. */
export class KeptChild<Name extends ChildName> {
  readonly #start: () => Child<Outgoing<Name>, Incoming<Name>>
  readonly #onMessage: (message: Incoming<Name>) => void
  readonly #onDown: (reason: string) => void
  readonly #longestPauseMs: number | undefined
  #child: Child<Outgoing<Name>, Incoming<Name>> | undefined
  #restartsInARow = 0
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(
    name: Name,
    options: {
      readonly spawn: Spawn
      readonly environment: Readonly<Record<string, string>>
      readonly onMessage: (message: Incoming<Name>) => void
      readonly onDown?: (reason: string) => void
      /** Where a pause costs more than trying again and again. */
      readonly longestPauseMs?: number
    },
  ) {
    this.#start = () => options.spawn(name, options.environment)
    this.#onMessage = options.onMessage
    this.#onDown = options.onDown ?? (() => undefined)
    this.#longestPauseMs = options.longestPauseMs
    this.#launch()
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  send(message: Outgoing<Name>): void {
    this.#child?.send(message)
  }

  /** Ends the child, however busy it is; another takes its place at once. For a hang, or because it must start anew. */
  restart(): void {
    this.#restartsInARow = 0
    this.#child?.kill()
  }

  /** Asks the child to finish (`stop` message), waits at most `patienceMs`, then ends it. */
  async stop(patienceMs = 3_000): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    const child = this.#child
    if (child === undefined) return
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => {
        child.kill()
        resolve()
      }, patienceMs)
      child.onExit(() => {
        clearTimeout(force)
        resolve()
      })
      child.send({ type: 'stop' })
    })
  }

  #launch(): void {
    const startedAt = Date.now()
    const child = this.#start()
    this.#child = child
    child.onMessage((message) => {
      if (this.#child === child) this.#onMessage(message)
    })
    child.onExit((reason) => {
      if (this.#child !== child) return
      this.#child = undefined
      if (this.#stopped) return
      if (Date.now() - startedAt > healthyAfterMs) this.#restartsInARow = 0
      this.#onDown(reason)
      this.#timer = setTimeout(() => this.#launch(), restartPause(this.#restartsInARow, this.#longestPauseMs))
      this.#restartsInARow += 1
    })
  }
}
