import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { AsrEvent, HostToAsr } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'

const root = join(import.meta.dirname, '../..')
export const shippedModels = join(root, 'models')
const frameSamples = 1_600

/** The asr process as a host sees it: everything it says is kept. */
export class AsrChild {
  readonly events: AsrEvent[] = []
  readonly gone: Promise<unknown>
  readonly #child: ChildProcess
  #watchers: (() => void)[] = []

  /** @param environment added to that of the tests, such as the folder of installed models */
  constructor(models = shippedModels, model = 'rehearsal', environment: NodeJS.ProcessEnv = {}) {
    this.#child = fork(join(root, 'src-main/asr/process.ts'), ['--models', models, '--model', model], {
      serialization: 'advanced',
      execArgv: [],
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (message) => {
      this.events.push(message as AsrEvent)
      for (const watcher of this.#watchers) watcher()
    })
    const exit = new Promise((resolve) => this.#child.once('exit', resolve))
    const drained = new Promise((resolve) => this.#child.once('disconnect', resolve))
    this.gone = Promise.all([exit, drained])
  }

  get running(): boolean {
    return this.#child.connected && this.#child.exitCode === null
  }

  send(message: HostToAsr): void {
    this.#child.send(message, () => undefined)
  }

  /** Sends a channel from a sample on, then closes it unless told not to. */
  play(speaker: Speaker, samples: Int16Array, from = 0, close = true): void {
    for (let start = from; start < samples.length; start += frameSamples) {
      const frame = {
        stream: 1,
        speaker,
        startSample: start,
        samples: samples.slice(start, start + frameSamples),
      }
      this.send({ type: 'audio', frame })
    }
    if (close) this.send({ type: 'close', stream: 1, speaker })
  }

  /** Resolves when what was said so far satisfies the condition. */
  until(condition: (events: readonly AsrEvent[]) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!condition(this.events)) return
        this.#watchers = this.#watchers.filter((watcher) => watcher !== check)
        resolve()
      }
      this.#watchers.push(check)
      check()
    })
  }

  kill(): Promise<unknown> {
    this.#child.kill('SIGKILL')
    return this.gone
  }

  stop(): Promise<unknown> {
    if (this.running) this.send({ type: 'stop' })
    return this.gone
  }
}
