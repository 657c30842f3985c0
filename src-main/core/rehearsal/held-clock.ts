import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { callTime, isHeld, type Hold } from '#shared/domain/rehearsal/held-time.ts'

/** The clock of a rehearsal, ms: it can be held, and stretches that do not count can be left out of it. */
export class HeldClock {
  readonly #now: () => number
  #startedAt = 0
  #holds: readonly Hold[] = []

  /** `now` gives milliseconds that never go back. */
  constructor(now: () => number) {
    this.#now = now
  }

  start(): void {
    this.#startedAt = this.#now()
  }

  /** Since the start, held or not: what devices and recogniser count in. */
  get sinceStart(): number {
    return this.#now() - this.#startedAt
  }

  /** The time of the call. */
  get call(): number {
    return callTime(this.#holds, this.sinceStart)
  }

  get isHeld(): boolean {
    const last = this.#holds.at(-1)
    return last !== undefined && last.to === undefined
  }

  hold(): void {
    if (!this.isHeld) this.#holds = [...this.#holds, { from: this.sinceStart }]
  }

  release(): void {
    const last = this.#holds.at(-1)
    if (last === undefined || last.to !== undefined) return
    this.#holds = [...this.#holds.slice(0, -1), { ...last, to: this.sinceStart }]
  }

  /** The last `ms`, which nothing was held in, did not count. */
  leaveOut(ms: number): void {
    const to = this.sinceStart
    this.#holds = [...this.#holds, { from: to - ms, to }]
  }

  /** What asr said, on the call's own time; undefined for words that were said while it was held. */
  timed(event: AsrEvent): AsrEvent | undefined {
    switch (event.type) {
      case 'partial':
      case 'final':
      case 'revised':
        if (isHeld(this.#holds, event.startMs)) return undefined
        return {
          ...event,
          startMs: callTime(this.#holds, event.startMs),
          endMs: callTime(this.#holds, event.endMs),
        }
      case 'progress': {
        const ms = callTime(this.#holds, (event.decodedSample * 1000) / sampleRate)
        return { ...event, decodedSample: Math.round((ms * sampleRate) / 1000) }
      }
      default:
        return event
    }
  }
}
