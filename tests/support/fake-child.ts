import type { Child, ChildKinds, ChildName, Spawn } from '../../src-main/hosts/child.ts'

/** A child process that does what the test says. */
export class FakeChild {
  readonly name: ChildName
  readonly received: unknown[] = []
  killed = false
  #tell: (message: never) => void = () => undefined
  readonly #onExit: ((reason: string) => void)[] = []

  constructor(name: ChildName) {
    this.name = name
  }

  /** The child says something to its host. */
  say(message: unknown): void {
    this.#tell(message as never)
  }

  die(reason = 'SIGKILL'): void {
    for (const handler of this.#onExit) handler(reason)
  }

  asChild<Name extends ChildName>(): Child<ChildKinds[Name]['outgoing'], ChildKinds[Name]['incoming']> {
    return {
      pid: 1,
      send: (message) => this.received.push(message),
      kill: () => (this.killed = true),
      onMessage: (handler) => (this.#tell = handler as never),
      onExit: (handler) => this.#onExit.push(handler),
    }
  }
}

/** Starts fake children and keeps them in the order they were started. */
export class FakeSpawn {
  readonly started: FakeChild[] = []
  readonly spawn: Spawn = (name) => {
    const child = new FakeChild(name)
    this.started.push(child)
    return child.asChild<typeof name>()
  }

  /** The newest child of that name. */
  newest(name: ChildName): FakeChild {
    const child = this.started.findLast((started) => started.name === name)
    if (child === undefined) throw new Error(`${name} was never started`)
    return child
  }

  count(name: ChildName): number {
    return this.started.filter((started) => started.name === name).length
  }
}
