/** Seconds that are looked back on: long enough to see a lag grow, short enough to forget a source that has stood still. */
const window = 10

/**
 * How far the decoding of one channel is behind its audio. When audio was recorded is not known, only that it cannot be heard
 * before: the least delay of the last seconds counts as none. One late frame is no lag; two seconds of late ones are.
 */
export class LagMeter {
  /** The least delay in each second of the clock, ms. */
  readonly #least = new Map<number, number>()

  /**
   * Takes note of a decoded frame and gives the lag, ms.
   *
   * @param now a clock that never goes back, ms
   * @param audioMs where the frame ends in the call
   */
  decoded(now: number, audioMs: number): number {
    const second = Math.floor(now / 1000)
    const delay = now - audioMs
    this.#least.set(second, Math.min(delay, this.#least.get(second) ?? delay))
    for (const old of this.#least.keys()) if (old <= second - window) this.#least.delete(old)
    const recent = Math.min(this.#least.get(second) ?? delay, this.#least.get(second - 1) ?? Infinity)
    return recent - Math.min(...this.#least.values())
  }
}
