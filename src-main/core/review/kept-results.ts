/** What was worked out for the last few calls, under way or done; what failed is worked out again. */
export class KeptResults<Result> {
  readonly #most: number
  readonly #results = new Map<string, Promise<Result>>()

  constructor(most: number) {
    this.#most = most
  }

  get(callId: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#results.get(callId)
    if (known !== undefined) return known
    const result = work()
    this.#results.set(callId, result)
    result.catch(() => this.#results.delete(callId))
    const [oldest] = this.#results.keys()
    if (this.#results.size > this.#most && oldest !== undefined) this.#results.delete(oldest)
    return result
  }
}
