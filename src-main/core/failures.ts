import { FailureError } from '#shared/base/result.ts'
import type { Clock } from './clock.ts'
import type { Publish } from './connections.ts'
import { storeFailure } from './store/open-store.ts'

/** A full disk is met many times a second; the person is told once a minute. */
const tellAgainMs = 60_000

export interface FailuresOptions {
  readonly clock: Clock
  readonly publish: Publish
  readonly onBug: (error: unknown) => void
}

/** What goes wrong where nobody waits for an answer: a failure is told the person, a bug reported, and the core lives on. */
export class Failures {
  readonly #options: FailuresOptions
  /** When each failure was last told. */
  readonly #toldAt = new Map<string, number>()

  constructor(options: FailuresOptions) {
    this.#options = options
  }

  guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.met(error)
    }
  }

  met(error: unknown): void {
    const { clock, publish, onBug } = this.#options
    const failure = storeFailure(error)
    if (!(failure instanceof FailureError)) return onBug(error)
    const { code, message } = failure
    const now = clock.now()
    if (now < (this.#toldAt.get(code) ?? -Infinity) + tellAgainMs) return
    this.#toldAt.set(code, now)
    publish('notice', { code, message })
  }
}
