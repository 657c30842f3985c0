/** A stretch of time that does not count, ms since the start; `to` is absent while it lasts. */
export interface Hold {
  readonly from: number
  readonly to?: number
}

/** The time of the call at a time since its start, both in ms: what was held (暂停) is left out. Holds are in order and apart. */
export function callTime(holds: readonly Hold[], sinceStartMs: number): number {
  const held = holds.reduce(
    (sum, { from, to = Infinity }) => sum + Math.max(0, Math.min(to, sinceStartMs) - from),
    0,
  )
  return sinceStartMs - held
}

/** Whether the call was held then. */
export function isHeld(holds: readonly Hold[], sinceStartMs: number): boolean {
  return holds.some(({ from, to = Infinity }) => sinceStartMs >= from && sinceStartMs < to)
}
