/** A child is asked whether it lives this often, and has hung when it says nothing for {@link silentTicks} such pauses. */
export const tickMs = 250
const silentTicks = 4
/** A tick later than this says nothing of the child: the machine slept, or the host itself got no time. */
const lateMs = 100

interface HangWatchOptions {
  readonly ping: () => void
  readonly onHang: () => void
  /** Monotonic, ms. */
  readonly now: () => number
}

/**
 * Notices a process that is there but answers nothing (an endless loop in native code raises no error). Whatever it says is a
 * sign of life, so that one which works off a long queue is left alone.
 */
export class HangWatch {
  readonly #options: HangWatchOptions
  #timer: NodeJS.Timeout | undefined
  #silent = 0
  #lastTick = 0

  constructor(options: HangWatchOptions) {
    this.#options = options
  }

  /** From now on the child answers. */
  start(): void {
    this.stop()
    this.#silent = 0
    this.#lastTick = this.#options.now()
    this.#timer = setInterval(() => this.#tick(), tickMs)
    this.#options.ping()
  }

  alive(): void {
    this.#silent = 0
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  #tick(): void {
    const now = this.#options.now()
    const late = now - this.#lastTick - tickMs
    this.#lastTick = now
    if (late > lateMs) this.#silent = 0
    this.#silent += 1
    if (this.#silent <= silentTicks) return this.#options.ping()
    this.stop()
    this.#options.onHang()
  }
}
