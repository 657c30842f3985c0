/** Requests a seat may make in {@link windowMs}: a day's backlog of a few hundred tickets passes, a runaway loop does not. */
const requestsPerWindow = 600
const windowMs = 60_000

export interface RateLimit {
  /** Counts a request; returns the seconds to wait where it is one too many. */
  readonly count: (seat: string, nowMs: number) => number | undefined
}

/** Fixed windows, a counter a seat: only known seats are counted, so it cannot grow without bound. */
export function createRateLimit(limit = requestsPerWindow): RateLimit {
  const windows = new Map<string, { startMs: number; requests: number }>()
  return {
    count: (seat, nowMs) => {
      const current = windows.get(seat)
      if (current === undefined || nowMs - current.startMs >= windowMs) {
        windows.set(seat, { startMs: nowMs, requests: 1 })
        return undefined
      }
      current.requests += 1
      if (current.requests <= limit) return undefined
      return Math.ceil((current.startMs + windowMs - nowMs) / 1000)
    },
  }
}
