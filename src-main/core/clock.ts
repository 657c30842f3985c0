import { localDay, localIso } from '#shared/base/local-time.ts'

/** The time, as an argument: tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Now as UTC ISO: sorts as text, which the store relies on. */
  readonly iso: () => string
  readonly isoOf: (instant: number) => string
  /** Now as Chinese local time with offset. */
  readonly localIso: () => string
  /** The local day, `YYYY-MM-DD`. */
  readonly today: () => string
}

export function systemClock(now: () => number = Date.now): Clock {
  const isoOf = (instant: number): string => new Date(instant).toISOString()
  return {
    now,
    iso: () => isoOf(now()),
    isoOf,
    localIso: () => localIso(now()),
    today: () => localDay(now()),
  }
}
